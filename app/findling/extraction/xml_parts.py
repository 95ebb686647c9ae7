"""XML parts of packages, parsed without being held in memory as a whole."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import limits

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Callable, Iterator, Mapping

    from lxml import etree

_OPTIONS: Mapping[str, Any] = MappingProxyType(
    {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
)


_SURROGATE = re.compile(
    rb"&#(?:x0*[dD][89a-fA-F][0-9a-fA-F]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));"
)


def drop_surrogates(content: bytes) -> bytes:
    """Return markup without references to surrogates, which recovery makes invalid UTF-8."""
    return _SURROGATE.sub(b"", content)


def make_parser(**options: Any) -> etree.XMLParser:  # noqa: ANN401 - those of lxml
    """Return a parser that resolves no entities, fetches nothing, and keeps libxml2's limits.

    They are on depth and size.
    """
    from lxml import etree

    return etree.XMLParser(**_OPTIONS, **options)


class ParserTarget(Protocol):
    """Receiver of a part's elements as they are parsed, without a tree."""

    @property
    def full(self) -> bool:
        """True if the rest is not wanted."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Enter an element."""

    def end(self, tag: str) -> None:
        """Leave an element."""

    def data(self, text: str) -> None:
        """Take characters."""

    def close(self) -> None:
        """Finish."""


def stream(archive: zipfile.ZipFile, name: str, target: ParserTarget, beat: Callable[[], None] = lambda: None) -> None:
    """Parse one XML part into a target, by pieces, so that neither bytes nor tree are held.

    Args:
        archive: as `limits.open_zip` returned it.
        name: of the part.
        target: takes the elements, until it wants no more.
        beat: called after every piece.

    Raises:
        ExtractionError: `DAMAGED` if the part is not well-formed, once the target has what comes before the fault;
            and as `limits.read_member` does.
    """
    from lxml import etree

    pieces = _Pieces(limits.stream_member(archive, name), target, beat)
    try:
        # Fed by hand, a parser with a target would not keep libxml2's limit on depth.
        etree.parse(cast("IO[bytes]", pieces), make_parser(target=target))
    except etree.XMLSyntaxError as error:
        if not target.full:
            raise ExtractionError(Reason.DAMAGED, str(error)) from error


class _Pieces:
    """File of the pieces of a part, which ends where the target wants no more."""

    def __init__(self, pieces: Iterator[bytes], target: ParserTarget, beat: Callable[[], None]) -> None:
        self._pieces = pieces
        self._target = target
        self._beat = beat

    def read(self, _size: int) -> bytes:
        """Return the next piece, or b"" at the end."""
        self._beat()
        return b"" if self._target.full else next(self._pieces, b"")


def elements(archive: zipfile.ZipFile, name: str, *tags: str) -> Iterator[etree._Element]:
    """Yield each element with one of these local names once it is whole; then it is emptied.

    Raises:
        ExtractionError: `DAMAGED` if the part is not well-formed; and as `limits.read_member` does.
    """
    from lxml import etree

    parser = etree.XMLPullParser(events=("end",), tag=[f"{{*}}{tag}" for tag in tags], **_OPTIONS)
    try:
        for piece in limits.stream_member(archive, name):
            parser.feed(piece)
            for _, element in cast("Iterator[tuple[str, etree._Element]]", parser.read_events()):
                yield element
                _empty(element)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def _empty(element: etree._Element) -> None:
    """Free an element that was used, and those before it."""
    element.clear()
    while (before := element.getprevious()) is not None and (parent := before.getparent()) is not None:
        parent.remove(before)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for a comment or an instruction."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its name without a namespace; "" where there is none."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")
