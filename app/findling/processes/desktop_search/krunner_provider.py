"""Runner of KDE's KRunner, `org.kde.krunner1`.

By the interface in KRunner's src/data/org.kde.krunner1.xml and develop.kde.org/docs/plasma/krunner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jeepney import DBusAddress, new_method_call

from findling.messages.sharing_templates import SharingMessage
from findling.paths import find_outermost
from findling.processes.desktop_search.bus_service import BusMethod, BusObject
from findling.sharing.desktop_links import make_file_link
from findling.sharing.file_references import parse_reference

if TYPE_CHECKING:
    from jeepney.io.blocking import DBusConnection

    from findling.processes.desktop_search.desktop_answers import DesktopAnswers
    from findling.processes.desktop_search.window_launcher import WindowLauncher

_PATH = "/runner"
_CALLER = "KRunner"
_POSSIBLE = 30
"""KRunner's type of a match that may be meant, in the order in which other programs' matches stand."""

_SHOW_IN_FOLDER = "folder"
_FILES = DBusAddress("/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", "org.freedesktop.FileManager1")


class KRunnerProvider:
    """Answers KRunner; its matches are named by the files' references.

    Args:
        answers: to its questions.
        window: in which a match is shown.
        connection: to the bus, by which the file manager is asked.
    """

    def __init__(self, answers: DesktopAnswers, window: WindowLauncher, connection: DBusConnection) -> None:
        self._answers = answers
        self._window = window
        self._connection = connection
        self._query = ""

    def build(self) -> BusObject:
        """Return the object for the bus."""
        return BusObject(
            _PATH,
            "org.kde.krunner1",
            {
                "Actions": BusMethod(takes={}, gives={"matches": "a(sss)"}, run=_list_actions),
                "Run": BusMethod(takes={"matchId": "s", "actionId": "s"}, gives={}, run=self._run),
                "Match": BusMethod(
                    takes={"query": "s"}, gives={"matches": "a(sssida{sv})"}, run=self._match, is_of_the_moment=True
                ),
            },
        )

    def _match(self, query: str) -> list[tuple[object, ...]]:
        self._query = query
        found = self._answers.search(_CALLER, query)
        return [
            (
                *(each.reference, each.title, each.icon, _POSSIBLE, 1 - at / (len(found) + 1)),
                {"subtext": ("s", each.snippet), "urls": ("as", [each.path.as_uri()])},
            )
            for at, each in enumerate(found)
        ]

    def _run(self, reference: str, action: str) -> None:
        if not self._answers.may_see(_CALLER, reference):
            return
        path = parse_reference(reference)
        if action == _SHOW_IN_FOLDER:
            shown = find_outermost(path)[0].as_uri()
            # Its answer says nothing; where there is no file manager, nothing can be shown.
            self._connection.send(new_method_call(_FILES, "ShowItems", "ass", ([shown], "")))
        else:
            self._window.open(make_file_link(path, self._query))


def _list_actions() -> list[tuple[str, str, str]]:
    return [(_SHOW_IN_FOLDER, str(SharingMessage.SHOW_IN_FOLDER()), "document-open-folder")]
