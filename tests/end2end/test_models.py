"""The models as the command shows, installs, tries, uses and removes them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from findling.paths import resources
from modelhub import COMMIT, Hub, running_hub
from tinycrossencoder import install as install_reranker
from waiting import PATIENCE_SECONDS

BUNDLED = resources() / "models" / "all-MiniLM-L6-v2"
SMALL = "bge-small-en-v1.5"
SAYING_ALL = ("--pooling", "mean", "--query-prefix", "", "--max-tokens", "256", "--language", "en")

Ran = subprocess.CompletedProcess[str]
Command = Callable[..., Ran]


@pytest.fixture
def findling(tmp_path: Path) -> Command:
    def run(*arguments: str, **environment: str) -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "findling", "--library", str(tmp_path / "library"), *arguments],
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            env={**os.environ, **environment},
        )

    return run


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a graph and a tokenizer, and nothing that says what they are."""
    folder = tmp_path_factory.mktemp("stick")
    for name in ("model.onnx", "tokenizer.json"):
        copyfile(BUNDLED / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def hub() -> Iterator[Hub]:
    with running_hub(BUNDLED) as hub:
        yield hub


def document(ran: Ran) -> dict[str, Any]:
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def refusal(ran: Ran, code: int = 1) -> str:
    """Return the error message, which is one line, and all that was printed."""
    assert ran.returncode == code, ran.stderr
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1
    return ran.stderr


def test_every_model_is_listed_with_what_it_costs(findling: Command):
    models = {model["id"]: model for model in document(findling("--json", "models"))["models"]}
    keys = {"id", "installed", "active", "license", "languages", "dimensions", "max_tokens", "bytes", "providers"}
    assert all(model.keys() >= keys for model in models.values())
    assert models["all-MiniLM-L6-v2"]["active"]
    assert models["bge-base-en"] | {"installed": False, "license": "MIT", "dimensions": 768} == models["bge-base-en"]
    assert "onnx/tokenizer.json" in models["bge-base-en"]["pinned_by_revision_only"]
    assert models["gte-multilingual-reranker-base"]["kind"] == "reranker"


def test_what_a_model_cannot_do_is_told_with_who_states_it(findling: Command):
    shown = document(findling("--json", "models", "show", "multilingual-e5-small"))
    told = {limit["code"]: limit["source"]["reference"] for limit in shown["limits"]}
    assert told["limit.rare_languages"] == "intfloat/multilingual-e5-small"
    said = findling("models", "show", "bge-base-en").stdout
    assert "It was made for English. (model card, 2023, BAAI/bge-base-en)" in " ".join(said.split())
    assert "no model named word2vec" in refusal(findling("models", "show", "word2vec"))


def test_the_text_of_a_licence_is_shown_below_its_name(findling: Command):
    shown = findling("models", "licence", "bge-base-en")
    assert shown.stdout.startswith("bge-base-en: MIT\n\nMIT License\n\nCopyright (c) BAAI\n")
    told = document(findling("--json", "models", "licence", "all-MiniLM-L6-v2"))
    assert (told["license"], told["license_notes"]) == ("Apache-2.0", [])
    assert "TERMS AND CONDITIONS FOR USE" in told["text"]


def test_a_model_of_ones_own_is_installed_used_and_searched_with(findling: Command, stick: Path, tmp_path: Path):
    installed = document(findling("--json", "models", "install", "mine", "--from", str(stick), *SAYING_ALL))
    assert installed["ok"]
    assert installed["installed"]
    listed = document(findling("--json", "models", "use", "mine"))["models"]
    assert [model["id"] for model in listed if model["active"]] == ["mine"]

    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "boat.txt").write_text("The rowing boat is moored at the old jetty. " * 10)
    assert document(findling("--json", "index", str(folder)))["indexed"] == 1
    found = document(findling("--json", "search", "--mode", "meaning", "a vessel in the harbour"))["results"]
    assert Path(found[0]["path"]).name == "boat.txt"
    assert document(findling("--json", "status"))["model"] == "mine"

    assert "in use" in refusal(findling("models", "remove", "mine"), 2)
    assert findling("models", "use", "all-MiniLM-L6-v2").returncode == 0
    assert "still answers" in refusal(findling("models", "remove", "mine"), 2)
    assert findling("index").returncode == 0
    assert document(findling("--json", "models", "remove", "mine"))["bytes"] > 20_000_000
    assert document(findling("--json", "search", "a vessel in the harbour"))["results"]


