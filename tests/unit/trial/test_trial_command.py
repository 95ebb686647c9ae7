"""`findling trial`: its JSON, its judging on a terminal, its export, and that it can be forgotten."""

from __future__ import annotations

import io
import json

import pytest

from findling.cli.main import USAGE, run
from findling.evaluation.beir import read_collection
from secondmodel import BUNDLED
from trialledlibrary import ASKED, WORSE, Tried


def ask(tried: Tried, *options: str) -> int:
    return run(["--library", str(tried.workspace.paths.data), *options], lambda *_, **__: 0)


def test_the_json_has_each_models_scores_and_costs_and_the_advice(tried, capfd):
    assert ask(tried, "--json", "trial") == 0
    found = json.loads(capfd.readouterr().out)
    assert (found["documents"], found["queries"], found["judged"], found["waiting"]) == (32, 33, 0, 1)
    assert [each["id"] for each in found["models"]] == [BUNDLED, WORSE, "words"]
    for each in found["models"]:
        assert each["interval"][0] <= each["ndcg@10"] <= each["interval"][1]
        assert 0 <= each["success@1"] <= 1
        assert (each["basis"], each["judged"]) == ("made", None)
    for each in found["models"][:2]:
        assert min(each["passages_per_second"], each["bytes"]) > 0
        assert each["hours"] >= 0
    assert found["advice"] in ("keep", "undecided")
    assert found["recommended"] is None
    assert found["reason"]["code"].startswith("trial.")


def test_what_is_typed_is_stored_and_what_cannot_be_meant_is_asked_again(copied, capfd, monkeypatch, tmp_path):
    (tmp_path / "questions.txt").write_text("what happened at the bridge?\nwho weighed the anchor?\n")
    monkeypatch.setattr("sys.stdin", io.StringIO("99\n1, 2\ns\n\n"))
    assert ask(copied, "--json", "trial", "--queries", str(tmp_path / "questions.txt"), "--judge") == 0
    said = capfd.readouterr()
    found = json.loads(said.out)
    assert (found["judged"], found["unanswered"], found["waiting"]) == (1, 1, 1)
    assert "3 questions to judge" in said.err
    assert said.err.count(ASKED) == 1
    assert ask(copied, "--json", "trial", "--export", str(tmp_path / "beir")) == 0
    collection = read_collection(tmp_path / "beir")
    judged = {text: collection.judgements[name] for name, text in collection.queries.items()}
    assert sum(judged[ASKED].values()) == 2
    assert len(judged) == found["queries"] - 2
    assert ask(copied, "trial", "--forget") == 0
    with copied.workspace.looking_inside() as database:
        assert database.judgements.all() == {}
    assert not copied.workspace.paths.trial.exists()


def test_the_terminal_is_told_the_same_in_lines(tried, capfd):
    assert ask(tried, "trial") == 0
    lines = capfd.readouterr().out.splitlines()
    assert lines[0] == "33 questions over 32 documents; 0 judged, 1 to judge."
    assert [line.split(",")[0] for line in lines[1:-1] if not line.startswith(" ")] == [BUNDLED, WORSE, "words"]


@pytest.mark.parametrize(
    "options", [("--forget", "--judge"), ("--models", BUNDLED), ("--models", "a,b,c"), ("--minutes", "0")]
)
def test_what_cannot_be_meant_is_refused(tried, capfd, options):
    assert ask(tried, "trial", *options) == USAGE
    assert capfd.readouterr().out == ""


def test_a_missing_model_and_a_missing_file_are_named_in_one_line(tried, capfd, tmp_path):
    for options, name in ((("--models", "nobody"), "nobody"), (("--queries", str(tmp_path / "none")), "none")):
        assert ask(tried, "trial", *options) == 1
        (line,) = capfd.readouterr().err.splitlines()
        assert name in line
