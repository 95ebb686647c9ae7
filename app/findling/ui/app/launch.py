"""Launch of the window, or handover to the instance that runs."""

from __future__ import annotations

import gc
import sys
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from findling.domain.launch_request import LaunchRequest
from findling.errors import FindlingError
from findling.log import start_logging, stop_logging
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage
from findling.paths import LibraryPaths
from findling.ui.app.display_check import NoWindowError, check_fonts, check_screen, has_screen, import_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from findling.encryption.conversion_wish import ConversionWish
    from findling.settings import Settings
    from findling.ui.app.exit_request import ExitRequest, RestartState, WipeRequest
    from findling.ui.app.single_instance import SingleInstance

# One that is still starting on a busy machine, among many others, answers late; asked twice, it would do it twice.
_PATIENCE_SECONDS = 30.0
_PAUSE_SECONDS = 0.1


def open_window(paths: LibraryPaths, request: LaunchRequest) -> int:
    """Open the window on a library, or pass the request to the open one; return the exit status.

    Errors are shown in a dialog as well, since a start from a menu has no terminal.

    Raises:
        NoWindowError: there is no screen, or something that Qt needs is missing.
        FindlingError: the library's folders cannot be made.
    """
    if request.quits:
        with suppress(NoWindowError):  # where Qt cannot be loaded, no window is open
            import_qt()
            _end_other(paths)
        return 0
    check_screen()
    import_qt()
    try:
        return _open(paths, request)
    except NoWindowError:
        raise
    except FindlingError as error:
        _show_trouble(error)
        raise


def _end_other(paths: LibraryPaths) -> None:
    """Ask the running instance to quit, and wait until it has.

    Raises:
        FindlingError: it does not answer, or does not end.
    """
    from findling.ui.app.single_instance import QUIT, SingleInstance

    instance = SingleInstance(paths)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    is_asked = False
    while instance.finds_other():
        if time.monotonic() > deadline:
            raise FindlingError(SystemMessage.OPEN_ALREADY(), Remedy.TRY_AGAIN())
        # One that is still opening listens later.
        is_asked = is_asked or instance.ask_other(QUIT, round(_PATIENCE_SECONDS * 1_000))
        time.sleep(_PAUSE_SECONDS)


def _open(paths: LibraryPaths, request: LaunchRequest) -> int:
    paths.create()
    from findling.ui.app.single_instance import SingleInstance, list_words

    instance = SingleInstance(paths)
    words = list_words(request)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    if _hand_over(instance, words, deadline):
        return 0
    qt = _make_qt()
    if not _claim(instance, words, deadline):
        return 0
    qt.setApplicationDisplayName(title_of(paths))
    check_fonts()
    opened = _unlock(qt, paths)
    opened = _complete(qt, opened) if opened else None
    if opened is None:
        instance.release()
        return 0
    return _run(qt, opened, instance, request)


def _hand_over(instance: SingleInstance, words: list[str], deadline: float) -> bool:
    """Send the remaining requests to the running instance; return False if some were not taken."""
    while words and instance.ask_other(words[0], max(round((deadline - time.monotonic()) * 1_000), 1)):
        words.pop(0)
    return not words


def _claim(instance: SingleInstance, words: list[str], deadline: float) -> bool:
    """Become the running instance; return False if another runs and took the requests.

    Raises:
        FindlingError: another is open, and does not answer.
    """
    while not instance.claim():
        if _hand_over(instance, words, deadline):
            return False
        if time.monotonic() > deadline:
            raise FindlingError(SystemMessage.OPEN_ALREADY(), Remedy.TRY_AGAIN())
        time.sleep(_PAUSE_SECONDS)
    return True


def _unlock(qt: QApplication, paths: LibraryPaths) -> LibraryPaths | None:
    """Return the paths of a library, with the key of an encrypted one; None if it is not given."""
    if paths.memory is None or paths.key is not None:
        return paths
    from findling.settings import load_settings
    from findling.ui.app.passphrase_dialog import unlock_in_window
    from findling.ui.i18n.translation import install
    from findling.ui.theme.theme import Theme

    settings = load_settings(paths.settings).settings
    translators = install(qt, settings.language)
    theme = Theme(qt, settings.appearance)
    # Nothing is to end with the dialog, the last window there is, but by what is done next.
    qt.setQuitOnLastWindowClosed(False)
    try:
        return unlock_in_window(paths)
    finally:
        for each in translators:
            qt.removeTranslator(each)
        theme.deleteLater()


def _make_qt() -> QApplication:
    from PySide6.QtWidgets import QApplication

    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("findling")
    qt.setApplicationDisplayName("Findling")
    qt.setDesktopFileName("findling")
    return qt


