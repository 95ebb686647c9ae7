"""A library that Findling wrote at e163fd0 opens with today's code, and answers as it did then."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import pytest

from earlierlibrary import RECORDED, EarlierLibrary
from findling.settings import read_settings
from findling.ui.pages.search.search_history import SearchHistory

# The paths in it are those of POSIX, and so is the bin.
pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="a library of a Linux desktop")]


def about(value: Any) -> Any:
    """Return what equals a recorded value: scores differ a little between processors."""
    if isinstance(value, dict):
        return {key: pytest.approx(each, abs=0.02) if key == "score" else about(each) for key, each in value.items()}
    return [about(each) for each in value] if isinstance(value, list) else value


def told_then(now: Any, then: Any) -> Any:
    """Return of an answer what was told then, too: what is told beside it is each release's own."""
    if isinstance(now, dict) and isinstance(then, dict):
        return {key: told_then(each, then[key]) for key, each in now.items() if key in then}
    if isinstance(now, list) and isinstance(then, list) and len(now) == len(then):
        return [told_then(one, other) for one, other in zip(now, then, strict=True)]
    return now


def found(answer: dict[str, Any]) -> tuple[object, dict[str, object]]:
    """Return the first file of a search, and what is said of each: order and passages are each release's own."""
    facts = {each["path"]: {key: each[key] for key in ("title", "type", "modified")} for each in answer["results"]}
    return answer["results"][0]["path"] if answer["results"] else None, facts


def stored(home: EarlierLibrary) -> list[tuple[object, ...]]:
    """Return all that was embedded."""
    with home.database() as connection:
        return connection.execute("SELECT * FROM vectors ORDER BY first_passage").fetchall()


def _to_plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> tuple[EarlierLibrary, list[dict[str, Any]], list[tuple[object, ...]]]:
    """Return the library, today's answers to the recorded questions, and its first vectors."""
    home = EarlierLibrary(tmp_path_factory.mktemp("earlier"))
    vectors = stored(home)
    return home, [home.answer(ask_today(each["command"])) for each in RECORDED["answers"]], vectors


def ask_today(command: list[str]) -> list[str]:
    """Return a command as it is given today: each version of a document was a result of its own then."""
    return [*command, "--all-versions"] if command[0] == "search" else command


@pytest.mark.parametrize(
    "at", range(len(RECORDED["answers"])), ids=[" ".join(each["command"]) for each in RECORDED["answers"]]
)
def test_it_answers_as_it_did(opened, at):
    recorded = RECORDED["answers"][at]
    if at == 0:  # the first run, which reads again what the reader of then had read
        answer = recorded["answer"]
        recorded = recorded | {"answer": answer | {"indexed": answer["unchanged"], "unchanged": answer["indexed"]}}
    if recorded["command"][0] == "search":
        assert found(opened[1][at]["answer"]) == found(recorded["answer"])
        return
    assert told_then(opened[1][at], recorded) == about(recorded)


def test_what_was_cut_short_is_told_at_the_first_index_and_what_was_done_can_be_taken_back(opened):
    home, answers, _ = opened
    assert "Clearing up stopped half-way: 1 of 2 files are cleared up." in answers[0]["errors"]
    undone = [each["answer"]["steps"] for each in answers if "--undo" in each["command"]]
    assert [[step["outcome"] for step in steps] for steps in undone] == [[], ["undone"], ["undone"]]
    assert list((home.root / "aside").iterdir()) == []
    names = {path.name for path in (home.root / "home" / "Documents").iterdir()}
    assert {"lease (2).md", "Copy of letter.eml", "Copy of invoice.txt"} <= names


def test_nothing_is_embedded_again(opened):
    home, answers, vectors = opened
    assert vectors
    assert stored(home) == vectors
    assert [each["answer"]["chunks"] for each in answers if each["command"] == ["index"]] == [0, 0]


def test_its_settings_and_saved_searches_are_read(tmp_path, qapp):
    home = EarlierLibrary(tmp_path)
    settings = read_settings(home.library / "settings.toml")
    recorded = RECORDED["settings"]
    assert {name: home.settle(_to_plain(getattr(settings, name))) for name in recorded} == recorded
    memory = SearchHistory(home.library / "searches.json")
    assert [(each.name, each.query) for each in memory.saved()] == [
        ("Heating", "boiler type:eml"), ("Lease", '"three months\' notice"'),
    ]  # fmt: skip
    assert memory.history() == ("Heizung entlüften", "garden in spring")
