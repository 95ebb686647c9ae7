"""Messages of all rooms are shown in the window's language, with buttons for what the window can do about them."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QPushButton

import translate
from findling.domain.files import Reason
from findling.format_table import UNREAD_FORMATS
from findling.ipc.failures import Failed
from findling.messages.command_templates import CheckMessage, CommandMessage, WindowMessage
from findling.messages.file_templates import FileMessage
from findling.messages.library_templates import LibraryMessage, SearchMessage
from findling.messages.message_json import CATALOGUES
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import FindingMessage, ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.server_templates import ServerMessage
from findling.messages.system_templates import SystemMessage
from findling.ui.i18n.notices import describe, describe_message, describe_remedies
from findling.ui.i18n.translation import install, isolate
from findling.ui.pages.preview.placeholders import RefusalView
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.remedies import Offer, RemedyAction, find_offers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from findling.messages.notice import Fact, Message, Notice

_TERMINAL_ONLY = (CommandMessage, WindowMessage, CheckMessage)
_COMMAND = re.compile(r"--[a-z]|\bfindling (index|library|models|remote|folders|files|remove|duplicates)\b")
# What only the terminal asks for: files and options that are typed there.
_TYPED = {Remedy.CHOOSE_FREE_NAME, Remedy.MAKE_PLAN, Remedy.COMPILE_NATIVE}
MESSAGES = [each for catalogue in CATALOGUES if catalogue not in _TERMINAL_ONLY for each in catalogue]


class Marking(QTranslator):
    """A language in which everything that has a translation stands in angle quotes."""

    def translate(self, context, source, disambiguation=None, n=-1):
        return f"‹{source}›" if context == "Messages" else ""

    def isEmpty(self):
        return False


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    translator = Marking(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)
    translator.deleteLater()


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Let the application speak a language for the length of a test."""
    before, in_use = QLocale(), []
    yield lambda language: in_use.extend(install(qapp, language))
    for each in in_use:
        QCoreApplication.removeTranslator(each)
        each.deleteLater()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _sample(form: str, at: int) -> Fact:
    """A fact of the form that a template has for it, which can be told from others in the sentence."""
    match form.split(".")[0]:
        case "number":
            return 10_000_000 + at
        case "size":
            return 1_200_000_000 + at * 1_000_000_000
        case "percent":
            return 0.87
        case "list":
            return f"one{at}", f"two{at}"
    return f"fact{at}"


def _fields(template: str) -> list[tuple[str, str]]:
    return [(name, form or "") for _, name, form, _ in Formatter().parse(template) if name is not None]


def _fill(message: Message) -> Notice:
    fields = [field for sentence in message.sentences for field in _fields(sentence)]
    return message(**{name: _sample(form, at) for at, (name, form) in enumerate(fields)})


@pytest.mark.parametrize("language", ["en", *translate.LANGUAGES])
def test_every_message_names_all_its_facts_in_every_language(speak: Callable[[str], None], language: str) -> None:
    speak(language)
    for message in MESSAGES:
        said = describe(_fill(message))
        assert bool(said) is bool(message.window), message
        assert "{" not in said, message
        for at, (_, form) in enumerate(_fields(message.window), start=len(_fields(message.template))):
            if not form:
                assert f"fact{at}" in said, message
            if form == "list":
                assert f"one{at}" in said, message
            if form.startswith("number"):
                assert QLocale().toString(10_000_000 + at) in said, message


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("message", [each for each in MESSAGES if each.window], ids=lambda each: each.code)
def test_every_message_is_looked_up_among_the_translations(message: Message) -> None:
    assert describe(_fill(message)).startswith("‹")


@pytest.mark.usefixtures("marked")
@pytest.mark.parametrize("message", [each for each in MESSAGES if each.frozen], ids=lambda each: each.code)
def test_the_window_of_the_frozen_program_says_its_own_advice(
    message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert describe(_fill(message)) == f"‹{message.frozen}›"


@pytest.mark.parametrize("message", [each for each in MESSAGES if each not in _TYPED], ids=lambda each: each.code)
def test_the_window_speaks_of_no_commands(message: Message) -> None:
    assert not _COMMAND.search(message.window)


@pytest.mark.usefixtures("marked")
def test_what_the_system_says_within_a_sentence_is_said_too() -> None:
    notice = LibraryMessage.FOLDER_UNREADABLE(folder=Path("/mnt/x"), reason=SystemMessage.PERMISSION_DENIED())
    assert "‹Permission denied›" in describe(notice)


@pytest.mark.usefixtures("marked")
def test_a_folder_that_is_called_like_a_sentence_keeps_its_name() -> None:
    assert "‹Permission denied›" not in describe(LibraryMessage.NO_FOLDER(folder=Path("Permission denied")))


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (FileMessage.CHARACTERS(limit=10_000_000), "10.000.000 Zeichen"),
        (FileMessage.PAGES_READ(read=1_200, all=5_000), "1.200 von 5.000 Seiten"),
        (SystemMessage.DISK_FULL(needed=1_234_000_000), "etwa 1,2 GB"),
        (ModelMessage.VECTORS_OFF(far=0.005), "um 0,0050 ab"),
        (FindingMessage.SPEED(tokens=12_345, milliseconds=5), "12.345 Token"),
        (ServerMessage.OTHER_VECTORS(likeness=0.5, needed=0.99), "Ähnlichkeit 0,5000, nötig ist 0,99"),
    ],
)
def test_figures_are_written_as_the_language_does(speak: Callable[[str], None], notice: Notice, words: str) -> None:
    speak("de")
    assert words in describe(notice)