def test_a_bare_folder_is_answered_with_the_options_it_needs(findling: Command, stick: Path):
    said = refusal(findling("models", "install", "mine", "--from", str(stick)), 2)
    assert "--pooling, --query-prefix, --max-tokens" in said


def test_verifying_says_what_was_looked_at_and_how_fast_it_is(findling: Command):
    found = document(findling("--json", "models", "verify", "all-MiniLM-L6-v2"))
    assert found["ok"]
    assert {check["name"] for check in found["checks"]} >= {"files", "dimensions", "length", "answer", "prefix"}
    assert found["tokens_per_second"] > 0
    assert "NOT OK" not in findling("models", "verify", "all-MiniLM-L6-v2").stdout


def test_without_a_name_the_model_in_use_is_verified(findling: Command):
    assert document(findling("--json", "models", "verify"))["id"] == "all-MiniLM-L6-v2"


def test_a_reranker_is_verified_as_what_it_is(findling: Command, tmp_path: Path):
    reranker = install_reranker(tmp_path / "library" / "models").spec.id
    found = document(findling("--json", "models", "verify", reranker))
    assert [check["name"] for check in found["checks"]] == ["files", "order", "speed"]
    assert found["query_ms"] > 0


def test_of_a_model_of_ones_own_it_is_said_what_nobody_knows(findling: Command, stick: Path):
    said = findling("models", "install", "mine", "--from", str(stick), *SAYING_ALL[:-2]).stdout
    assert "nothing published was there to compare the 2 files with" in said
    assert "its graph is that of all-MiniLM-L6-v2, bit by bit" in said
    assert "Which languages it understands is not known" in said
    assert "ExecutionProvider" not in said
    said = findling("models", "install", "mine", "--from", str(stick), *SAYING_ALL).stdout
    assert "Which languages" not in said
    assert "mine: installed; en," in findling("models").stdout


def test_choosing_a_model_says_what_follows(findling: Command, stick: Path, tmp_path: Path):
    assert findling("models", "install", "mine", "--from", str(stick), *SAYING_ALL).returncode == 0
    assert "Nothing is embedded yet: findling index FOLDER" in findling("models", "use", "mine").stdout
    assert findling("models", "use", "all-MiniLM-L6-v2").returncode == 0
    (tmp_path / "boat.txt").write_text("The rowing boat is moored at the old jetty. " * 10)
    assert findling("index", str(tmp_path)).returncode == 0
    said = findling("models", "use", "mine").stdout
    assert "1 document of 1 is to be embedded with it, which takes about" in said
    assert "The next `findling index` does that" in said
    assert "Call it off: findling models use all-MiniLM-L6-v2" in said
    change = document(findling("--json", "models", "use", "mine"))["change"]
    assert (change["from"], change["to"], change["left"], change["process"]) == ("all-MiniLM-L6-v2", "mine", 1, None)
    assert "the change to mine is called off" in findling("models", "use", "all-MiniLM-L6-v2").stdout
    assert findling("models", "use", "all-MiniLM-L6-v2").stdout == "all-MiniLM-L6-v2 is in use, as it was before.\n"


def test_a_model_that_was_tampered_with_fails_in_words(findling: Command, stick: Path, tmp_path: Path):
    assert findling("models", "install", "mine", "--from", str(stick), *SAYING_ALL).returncode == 0
    (tmp_path / "library" / "models" / "mine" / "tokenizer.json").write_text("{}")
    ran = findling("models", "verify", "mine")
    assert ran.returncode == 1
    assert "NOT OK" in ran.stdout
    assert "files" in ran.stderr


