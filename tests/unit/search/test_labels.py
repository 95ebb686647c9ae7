"""Labels: given to files, kept whatever happens to these, found by `label:`, and suggested for others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.cli.main import run
from findling.domain.labels import LabelChoice
from findling.errors import UsageError
from findling.indexing.user_choices import choose_label
from findling.messages.library_templates import LabelMessage
from findling.search.label_suggestions import CentredVectors, LabelFit, Sureness, fit_label, list_bearers
from workspace import Workspace

TOPICS = {
    "garden": (
        "Sow the beans when the soil is warm and the nights are free of frost.",
        "Tomatoes want a sunny bed, compost in the soil and water at their roots.",
        "Prune the roses in early spring and cut away all dead wood.",
        "Slugs ate the lettuce seedlings, so a fence went around the vegetable bed.",
        "The compost heap is turned twice a year and spread on the beds in autumn.",
        "Plant the tulip bulbs in October, three times as deep as they are thick.",
    ),
    "boats": (
        "The sailing boat was hauled out for the winter and its hull scraped.",
        "We tacked against the wind into the harbour and moored at the pier.",
        "The outboard engine needs a new propeller before the boat goes to sea.",
        "Life jackets and flares are checked before each voyage along the coast.",
        "The mast was stepped in April and the sails were bent on the day after.",
        "A storm warning kept the ferry and all yachts in the harbour.",
    ),
    "money": (
        "The bank sent the statement of the account and the interest for the year.",
        "Income tax is due in May, and the receipts belong into the blue folder.",
        "The mortgage was paid off with the money from the savings account.",
        "Insurance premiums are debited from the account each quarter.",
        "The tax office asks for the receipts of all donations.",
        "The invoice was paid twice, so the bank transferred one payment back.",
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("labels"))
    for topic, texts in TOPICS.items():
        for number, text in enumerate(texts):
            workspace.write(f"{topic}{number}.txt", text)
    workspace.index()
    with workspace.writing() as indexer:
        choose_label(
            indexer.database, "Allotment", [workspace.folder / f"garden{n}.txt" for n in range(3)], LabelChoice.GIVEN
        )
    return workspace


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    workspace = Workspace.at(tmp_path)
    workspace.write("a.txt", "Income tax is due in May.")
    workspace.write("b.txt", "Beans want warm soil.")
    workspace.index()
    with workspace.writing() as indexer:
        choose_label(indexer.database, "Tax", [workspace.folder / "a.txt"], LabelChoice.GIVEN)
    return workspace


def bearers(workspace: Workspace, name: str = "tax") -> list[str]:
    with workspace.reading() as library:
        return [each.path.name for each in list_bearers(library.database, name)]


def find(workspace: Workspace, query: str) -> list[str]:
    with workspace.reading() as library:
        return sorted(result.path.name for result in library.search(query).results)


def ask(workspace: Workspace, capfd, *arguments: str) -> tuple[int, dict]:
    library = str(workspace.paths.database.parent)
    code = run(["--library", library, "--json", *arguments], lambda *_, **__: 0)
    out = capfd.readouterr().out
    return code, json.loads(out) if out else {}


def test_what_bears_a_label_is_found_by_it_whatever_its_case(workspace):
    assert find(workspace, "label:TAX") == ["a.txt"]
    assert find(workspace, "label:tax warm soil") == ["a.txt"]
    assert find(workspace, "label:garden") == []


def test_a_label_stays_with_a_file_that_is_edited_or_moved_and_with_its_copies(workspace):
    shutil.copy(workspace.folder / "a.txt", workspace.folder / "copy.txt")
    workspace.index()
    assert bearers(workspace) == ["a.txt", "copy.txt"]
    workspace.write("a.txt", "Income tax is due in June this year.")
    workspace.index()
    assert bearers(workspace) == ["a.txt", "copy.txt"]
    (workspace.folder / "a.txt").rename(workspace.folder / "moved.txt")
    workspace.index()
    assert bearers(workspace) == ["copy.txt", "moved.txt"]


def test_labels_outlive_the_library_and_files_that_were_away(workspace):
    for rest in workspace.paths.database.parent.glob("library.db*"):
        rest.unlink()
    away = workspace.folder.parent / "away.txt"
    (workspace.folder / "a.txt").rename(away)
    workspace.index()
    assert bearers(workspace) == []
    away.rename(workspace.folder / "a.txt")
    workspace.index()
    assert bearers(workspace) == ["a.txt"]


def test_what_is_taken_is_borne_no_more_and_can_be_given_again(workspace):
    path = workspace.folder / "a.txt"
    for choice, left in ((LabelChoice.NONE, []), (LabelChoice.GIVEN, ["a.txt"]), (LabelChoice.REFUSED, [])):
        with workspace.writing() as indexer:
            choose_label(indexer.database, "tax", [path], choice)
        assert bearers(workspace) == left


@pytest.mark.parametrize("name", ["", "  ", "a:b", 'say "no"', "line\nend"])
def test_a_name_that_no_query_could_hold_is_refused(workspace, name):
    with workspace.writing() as indexer, pytest.raises(UsageError):
        choose_label(indexer.database, name, [workspace.folder / "a.txt"], LabelChoice.GIVEN)


def test_nothing_is_labelled_where_one_of_the_files_is_unknown(workspace):
    files = [workspace.folder / "b.txt", workspace.folder / "no.txt"]
    with workspace.writing() as indexer, pytest.raises(UsageError):
        choose_label(indexer.database, "tax", files, LabelChoice.GIVEN)
    assert bearers(workspace) == ["a.txt"]


def test_the_command_gives_lists_and_removes(workspace, capfd):
    path = str(workspace.folder / "b.txt")
    code, answer = ask(workspace, capfd, "label", "Beans and more", path)
    assert (code, answer) == (0, {"name": "Beans and more", "files": [{"path": path}]})
    rest = {"files": 1, "watched": False, "suggested": 0}
    names = {"labels": [{"name": "Beans and more", **rest}, {"name": "Tax", **rest}]}
    assert ask(workspace, capfd, "labels") == (0, names)
    assert find(workspace, 'label:"beans and more"') == ["b.txt"]
    assert ask(workspace, capfd, "label", "beans and more", "--remove")[1] == {"labels": names["labels"][1:]}
    assert ask(workspace, capfd, "label", "nothing")[0] == 2


def test_the_command_renames_makes_one_of_two_and_undoes(workspace, capfd):
    ask(workspace, capfd, "label", "Duties", str(workspace.folder / "b.txt"))
    assert ask(workspace, capfd, "label", "--rename", "tax", "duties")[0] == 2
    code, answer = ask(workspace, capfd, "label", "--rename", "tax", "Income tax")
    assert (code, [each["name"] for each in answer["labels"]]) == (0, ["Duties", "Income tax"])
    with workspace.reading() as library:
        saved = library.search("label:tax")
    assert [result.path.name for result in saved.results] == ["a.txt"]
    assert saved.notes == (LabelMessage.RENAMED(name="tax", now="Income tax"),)
    assert ask(workspace, capfd, "label", "--rename", "income tax", "Duties", "--merge")[0] == 0
    assert bearers(workspace, "duties") == find(workspace, "label:tax") == ["a.txt", "b.txt"]
    code, answer = ask(workspace, capfd, "label", "--undo")
    assert (answer["undone"]["act"], answer["undone"]["name"]) == ("merged", "income tax")
    assert ask(workspace, capfd, "label", "--undo")[1]["undone"]["act"] == "renamed"
    assert bearers(workspace) == find(workspace, "label:tax") == ["a.txt"]
    ask(workspace, capfd, "label", "duties", "--remove")
    assert ask(workspace, capfd, "label", "duties", "--undo")[1]["undone"]["act"] == "removed"
    assert bearers(workspace, "duties") == ["b.txt"]


@pytest.mark.parametrize(
    "words",
    [
        (), ("--merge",), ("tax", "--merge"), ("tax", "--rename", "a", "b"), ("--undo", "--remove"),
        ("--rename", "a", "b", "--undo"), ("tax", "x.txt", "--undo"), ("--watch",), ("--suggest",),
    ],
)  # fmt: skip
def test_options_that_cannot_be_meant_together_are_refused(told, capfd, words):
    assert ask(told, capfd, "label", *words) == (2, {})


def test_files_like_the_examples_are_suggested_first_with_how_sure_that_is(told, capfd):
    code, answer = ask(told, capfd, "label", "allotment", "--suggest", "-n", "6")
    assert code == 0
    names = [Path(each["path"]).name for each in answer["suggestions"]]
    assert set(names[:3]) == {"garden3.txt", "garden4.txt", "garden5.txt"}
    sure = [each["probability"] for each in answer["suggestions"]]
    assert sure == sorted(sure, reverse=True)
    assert all(0 < each < 1 for each in sure)
    assert "garden0.txt" not in names


def test_what_is_refused_is_suggested_no_more(told, capfd):
    refused = [told.folder / "garden3.txt", told.folder / "garden4.txt"]
    with told.writing() as indexer:
        choose_label(indexer.database, "allotment", refused, LabelChoice.REFUSED)
    after = ask(told, capfd, "label", "allotment", "--suggest")[1]["suggestions"]
    with told.writing() as indexer:
        choose_label(indexer.database, "allotment", refused, LabelChoice.NONE)
    assert not {str(path) for path in refused} & {each["path"] for each in after}
    assert str(told.folder / "garden5.txt") == after[0]["path"]


def test_refusals_make_it_less_sure_and_the_higher_score_stays_the_surer():
    scores = np.concatenate([np.linspace(-0.1, 0.1, 45), np.linspace(0.2, 0.6, 5)])
    examples = np.array([0.4, 0.5])
    plain = Sureness(LabelFit(scores, examples, np.empty(0)))
    doubted = Sureness(LabelFit(scores, examples, np.array([0.4, 0.5, 0.6])))
    assert (doubted.rate(scores) < plain.rate(scores)).all()
    assert (np.diff(doubted.rate(scores)) > 0).all()


@given(st.integers(0, 100), st.floats(0, 3))
def test_centred_vectors_are_those_without_the_mean_of_all_of_length_1(seed, in_common):
    vectors = np.random.default_rng(seed).normal(size=(30, 8)).astype(np.float32)
    vectors[:, 0] += np.float32(in_common)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    plain = vectors - vectors.mean(axis=0)
    plain /= np.linalg.norm(plain, axis=1, keepdims=True)
    centred = CentredVectors.of(vectors)
    np.testing.assert_allclose(centred.rows(np.arange(30)), plain, atol=1e-4)
    np.testing.assert_allclose(centred.multiply(plain[3]), plain @ plain[3], atol=1e-4)


def test_the_leave_one_out_scores_are_those_of_a_fit_without_the_example():
    vectors = np.random.default_rng(1).normal(size=(40, 8)).astype(np.float32)
    vectors[:6, 0] += 3
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    none = np.empty(0, np.int64)
    all_six = fit_label(CentredVectors.of(vectors), np.arange(6), none, none)
    assert all_six.left_out.shape == (6,)
    assert (all_six.left_out < all_six.scores[:6]).all()
    assert all_six.left_out.mean() > np.median(all_six.scores[6:])


def test_of_one_example_nothing_is_concluded(workspace, capfd):
    assert ask(workspace, capfd, "label", "tax", "--suggest") == (1, {})
