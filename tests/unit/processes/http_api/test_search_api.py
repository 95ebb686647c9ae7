"""The search API over real sockets: what is shared is searched and read, and each call is logged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from findling.domain.sharing import CallWay
from findling.processes.http_api.embedding_service import EmbeddingService
from findling.processes.http_api.request_guard import RequestGuard
from findling.processes.http_api.search_api import PATHS, describe_api
from findling.sharing.operations import OPERATIONS
from findling.sharing.shared_folders import share, withdraw
from findling.storage.call_log import CallLog
from gatedlibrary import SECRET, GatedLibrary, make_gated_library


@pytest.fixture(scope="module")
def gated(tmp_path_factory: pytest.TempPathFactory, sample_library: Path) -> GatedLibrary:
    return make_gated_library(tmp_path_factory.mktemp("gated"), sample_library)


@pytest.fixture(scope="module")
def api(gated: GatedLibrary, encoder, serve) -> Iterator:
    with serve(EmbeddingService(encoder), gate=gated.gate) as client:
        yield client


def test_a_question_is_answered_by_post_and_by_get_alike(api):
    status, answer = api.post("/v1/search", {"query": "nut allergy", "limit": 2})
    assert status == 200
    assert answer["files"][0]["file"].endswith("Kitchen notes.md")
    assert len(answer["files"]) == 2
    assert api.get("/v1/search?" + urlencode({"query": "nut allergy", "limit": 2})) == (200, answer)


def test_documents_are_listed_read_and_compared(api, gated):
    _, listed = api.get("/v1/documents?limit=3")
    file = listed["documents"][0]["file"]
    assert api.get(f"/v1/documents/read?file={quote(file)}&length=100")[1]["text"]
    assert api.get(f"/v1/documents/outline?file={quote(file)}")[1]["file"] == file
    assert api.post("/v1/documents/find", {"text": "damp patch"})[1]["places"]
    assert api.post("/v1/similar", {"file": file, "limit": 2})[1]["files"]
    assert api.get(f"/v1/documents/duplicates?file={quote(file)}")[0] == 200
    assert api.get("/v1/folders") == (200, {"folders": [{"folder": str(gated.open_folder), "files": 18}]})


@pytest.mark.parametrize(
    ("path", "arguments", "status"),
    [
        ("/v1/search", {}, 422),
        ("/v1/search", {"query": "a", "limit": 1_000}, 422),
        ("/v1/search", {"query": "a", "within": ["/"]}, 422),
        ("/v1/documents/read", {"file": "/etc/passwd"}, 404),
        ("/v1/documents/find", {"text": "..."}, 400),
        ("/v1/documents/burn", {}, 404),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(api, path, arguments, status):
    found, said = api.post(path, arguments)
    assert found == status
    assert said["error"]["message"]


def test_a_file_that_is_not_shared_is_not_there(api, gated):
    closed = next(iter(sorted(gated.closed_folder.iterdir())))
    assert api.post("/v1/documents/read", {"file": str(closed)})[0] == 404
    assert SECRET not in json.dumps(api.post("/v1/search", {"query": "smugglers and brandy", "limit": 50})[1])


def test_each_call_is_logged_with_the_name_of_the_program(api, gated):
    api.ask("GET", "/v1/search?query=boiler", headers={"User-Agent": "a script 1.0"})
    logged = CallLog(gated.workspace.paths.calls).read(1)[0].call
    assert (logged.caller, logged.way, logged.operation) == ("a script 1.0", CallWay.HTTP, "search")
    assert json.loads(logged.asked) == {"query": "boiler"}


def test_what_is_withdrawn_is_gone_with_the_next_call(api, gated):
    withdraw(gated.workspace.paths, gated.open_folder)
    try:
        status, said = api.post("/v1/search", {"query": "boiler"})
        assert (status, "Nothing is shared" in said["error"]["message"]) == (403, True)
        assert api.get("/v1/folders") == (200, {"folders": []})
    finally:
        share(gated.workspace.paths, gated.open_folder, [gated.workspace.folder])


def test_the_key_and_the_rules_for_pages_hold_for_searching_too(gated, encoder, serve):
    with serve(EmbeddingService(encoder), RequestGuard("a-key-that-is-long-enough"), gate=gated.gate) as client:
        assert client.get("/v1/folders")[0] == 401
        assert client.get("/v1/folders", {"Authorization": "Bearer a-key-that-is-long-enough"})[0] == 200
    with serve(EmbeddingService(encoder), gate=gated.gate) as client:
        assert client.get("/v1/folders", {"Origin": "http://localhost"})[0] == 403
        assert client.get("/v1/folders", {"Host": "evil.example.org"})[0] == 421


def test_without_being_told_to_nothing_can_be_searched(client):
    for path in (*PATHS.values(), "/openapi.json"):
        assert client.get(path)[0] == 404


def test_the_description_names_every_operation_and_holds_all_that_it_refers_to(api):
    status, described = api.get("/openapi.json")
    assert status == 200
    assert described == json.loads(json.dumps(describe_api()))
    assert set(described["paths"]) == set(PATHS.values())
    assert set(PATHS) == set(OPERATIONS)
    schemas = described["components"]["schemas"]
    references = {each.rsplit("/", 1)[-1] for each in _find_references(described)}
    assert references <= set(schemas)
    assert "#/$defs" not in json.dumps(described)


def _find_references(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key == "$ref":
                yield each
            else:
                yield from _find_references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _find_references(each)
