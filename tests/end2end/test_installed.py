"""The installed command, for users and scripts, indexes the sample library and finds by meaning."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from waiting import PATIENCE_SECONDS, wait_until

Command = Callable[..., subprocess.CompletedProcess[str]]

# Questions, and the documents that answer them in other words.
QUESTIONS = {
    "moving out before the contract allows it": "Lease 14 Harrow Lane.pdf",
    "how long may the landlord keep our bail": "Lease 14 Harrow Lane.pdf",
    "radiator stays cold": "Heating manual.docx",
    "mould in the children's room": "Letter about the damp patch",
    "stolen bike": "Neighbours.mbox",
    "standby power consumption": "Electricity readings.ipynb",
    "compensation after flooding": "Insurance, water in the kitchen.odt",
    "cost of our broadband contract": "Household budget 2025.xlsx",
    "deductible expenses for home office": "Tax adviser 2024.rtf",
    "free repair of a noisy appliance": "Washing machine guarantee.eml",
    "nut allergy": "Kitchen notes.md",
    "hearty meal for winter": "Family recipes.epub",
    "looking after the cat in summer": "Summer by the sea.pptx",
    "learning to row as an adult": "Rowing club, autumn letter.html",
    "detective novel": "Reading list.txt",
    "why did our vegetables rot": "Garden diary 2025.ods",
    "companion planting": "Seed box.csv",
}


@pytest.fixture(scope="module")
def findling(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """The command with a library folder of its own; $FINDLING_COMMAND names it where it is not this environment's."""
    own = Path(sys.executable).parent / ("findling.exe" if os.name == "nt" else "findling")
    command = os.environ.get("FINDLING_COMMAND", str(own))
    library = tmp_path_factory.mktemp("library")
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, "--library", str(library), *arguments],
            cwd=elsewhere,
            env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_SECONDS,
        )

    return run


def answer(ran: subprocess.CompletedProcess[str]) -> Any:
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def indexed(findling: Command, sample_library: Path) -> dict[str, Any]:
    """Return the output of the first `index` of the sample library."""
    return answer(findling("--json", "index", str(sample_library)))


def test_the_version_is_told(findling: Command):
    ran = findling("--version")
    assert ran.returncode == 0
    assert ran.stdout.startswith("findling ")


def test_every_document_becomes_searchable(indexed: dict[str, Any], sample_library: Path):
    documents = sum(path.is_file() for path in sample_library.rglob("*"))
    assert indexed["found"] == indexed["indexed"] == documents
    assert indexed["failed"] == indexed["skipped"] == 0
    assert indexed["chunks"] > documents


def test_a_second_run_has_nothing_to_do(findling: Command, indexed: dict[str, Any]):
    again = answer(findling("--json", "index"))
    assert again["unchanged"] == again["found"] == indexed["found"]
    assert again["indexed"] == again["removed"] == 0


@pytest.mark.parametrize(("question", "document"), QUESTIONS.items())
def test_a_question_in_other_words_finds_its_document(
    findling: Command, indexed: dict[str, Any], question: str, document: str
):
    found = answer(findling("--json", "search", question))["results"]
    names = [Path(result["path"]).name for result in found[:3]]
    assert any(name.startswith(document) for name in names), names


def test_a_hit_tells_its_page(findling: Command, indexed: dict[str, Any]):
    best = answer(findling("--json", "search", "type:pdf pear tree gardener"))["results"][0]
    assert Path(best["path"]).name == "Lease 14 Harrow Lane.pdf"
    assert best["passages"][0]["page"] >= 2


def test_a_rare_word_is_found_as_it_is_typed(findling: Command, indexed: dict[str, Any]):
    best = answer(findling("--json", "search", "F61"))["results"][0]
    assert Path(best["path"]).name == "Heating manual.docx"


def test_the_status_agrees_with_the_run(findling: Command, indexed: dict[str, Any]):
    status = answer(findling("--json", "status"))
    assert status["files"] == status["indexed"] == indexed["found"]
    assert status["pending"] == status["failed"] == 0
    assert status["chunks"] > indexed["found"]


def test_users_read_names_not_json(findling: Command, indexed: dict[str, Any]):
    ran = findling("search", "radiator stays cold")
    assert ran.returncode == 0
    assert "Heating manual.docx" in ran.stdout


def test_a_missing_folder_is_one_clear_line(findling: Command, tmp_path: Path):
    missing = tmp_path / "nowhere"
    ran = findling("index", str(missing))
    assert ran.returncode == 1
    assert str(missing) in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    assert "Traceback" not in ran.stderr


def test_wrong_usage_has_a_code_of_its_own(findling: Command):
    assert findling("search", "--no-such-option", "boat").returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="a signal asks it to end")
def test_the_window_opens_and_ends_when_it_is_asked_to(tmp_path: Path):
    own = Path(sys.executable).parent / "findling"
    command = [os.environ.get("FINDLING_COMMAND", str(own)), "--library", str(tmp_path / "library")]
    around = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, env=around, cwd=tmp_path, **pipes) as window:
        wait_until(lambda: (tmp_path / "library" / "library.db").exists() or window.poll() is not None)
        assert window.poll() is None
        window.terminate()
        said, _ = window.communicate(timeout=PATIENCE_SECONDS)
    assert window.returncode == 0
    assert said == b""
    assert (tmp_path / "library" / "logs" / "window.log").read_bytes() == b""