def test_a_path_keeps_its_direction_within_a_sentence_of_another_language(speak: Callable[[str], None]) -> None:
    notice = LibraryMessage.NO_FOLDER(folder=Path("/mnt/x\ny"))
    shown = str(Path("/mnt/x\N{REPLACEMENT CHARACTER}y"))
    assert describe(notice) == f"There is no folder {shown}."
    speak("he")
    assert isolate(shown) in describe(notice)


def test_what_happened_and_what_to_do_can_be_told_apart() -> None:
    notice = LibraryMessage.NO_FOLDERS_YET().advising(Remedy.ADD_FOLDER(), Remedy.TRY_ONCE_MORE())
    assert describe_message(notice) == "The library has no folders yet."
    assert describe_remedies(notice) == "Add a folder in the library. Try again."


LOG = Path("/logs/writer.log")


@pytest.mark.parametrize(
    ("notice", "offers"),
    [
        (LibraryMessage.NO_FOLDERS_YET(), ()),
        (LibraryMessage.NO_FOLDERS_YET().advising(Remedy.ADD_FOLDER()), (Offer(RemedyAction.ADD_FOLDER),)),
        (
            LibraryMessage.DATABASE_DAMAGED(file=LOG, reason="x").advising(Remedy.REINDEX()),
            (Offer(RemedyAction.MEND, LOG),),
        ),
        (
            ModelMessage.NO_RERANKER().advising(ModelRemedy.INSTALL_ONE(model="m"), ModelRemedy.SEE_ALL()),
            (Offer(RemedyAction.SHOW_MODELS, model="m"), Offer(RemedyAction.SHOW_MODELS)),
        ),
        (SystemMessage.BUG(error="x").advising(Remedy.REPORT(file=LOG)), (Offer(RemedyAction.REVEAL, LOG),)),
        (
            SystemMessage.SETTINGS_UNREADABLE(file=LOG, reason="x").advising(Remedy.CORRECT_OR_DELETE()),
            (Offer(RemedyAction.REVEAL, LOG),),
        ),
        (SystemMessage.BUG(error="x").advising(Remedy.CORRECT()), ()),
        (
            ModelMessage.ONLY_WORDS(
                reason=ServerMessage.WANTS_KEY(server="s").advising(ModelRemedy.STORE_KEY(address="s"))
            ),
            (Offer(RemedyAction.SET_SERVER),),
        ),
    ],
)
def test_the_window_offers_what_it_can_do_itself(notice: Notice, offers: tuple[Offer, ...]) -> None:
    assert find_offers(notice) == offers


def _press(widget, words: str) -> None:
    next(each for each in widget.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def test_a_notice_has_a_button_for_its_remedy_that_goes_with_it(theme, qtbot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.tell("bad", LibraryMessage.NO_FOLDERS_YET().advising(Remedy.ADD_FOLDER()))
    with qtbot.waitSignal(bar.remedy_wanted) as taken:
        _press(bar, "Add a folder…")
    assert taken.args == [Offer(RemedyAction.ADD_FOLDER)]
    bar.say("soft", "All is well.")
    assert not any(each.isVisible() for each in bar.findChildren(QPushButton))


def test_a_file_that_cannot_be_shown_can_be_read_again_from_where_that_is_said(theme, qtbot) -> None:
    refusal = RefusalView(theme)
    qtbot.addWidget(refusal)
    refusal.show()
    why = SearchMessage.NO_PREVIEW(reason=FileMessage.OFFLINE()).advising(Remedy.CONNECT_AND_RETRY())
    refusal.show_reason(Failed(why, reason=Reason.OFFLINE))
    with qtbot.waitSignal(refusal.remedy_wanted) as taken:
        _press(refusal, "Read again")
    assert taken.args[0].action is RemedyAction.RETRY


@pytest.mark.parametrize("language", translate.LANGUAGES)
def test_a_format_that_is_known_but_not_read_is_named_in_the_language_of_the_window(
    speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    (program,) = (known for known in UNREAD_FORMATS if ".jar" in known.suffixes)
    shown = describe(FileMessage.FORMAT(label=program.label))
    assert shown
    assert "program in an archive" not in shown
