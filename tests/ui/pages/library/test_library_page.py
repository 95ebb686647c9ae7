"""The Library page, over a writer whose engine does nothing and a library that is told of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QToolButton

from findling.domain.confinement_report import Access, ConfinementReport
from findling.domain.files import Reason
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage, describe_away
from findling.paths import LibraryPaths
from findling.processes.reader.library_messages import AskFileIssues, AskFolders, AskIssueFiles, AskStatus, MakeSurvey
from findling.processes.reader.preview_messages import ShowDocument
from findling.processes.writer.messages import Add, Forget, Index, Remove
from findling.ui.ipc.writer_activity import Activity
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.library.issue_actions import IssueAction
from findling.ui.pages.library.library_header import LibraryHeader
from findling.ui.services.pause import Rest
from findling.ui.widgets.controls import Label
from readerstub import folder_report


def make_well(link) -> None:
    """Let every file be searchable."""
    link.ailing = {}
    link.folders = [replace(each, indexed=each.files, skipped=0, failed=0) for each in link.folders]


@pytest.fixture
def papers(home, link):
    path = home / "Papers"
    link.folders = [folder_report(path, 1204, indexed=1100, skipped=60, failed=4, exclude=("*.zip",))]
    link.ailing = {Reason.DAMAGED: [path / f"{n:02d}.pdf" for n in range(4)], Reason.EMPTY: [path / "empty.txt"] * 60}
    return path


def button(widget, name: str) -> QAbstractButton:
    found = [
        each
        for kind in (QPushButton, QToolButton)
        for each in widget.findChildren(kind)
        if name in (each.text(), each.accessibleName()) and each.isVisibleTo(widget)
    ]
    assert len(found) == 1, (name, found)
    return found[0]


def done(writer, kind):
    """The commands of a kind that the writer has carried out."""
    commands = []
    writer.finished.connect(lambda command, _: commands.append(command) if isinstance(command, kind) else None)
    return commands


def follow(qtbot, writer):
    writer.start()
    qtbot.waitUntil(lambda: writer.state.activity is Activity.FOLLOWING)


def drop(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, plain)
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    page.dropEvent(QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, plain))


def test_nothing_is_asked_before_it_is_seen(page, link, papers):
    page.refresh()
    assert link.asked == []


def test_it_says_how_many_files_there_are_and_where_they_stand(shown, papers):
    page = shown()
    assert page.header.counts == (
        "1,204 file(s), 1,100 searchable by their text, 104 by name only, 40 waiting, 60 skipped, 4 failed"
    )
    assert page.folders.row(papers).words == (
        "1,204 file(s), 1,100 searchable by their text",
        "40 waiting",
        "Leaves out *.zip",
    )


def test_changes_of_the_library_are_asked_for_no_more_than_once_a_second(qtbot, shown, writer, link, papers):
    page = shown()
    for _ in range(10):
        writer.library_changed.emit()
    assert (link.count(AskStatus), link.count(AskFolders), link.count(AskFileIssues)) == (1, 1, 1)
    link.folders = [folder_report(papers, 1300)]
    qtbot.waitUntil(lambda: "1,300 file(s), 1,300 searchable by their text" in page.header.counts)
    assert link.count(AskStatus) == 2


@pytest.mark.parametrize(
    ("confinement", "told"),
    [
        (
            ConfinementReport((Access.READ, Access.NETWORK)),
            "What opens your documents is shut off from your other files, the network.",
        ),
        (
            ConfinementReport((Access.READ,), (Access.NETWORK,)),
            "What opens your documents is not shut off on this system from the network.",
        ),
    ],
)
def test_it_says_what_is_shut_off_from_the_program_that_opens_documents(shown, link, papers, confinement, told):
    link.folders, link.confinement = [folder_report(papers)], confinement
    assert told in {label.text() for label in shown().findChildren(QLabel)}


def test_a_row_with_its_rules_open_stays_what_it_is_while_figures_change(qtbot, shown, link, papers, home):
    page = shown()
    row = page.folders.row(papers)
    row.edit_rules()
    focused = page.focusWidget()
    link.folders = [folder_report(home / "Letters"), folder_report(papers, 1300)]
    page.refresh()
    qtbot.waitUntil(lambda: len(page.folders.paths) == 2)
    assert page.folders.row(papers) is row
    assert row.rules is not None
    assert page.focusWidget() is focused


def test_an_empty_library_leads_to_the_first_steps(qtbot, shown):
    page = shown()
    with qtbot.waitSignal(page.welcome_wanted):
        button(page, "Choose folders…").click()


def test_dropped_folders_are_added(qtbot, shown, writer, home):
    page = shown()
    added = done(writer, Add)
    writer.start()
    drop(page, home / "Papers", home / "Letters")
    assert page.folders.paths == (home / "Letters", home / "Papers")
    assert page.folders.row(home / "Papers").words == ("being added",)
    qtbot.waitUntil(lambda: added == [Add(home / "Papers"), Add(home / "Letters")])


def test_a_dropped_file_offers_its_folder(shown, home):
    page = shown()
    (home / "Letters" / "to Ada.txt").touch()
    drop(page, home / "Letters" / "to Ada.txt")
    assert "is a file" in page.notice.words
    assert page.folders.paths == ()
    button(page.notice, "Add ~/Letters").click()
    assert page.folders.paths == (home / "Letters",)


def test_a_folder_within_a_known_one_is_not_added(shown, papers):
    page = shown()
    page.add_folders([papers / "Old"])
    assert page.notice.words == "~/Papers/Old is covered already: it lies in ~/Papers."
    assert page.folders.paths == (papers,)


def test_the_home_folder_is_counted_and_added_only_on_insisting(shown, link, home):
    page = shown()
    page.add_folders([home])
    assert link.asked[-1] == MakeSurvey((home,))
    assert page.notice.words.startswith("~ is very wide")
    assert page.notice.words.endswith("100 document(s).")
    assert page.folders.paths == ()
    button(page.notice, "Add it anyway").click()
    assert page.folders.paths == (home,)


def test_a_late_count_of_a_wide_folder_does_not_bring_back_what_was_put_away(shown, link, home):
    page = shown()
    link.waits = True
    page.add_folders([home])
    button(page.notice, "Put this away").click()
    link.tell()
    assert page.notice.words == ""


def test_what_the_writer_refuses_is_said_and_the_expected_row_goes(qtbot, shown, writer, home):
    page = shown()
    writer.start()
    page.add_folders([home / "Papers"])
    (home / "Papers" / "Old").rmdir()
    (home / "Papers").rmdir()
    qtbot.waitUntil(lambda: "does not exist" in page.notice.words)
    assert "Check its name." in page.notice.words
    assert page.folders.paths == ()


def test_forgetting_asks_first_and_the_harmless_answer_has_the_focus(qtbot, shown, writer, papers):
    page = shown()
    forgotten = done(writer, Remove)
    follow(qtbot, writer)
    row = page.folders.row(papers)
    button(row, "Forget this folder").click()
    assert "Forget 1,204 file(s) of ~/Papers? The files themselves stay where they are." in row.words
    assert page.focusWidget() is button(row, "Keep it")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert not any("Forget" in words for words in row.words)
    button(row, "Forget this folder").click()
    button(row, "Forget 1,204 file(s)").click()
    assert "being forgotten" in row.words
    qtbot.waitUntil(lambda: forgotten == [Remove(papers)])


def test_files_whose_disk_is_away_are_counted_and_forgotten_only_on_insisting(qtbot, shown, writer, link, papers):
    link.folders = [replace(each, offline=15) for each in link.folders]
    page = shown()
    forgotten = done(writer, Forget)
    follow(qtbot, writer)
    row = page.folders.row(papers)
    writer.noticed.emit(describe_away(15, papers))
    assert "not connected" not in row.words
    button(row, "15 offline").click()
    assert "15 file(s) of ~/Papers are not there now, but may come back. Forget them?" in row.words
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    button(row, "15 offline").click()
    button(row, "Forget 15 file(s)").click()
    qtbot.waitUntil(lambda: forgotten == [Forget(papers)])


@pytest.mark.parametrize(("typed", "sent"), [("*.7z", ("*.7z",)), ("", ())])
def test_saved_rules_reach_the_writer(qtbot, shown, writer, papers, typed, sent):
    page = shown()
    added = done(writer, Add)
    follow(qtbot, writer)
    row = page.folders.row(papers)
    button(row, "What is left out of this folder").click()
    row.rules.focusWidget().setPlainText(typed)
    button(row, "Save rules").click()
    assert row.rules is None
    qtbot.waitUntil(lambda: added == [Add(papers, sent)])


def test_a_folder_is_updated_and_opened_from_its_row(qtbot, shown, writer, desktop, papers):
    page = shown()
    follow(qtbot, writer)
    indexed = done(writer, Index)
    row = page.folders.row(papers)
    button(row, "Look at this folder again").click()
    button(row, "Open this folder").click()
    assert desktop.did == [("open", papers)]
    qtbot.waitUntil(lambda: Index((papers,)) in indexed)


def test_a_note_is_shown_at_the_folder_that_it_names_until_a_run_goes_without_it(qtbot, shown, writer, link, papers):
    link.folders.append(folder_report(Path(f"{papers} 2")))
    page = shown()
    writer.noticed.emit(LibraryMessage.FOLDER_EMPTY(folder=Path(f"{papers} 2"), count=10))
    assert "not connected" in page.folders.row(Path(f"{papers} 2")).words
    assert "not connected" not in page.folders.row(papers).words
    writer.finished.emit(Index(), None)
    writer.finished.emit(Index(), None)
    assert "not connected" not in page.folders.row(Path(f"{papers} 2")).words


def test_reasons_stand_in_order_with_words_count_and_remedy(shown, papers):
    page = shown()
    assert [group.words for group in page.health.groups] == [
        ("Damaged or cut off", "4 file(s)", "Open it in its own program and save it again."),
        ("The file is empty", "60 file(s)"),
    ]


def test_files_of_which_a_part_is_searchable_are_not_said_to_be_unsearchable(qtbot, shown, link, papers):
    page = shown()
    titles = lambda: [label.text() for label in page.health.findChildren(Label) if label.isVisible()]  # noqa: E731
    assert "Searchable by name only" in titles()
    assert "Only partly searchable" not in titles()
    link.ailing[Reason.PARTLY_READ] = [papers / "torn.pdf"]
    page.refresh()
    qtbot.waitUntil(lambda: "Only partly searchable" in titles())
    assert "Searchable by name only" in titles()
    assert page.health.groups[-1].reason is Reason.PARTLY_READ
    link.ailing = {Reason.PARTLY_READ: [papers / "torn.pdf"]}
    page.refresh()
    qtbot.waitUntil(lambda: "Searchable by name only" not in titles())
    assert titles().count("Only partly searchable") == 1


def test_a_folder_that_is_not_connected_is_said_to_be_so_until_it_is_back(shown, writer, link, papers):
    make_well(link)
    page = shown()
    writer.offline_changed.emit((LibraryMessage.NO_FOLDER(folder=papers),))
    assert "not connected" in page.folders.row(papers).words
    assert not page.health.all_is_well
    writer.offline_changed.emit(())
    assert "not connected" not in page.folders.row(papers).words
    assert page.health.all_is_well


def test_folders_that_cannot_be_watched_are_connected_and_it_is_said_as_long_as_it_is_so(shown, writer, papers):
    page = shown()
    writer.offline_changed.emit((LibraryMessage.UNWATCHED(),))
    assert "Changes are noticed only every few minutes" in page.notice.words
    assert "not connected" not in page.folders.row(papers).words
    writer.offline_changed.emit(())
    assert page.notice.words == ""


def test_update_now_may_be_asked_for_when_indexing_failed(qtbot, pause, tmp_path):
    writer = WriterLink(LibraryPaths.inside(tmp_path / "library"), command=["/nowhere"], delays=[0, 0, 0, 60_000])
    header = LibraryHeader(writer, pause)
    qtbot.addWidget(header)
    assert not button(header, "Update now").isEnabled()
    writer.start()
    qtbot.waitUntil(lambda: writer.state.activity is Activity.FAILED)
    assert button(header, "Update now").isEnabled()
    writer.stop()


def test_reasons_do_not_move_while_they_are_looked_at(qtbot, shown, link, papers):
    page = shown()
    link.ailing = {Reason.CRASHED: [papers / "x"] * 9, Reason.EMPTY: [papers / "e"], Reason.DAMAGED: [papers / "d"]}
    page.refresh()
    qtbot.waitUntil(lambda: len(page.health.groups) == 3)
    assert [group.reason for group in page.health.groups] == [Reason.CRASHED, Reason.DAMAGED, Reason.EMPTY]


def test_an_unfolded_reason_lists_its_files_and_stays_unfolded(qtbot, shown, link, desktop, papers):
    page = shown()
    page.show_health(Reason.DAMAGED)
    group = page.health.groups[0]
    assert group.model.rowCount() == 4
    link.ailing[Reason.DAMAGED] = link.ailing[Reason.DAMAGED][1:]
    page.refresh()
    qtbot.waitUntil(lambda: group.model.rowCount() == 3)
    assert page.health.groups[0] is group
    (papers / "01.pdf").touch()
    group.view.setCurrentIndex(group.model.index(0))
    button(group, "Open").click()
    button(group, "Show in folder").click()
    assert desktop.did == [("open", papers / "01.pdf"), ("reveal", papers / "01.pdf")]


def test_health_is_gone_to_even_before_it_is_known(qtbot, page, link, home, papers):
    for number in range(20):
        (home / str(number)).mkdir()
        link.folders.append(folder_report(home / str(number)))
    link.waits = True
    page.show_health(Reason.DAMAGED)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.settle()
    link.tell()
    group = page.health.groups[0]
    qtbot.waitUntil(lambda: 0 < group.mapTo(page, QPoint(0, 0)).y() < page.height() - group.height())


@pytest.mark.parametrize("goes_elsewhere", [False, True])
def test_the_keyboard_goes_to_a_reason_once_it_is_listed_unless_the_user_went_elsewhere(
    qtbot, shown, link, papers, goes_elsewhere
):
    link.ailing = {}
    page = shown()
    elsewhere = button(page, "Add folder…")
    page.show_health(Reason.DAMAGED)
    if goes_elsewhere:
        elsewhere.setFocus()
    link.ailing = {Reason.DAMAGED: [papers / "01.pdf"]}
    page.refresh()
    qtbot.waitUntil(lambda: len(page.health.groups) == 1)
    (group,) = page.health.groups
    assert group.model.rowCount() == 1
    focused = page.window().focusWidget()
    assert (focused is elsewhere) is goes_elsewhere, focused
    assert group.isAncestorOf(focused) is not goes_elsewhere


def test_health_can_be_narrowed_to_a_folder(shown, link, papers):
    page = shown()
    button(page.folders.row(papers), "64 by name only").click()
    assert page.health.folder == papers
    assert link.asked[-1] == AskFileIssues(papers)
    page.health.groups[0].unfold()
    assert link.asked[-1] == AskIssueFiles(Reason.DAMAGED, papers)


def test_trying_again_is_asked_for_all_or_for_the_chosen_folder(qtbot, shown, writer, papers):
    page = shown()
    follow(qtbot, writer)
    indexed = done(writer, Index)
    button(page.health, "Try again").click()
    qtbot.waitUntil(lambda: Index((), retry=True) in indexed)
    page.health.show_folder(papers)
    button(page.health, "Try again").click()
    qtbot.waitUntil(lambda: Index((papers,), retry=True) in indexed)


def test_where_nothing_ails_it_says_so(shown, link, papers):
    make_well(link)
    assert shown().health.all_is_well


def test_while_files_wait_it_does_not_say_that_every_file_is_searchable(shown, link, papers):
    link.ailing = {}
    assert link.status().pending
    assert not shown().health.all_is_well


def test_a_pause_is_shown_and_updating_is_not_offered_meanwhile(qtbot, shown, writer, pause, papers):
    page = shown()
    follow(qtbot, writer)
    pause.rest_for(Rest.RESUMED)
    assert page.header.activity == "Paused until you resume"
    assert not button(page.header, "Update now").isEnabled()
    button(page.header, "Resume").click()
    assert pause.rest is Rest.NOT
    assert button(page.header, "Pause").menu() is not None


def test_what_is_asked_for_while_indexing_rests_is_done_when_it_goes_on(qtbot, shown, writer, pause, papers):
    page = shown()
    follow(qtbot, writer)
    pause.rest_for(Rest.RESUMED)
    qtbot.waitUntil(lambda: writer.state.activity is Activity.PAUSED)
    indexed = done(writer, Index)
    button(page.health, "Try again").click()
    assert page.notice.words == "Indexing rests. This is done as soon as it goes on."
    pause.go_on()
    qtbot.waitUntil(lambda: Index((), retry=True) in indexed)


def test_a_folder_without_files_is_not_called_up_to_date(shown, link, home):
    link.folders = [folder_report(home / "Letters", 0)]
    assert shown().folders.row(home / "Letters").words == ("no files",)


def test_everything_can_be_reached_with_tab_and_has_a_name(qtbot, shown, papers):
    page = shown()
    page.folders.row(papers).edit_rules()
    page.health.groups[0].unfold()
    page.header.findChildren(QPushButton)[0].setFocus()
    seen = []
    while page.focusWidget() not in seen and len(seen) < 60:
        seen.append(page.focusWidget())
        page.focusNextChild()
    assert [each for each in seen if not (each.accessibleName() or getattr(each, "text", str)())] == []
    places = [each.mapTo(page, QPoint(0, 0)).y() // 40 for each in seen]
    assert places == sorted(places)
    wanted = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    assert set(wanted) <= set(seen)


def test_a_library_that_cannot_be_read_is_not_said_to_be_counted(qtbot, shown, link):
    link.refusal = Failed(LibraryMessage.NOTHING_INDEXED())
    page = shown()
    qtbot.waitUntil(lambda: page.header.counts == "The library cannot be read")


def test_it_is_shown_from_its_top(qtbot, shown, papers):
    page = shown()
    page.resize(500, 300)
    page.show_health()
    bar = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    page.hide()
    page.show()
    assert bar.value() == 0


def test_who_comes_again_is_at_the_top_with_the_keyboard_there(qtbot, shown, papers):
    page = shown()
    page.resize(700, 260)
    page.activateWindow()
    bar = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    button(page, "Update now").setFocus()
    page.scroll_to_top()
    assert bar.value() == 0
    assert page.focusWidget() is button(page, "Add folder…")


def test_what_stands_above_the_page_is_as_wide_as_what_is_on_it(qtbot, shown, papers):
    page = shown()
    page.notice.say("soft", "A note.")
    for height in (260, 1_400):
        page.resize(700, height)
        bar = page.findChild(QScrollArea).verticalScrollBar()
        qtbot.waitUntil(lambda height=height, bar=bar: (bar.maximum() > 0) is (height == 260))
        edge = lambda widget: widget.mapTo(page, widget.rect().topRight()).x()  # noqa: E731
        qtbot.waitUntil(lambda edge=edge: edge(page.notice) == edge(page.health))


def test_a_file_of_an_unfolded_reason_is_shown_below_its_list(qtbot, shown, link, papers):
    link.ailing = {Reason.NO_WORDS: [papers / "a.pdf", papers / "b.pdf"]}
    page = shown()
    page.health.groups[0].unfold()
    qtbot.waitUntil(lambda: ShowDocument(papers / "a.pdf", secrets=False) in link.asked)
    page.health.groups[0].view.setCurrentIndex(page.health.groups[0].model.index(1))
    qtbot.waitUntil(lambda: link.asked[-1] == ShowDocument(papers / "b.pdf", secrets=False))


@pytest.mark.parametrize(
    ("reason", "action"),
    [
        (Reason.ENCRYPTED, IssueAction.OPEN),
        (Reason.LEGACY, IssueAction.OPEN),
        (Reason.NO_PERMISSION, IssueAction.REVEAL),
        (Reason.CRASHED, IssueAction.RETRY),
        (Reason.NO_TEXT, None),
        (Reason.EMPTY, None),
        (Reason.SECRET, IssueAction.LET_IN),
    ],
)
def test_a_reason_that_can_be_mended_has_one_button_for_it(shown, link, papers, reason, action):
    link.ailing = {reason: [papers / "a.pdf"]}
    (group,) = shown().health.groups
    assert group.action is action


def test_a_document_that_needs_its_own_program_is_opened_in_it(shown, link, papers, desktop):
    (papers / "a.pdf").touch()
    link.ailing = {Reason.ENCRYPTED: [papers / "a.pdf", papers / "b.pdf"]}
    page = shown()
    button(page.health.groups[0], "Open it").click()
    assert desktop.did == [("open", papers / "a.pdf")]


def test_scans_are_mended_by_turning_on_text_recognition(shown, link, papers, preferences):
    preferences.change(recognise=False)
    link.ailing = {Reason.NO_TEXT: [papers / "a.pdf"]}
    page = shown()
    button(page.health.groups[0], "Turn on text recognition").click()
    assert preferences.settings.recognise
    assert page.health.groups[0].action is None


def test_a_file_with_keys_is_let_in_by_a_rule_for_it_alone(qtbot, shown, link, writer, papers):
    asked = []
    writer.finished.connect(lambda command, _: asked.append(command))
    writer.start()
    link.folders = [folder_report(papers, exclude=("*.bak",))]
    link.ailing = {Reason.SECRET: [papers / "old" / "pass [1].kdbx"]}
    page = shown()
    button(page.health.groups[0], "Let it in").click()
    qtbot.waitUntil(lambda: Add(papers, ("*.bak", "!/old/pass \\[1\\].kdbx")) in asked)
