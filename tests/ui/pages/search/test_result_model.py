"""Answers change only the rows that differ; Qt's own tester watches every step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from searchstubs import result

from findling.domain.files import Absence, FileStatus, Reason
from findling.domain.search import Relevance, Result, ResultVersion
from findling.domain.versions import OrderClue
from findling.ui.pages.search.result_labels import more_label
from findling.ui.pages.search.result_model import ResultRole, ResultsModel
from findling.ui.pages.search.result_rows import RowForm, make_rows
from findling.ui.pages.search.stable_merge import merge_stably

WEAK, FAIR, STRONG = Relevance.WEAK, Relevance.FAIR, Relevance.STRONG


@pytest.fixture
def model(qapp):
    model = ResultsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()


def names(model: ResultsModel) -> list[str]:
    return [model.index(at).data() for at in range(model.rowCount())]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=5), st.sets(st.sampled_from("abcdefgh")))
def test_whatever_comes_after_whatever_the_rows_are_those_of_the_last_answer(model, answers, unfolded):
    model.apply([], "")
    for letters in answers:
        results = [result(name, STRONG if name < "d" else WEAK, passages=2) for name in letters]
        model.apply(results, "boiler")
        for name in unfolded & set(letters):
            model.fold(result(name).path, folded=False)
        assert [model.row(at) for at in range(model.rowCount())] == make_rows(
            results, {result(name).path for name in unfolded & set(letters)}
        )


def test_a_row_that_moves_takes_the_choice_with_it(model):
    model.apply([result(name) for name in "abcd"], "boiler")
    chosen = QPersistentModelIndex(model.index(1))
    model.apply([result(name) for name in "xdcb"], "boiler")
    assert chosen.row() == 3
    assert chosen.data() == "b"


def test_rows_that_stay_as_they_are_are_not_painted_again(model, qtbot):
    model.apply([result("a"), result("b")], "boiler")
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.apply([result("a"), result("b", FAIR)], "boiler")
    assert changed == [(1, 1)]


@pytest.mark.parametrize(
    ("relevances", "forms"),
    [
        ((), []),
        ((STRONG, FAIR), [0, 0]),
        ((STRONG, WEAK, WEAK), [0, RowForm.WEAKER, 0, 0]),
        ((WEAK, WEAK), [RowForm.NO_GOOD, 0, 0]),
        ((STRONG, WEAK, FAIR, WEAK), [0, 0, 0, RowForm.WEAKER, 0]),
    ],
)
def test_a_line_parts_what_is_worth_showing_from_weaker_matches(relevances, forms):
    results = [result(str(at), relevance) for at, relevance in enumerate(relevances)]
    assert [row.form for row in make_rows(results, set())] == forms


def test_lines_between_results_cannot_be_chosen_or_dragged(model):
    model.apply([result("a", WEAK)], "")
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_screen_reader_hears_title_folder_date_relevance_and_passage(model):
    model.apply([result("a.pdf", FAIR, text="The boiler\nleaks.")], "boiler")
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "a.pdf, /home/ada, 14 Nov 2023, fair match, The boiler leaks."
    )


def test_what_is_dragged_is_the_file_itself(model):
    model.apply([result("a.pdf", passages=2)], "")
    model.fold(result("a.pdf").path, folded=False)
    urls = model.mimeData([model.index(0), model.index(1)]).urls()
    assert [url.toLocalFile() for url in urls] == ["/home/ada/a.pdf"]
    assert model.index(1).data(ResultRole.PATH) == result("a.pdf").path


def test_unfolding_shows_the_further_passages_below_their_file(model):
    model.apply([result("a", passages=3), result("b")], "")
    model.fold(result("a").path, folded=False)
    assert [model.row(at).at for at in range(4)] == [0, 1, 2, 0]
    model.fold(result("a").path, folded=True)
    assert names(model) == ["a", "b"]


@pytest.mark.parametrize(
    ("shown", "fresh", "in_view", "after", "held"),
    [
        ("abc", "abcd", 3, "abcd", 0),
        ("abc", "xabc", 2, "abc", 1),
        ("abcd", "dcba", 2, "abdc", 0),
        ("abc", "ac", 2, "abc", 0),
        ("abc", "xyzabc", 1, "ayzbc", 1),
        ("", "ab", 0, "ab", 0),
    ],
)
def test_a_fresh_answer_moves_nothing_in_view(shown, fresh, in_view, after, held):
    merged = merge_stably([result(name) for name in shown], [result(name) for name in fresh], in_view)
    assert "".join(found.title for found in merged.results) == after
    assert merged.held == held


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"found_by_name": True, "status": FileStatus.PENDING}, ["found by name: not read yet"]),
        ({"found_by_name": True, "status": FileStatus.FAILED, "reason": Reason.DAMAGED}, ["found by name: damaged"]),
        ({"found_by_name": True}, ["found by name"]),
        ({"absence": Absence.DISK}, ["offline: its disk is not connected", "not rated"]),
        ({"absence": Absence.MANY}, ["offline: it went at once with most of its folder", "not rated"]),
    ],
)
def test_a_row_says_how_it_was_found_and_whether_it_is_there(model, more, said):
    model.apply([replace(result("film.mp4", Relevance.UNRATED), **more)], "film")
    spoken = model.accessible_text(model.row(0))
    assert all(words in spoken for words in said)
    assert ("not rated" in spoken) is not more.get("found_by_name", False)


def test_what_was_found_by_its_name_is_above_weaker_matches_and_no_weak_match_itself(model):
    film = replace(result("film.mp4", Relevance.UNRATED), found_by_name=True)
    model.apply([film, result("b", WEAK)], "film")
    assert [model.row(at).form for at in range(3)] == [RowForm.RESULT, RowForm.WEAKER, RowForm.RESULT]


def version(name: str, at: int, relevance: Relevance = Relevance.STRONG) -> Result:
    versions = tuple(
        ResultVersion(Path(f"/home/ada/{name} {3 - number}"), number, OrderClue.NAME) for number in range(3)
    )
    return replace(result(f"{name} {3 - at}", relevance), versions=versions, version=at)


def test_one_row_stands_for_all_versions_and_unfolds_to_them_newest_first(qapp):
    model = ResultsModel()
    model.apply((version("draft", 1), result("other"), version("draft", 2)), "")
    assert [row.result.path.name for row in model.rows] == ["draft 2", "other"]
    assert "3 versions" in more_label(model.rows[0])
    model.fold(model.rows[0].result.path, folded=False)
    below = [row for row in model.rows if row.form is RowForm.VERSION]
    assert [row.result.path.name for row in below] == ["draft 3", "draft 2", "draft 1"]
    assert "shown above" in model.accessible_text(below[1])
    assert "the newest" in model.accessible_text(below[0])
    # What was not among the results has no passages to show.
    assert [bool(row.hit) for row in below] == [False, True, True]


def test_each_version_has_a_row_of_its_own_where_they_are_not_folded(qapp):
    model = ResultsModel()
    model.apply((version("draft", 1), version("draft", 2)), "")
    assert len(model.rows) == 1
    model.set_folding(folds_versions=False)
    assert [row.result.path.name for row in model.rows] == ["draft 2", "draft 1"]
    assert not any(row.unfolds for row in model.rows)
