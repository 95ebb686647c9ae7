"""Visio drawings are read page by page: texts and data of shapes, those that masters have for them, and comments."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Extraction, Reason, Unread
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.embedded.file_holder import open_holder
from findling.extraction.kinds import identify
from findling.extraction.parsing import parse
from findling.extraction.readers import diagrams
from findling.extraction.source import Source
from findling.formats import FileKind
from growth import assert_linear
from zips import pack

SPACES = (
    'xmlns="http://schemas.microsoft.com/office/visio/2012/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def listed(folder: str, tag: str, names: list[str], bodies: list[str]) -> dict[str, str]:
    """Make the list of pages or of masters, and their parts."""
    entries = "".join(f'<{tag} ID="{at}" Name="{name}"><Rel r:id="r{at}"/></{tag}>' for at, name in enumerate(names))
    links = "".join(f'<Relationship Id="r{at}" Type="x/y" Target="{at}.xml"/>' for at in range(len(names)))
    parts = {f"visio/{folder}/{at}.xml": f"<Contents {SPACES}>{body}</Contents>" for at, body in enumerate(bodies)}
    return {
        f"visio/{folder}/{folder}.xml": f"<List {SPACES}>{entries}</List>",
        f"visio/{folder}/_rels/{folder}.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        **parts,
    }


def shapes(*each: str) -> str:
    return f"<Shapes>{''.join(each)}</Shapes>"


def drawing(pages: dict[str, str], masters: tuple[str, ...] = (), **parts: str | bytes) -> bytes:
    members: dict[str, str | bytes] = {"visio/document.xml": f"<VisioDocument {SPACES}/>"}
    members |= listed("pages", "Page", list(pages), list(pages.values()))
    members |= listed("masters", "Master", ["m"] * len(masters), list(masters)) if masters else {}
    return pack(members | parts)


def read(data: bytes, name: str = "a.vsdx") -> Extraction:
    return parse(Source(data, name))


def texts(extraction: Extraction) -> list[tuple[str, int | None]]:
    return [(extraction.text[each.start : each.end], each.page) for each in extraction.blocks]


def test_texts_of_shapes_and_groups_are_read_with_the_pages_they_stand_on():
    group = f"<Shape ID='2'><Text>Board</Text>{shapes('<Shape ID=' + repr('3') + '><Text>Ann</Text></Shape>')}</Shape>"
    run = "<Shape ID='4'><Text><cp IX='0'/>Pays <fld IX='0'>12</fld> a month<pp IX='1'/>\nor more</Text></Shape>"
    extraction = read(drawing({"Page-1": shapes(group), "Who pays": shapes(run)}))
    assert texts(extraction) == [("Board", 1), ("Ann", 1), ("Who pays", 2), ("Pays 12 a month\nor more", 2)]
    assert extraction.blocks[2].kind is BlockKind.HEADING
    assert (extraction.kind, extraction.pages, extraction.reason) == (FileKind.VSDX, 2, None)
    assert extraction.wholeness.unread == (Unread.UNKNOWN,)


def test_a_shape_without_a_text_shows_that_of_its_master_and_an_empty_one_none():
    inner = shapes("<Shape ID='6'><Text>Front door</Text></Shape>")
    master = shapes(f"<Shape ID='5'><Text>House</Text>{inner}</Shape>")
    same = "<Shape ID='1' Master='0'><Shapes><Shape ID='2' MasterShape='6'/></Shapes></Shape>"
    gate = shapes("<Shape ID='4' MasterShape='6'><Text>Gate</Text></Shape>")
    own = f"<Shape ID='3' Master='0'><Text/>{gate}</Shape>"
    gone = "<Shape ID='7' MasterShape='6' Del='1'/>"
    extraction = read(drawing({"Page-1": shapes(same, own, gone)}, (master,)))
    assert [text for text, _ in texts(extraction)] == ["House", "Front door", "Gate"]


def test_data_of_shapes_comments_and_footers_are_read():
    label = "<Section N='Property'><Row N='Row_1'><Cell N='Label' V='Owner'/></Row></Section>"
    value = (
        "<Section N='Property'><Row N='Row_1'><Cell N='Value' V='Tom Orr' U='STR'/></Row>"
        "<Row N='Cost'><Cell N='Value' V='5'/></Row></Section>"
    )
    extraction = read(
        drawing(
            {"Page-1": shapes(f"<Shape ID='1' Master='0'><Text>Server</Text>{value}</Shape>")},
            (shapes(f"<Shape ID='5'>{label}</Shape>"),),
            **{
                "visio/comments.xml": f"<Comments {SPACES}><CommentEntry PageID='0'>Ask her</CommentEntry></Comments>",
                "visio/document.xml": f"<VisioDocument {SPACES}><HeaderFooter><FooterLeft>The mill, &amp;p</FooterLeft>"
                "<FooterRight>&amp;P</FooterRight></HeaderFooter></VisioDocument>",
            },
        )
    )
    assert texts(extraction) == [("Server", 1), ("Owner: Tom Orr", 1), ("Ask her", 1), ("The mill,", None)]


def test_a_collection_of_shapes_is_read_by_its_masters():
    extraction = read(drawing({}, (shapes("<Shape ID='5'><Text>Front door</Text></Shape>"),)), "a.vssx")
    assert (extraction.text, extraction.pages) == ("Front door", None)


def test_a_file_within_a_drawing_is_found():
    data = drawing({"Page-1": shapes("<Shape><Text>Board</Text></Shape>")}, **{"visio/embeddings/note.txt": b"Kelp"})
    assert read(data).reason == Reason.ATTACHMENTS
    assert [*open_holder(Source(data, "a.vsdx"), FileKind.VSDX).entries] == ["note.txt"]


def test_of_a_drawing_with_a_damaged_page_the_others_are_read_and_it_is_said():
    extraction = read(drawing({"Page-1": shapes("<Shape><Text>Board</Text></Shape>"), "Page-2": "<Shapes>"}))
    assert (extraction.text, extraction.reason) == ("Board", Reason.PARTLY_READ)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(drawing({"Page-1": shapes("<Shape ID='1'/>")}), Reason.NO_TEXT, id="no text"),
        pytest.param(drawing({"Page-1": "<Shapes>"}), Reason.DAMAGED, id="no page can be read"),
    ],
)
def test_what_gives_no_text_says_why(data, reason):
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    assert refusal.value.reason == reason


def test_a_drawing_is_known_by_what_it_holds():
    assert identify(drawing({"Page-1": shapes()}), "a.bin") is FileKind.VSDX


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param({"Floor 2": ""}, "Floor 2\n\nBoard", id="a name with a number"),
        pytest.param({"Phase-2": " IsCustomName='1'"}, "Phase-2\n\nBoard", id="said to be somebody's"),
        pytest.param({"ページ - 1": ""}, "Board", id="the program's"),
    ],
)
def test_names_that_somebody_gave_to_pages_are_read(page, text):
    ((name, said),) = page.items()
    listing = f"<List {SPACES}><Page ID='0' Name='{name}'{said}><Rel r:id='r0'/></Page></List>"
    data = drawing({name: shapes("<Shape><Text>Board</Text></Shape>")}, **{"visio/pages/pages.xml": listing})
    assert read(data).text == text


def test_data_that_shapes_have_of_their_master_come_once_a_page_and_own_ones_at_each():
    made = "<Row N='Made'><Cell N='Label' V='Maker'/><Cell N='Value' V='Orr and Sons' U='STR'/></Row>"
    master = shapes(f"<Shape ID='5'><Section N='Property'>{made}</Section></Shape>")
    row = "<Shape Master='0'><Section N='Property'>{}</Section></Shape>"
    other = row.format("<Row N='Made'><Cell N='Value' V='Ann Lee'/></Row>")
    gone = row.format("<Row N='Made' Del='1'/>")
    extraction = read(drawing({"Page-1": shapes("<Shape Master='0'/>" * 2, other, gone)}, (master,)))
    assert texts(extraction) == [("Maker: Orr and Sons", 1), ("Maker: Ann Lee", 1)]


def test_comments_on_no_page_that_is_listed_are_read():
    comments = f"<Comments {SPACES}><CommentEntry PageID='9'>Ask her</CommentEntry></Comments>"
    data = drawing({"Page-1": shapes("<Shape><Text>Board</Text></Shape>")}, **{"visio/comments.xml": comments})
    assert texts(read(data)) == [("Board", 1), ("Ask her", None)]


def test_of_a_drawing_with_a_damaged_master_it_is_said():
    page = shapes("<Shape Master='0'/>", "<Shape><Text>Board</Text></Shape>")
    extraction = read(drawing({"Page-1": page}, ("<Shapes>",)))
    assert (extraction.text, extraction.reason) == ("Board", Reason.PARTLY_READ)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(lambda count: "<Text>{}</Text>".format(" \n" * 40 * count), id="text"),
        pytest.param(
            lambda count: "<Section N='Property'>{}</Section>".format(
                "".join(f"<Row N='r{number}'><Cell N='Label' V='x'/></Row>" for number in range(count))
            ),
            id="data",
        ),
    ],
)
def test_shapes_cost_the_same_however_much_their_master_says(said):
    def make(count: int) -> bytes:
        master = shapes(f"<Shape ID='5'>{said(count)}</Shape>")
        return drawing({"Board": shapes("<Shape Master='0'/>" * count)}, (master,))

    assert_linear(lambda data: diagrams.read(Source(data, "a.vsdx")), make, 1_600)


def test_more_pages_than_the_limit_are_refused_before_any_is_read():
    listing = f"<List>{'<Page/>' * (limits.PDF_PAGES + 1)}</List>"
    with pytest.raises(ExtractionError) as refusal:
        read(drawing({}, **{"visio/pages/pages.xml": listing}))
    assert refusal.value.reason == Reason.TOO_MANY_PARTS
