"""Text of PDFs beside their pages: of pictures by their tags, and in forms of XFA."""

from __future__ import annotations

import pytest

from findling.domain.files import Unread
from findling.extraction.parsing import parse
from findling.extraction.source import Source

FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
XFA = """<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/">
<subform><field name="f"><caption><value><text>Tenant</text></value></caption><event><script>f()</script></event>
</field></subform></template>
<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form><f>Ann Lee</f>
<g>Please wait</g></form></xfa:data></xfa:datasets></xdp:xdp>"""


def stream(content: str) -> str:
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"


def pdf(shown: str, catalog: str, *objects: str) -> bytes:
    """A page that shows something, and objects from number 6 on to which the catalogue refers."""
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/StructParents 0/Resources<</Font<</F1 5 0 R>>>>"
        "/Contents 4 0 R>>"
    )
    drawn = stream(f"BT /F1 12 Tf 72 700 Td ({shown}) Tj ET\n/Figure <</MCID 0>> BDC EMC")
    listed = (f"<</Type/Catalog/Pages 2 0 R{catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, drawn, FONT)
    written = "%PDF-1.7\n"
    places = []
    for number, content in enumerate((*listed, *objects), start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(places) + 1
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF"
    return f"{written}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def tagged(kind: str, words: str) -> bytes:
    return pdf(
        "Base", "/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R",
        "<</Type/StructTreeRoot/K[7 0 R]/ParentTree<</Nums[0[7 0 R]]>>>>",
        f"<</Type/StructElem/S/{kind}/P 6 0 R/Pg 3 0 R/Alt({words})/K 0>>",
    )  # fmt: skip


def test_what_is_said_of_a_picture_is_text_of_its_page_and_the_reading_is_whole():
    extraction = parse(Source(tagged("Figure", "The mill by the river"), "a.pdf"))
    assert extraction.text == "Base\n\nThe mill by the river"
    assert extraction.blocks[-1].page == 1
    assert extraction.wholeness.unread == ()


@pytest.mark.parametrize(("kind", "words"), [("Link", "see there"), ("Figure", "image001.png"), ("Figure", "")])
def test_what_is_said_of_a_link_and_names_of_files_are_no_text(kind, words):
    assert parse(Source(tagged(kind, words), "a.pdf")).text == "Base"


@pytest.mark.parametrize("form", ["6 0 R", "[(template) 7 0 R (datasets) 8 0 R]"])
def test_captions_and_values_of_a_form_that_only_other_programs_show_are_read(form):
    data = pdf(
        "Please wait", f"/AcroForm<</Fields[]/XFA {form}>>", stream(XFA),
        stream(XFA[XFA.index("<template") : XFA.index("<xfa:")]),
        stream(XFA[XFA.index("<xfa:datasets") : XFA.index("</xdp")]),
    )  # fmt: skip
    extraction = parse(Source(data, "a.pdf"))
    assert extraction.text == "Please wait\n\nTenant\nAnn Lee"
    assert Unread.FORMS in extraction.wholeness.unread
