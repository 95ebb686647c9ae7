"""The table of formats holds together, and whatever it promises by a name, all rooms keep."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.exclusion import Exclusion, walk
from findling.extraction.document import NoTextError
from findling.extraction.kinds import identify
from findling.extraction.parsing import parse, reader_of
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.source import Source
from findling.format_table import (
    FORMATS,
    OTHER,
    UNREAD_FORMATS,
    find_family,
    format_by_name,
    format_of,
    kind_by_name,
    kinds_of_type,
)
from findling.formats import FAMILIES, Container, FileKind, Format
from findling.indexing.survey import Amount
from findling.messages.file_templates import FileMessage
from findling.paths import resources
from findling.search.query import parse_query
from zips import pack

PROMISES = [(known, ending) for known in (*FORMATS, *UNREAD_FORMATS) for ending in (*known.suffixes, *known.names)]
NAMES = [(known, ending if ending in known.names else f"a{ending}") for known, ending in PROMISES if known.is_read]
SLIDE = (
    '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<o:body><o:presentation><d:page><t:p>Hello</t:p></d:page></o:presentation></o:body></o:document-content>"
)
APPLE = '<d xmlns:sf="http://developer.apple.com/namespaces/sf"><sf:p>Hello</sf:p></d>'
GLYPHS = '<FixedPage><Glyphs UnicodeString="Hello" OriginX="9" OriginY="9" FontRenderingEmSize="9"/></FixedPage>'
RELATED = '<r xmlns:i="x"><Relationship Id="r" Type="x/page" Target="1.xml"/></r>'
WRITTEN = {
    FileKind.XPS: pack(
        {
            "FixedDocSeq.fdseq": '<s><DocumentReference Source="/1.fdoc"/></s>',
            "1.fdoc": '<d><PageContent Source="1.fpage"/></d>',
            "1.fpage": GLYPHS,
        }
    ),
    FileKind.HWPX: pack(
        {"Contents/content.hpf": "<package/>", "Contents/section0.xml": "<sec><p><run><t>Hello</t></run></p></sec>"}
    ),
    FileKind.VSDX: pack(
        {
            "visio/pages/pages.xml": '<Pages xmlns:r="x"><Page ID="0"><Rel r:id="r"/></Page></Pages>',
            "visio/pages/_rels/pages.xml.rels": RELATED,
            "visio/pages/1.xml": "<c><Shapes><Shape><Text>Hello</Text></Shape></Shapes></c>",
        }
    ),
    FileKind.ODP: pack({"mimetype": "application/vnd.oasis.opendocument.presentation", "content.xml": SLIDE}),
    FileKind.PAGES: pack({"index.xml": APPLE}),
    FileKind.NUMBERS: pack({"index.xml": APPLE}),
    FileKind.KEYNOTE: pack({"index.apxl": APPLE}),
    FileKind.TSV: b"a\tb\n1\t2\n",
    FileKind.JSON: b'{"a": "Hello"}',
    FileKind.XML: b"<a>Hello</a>",
    FileKind.CODE: b"Hello",
    FileKind.ARCHIVE: pack({"a.txt": "Hello"}),
    FileKind.VCF: b"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Moor\nEND:VCARD\n",
    FileKind.ICS: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lunch\nEND:VEVENT\nEND:VCALENDAR\n",
}
OLD = {FileKind.XLS: "xls", FileKind.MSG: "msg", FileKind.DOC: "doc", FileKind.PPT: "ppt"}


@pytest.fixture
def specimen(sample_library, request):
    """Return a function that gives a document of a kind, from the sample or as short as possible."""

    def find(kind: FileKind) -> bytes:
        if kind is FileKind.PICTURE:
            stream = io.BytesIO()
            Image.new("RGB", (40, 30), "white").save(stream, "PNG")
            return stream.getvalue()
        if kind in WRITTEN:
            return WRITTEN[kind]
        if kind in OLD:
            folder = request.getfixturevalue("shared_data") / "formats/set_A/files" / OLD[kind]
            return next(each for each in sorted(folder.iterdir()) if _is_read(each)).read_bytes()
        return next(sample_library.rglob(f"*.{kind}")).read_bytes()

    return find


def _kind_of(source: Source) -> FileKind:
    """Return the kind as which a file is read, or as which its text is to be recognised."""
    try:
        return parse(source).kind
    except NoTextError as error:
        return error.pictured.kind


def _is_read(path: Path) -> bool:
    try:
        return bool(parse(Source(path.read_bytes(), path.name)))
    except ExtractionError:
        return False


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as one:
        yield one


@pytest.mark.parametrize(("known", "name"), NAMES, ids=[name for _, name in NAMES])
def test_what_a_name_promises_is_counted_read_and_shown_alike(known, name, specimen, sandbox, tmp_path):
    path = tmp_path / name
    path.write_bytes(specimen(known.kind))
    (directory,) = walk(tmp_path, Exclusion(tmp_path, ()))
    amount = Amount().add(directory)
    assert (amount.files, amount.others, amount.tokens > 0) == (1, 0, True)
    assert _kind_of(Source(path.read_bytes(), name)) is known.kind
    # In the parser too, which may import what it reads it with, and open nothing else.
    outcome = sandbox.read(path, lambda _: False)
    assert (outcome.extraction or outcome.pictured).kind is known.kind
    assert sandbox.show(path).kind is known.kind


def test_no_name_promises_two_formats():
    endings = [ending for _, ending in PROMISES]
    assert len(set(endings)) == len(endings)
    assert all(ending == ending.lower() for ending in endings)
    assert all(suffix.startswith(".") for known in FORMATS for suffix in known.suffixes)


@given(st.sampled_from(PROMISES), st.text(st.characters(categories=["L", "Nd"]), min_size=1))
def test_a_name_promises_its_format_in_any_case(promise, stem):
    known, ending = promise
    name = ending if ending in known.names else stem + ending
    assert format_by_name(name) is format_by_name(name.upper()) is known
    assert kind_by_name(name) is (known.kind if known.is_read else None)


@given(
    st.sampled_from([known for known in UNREAD_FORMATS if known.container is not Container.COMPOUND]),
    st.sampled_from(NAMES),
)
def test_what_is_not_read_says_what_it_is_under_any_name(known: Format, promise):
    if known.container:
        content = pack({"mimetype": "".join(known.media_types) + "x", **dict.fromkeys(known.parts, "x")})
    else:
        content = bytearray(b"\1" * 33_000)
        for offset, marks in known.magic:
            mark = marks if isinstance(marks, bytes) else marks[0]
            content[offset : offset + len(mark)] = mark
        content = bytes(content)
    if known.parts and promise[0].kind is FileKind.ARCHIVE:
        # A folder in an archive may have the name of a document's part.
        assert identify(content, promise[1]) is FileKind.ARCHIVE
        return
    with pytest.raises(ExtractionError) as refusal:
        identify(content, promise[1])
    is_forerunner = known.reason == Reason.LEGACY and promise[0].container is Container.COMPOUND
    is_promised = promise[0].is_marked and not known.container and not is_forerunner
    assert refusal.value.reason == (Reason.MISNAMED if is_promised else Reason(known.reason))
    assert refusal.value.detail == FileMessage.FORMAT(label=known.label)


def test_each_kind_has_one_row():
    assert sorted(known.kind for known in (*FORMATS, OTHER)) == sorted(FileKind)
    assert all(format_of(kind).kind is kind for kind in FileKind)
    assert format_of(None) is OTHER


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.kind.value)
def test_a_row_names_what_there_is(known: Format):
    assert callable(reader_of(known.kind))
    assert not known.audit or callable(import_module(f"findling.extraction.audits.{known.audit}").audit)
    assert known.label
    assert known.families
    assert all(find_family(name) for name in known.families)
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", media_type) for media_type in known.media_types)
    assert known.tokens_per_byte > 0
    assert 0 < known.size_limit.kept <= known.size_limit.hashed
    for pattern in (known.header, known.fragment, known.opening):
        re.compile(pattern)


@pytest.mark.parametrize("known", [*FORMATS, OTHER], ids=lambda known: known.kind.value)
def test_a_row_has_its_drawing(known: Format):
    assert (resources() / "icons" / "kinds" / f"{known.icon}.svg").is_file()


def test_of_two_formats_one_is_the_better_to_keep():
    ranks = [known.keeper_rank for known in FORMATS if known.kind is not FileKind.MBOX]
    assert len(set(ranks)) == len(ranks)
    assert max(ranks) < OTHER.keeper_rank


def test_what_is_not_read_has_a_reason_and_a_mark():
    for known in UNREAD_FORMATS:
        assert Reason(known.reason)
        assert known.label
        assert known.magic or known.parts or known.media_types
        assert not known.is_read


@pytest.mark.parametrize("name", [*FileKind, *(name for each in FAMILIES for name in (each.name, *each.aliases))])
def test_each_type_can_be_asked_for(name):
    parsed = parse_query(f"x type:{name}", now=datetime(2026, 1, 1, tzinfo=UTC), home=Path("/home"))
    assert parsed.notes == ()
    assert parsed.filter.kinds == kinds_of_type(name) != ()


def test_each_kind_is_in_a_family_that_is_offered():
    offered = {kind for family in FAMILIES if family.offered for kind in kinds_of_type(family.name)}
    assert offered == set(FileKind) - {FileKind.OTHER}
