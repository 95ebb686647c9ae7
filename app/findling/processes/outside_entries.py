"""Entries that Findling made for a library outside its folders, so that they can be removed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_keys import forget_key, list_kept
from findling.errors import FindlingError, LibraryError, RemoteError, UsageError
from findling.footprint.login_item import login_item
from findling.footprint.search_files import find_search_files
from findling.ipc.command import strip_program
from findling.messages.system_templates import explain_os_error
from findling.messages.wipe_templates import WipeMessage
from findling.paths import LibraryPaths
from findling.settings import read_settings
from findling.sharing.assistants import list_assistants, serves_library, unregister_assistant
from findling.team.membership import read_membership
from findling.team.team_passwords import forget_password, has_password

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.messages.notice import Notice
    from findling.settings import Settings


@dataclass(frozen=True, slots=True)
class OutsideEntry:
    """Entry somewhere else.

    Attributes:
        what: names it.
        take_away: does so; raises a FindlingError or an OSError where it cannot.
    """

    what: Notice
    take_away: Callable[[], object]


def list_entries(paths: LibraryPaths, settings: Settings) -> Iterator[OutsideEntry]:
    """Yield a library's entries by this Findling or another copy of it, and nobody else's.

    Which shared library it has joined is known as long as its own files are there.
    The search of the desktop is the usual library's alone. The menu entry and the command are no entries of a library:
    they belong to the program.
    """
    is_usual = paths == LibraryPaths.of_platform()
    yield from _list_keys(settings, is_usual=is_usual)
    yield from _list_passwords(paths)
    for assistant in list_assistants():
        if serves_library(assistant, paths):
            what = WipeMessage.ASSISTANT_ENTRY(assistant=assistant.title, file=assistant.file)
            yield OutsideEntry(what, partial(unregister_assistant, assistant))
    chosen = () if is_usual else ("--library", str(paths.data))
    item = login_item(None if is_usual else paths.data)
    if strip_program(item.read_command()) == (*chosen, "app", "--background"):
        yield OutsideEntry(WipeMessage.LOGIN_ENTRY(place=item.place), item.take_away)
    for file in find_search_files() if is_usual else ():
        yield OutsideEntry(WipeMessage.SEARCH_ENTRY(file=file), file.unlink)


def take_away(entry: OutsideEntry) -> Notice | None:
    """Take an entry away; return why it is still there, None where it is gone."""
    try:
        entry.take_away()
    except FileNotFoundError:
        return None
    except OSError as error:
        return explain_os_error(error)
    except FindlingError as error:
        return error.notice
    return None


def _list_keys(settings: Settings, *, is_usual: bool) -> Iterator[OutsideEntry]:
    """Yield the keys that are in the keyring, which is not opened for one who uses no server.

    A keyring is one for all libraries: another one leaves the keys that the usual one names.
    """
    known = _list_servers(settings)
    if known and not is_usual:
        try:
            spared = _list_servers(read_settings(LibraryPaths.of_platform().settings))
        except FindlingError:  # whatever they name
            spared = known
        known = [each for each in known if each not in spared]
    if not known:
        return
    try:
        kept = list_kept(known, others=is_usual)
    except RemoteError as error:
        yield OutsideEntry(WipeMessage.SERVER_KEYS(), partial(_fail, error))
        return
    for address in kept:
        yield OutsideEntry(WipeMessage.SERVER_KEY(server=address.url), partial(forget_key, address))


def _list_passwords(paths: LibraryPaths) -> Iterator[OutsideEntry]:
    """Yield the password of the shared library that was joined, if the keyring has it."""
    try:
        membership = read_membership(paths)
        if membership is None or not has_password(membership.server):
            return
    except LibraryError:  # which one is not known any more, or nobody can tell
        return
    what = WipeMessage.SHARED_LIBRARY_KEY(server=membership.address)
    yield OutsideEntry(what, partial(forget_password, membership.server))


def _fail(error: FindlingError) -> None:
    raise error


def _list_servers(settings: Settings) -> list[ServerAddress]:
    servers = []
    for text in (settings.remote, settings.reranker):
        if "://" in text:
            try:
                servers.append(ServerAddress.parse(text))
            except UsageError:  # written by hand, and no key was ever kept for it
                continue
    return servers
