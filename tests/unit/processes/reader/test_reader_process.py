"""The searching process over pipes: what it answers, in what order, and what it lives through."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import psutil
import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.search import Mode
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage, SearchMessage
from findling.processes.reader.library_messages import (
    AskFileInfo,
    AskFileIssues,
    AskFolders,
    AskIssueFiles,
    AskStatus,
    FileIssues,
    FolderReports,
    IssueFiles,
    MakeSurvey,
    Surveyed,
    TryExcludes,
)
from findling.processes.reader.preview_messages import DocumentShown, DrawPage, PageDrawn, ShowDocument
from findling.processes.reader.search_messages import FindSimilar, SearchRequest, SearchResponse
from findling.processes.reader.superseded_reply import Superseded
from waiting import PATIENCE_SECONDS, wait_until


def names(reply) -> list[str]:
    assert isinstance(reply, SearchResponse), reply
    return [result.path.name for result in reply.answer.results]


def find(workspace, name: str) -> Path:
    (path,) = workspace.folder.rglob(name)
    return path


def test_a_search_is_answered_by_words_first_and_then_in_full(sample, open_window):
    first, final = open_window(sample.paths).replies(SearchRequest("guarantee of the washing machine"))
    assert (first.answer.mode, final.answer.mode) == (Mode.WORDS, Mode.HYBRID)
    assert names(first)[0] == names(final)[0] == "Washing machine guarantee.eml"


def test_the_first_answer_holds_what_a_screen_does_and_the_final_one_all(sample, open_window):
    first, final = open_window(sample.paths).replies(SearchRequest("the", limit=5, first=2))
    assert (len(names(first)), len(names(final))) == (2, 5)


def test_who_has_rows_before_them_gets_one_answer(sample, open_window):
    (reply,) = open_window(sample.paths).replies(SearchRequest("guarantee of the washing machine", first=0))
    assert reply.answer.mode is Mode.HYBRID


@pytest.mark.parametrize("mode", [Mode.WORDS, Mode.MEANING])
def test_a_search_in_one_way_has_one_answer(sample, open_window, mode):
    (reply,) = open_window(sample.paths).replies(SearchRequest("washing machine", mode))
    assert names(reply)[0] == "Washing machine guarantee.eml"


@pytest.mark.parametrize("query", ["", "   "])
def test_an_empty_query_finds_nothing_and_needs_no_note(sample, open_window, query):
    (reply,) = open_window(sample.paths).replies(SearchRequest(query))
    assert names(reply) == []
    assert reply.answer.notes == ()


def test_of_searches_that_come_together_those_between_are_dropped(sample, open_window):
    window = open_window(sample.paths)
    window.ask(SearchRequest("warm"))
    numbers = window.send(*(SearchRequest("washing machine"[:end]) for end in range(1, 16)))
    heard = window.hear_all(numbers)
    final = {answered.number: answered.reply for answered in heard if answered.final}
    dropped = [number for number, reply in final.items() if isinstance(reply, Superseded)]
    assert len(dropped) > 5
    assert names(final[numbers[-1]])[0] == "Washing machine guarantee.eml"
    assert [each.number for each in heard if isinstance(each.reply, SearchResponse)] == sorted(
        each.number for each in heard if isinstance(each.reply, SearchResponse)
    )


def test_a_file_finds_its_like_but_not_itself(sample, open_window):
    path = find(sample, "Washing machine guarantee.eml")
    found = names(open_window(sample.paths).ask(FindSimilar(path)))
    assert found
    assert path.name not in found


def test_a_file_from_elsewhere_finds_its_like_and_one_that_is_nowhere_is_refused(sample, open_window, tmp_path):
    window = open_window(sample.paths)
    elsewhere = tmp_path / "a note.txt"
    elsewhere.write_text("The washing machine leaks, and its guarantee ends in spring.")
    assert "Washing machine guarantee.eml" in names(window.ask(FindSimilar(elsewhere)))
    refused = window.ask(FindSimilar(tmp_path / "nowhere.txt"))
    assert isinstance(refused, Failed)
    assert refused.notice.message is LibraryMessage.NO_FILE


def test_a_report_does_not_wait_for_a_search(sample, open_window):
    window = open_window(sample.paths)
    search, status = window.send(SearchRequest("the model is loaded for this"), AskStatus())
    order = [answered.number for answered in window.hear_all([search, status]) if answered.final]
    assert order == [status, search]


def test_before_there_is_a_library_everything_is_answered_with_nothing(workspace, open_window):
    window = open_window(workspace.paths)
    file = workspace.write("a.txt", "some text")
    assert names(window.ask(SearchRequest("text"))) == []
    assert window.ask(SearchRequest("text")).answer.notes
    assert window.ask(FindSimilar(file)).answer.notes
    status = window.ask(AskStatus())
    assert (status.files, status.chunks, status.model) == (0, 0, "all-MiniLM-L6-v2")
    assert window.ask(AskFolders()) == FolderReports(())
    assert window.ask(AskFileIssues()) == FileIssues(())
    assert window.ask(AskIssueFiles(Reason.EMPTY)) == IssueFiles(Reason.EMPTY, ())
    facts = window.ask(AskFileInfo(file))
    assert (facts.size, facts.folder, facts.words) == (9, None, 0)


def test_a_library_that_appears_later_is_searched_without_a_restart(workspace, open_window):
    window = open_window(workspace.paths)
    assert names(window.ask(SearchRequest("lighthouse"))) == []
    workspace.write("coast.txt", "The lighthouse keeper writes a letter.")
    workspace.index()
    assert names(window.ask(SearchRequest("lighthouse"))) == ["coast.txt"]
    workspace.write("ships.txt", "A ship passes the lighthouse at night.")
    workspace.index()
    assert sorted(names(window.ask(SearchRequest("lighthouse")))) == ["coast.txt", "ships.txt"]
    assert window.ask(AskStatus()).indexed == 2


def test_a_library_without_files_says_that_there_is_nothing_yet(workspace, open_window):
    workspace.index()
    first, final = open_window(workspace.paths).replies(SearchRequest("anything"))
    assert first.answer.notes == final.answer.notes
    assert [note.message for note in final.answer.notes] == [SearchMessage.NOTHING_YET]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let an open database be deleted")
def test_a_library_that_is_deleted_and_made_anew_is_the_one_that_is_searched(workspace, open_window):
    window = open_window(workspace.paths)
    old = workspace.write("old.txt", "An orchard of old apple trees.")
    workspace.index()
    assert names(window.ask(SearchRequest("apple trees"))) == ["old.txt"]
    shutil.rmtree(workspace.paths.data)
    assert names(window.ask(SearchRequest("apple trees"))) == []
    old.unlink()
    workspace.write("new.txt", "New apple trees were planted.")
    workspace.index()
    assert names(window.ask(SearchRequest("apple trees"))) == ["new.txt"]
    assert window.ask(AskStatus()).files == 1


def test_a_damaged_library_is_refused_in_words_and_lived_through(workspace, open_window):
    workspace.write("a.txt", "An orchard of old apple trees.")
    workspace.index()
    kept = workspace.paths.database.read_bytes()
    workspace.paths.database.write_bytes(b"nonsense" * 1000)
    window = open_window(workspace.paths)
    for question in (
        SearchRequest("apple"),
        AskStatus(),
        AskFolders(),
        AskFileIssues(),
        AskFileInfo(workspace.folder / "a.txt"),
    ):
        refused = window.ask(question)
        assert isinstance(refused, Failed)
        assert refused.notice.message is LibraryMessage.DATABASE_DAMAGED
    workspace.paths.database.write_bytes(kept)
    assert names(window.ask(SearchRequest("apple"))) == ["a.txt"]


def test_damaged_indexes_leave_what_the_other_one_finds(workspace, open_window):
    workspace.write("a.txt", "An orchard of old apple trees.")
    workspace.index()
    for file in workspace.paths.words.rglob("*"):
        if file.is_file():
            file.write_bytes(b"nonsense")
    assert names(open_window(workspace.paths).ask(SearchRequest("apple"))) == ["a.txt"]


def test_settings_that_cannot_be_read_keep_no_search_from_being_answered(workspace, open_window):
    workspace.write("a.txt", "apples and pears")
    workspace.index()
    workspace.paths.settings.write_text("threads = 'many'")
    assert names(open_window(workspace.paths).ask(SearchRequest("apples"))) == ["a.txt"]


def test_reports_tell_how_the_files_stand(sample, open_window):
    window = open_window(sample.paths)
    status = window.ask(AskStatus())
    assert status.files == status.indexed + status.skipped + status.failed
    (folder,) = window.ask(AskFolders()).folders
    assert (folder.path, folder.files) == (sample.folder, status.files)
    (issue,) = window.ask(AskFileIssues(sample.folder)).issues
    assert (issue.reason, issue.count) == (Reason.DAMAGED, 1)
    (file,) = window.ask(AskIssueFiles(issue.reason)).files
    assert file.path.name == "broken.pdf"
    assert window.ask(AskIssueFiles(issue.reason, after=file.path)).files == ()


def test_facts_tell_what_a_file_is_and_where_its_copies_are(sample, open_window):
    window = open_window(sample.paths)
    facts = window.ask(AskFileInfo(find(sample, "Reading list.txt")))
    assert facts.status is FileStatus.INDEXED
    assert facts.folder == sample.folder
    assert facts.copies == (sample.folder / "copy of the list.txt",)
    assert facts.words > 20
    assert facts.passages >= 1
    broken = window.ask(AskFileInfo(sample.folder / "broken.pdf"))
    assert (broken.reason, broken.kind) == (Reason.DAMAGED, None)
    assert isinstance(window.ask(AskFileInfo(sample.folder / "no such file")), Failed)


def test_rules_are_tried_before_there_is_a_library(workspace, open_window):
    workspace.write("keep.txt", "kept")
    workspace.write("drafts/one.txt", "left out")
    trial = open_window(workspace.paths).ask(TryExcludes(workspace.folder, ("drafts/",)))
    assert (trial.kept, trial.left_out, trial.examples) == (1, 1, (f"drafts{os.sep}",))


def test_a_survey_ends_with_the_time_that_indexing_would_take(sample, open_window):
    (survey,) = open_window(sample.paths).ask(MakeSurvey((sample.folder,))).surveys
    assert survey.complete
    assert survey.files >= 12
    assert survey.size > 0
    assert survey.disk > 0
    assert survey.seconds > 0


def test_a_later_survey_drops_the_one_that_goes_on(workspace, open_window):
    window = open_window(workspace.paths)
    (long,) = window.send(MakeSurvey((Path(sys.base_prefix),)))
    assert isinstance(window.hear().reply, Surveyed)
    (short,) = window.send(MakeSurvey((workspace.folder,)))
    final = {answered.number: answered.reply for answered in window.hear_all([long, short]) if answered.final}
    assert isinstance(final[long], Superseded)
    assert final[short].surveys[0].path == workspace.folder


def test_a_document_is_shown_and_its_page_drawn(sample, open_window):
    window = open_window(sample.paths)
    path = find(sample, "Lease 14 Harrow Lane.pdf")
    shown = window.ask(ShowDocument(path))
    assert isinstance(shown, DocumentShown), shown
    assert (shown.preview.path, shown.preview.title != "") == (path, True)
    drawn = window.ask(DrawPage(path, 1, 300))
    assert isinstance(drawn, PageDrawn), drawn
    assert drawn.image.png.startswith(b"\x89PNG")


def test_a_page_that_was_drawn_once_is_not_drawn_again(sample, open_window):
    window = open_window(sample.paths)
    page = DrawPage(find(sample, "Lease 14 Harrow Lane.pdf"), 1, 300)
    drawn = window.ask(page)
    (child,) = window.children()
    child.suspend()
    try:
        assert window.ask(page) == drawn
    finally:
        child.resume()


def test_a_preview_that_cannot_be_made_is_refused_with_the_reason(sample, open_window):
    refused = open_window(sample.paths).ask(ShowDocument(sample.folder / "broken.pdf"))
    assert isinstance(refused, Failed)
    assert refused.reason is Reason.DAMAGED
    assert refused.notice.message is SearchMessage.NO_PREVIEW


def test_keys_are_shown_only_to_who_wants_to_see_them(workspace, open_window):
    window = open_window(workspace.paths)
    body = "b3BlbnNzaC1rZXktdjEAAAAA" * 9
    path = workspace.write("id", f"-----BEGIN OPENSSH PRIVATE KEY-----\n{body}\n-----END OPENSSH PRIVATE KEY-----\n")
    assert window.ask(ShowDocument(path, secrets=False)).reason is Reason.SECRET
    assert body in window.ask(ShowDocument(path)).preview.text


def test_a_file_that_is_written_anew_is_shown_anew(workspace, open_window):
    window = open_window(workspace.paths)
    path = workspace.write("note.txt", "the first words")
    assert "first" in window.ask(ShowDocument(path)).preview.text
    workspace.write("note.txt", "some other words by now")
    assert "other" in window.ask(ShowDocument(path)).preview.text


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_parser_child_may_be_killed_at_any_time(workspace, open_window):
    window = open_window(workspace.paths)
    for number in range(3):
        path = workspace.write(f"{number}.txt", "some words")
        assert isinstance(window.ask(ShowDocument(path)), DocumentShown)
        (child,) = window.children()
        child.kill()
        wait_until(lambda child=child: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def test_a_document_wanted_now_does_not_wait_for_one_that_takes_long(workspace, open_window):
    window = open_window(workspace.paths)
    window.ask(ShowDocument(workspace.write("first.txt", "starts the child")))
    (child,) = window.children()
    before = child.cpu_times().user
    # On which Lexbor computes for a minute and more.
    slow = workspace.write("slow.html", "<p " + " ".join(f"a{number}" for number in range(1_500_000)) + ">text</p>")
    numbers = window.send(ShowDocument(slow))
    wait_until(lambda: child.cpu_times().user > before + 0.5)
    numbers += window.send(ShowDocument(workspace.write("wanted.txt", "wanted now")))
    heard = {answered.number: answered.reply for answered in window.hear_all(numbers)}
    assert isinstance(heard[numbers[0]], Superseded)
    assert isinstance(heard[numbers[1]], DocumentShown)


def test_stray_prints_go_to_standard_error(workspace, open_window):
    program = (
        "import os, sys, findling.processes.reader.request_thread as thread\n"
        "answer = thread.RequestThread._answer\n"
        "def noisy(self, asked):\n"
        "    print('a stray print'); os.write(1, b'stray bytes'); answer(self, asked)\n"
        "thread.RequestThread._answer = noisy\n"
        "from findling.processes.reader.main import main\n"
        "sys.exit(main())\n"
    )
    window = open_window(workspace.paths, (sys.executable, "-c", program))
    assert names(window.ask(SearchRequest("text"))) == []
    assert window.ask(AskFolders()) == FolderReports(())


def test_a_line_that_is_no_question_is_passed_over(workspace, open_window):
    window = open_window(workspace.paths)
    window.write(b'nonsense\n{"type": "asked"}\n\n')
    assert window.ask(AskFolders()) == FolderReports(())


def test_a_closed_input_ends_the_process_and_its_children(sample, open_window):
    window = open_window(sample.paths)
    window.ask(ShowDocument(find(sample, "Reading list.txt")))
    children = window.children()
    window.send(SearchRequest("in the middle of a search"), MakeSurvey((Path("/usr"),)))
    assert window.process.stdin
    window.process.stdin.close()
    assert window.process.wait(PATIENCE_SECONDS) == 0
    assert psutil.wait_procs(children, PATIENCE_SECONDS)[1] == []


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts do not reach a child that way there")
def test_an_interrupt_from_the_keyboard_is_the_window_s_to_mind(workspace, open_window):
    window = open_window(workspace.paths)
    window.process.send_signal(signal.SIGINT)
    assert window.ask(AskFolders()) == FolderReports(())


def test_nothing_is_written_but_a_log(sample, open_window):
    def listed() -> set[Path]:
        return {path for path in sample.paths.data.rglob("*") if path.is_file() and "logs" not in path.parts}

    before = {path: path.stat().st_mtime_ns for path in listed() if path.suffix not in {".db-shm", ".db-wal"}}
    open_window(sample.paths).ask(SearchRequest("washing machine"))
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert {path.name for path in listed() - before.keys()} <= {"library.db-shm", "library.db-wal"}
