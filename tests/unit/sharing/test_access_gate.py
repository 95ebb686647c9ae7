"""Nothing of what is not shared leaves by any call, each call is in the log, and sharing ends at once."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from findling.domain.sharing import CallOutcome
from findling.errors import FindlingError, LibraryError
from findling.models.embedder import SharedEmbedder
from findling.sharing.access_gate import AccessGate
from findling.sharing.file_references import make_address
from findling.sharing.shared_folders import share, withdraw
from findling.storage.call_log import CallLog
from gatedlibrary import CALLER, SECRET, GatedLibrary, make_gated_library

CALLS = 1_000
WORDS = [
    *("kitchen", "lease", "letter", "damp", "smugglers", "brandy", "tunnel", "chapel", "zebrafinc", "quillfeathr"),
    *("coins", "lantern", "quillfeather", SECRET, "allergy", "the", "rent", "ledger", "cove", "14", "notes"),
]
SECRETS = (SECRET, "quillfeather", "smuggler", "brandy", "lantern signals")


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory, sample_library: Path) -> GatedLibrary:
    """Return the gate to a library of the same shared files, and of no others."""
    return make_gated_library(tmp_path_factory.mktemp("twin"), sample_library, with_closed=False)


def draw_calls(gated: GatedLibrary, count: int) -> list[tuple[str, dict[str, object]]]:
    """Draw calls of every kind, about files that are shared, that are not, and that do not exist."""
    luck = random.Random(17)
    closed = sorted(gated.closed_folder.iterdir())
    files = [
        *sorted(path for path in gated.open_folder.rglob("*") if path.is_file()),
        *closed,
        *(gated.closed_folder / name for name in ("missing.txt", "../open/../" + closed[0].name)),
        *(gated.open_folder / ".." / gated.closed_folder.name / path.name for path in closed),
        *(gated.workspace.folder, gated.closed_folder, Path("/"), Path("/etc/passwd"), gated.workspace.paths.database),
    ]
    folders = [gated.open_folder, gated.closed_folder, gated.workspace.folder, gated.open_folder / ".."]

    def query() -> str:
        words = luck.sample(WORDS, luck.randint(0, 3))
        filters = [
            *("", "", "", f'in:"{luck.choice(folders)}"', "type:pdf", f"name:{luck.choice(WORDS)}", "after:2001"),
            *(f'"{luck.choice(WORDS)}"', f"-{luck.choice(WORDS)}", "lang:en", f'in:"{luck.choice(closed)}"'),
        ]
        return " ".join([*words, luck.choice(filters)]).strip()

    def file() -> str:
        path = luck.choice(files)
        return luck.choice([str(path), make_address(path)])

    kinds = {
        "search": lambda: {"query": query(), "limit": 50, "mode": luck.choice(["words", "words", "hybrid", "meaning"])},
        "read": lambda: {"file": file(), "start": luck.choice([0, 500]), "page": luck.choice([None, None, 1, 2])},
        "outline": lambda: {"file": file()},
        "find": lambda: {"text": luck.choice(WORDS), "file": luck.choice([None, file()]), "limit": 50},
        "similar": lambda: {"file": file(), "limit": 50},
        "duplicates": lambda: {"file": file(), "limit": 50},
        "documents": lambda: {"folder": luck.choice([None, *map(str, folders)]), "after": luck.choice([None, file()])},
        "folders": dict,
    }
    names = [*kinds, "search", "find"]
    return [(name := luck.choice(names), kinds[name]()) for _ in range(count)]


def ask(gated: GatedLibrary, name: str, arguments: dict[str, object]) -> tuple[str, str]:
    """Return what is answered to a call, and the same without what is weighed by all of the library's words."""
    try:
        answer = gated.ask(name, **arguments)
    except FindlingError as error:
        return str(error), str(error)
    comparable = dict(answer)
    for key, entries in answer.items():
        if name in ("search", "find", "similar") and key in ("files", "places"):
            comparable[key] = sorted(json.dumps(strip(each), sort_keys=True) for each in entries)
    return json.dumps(answer, ensure_ascii=False), json.dumps(comparable)


def strip(entry: dict[str, object]) -> dict[str, object]:
    """Leave out the choice of passages and the grade, which go by how common words are in all of the library."""
    return {key: value for key, value in entry.items() if key not in ("relevance", "passages")}


