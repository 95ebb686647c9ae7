"""Saved searches and history, kept from one start to the next."""

from __future__ import annotations

import sys

import pytest

from findling.ui.pages.search.search_history import SavedSearch, SearchHistory


@pytest.fixture
def path(tmp_path):
    return tmp_path / "searches.json"


def test_saved_searches_keep_their_order_and_survive_a_restart(qapp, path):
    history = SearchHistory(path)
    history.save("leases", "lease type:pdf")
    history.save("garden", "garden")
    history.save("leases", "lease type:pdf,docx")
    history.move("garden", 0)
    assert SearchHistory(path).saved() == (
        SavedSearch("garden", "garden"),
        SavedSearch("leases", "lease type:pdf,docx"),
    )


def test_saved_searches_are_renamed_and_removed_but_never_two_of_one_name(qapp, path):
    history = SearchHistory(path)
    history.save("a", "1")
    history.save("b", "2")
    history.rename("a", "b")
    history.rename("a", "c")
    history.remove("b")
    history.remove("never there")
    assert history.saved() == (SavedSearch("c", "1"),)


def test_the_history_has_each_query_once_latest_first_and_ends_at_200(qapp, path):
    history = SearchHistory(path)
    for number in range(250):
        history.remember(f"query {number}")
    history.remember("  query 100 ")
    history.remember("   ")
    again = SearchHistory(path).history()
    assert again[:2] == ("query 100", "query 249")
    assert len(again) == len(set(again)) == 200
    history.clear_history()
    assert SearchHistory(path).history() == ()


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"saved": 3, "history": []}', b'{"saved": [], "history": [1]}', b"\xff"]
)
def test_a_damaged_file_is_kept_aside(qapp, path, damage):
    path.write_bytes(damage)
    history = SearchHistory(path)
    assert (history.saved(), history.history()) == ((), ())
    history.save("a", "1")
    assert SearchHistory(path).saved() == (SavedSearch("a", "1"),)
    assert (path.parent / "searches.json.damaged").read_bytes() == damage


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_nobody_else_can_read_what_was_searched_for(qapp, path):
    SearchHistory(path).remember("secret")
    assert path.stat().st_mode & 0o077 == 0


def test_every_change_is_told(qapp, qtbot, path):
    history = SearchHistory(path)
    for change in (lambda: history.save("a", "1"), lambda: history.remember("x"), history.clear_history):
        with qtbot.waitSignal(history.changed):
            change()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/full")
def test_on_a_full_disk_it_is_told_once_and_the_search_is_kept_as_long_as_the_window_is_open(qtbot, path):
    history = SearchHistory(path)
    history.save("garden", "garden")
    before = path.read_bytes()
    told = []
    history.failed.connect(told.append)
    fresh = path.with_suffix(".new")
    for name in ("leases", "boiler"):
        fresh.symlink_to("/dev/full")
        history.save(name, name)
        assert not fresh.is_symlink()
    assert len(told) == 1
    assert "the disk is full" in told[0]
    assert [each.name for each in history.saved()] == ["garden", "leases", "boiler"]
    assert path.read_bytes() == before
    history.save("taxes", "taxes")
    assert len(SearchHistory(path).saved()) == 4


def test_a_whole_text_that_was_pasted_is_not_remembered(qapp, path):
    history = SearchHistory(path)
    history.remember("word " * 300)
    assert history.history() == ()


def test_searches_that_are_encrypted_wait_for_their_key(tmp_path):
    path, key = tmp_path / "searches.json", bytes(32)
    SearchHistory(path, key=key).save("boiler", "boiler service")
    sealed = path.read_bytes()
    without = SearchHistory(path)
    without.save("fence", "garden fence")
    assert path.read_bytes() == sealed
    assert [each.name for each in SearchHistory(path, key=key).saved()] == ["boiler"]
