"""Text that stands in a file by the plainest means: the character data of all its parts, by the standard library alone.

Nothing of the product is used here, so that what its readers leave out is seen.
"""

from __future__ import annotations

import email
import email.policy
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.parsers import expat

_CODE = re.compile(r'&(?:"[^"]*"|K.{6}|[0-9]+|.)')
_WORD = re.compile(r"\w+")
_MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<|\A(?:\xff\xfe<\0|\xfe\xff\0<)")

NO_DOCUMENT_PARTS = re.compile(
    # How a package is put together, what programs note beside the document, and looks.
    r"\[Content_Types\]\.xml|mimetype|META-INF/.*|(?:.*/)?_rels/.*|_xmlsignatures/.*|(?:.*/)?theme/.*"
    r"|(?:.*/)?(?:settings|styles|stylesWithEffects|fontTable|webSettings|numbering|people)\d*\.xml|Basic/.*"
    # Properties that programs keep; data that fill content controls.
    r"|docProps/(?!core\.xml).*|customX[mM][lL]/.*|.*\.opf|.*\.ncx|(?:.*/)?onix\.xml"
    # Where a book's chapters are, which bear their names themselves.
    r"|(?:.*/)?(?:toc|nav)\.xhtml"
    # Building blocks for new text, and the pages that new notes and handouts begin with.
    r"|word/glossary/.*|ppt/(?:notesMasters|handoutMasters)/.*"
    # What another program drew after the diagram's data, and data that charts repeat.
    r"|(?:.*/)?diagrams/(?:drawing|layout|quickStyle|colors)\d*\.xml|xl/(?:pivotCache|pivotTables|externalLinks)/.*"
)
"""Parts of packages that hold no text of the document."""

NO_TEXT = re.compile(
    # Instructions of fields, and what was deleted or moved away with changes tracked.
    r"(?:.*/)?(?:instrText|delText|delInstrText|moveFrom/.*|deletion/.*|change-info/.*)"
    # Measures, names of looks, animations, and addresses of cells; formulas, and numbers in their stored form.
    r"|.*/(?:posOffset|align|pctWidth|pctHeight|attrName|tableStyleId|f|formatCode|definedName|sqref)"
    r"|.*/(?:numCache|numLit|numDim)/.*|worksheet/.*/c/v|.*/(?:from|to)/(?:col|row)(?:Off)?|.*/ClientData/.*"
    r"|.*/(?:formula[12]?|cfRule/.*|customSheetView/.*)"
    # Properties that are found by other ways, or that programs write; of books all of them.
    r"|(?:coreProperties|document-meta/meta)/(?!(?:subject|keywords|keyword|category|description)\Z).*"
    # Who wrote a comment and when, the mark of a note, the number of a page.
    r"|comments/authors/author|.*/annotation/(?:creator|date|date-string)|.*/(?:note-citation|page-number|page-count)"
    # The title of a chapter, what a page looks like and does, forms of a formula for programs.
    r"|html/head/.*|(?:.*/)?(?:script|style)|.*/(?:annotation|annotation-xml)"
    # What is said of the groups of which a diagram is made, and of what another program shows in a frame.
    r"|.*/graphicData/.*/cNvPr/said|.*/Fallback/.*/said"
)
"""Paths of elements whose character data is no text of the document."""

DESCRIBED = frozenset({"docPr", "cNvPr"})
"""Elements whose attributes say in words what a picture or a shape shows."""

NAME_OF_PROGRAM = re.compile(r".*\.\w{3,4}|[a-z]+:\S*|\w+(?: \w+)?[ _-]?\d*|.*\b(?:automati|AI-|KI-).*", re.IGNORECASE)
"""Descriptions that are names, of files and addresses or by a program."""

