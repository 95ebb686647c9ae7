"""A model is built for speed, tried, and changed to, as the command does it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from bertgraph import write_bert
from findling.paths import resources
from waiting import PATIENCE_SECONDS

BUNDLED = resources() / "models" / "all-MiniLM-L6-v2"
NOTES = {"boat.txt": "A boat brought herring to the harbour.", "rent.txt": "The rent is due on the first."}
GERMAN = "Die Heizung im Keller wird am Donnerstag repariert, weil das alte Ventil seit Wochen undicht ist und tropft."

Command = Callable[..., Any]


@pytest.fixture
def findling(tmp_path: Path) -> Command:
    def run(*arguments: str, fails: bool = False) -> Any:
        ran = subprocess.run(
            [sys.executable, "-m", "findling", "--library", str(tmp_path / "library"), "--json", *arguments],
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            env=dict(os.environ),
        )
        assert (ran.returncode != 0) is fails, ran.stderr
        return ran.stderr if fails else json.loads(ran.stdout)

    return run


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A model of full precision on a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    write_bert(folder / "model.onnx")
    copyfile(BUNDLED / "tokenizer.json", folder / "tokenizer.json")
    return folder


def test_a_model_is_built_for_speed_and_changed_to_and_back(findling, stick, tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    for name, text in NOTES.items():
        (files / name).write_text(text)
    findling("index", str(files))
    findling("models", "install", "mine", "--from", str(stick), "--pooling", "cls", "--query-prefix", "",
             "--max-tokens", "256", "--language", "en")  # fmt: skip

    made = findling("models", "speed-up", "mine")

    assert (made["model"], made["used"], made["form"]) == ("mine-int8", True, "int8")
    assert made["agreement"]["cosine"] > 0.99
    assert {model["id"] for model in findling("models")["models"] if model["installed"]} >= {"mine", "mine-int8"}

    findling("models", "use", "mine-int8")
    waiting = findling("status")
    assert (waiting["model"], waiting["change"]["model"], waiting["change"]["left"]) == (
        "all-MiniLM-L6-v2", "mine-int8", 2,
    )  # fmt: skip
    assert findling("search", "ships and fish")["results"][0]["path"].endswith("boat.txt")
    assert findling("index")["chunks"] == 2
    done = findling("status")
    assert (done["model"], done["change"], done["chunks"], done["dimensions"]) == ("mine-int8", None, 2, 128)
    findling("models", "use", "all-MiniLM-L6-v2")
    findling("index")
    assert findling("status")["model"] == "all-MiniLM-L6-v2"
    assert findling("search", "ships and fish")["results"][0]["path"].endswith("boat.txt")


def test_the_bundled_model_is_as_small_as_it_gets(findling):
    assert "8-bit integers already" in findling("models", "speed-up", "all-MiniLM-L6-v2", fails=True)


def test_what_computes_is_measured(findling):
    measured = findling("models", "hardware")
    assert measured["providers"][0]["name"] == "CPUExecutionProvider"
    assert measured["providers"][0]["speed"] > 0


def test_status_and_doctor_tell_of_files_in_other_languages(findling, tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    (files / "Heizung.txt").write_text(GERMAN)
    findling("index", str(files))
    gap = findling("status")["gap"]
    assert (gap["files"], gap["languages"]) == (1, ["de"])
    assert "multilingual-e5-small" in gap["remedy"]
    checks = {check["name"]: check for check in findling("doctor")["checks"]}
    assert "1 file is in a language that the model does not know (de)" in checks["languages"]["detail"]