def test_in_a_thousand_calls_there_is_no_trace_of_a_folder_that_is_not_shared(gated, twin):
    """All is answered as if the folder did not exist; what a caller sent itself is no trace."""
    calls = draw_calls(gated, CALLS)
    here, there = (each.workspace.folder.parent.name for each in (gated, twin))
    answered = 0
    for name, arguments in calls:
        said, comparable = ask(gated, name, arguments)
        sent = json.dumps(arguments, ensure_ascii=False).lower()
        for secret in SECRETS:
            assert secret in sent or secret not in said.lower(), (name, arguments)
        elsewhere = json.loads(json.dumps(arguments).replace(here, there))
        assert comparable == ask(twin, name, elsewhere)[1].replace(there, here), (name, arguments)
        answered += not said.endswith("shared files.")
    assert CALLS / 4 < answered < CALLS


def test_a_file_that_is_kept_back_is_refused_like_one_that_does_not_exist(gated):
    closed = next(iter(sorted(gated.closed_folder.iterdir())))
    for name in ("read", "outline", "similar", "duplicates"):
        said = []
        for path in (closed, gated.closed_folder / "missing.txt"):
            with pytest.raises(FindlingError) as refused:
                gated.ask(name, file=str(path))
            said.append(str(refused.value).replace(str(path), "FILE"))
        assert said[0] == said[1] == "FILE is not among the shared files."


def test_each_call_is_in_the_log_with_what_was_handed_out(gated):
    log = CallLog(gated.workspace.paths.calls)
    before = log.count()
    found = gated.ask("search", query="nut allergy", limit=1)["files"][0]
    with pytest.raises(FindlingError):
        gated.ask("read", file="/etc/passwd")
    with pytest.raises(FindlingError):
        gated.ask("burn", everything=True)
    burnt, refused, answered = (entry.call for entry in log.read(3))
    assert log.count() == before + 3
    assert (answered.caller, answered.operation, answered.outcome) == ("a test", "search", CallOutcome.ANSWERED)
    assert json.loads(answered.asked) == {"query": "nut allergy", "limit": 1}
    assert set(answered.files) == {found["file"], *found["copies"]}
    assert (refused.outcome, refused.files) == (CallOutcome.REFUSED, ())
    assert "not among the shared files" in refused.reason
    assert (burnt.operation, burnt.outcome) == ("burn", CallOutcome.REFUSED)


def test_a_call_that_cannot_be_logged_is_not_answered(gated, tmp_path):
    paths = gated.workspace.paths
    kept = paths.calls.rename(tmp_path / "calls.db") if paths.calls.exists() else None
    paths.calls.mkdir()
    try:
        with pytest.raises(LibraryError):
            gated.ask("folders")
    finally:
        paths.calls.rmdir()
        if kept:
            kept.rename(paths.calls)


def test_what_is_withdrawn_is_gone_with_the_next_call(gated):
    paths, folder = gated.workspace.paths, gated.open_folder
    file = str(folder / "Kitchen" / "Kitchen notes.md")
    assert gated.ask("read", file=file)["text"]
    withdraw(paths, folder)
    try:
        for name, arguments in (("read", {"file": file}), ("search", {"query": "kitchen"}), ("documents", {})):
            with pytest.raises(FindlingError, match="Nothing is shared"):
                gated.ask(name, **arguments)
        assert gated.ask("folders") == {"folders": ()}
        share(paths, folder / "Home", [gated.workspace.folder])
        with pytest.raises(FindlingError, match="not among the shared files"):
            gated.ask("read", file=file)
        assert all("/Home/" in each["file"] for each in gated.ask("search", query="kitchen", limit=50)["files"])
    finally:
        share(paths, folder, [gated.workspace.folder])


def test_where_there_is_no_library_the_call_is_refused_and_answered_once_there_is(workspace):
    gate = AccessGate(workspace.paths, workspace.settings, SharedEmbedder(workspace.paths, workspace.settings))
    with pytest.raises(LibraryError, match="no library"):
        gate.answer(CALLER, "folders", {})
    workspace.write("a.txt", "Bread is baked before dawn.")
    workspace.index()
    share(workspace.paths, workspace.folder, [workspace.folder])
    assert gate.answer(CALLER, "search", {"query": "bread"})["files"][0]["title"] == "a.txt"