def title_of(paths: LibraryPaths) -> str:
    """Return the program's name, with the library folder's unless it is the default one."""
    return "Findling" if paths == LibraryPaths.of_platform() else f"Findling – {paths.data.name}"


def _show_trouble(error: FindlingError) -> None:
    from PySide6.QtWidgets import QApplication, QMessageBox

    from findling.ui.i18n.notices import describe_message, describe_remedies
    from findling.ui.services.desktop import SystemDesktop
    from findling.ui.widgets.remedies import RemedyAction, find_offers

    # Held until the box is closed.
    qt = QApplication.instance() or _make_qt()
    if qt is None or not has_screen():
        return
    box = QMessageBox(QMessageBox.Icon.Warning, "Findling", describe_message(error.notice))
    box.setInformativeText(describe_remedies(error.notice))
    box.addButton(QMessageBox.StandardButton.Ok)
    for offer in find_offers(error.notice):
        if offer.action is RemedyAction.REVEAL and offer.path is not None:
            button = box.addButton(offer.label, QMessageBox.ButtonRole.ActionRole)
            button.clicked.connect(partial(SystemDesktop().reveal, offer.path))
    box.exec()


def _start_log(paths: LibraryPaths) -> str:
    """Start logging to a file; return why that failed, or ""."""
    path = paths.logs / "window.log"
    try:
        start_logging(path)
    except OSError as error:
        return f"{path}: {error.strerror}"
    return ""


def _forget(qt: QApplication, paths: LibraryPaths, wish: WipeRequest) -> int:
    """Forget everything, in a window that needs no library, and return the exit status."""
    from findling.processes.whole_wipe import WholeWipe
    from findling.ui.app.wipe_window import forget_and_tell

    wipe = WholeWipe(paths, wish.settings, with_settings=wish.with_settings)
    return forget_and_tell(qt, wipe, wish.settings, paths.models, is_anew=wish.with_settings)


def _convert(qt: QApplication, paths: LibraryPaths, wish: ConversionWish, settings: Settings) -> LibraryPaths | None:
    """Convert a library and return its paths, with its key; None where it is to stay closed.

    Raises:
        FindlingError: its folders cannot be made.
    """
    from findling.processes.library_conversion import LibraryConversion
    from findling.ui.app.conversion_window import convert_and_tell

    stop_logging()
    conversion = LibraryConversion(paths, wish)
    if not convert_and_tell(qt, conversion, wish.kind, settings):
        return None
    converted = _unlock(qt, conversion.paths)
    if converted is not None:
        converted.create()
    return converted


def _complete(qt: QApplication, paths: LibraryPaths) -> LibraryPaths | None:
    """Encrypt what is plain in an encrypted library since that was cut off, as `_convert`."""
    if paths.memory is None:
        return paths
    from findling.encryption.conversion_wish import ConversionKind, ConversionWish
    from findling.settings import load_settings
    from findling.storage.library_encryption import is_half_encrypted

    if not is_half_encrypted(paths):
        return paths
    return _convert(qt, paths, ConversionWish(ConversionKind.COMPLETION), load_settings(paths.settings).settings)


def _run(qt: QApplication, paths: LibraryPaths, instance: SingleInstance, request: LaunchRequest) -> int:
    # Collecting garbage while the window is imported and built frees nothing, and takes some hundredths of a second.
    gc.disable()
    from findling.ui.app.application import Application
    from findling.ui.app.exit_request import WipeRequest
    from findling.ui.app.garbage_collector import GarbageCollector
    from findling.ui.app.interrupts import InterruptHandler

    interrupts = InterruptHandler(qt.quit)
    interrupts.listen()
    no_log = _start_log(paths)
    try:
        application = Application(qt, paths, instance, no_log=no_log)
        gc.freeze()
        with GarbageCollector():
            status = application.run(request)
            while (following := prepare_next(qt, paths, application.exit_request)) is not None:
                paths, state = following
                no_log = _start_log(paths)
                application = Application(qt, paths, instance, no_log=no_log)
                request = LaunchRequest(query=state.query)
                status = application.run(request, page=state.page, at_encryption=state.at_encryption)
            if isinstance(application.exit_request, WipeRequest):
                status = _forget(qt, paths, application.exit_request)
            if application.exit_request is not None:
                instance.release()
        return status
    finally:
        interrupts.close()


def prepare_next(
    qt: QApplication, paths: LibraryPaths, request: ExitRequest | None
) -> tuple[LibraryPaths, RestartState] | None:
    """Return the library's paths and the state of the next window; None if there is none."""
    from findling.ui.app.exit_request import ConversionRequest, RestartState

    stop_logging()
    if isinstance(request, RestartState):
        return paths, request
    if isinstance(request, ConversionRequest):
        converted = _convert(qt, paths, request.wish, request.settings)
        return (converted, request.state) if converted else None
    return None