def test_a_folder_with_other_files_than_were_published_is_refused(findling: Command):
    said = refusal(findling("--no-progress", "models", "install", SMALL, "--from", str(BUNDLED)))
    size = (BUNDLED / "model.onnx").stat().st_size
    assert f"The file onnx/model.onnx of bge-small-en-v1.5 has {size:,} bytes, not 133,093,490" in said


def test_a_hub_without_the_file_is_named_with_the_other_way(findling: Command, hub: Hub):
    said = refusal(findling("models", "install", SMALL, HF_ENDPOINT=hub.address))
    assert hub.address in said
    assert "--from DIR" in said
    assert all(COMMIT not in request.path for request in hub.requests), "it asked for another commit than it pins"


def test_nothing_is_asked_of_a_hub_by_looking(findling: Command, hub: Hub):
    hub.requests.clear()
    for command in (("models",), ("models", "verify", "all-MiniLM-L6-v2"), ("status",)):
        findling(*command, HF_ENDPOINT=hub.address)
    assert not hub.requests


@pytest.mark.parametrize(("arguments", "code", "words"), [
    (("install", "word2vec"), 2, "Known are"),
    (("install", "all-MiniLM-L6-v2"), 2, "ships with Findling"),
    (("install", SMALL, "--pooling", "cls"), 2, "is known"),
    (("install", SMALL, "--from", "/nowhere"), 1, "There is no folder /nowhere"),
    (("install", "mine", "--from", "/nowhere"), 1, "There is no folder /nowhere"),
    (("install", "mine", "--from", "/nowhere", "--language", "english"), 2, "is no code of a language"),
    (("speed-up", "all-MiniLM-L6-v2"), 1, "it computes with 8-bit integers already"),
    (("verify", SMALL), 1, "is not installed. Install it"),
    (("use", SMALL), 1, "is not installed. Install it"),
    (("use", "gte-multilingual-reranker-base"), 1, "makes no vectors"),
    (("remove", SMALL), 1, "is not installed"),
    (("remove", "word2vec"), 1, "is not installed"),
    (("remove", ".."), 1, "No model is named"),
    (("use", "../mine"), 1, "There is no model named"),
])  # fmt: skip
def test_what_cannot_be_done_is_one_line_with_a_way_out(
    findling: Command, arguments: tuple[str, ...], code: int, words: str
):
    assert words in refusal(findling("models", *arguments), code)


def test_pairs_of_sentences_are_set_beside_what_was_published(findling: Command, tmp_path: Path):
    pairs = tmp_path / "stsb_test.tsv"
    pairs.write_text("score\tsentence1\tsentence2\n5\tA dog runs.\tA dog is running.\n0\tA dog runs.\tIt rained.\n")
    done = document(findling("--json", "evaluate", "--as-published", str(pairs)))
    assert (done["task"], done["measure"], done["items"], done["published"]) == ("STSBenchmark", "spearman", 2, 0.82032)
    assert done["agrees"] is False
    assert "does not agree within 1 %" in findling("evaluate", "--as-published", str(pairs)).stdout


def test_a_build_of_ones_own_is_compared_with_the_model_that_it_is_of(findling: Command, stick: Path, tmp_path: Path):
    assert findling("models", "install", "mine", "--from", str(stick), *SAYING_ALL).returncode == 0
    pairs = tmp_path / "sts12.tsv"
    pairs.write_text("score\tsentence1\tsentence2\n5\tA dog runs.\tA dog is running.\n0\tA dog runs.\tIt rained.\n")
    asked = ("--json", "evaluate", "--as-published", str(pairs), "--model", "mine")
    assert document(findling(*asked))["published"] is None
    assert document(findling(*asked, "--published-for", "all-MiniLM-L6-v2"))["published"] == 0.72369