PLACES_TO_FILL = re.compile(r"ppt/slide(?:Masters|Layouts)/.*|styles\.xml")
"""Parts that hold both what every slide shows and words that ask to be replaced."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one element of a part, by the names of the elements that it stands in."""

    part: str
    path: str
    text: str

    @property
    def is_text(self) -> bool:
        """False for what is known to be no text of the document."""
        is_plumbing = NO_DOCUMENT_PARTS.fullmatch(self.part) or PLACES_TO_FILL.fullmatch(self.part)
        is_name = self.path.endswith("/said") and NAME_OF_PROGRAM.fullmatch(self.text)
        return not (is_plumbing or NO_TEXT.fullmatch(self.path) or self._is_page_number or is_name)

    @property
    def _is_page_number(self) -> bool:
        may_be = re.search(r"(?:header|footer)\d*\.xml\Z", self.part) or self.path.endswith("/fld/t")
        return bool(may_be and re.fullmatch(r"\W*\d{1,3}\W*", self.text))

    @property
    def words(self) -> list[str]:
        """The words of it, without the codes in headers of sheets."""
        is_coded = "/headerFooter/" in f"/{self.path}"
        return words_of(_CODE.sub("", self.text) if is_coded else self.text)


def words_of(text: str) -> list[str]:
    """Words of a text, whatever their case, form and script."""
    return _WORD.findall(unicodedata.normalize("NFKC", text.replace("\xad", "")).casefold())


def find_missing(stretches: Iterable[Stretch], shown: str) -> Iterator[tuple[Stretch, list[str]]]:
    """Iterate over stretches with words that are in no text that is shown; what is cut into runs is joined there."""
    words = words_of(shown)
    have, joined = set(words), "".join(words)
    for stretch in stretches:
        lost = {word for word in stretch.words if word not in have}
        if missing := sorted(word for word in lost if word not in joined):
            yield stretch, missing


def read_package(data: bytes) -> Iterator[Stretch]:
    """Iterate over the character data of every part of a zip that is markup."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in dict.fromkeys(package.namelist()):
            content = package.read(name) if not name.endswith("/") else b""
            if _MARKUP.match(content):
                yield from read_markup(content, name)


def read_markup(content: bytes, part: str) -> list[Stretch]:
    """List the character data of XML, up to where it is no longer well-formed."""
    found: list[Stretch] = []
    path: list[str] = []
    open_texts: list[str] = []

    def finish() -> None:
        if text := "".join(open_texts).strip():
            found.append(Stretch(part, "/".join(path), text))
        open_texts.clear()

    def start(tag: str, attributes: dict[str, str]) -> None:
        finish()
        path.append(tag.rpartition(" ")[2])
        said = (attributes.get(name, "") for name in ("title", "descr") if path[-1] in DESCRIBED)
        lines = (line for text in said for line in text.splitlines() if line.strip())
        found.extend(Stretch(part, "/".join((*path, "said")), line) for line in lines)

    def end(_tag: str) -> None:
        finish()
        path.pop()

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = open_texts.append
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        finish()
    return found


class _Page(HTMLParser):
    """Character data of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Stretch] = []
        self._path: list[str] = []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img", "input", "link", "meta", "wbr", "col", "area", "base", "embed", "source"):
            self._path.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._path:
            while self._path.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(Stretch("", "/".join(self._path), data.strip()))


def read_page(markup: str) -> list[Stretch]:
    """List the character data of HTML."""
    page = _Page()
    page.feed(markup)
    page.close()
    return page.found


def read_mail(data: bytes) -> Iterator[Stretch]:
    """Iterate over the texts of a mail that are no attachments."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        kind = part.get_content_type()
        if part.is_multipart() or part.is_attachment() or part.get_content_maintype() != "text":
            continue
        content = str(part.get_content())
        if kind == "text/html":
            yield from read_page(content)
        else:
            yield Stretch("", kind, content)


def read_rich_text(data: bytes) -> Iterator[Stretch]:
    """Iterate over the letters of Rich Text that are no control words, with the words that lead to them."""
    path: list[list[str]] = []
    for found in re.finditer(rb"\\([a-z]+)-?\d* ?|\\.|([{}])|([^\\{}\r\n]+)", data):
        word, brace, letters = found.groups()
        if word and path:
            path[-1].append(word.decode())
        elif brace == b"{":
            path.append([])
        elif brace == b"}" and path:
            path.pop()
        elif letters and letters.strip():
            yield Stretch("", "/".join(" ".join(words[:2]) for words in path), letters.decode("latin-1"))
