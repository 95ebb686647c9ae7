"""Links by which other programs ask for the window: findling:search?q=, findling:show?path=."""

from __future__ import annotations

import os
import re
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote, unquote_to_bytes

from findling.domain.launch_request import LaunchRequest
from findling.errors import UsageError
from findling.messages.sharing_templates import SharingMessage
from findling.sharing.file_references import SCHEME

if TYPE_CHECKING:
    from collections.abc import Mapping

_PREFIX = f"{SCHEME}:"
_LONGEST = 3_000
"""Characters of a link; what it says has to fit into one message to the window that is open."""

_SHOWN = 200
_PARAMETERS = MappingProxyType({"search": ({"q"}, {"q"}), "show": ({"path"}, {"path", "q"})})
"""Parameters that each verb needs, and those that it may have."""

_ESCAPED = re.compile(r"(?:[!$&-;=?-Z_a-z~]|[^\x00-\x9f]|%[0-9A-Fa-f]{2})*")
"""Characters of an address (RFC 3986, and letters as RFC 3987 has them), without `#`, `[` and `]`."""

_CONTROL = re.compile("[\x00-\x1f\x7f]")


def is_link(text: str) -> bool:
    """Return whether a text is meant as a link to Findling."""
    return text[: len(_PREFIX)].lower() == _PREFIX


def parse_link(link: str) -> LaunchRequest:
    """Return what a link asks of the window: a search, or to look at a file; nothing else.

    A file is shown as the one result of a search in it, so that nothing outside the library is opened or read. The
    address of a document, findling:///home/me/letter.pdf, shows it too.

    Raises:
        UsageError: the link asks for something else, or says it in another way.
    """
    rest = link[len(_PREFIX) :]
    verb, _, written = rest.partition("?")
    if is_link(link) and not rest.startswith("//") and verb not in _PARAMETERS:
        raise UsageError(SharingMessage.LINK_UNKNOWN(link=_shorten(link)))
    try:
        if not (is_link(link) and len(link) <= _LONGEST and _ESCAPED.fullmatch(rest)):
            _refuse(rest)
        return _read_address(rest) if rest.startswith("//") else _read_request(verb, _read_parameters(written))
    except ValueError as error:
        raise UsageError(SharingMessage.LINK_NOT_UNDERSTOOD(link=_shorten(link))) from error


def make_search_link(query: str) -> str:
    """Return the link that searches in the window."""
    return f"{_PREFIX}search?q={_encode(query)}"


def make_file_link(path: Path, query: str = "") -> str:
    """Return the link that shows a file in the window, at the passages for a query, if any."""
    return f"{_PREFIX}show?path={_encode(path)}" + (f"&q={_encode(query)}" if query else "")


def _encode(value: str | Path) -> str:
    return quote(os.fsencode(value) if isinstance(value, Path) else value, safe="")


def _shorten(link: str) -> str:
    return link if len(link) <= _SHOWN else f"{link[:_SHOWN]}…"


def _refuse(part: str) -> NoReturn:
    raise ValueError(part)


def _read_address(rest: str) -> LaunchRequest:
    """Return what the address of a document asks for."""
    if "?" in rest:
        _refuse(rest)
    return _show(_read_path(_decode(rest[2:], is_form=False)))


def _read_request(verb: str, values: Mapping[str, str]) -> LaunchRequest:
    needed, known = _PARAMETERS[verb]
    if not needed <= values.keys() <= known:
        _refuse(verb)
    # Bytes that are no text are refused by this.
    query = " ".join(values.get("q", "").encode().decode().split())
    if verb == "show":
        return _show(_read_path(values["path"]), query)
    if not query:
        _refuse(verb)
    return LaunchRequest(query=query)


def _show(path: Path, query: str = "") -> LaunchRequest:
    return LaunchRequest(query=f'in:"{path}" {query}'.strip())


def _read_parameters(written: str) -> dict[str, str]:
    """Return parameters by name.

    Raises:
        ValueError: one has no name or value, or comes twice.
    """
    values: dict[str, str] = {}
    for each in written.split("&"):
        name, has_value, value = each.partition("=")
        if not has_value or name in values:
            raise ValueError(each)
        values[name] = _decode(value, is_form=True)
    return values


def _decode(value: str, *, is_form: bool) -> str:
    """Decode a part, in a form with plus as space; non-text bytes of a path stay as in Python."""
    decoded = os.fsdecode(unquote_to_bytes(value.replace("+", " ") if is_form else value))
    if _CONTROL.search(decoded):
        raise ValueError(value)
    return decoded


def _read_path(text: str) -> Path:
    """Return the path of a file.

    Raises:
        ValueError: it does not begin at the root, or goes up on its way, or could end the filter that it stands in.
    """
    if os.name == "nt" and re.match("/[A-Za-z]:", text):
        text = text[1:]
    path = Path(text)
    if not path.is_absolute() or ".." in path.parts or any(mark in text for mark in '"“”„‟'):
        raise ValueError(text)
    return path
