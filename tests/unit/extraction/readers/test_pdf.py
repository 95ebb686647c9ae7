"""PDF: paragraphs with their pages, headings by type size, without what repeats at the edges."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Reason, Unread
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.readers import pdf
from findling.extraction.readers.pdf_outline import find_unshown
from findling.extraction.source import Source
from findling.messages.file_templates import FileMessage
from pdfs import Words, column, typeset

PROSE = """The river rises in the hills above the town and runs through
three villages before it reaches the sea, where the harbour was
built in the last years of the old century."""
FLOWED = " ".join(PROSE.split())


def read(data: bytes):
    return pdf.read(Source(data, "a.pdf"))


def blocks_of(extraction):
    return [(extraction.text[block.start : block.end], block.page) for block in extraction.blocks]


def outlined(*titles: str) -> bytes:
    """Make a PDF of one page with these titles in its outline, in the form that needs no table of objects."""
    entries = "".join(
        f"{10 + at} 0 obj <</Title ({title}) /Parent 5 0 R /Dest [3 0 R /Fit]"
        f"{f'/Next {11 + at} 0 R' if at + 1 < len(titles) else ''}>> endobj\n"
        for at, title in enumerate(titles)
    )
    page = "BT /F1 12 Tf 72 700 Td (Where kelp grows) Tj 0 -40 Td (It grows in the sea near the old mill.) Tj ET"
    return (
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>> endobj\n"
        "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources <</Font <</F1 <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj\n"
        f"4 0 obj <</Length {len(page)}>> stream\n{page}\nendstream endobj\n"
        f"5 0 obj <</Type/Outlines/First 10 0 R/Last {9 + len(titles)} 0 R/Count {len(titles)}>> endobj\n{entries}"
        "trailer <</Root 1 0 R>>\n%%EOF\n"
    ).encode()


def test_titles_of_the_outline_are_read_where_no_page_says_the_same():
    extraction = parse(
        Source(
            outlined("WHERE KELP  GROWS", "Dulse and its kin", "page0001.pdf", "htmldoc797.html", "Untitled", "12"),
            "a.pdf",
        )
    )
    assert extraction.text.endswith("near the old mill.\n\nDulse and its kin")
    assert "WHERE" not in extraction.text
    assert not {Unread.TEXT, Unread.MARGINS} & set(extraction.wholeness.unread)


def test_of_a_long_text_no_more_is_looked_through_for_titles_than_is_worth_it():
    shown = "x" * 1_000_000 + "kelp"
    titles = [f"Mill {number}" for number in range(600)]
    assert find_unshown([*titles[:9], "Kelp"], shown) == titles[:9]
    assert find_unshown([*titles, "Kelp"], shown) == [*titles, "Kelp"]


def test_documents_that_differ_in_their_outline_are_not_the_same():
    first, second = (parse(Source(outlined(title), "a.pdf")) for title in ("Where kelp grows", "It grows in the sea"))
    assert first.text == second.text
    assert first.wholeness.objects != second.wholeness.objects


def test_lines_flow_into_paragraphs_with_their_pages():
    extraction = read(typeset([column(PROSE), column(PROSE) + column(PROSE, down=200)]))
    assert blocks_of(extraction) == [(FLOWED, 1), (FLOWED, 2), (FLOWED, 2)]
    assert extraction.pages == 2


def test_an_indent_after_a_short_line_begins_a_paragraph():
    second = [
        Words(line.text, line.left + (12 if number == 0 else 0), line.down)
        for number, line in enumerate(column(PROSE, down=136))
    ]
    assert [text for text, _ in blocks_of(read(typeset([column(PROSE) + second])))] == [FLOWED, FLOWED]


def test_short_lines_stay_lines():
    address = "Jane Doe\nMarket Street 5\n5020 Salzburg\nin Austria, beyond the mountains"
    assert read(typeset([column(address)])).text == address


def test_columns_are_read_one_after_the_other():
    narrow = "The river rises in the hills and\nruns through three villages, all\nof them old."
    extraction = read(typeset([column(narrow) + column(narrow, left=330)]))
    assert [text for text, _ in blocks_of(extraction)] == [" ".join(narrow.split())] * 2


def test_large_type_makes_headings_and_the_title():
    page = [
        Words("On Rivers", size=24, down=60),
        *column(PROSE),
        Words("Harbours", size=14, down=180),
        *column(PROSE, down=210),
    ]
    extraction = read(typeset([page]))
    assert extraction.title == "On Rivers"
    assert [(block.kind, block.level) for block in extraction.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_where_much_is_in_large_type_size_tells_no_headings():
    page = [*column(PROSE), *column(PROSE[:100], down=200, size=15)]
    assert {block.kind for block in read(typeset([page])).blocks} == {BlockKind.PARAGRAPH}


def test_running_heads_and_page_numbers_are_told_once_or_never():
    names = ["Ann", "Ben", "Cem", "Dora", "Ed", "Finn", "Gül"]
    pages = [
        [Words("Annual Report", down=30), *column(f"{name} writes:\n{PROSE}"), Words(str(number), left=300, down=770)]
        for number, name in enumerate(names, start=1)
    ]
    text = read(typeset(pages)).text
    assert text.count("Annual Report") == 1
    assert not any(line.isdigit() for line in text.splitlines())
    assert text.count("harbour") == 7
    assert all(name in text for name in names)


def test_a_short_document_keeps_what_repeats():
    text = read(typeset([[Words("Annual Report", down=30), *column(PROSE)]] * 2)).text
    assert text.count("Annual Report") == 2


def test_dots_that_lead_to_a_page_number_are_shortened():
    assert read(typeset([[Words("1 Rivers " + ". " * 40 + "12")]])).text == "1 Rivers … 12"


def test_a_beat_for_every_page():
    beats = []
    pdf.read(Source(typeset([column(PROSE)] * 3), "a.pdf", lambda: beats.append(1)))
    assert len(beats) == 3


def test_pages_without_text_are_scans():
    with pytest.raises(ExtractionError) as refusal:
        read(typeset([[], []]))
    assert (refusal.value.reason, refusal.value.detail) == (Reason.NO_TEXT, FileMessage.PAGES_DRAWN(count=2))


def test_pages_beyond_the_most_text_kept_are_told(monkeypatch):
    monkeypatch.setattr(pdf, "TEXT_LIMIT", 200)
    extraction = read(typeset([column(PROSE)] * 5))
    assert (extraction.reason, extraction.detail) == (Reason.TEXT_CUT, FileMessage.PAGES_READ(read=2, all=5))


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"junk " * 100, typeset([column(PROSE)])[:300]],
    ids=["header", "junk", "cut"],
)
def test_what_is_cut_off_is_damaged(data):
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    assert refusal.value.reason == Reason.DAMAGED


def test_too_many_pages(monkeypatch):
    monkeypatch.setattr(pdf.limits, "PDF_PAGES", 2)
    with pytest.raises(ExtractionError) as refusal:
        read(typeset([[]] * 3))
    assert refusal.value.reason == Reason.TOO_MANY_PARTS


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("annotation-tx.pdf", "tx annotation"),
        ("annotation-text-widget.pdf", "Lorem ipsum dolor sit amet"),
        ("form_evince.pdf", "bar"),
        ("bug1669099.pdf", "Koexistenz von Mensch und Maschine"),
        ("r6-empty-password.pdf", "encryption test"),
        ("multi-column-2p.pdf", "relies on efficient passage retrieval to select candidate contexts"),
    ],
)
def test_real_files(shared_data, name, words):
    assert words in read((shared_data / "formats/set_A/files/pdf" / name).read_bytes()).text


def test_a_password_is_asked_of_nobody(shared_data):
    with pytest.raises(ExtractionError) as refusal:
        read((shared_data / "formats/set_A/files/pdf/r6-user-password.pdf").read_bytes())
    assert refusal.value.reason == Reason.ENCRYPTED
