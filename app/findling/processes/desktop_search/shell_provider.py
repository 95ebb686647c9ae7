"""Search provider of GNOME Shell, `org.gnome.Shell.SearchProvider2`.

By developer.gnome.org/documentation/tutorials/search-provider.html, and the interface in GNOME Shell's own
data/dbus-interfaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.processes.desktop_search.bus_service import BusMethod, BusObject
from findling.sharing.desktop_links import make_file_link, make_search_link
from findling.sharing.file_references import parse_reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.processes.desktop_search.desktop_answers import DesktopAnswers, DesktopResult
    from findling.processes.desktop_search.window_launcher import WindowLauncher

_PATH = "/org/findling/Search"
_CALLER = "GNOME Shell"


class ShellProvider:
    """Answers GNOME Shell; its results are named by the files' references."""

    def __init__(self, answers: DesktopAnswers, window: WindowLauncher) -> None:
        self._answers = answers
        self._window = window

    def build(self) -> BusObject:
        """Return the object for the bus."""
        found = {"results": "as"}
        return BusObject(
            _PATH,
            "org.gnome.Shell.SearchProvider2",
            {
                "GetInitialResultSet": BusMethod(
                    takes={"terms": "as"}, gives=found, run=self._find, is_of_the_moment=True
                ),
                "GetSubsearchResultSet": BusMethod(
                    takes={"previous_results": "as", "terms": "as"},
                    gives=found,
                    # More words may find what fewer did not.
                    run=lambda _, terms: self._find(terms),
                    is_of_the_moment=True,
                ),
                "GetResultMetas": BusMethod(
                    takes={"identifiers": "as"}, gives={"metas": "aa{sv}"}, run=self._describe_all
                ),
                "ActivateResult": BusMethod(
                    takes={"identifier": "s", "terms": "as", "timestamp": "u"}, gives={}, run=self._activate
                ),
                "LaunchSearch": BusMethod(takes={"terms": "as", "timestamp": "u"}, gives={}, run=self._launch),
            },
        )

    def _find(self, terms: Sequence[str]) -> list[str]:
        return [each.reference for each in self._answers.search(_CALLER, " ".join(terms))]

    def _describe_all(self, identifiers: Sequence[str]) -> list[dict[str, tuple[str, str]]]:
        found = (self._answers.describe(_CALLER, each) for each in identifiers)
        return [_describe(each) for each in found if each]

    def _activate(self, identifier: str, terms: Sequence[str], _timestamp: int) -> None:
        if self._answers.may_see(_CALLER, identifier):
            self._window.open(make_file_link(parse_reference(identifier), " ".join(terms)))

    def _launch(self, terms: Sequence[str], _timestamp: int) -> None:
        self._window.open(make_search_link(" ".join(terms)))


def _describe(result: DesktopResult) -> dict[str, tuple[str, str]]:
    """Return a result as the shell shows it: an icon by its name is one that GIcon has written."""
    values = {"id": result.reference, "name": result.title, "description": result.snippet, "gicon": result.icon}
    return {name: ("s", value) for name, value in values.items()}
