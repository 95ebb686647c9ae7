"""Two papers that differ in what a reader may drop are never the same, and true copies are."""

from __future__ import annotations

import base64
import io
import json
import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches

from findling.domain.files import Extraction, Unread
from findling.duplicates.sameness import find_doubt, find_sameness
from findling.duplicates.word_tokens import hash_wording, split_words
from findling.extraction import parsing
from findling.extraction.source import Source
from findling.formats import FileKind
from findling.messages.library_templates import ClearingMessage
from findling.storage.duplicate_table import Reading
from madepapers import ODF, SENTENCES, W, epub, html, mail, markdown, notes, odt, plain, png, rtf, story, word, workbook
from pdfs import HEIGHT as PAGE
from pdfs import Words, column, typeset
from zips import pack

BOX = (Inches(1), Inches(1), Inches(4), Inches(2))
Pair = tuple[bytes, bytes]


def reading(data: bytes, name: str) -> Reading:
    extraction = parsing.parse(Source(data, name))
    return Reading(data, hash_wording(split_words(extraction.body)), True, extraction.wholeness)


def doubt(name: str, one: bytes, other: bytes, other_name: str = ""):
    first, second = reading(one, name), reading(other, other_name or name)
    found = find_doubt(first, second)
    assert (found is None) == (find_doubt(second, first) is None)
    assert found or find_sameness(first) == find_sameness(second)
    return found


def both(make: Callable[[str], bytes], one: str = "Ann", other: str = "Bea") -> Pair:
    return make(one), make(other)


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def text(words: str) -> str:
    return run(f"<w:t>{words}</w:t>")


def drawn(element: str) -> str:
    return paragraph(run(f"<w:drawing><a:graphic>{element}</a:graphic></w:drawing>"))


def text_box(words: str) -> str:
    box = f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(text(words))}</w:txbxContent></wps:txbx></wps:wsp>"
    return f"<w:p><w:r><mc:AlternateContent><mc:Choice>{drawn(box)}</mc:Choice></mc:AlternateContent></w:r></w:p>"


def numbering(start: str) -> str:
    level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    scheme = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
    return f'<w:numbering xmlns:w="{W}">{scheme}<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'


def table(*cells: str) -> str:
    row = "".join(f"<w:tc>{paragraph(text(cell))}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"


PICTURE = drawn('<a:blip r:embed="image"/>')
ITEM = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>{text("Item")}</w:p>'
STRUCK = "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>paid</w:t></w:r></w:p>"
NUMBERED = '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'
NUMBERS = f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="N">{NUMBERED}</w:style></w:styles>'
STYLED = f'<w:p><w:pPr><w:pStyle w:val="N"/></w:pPr>{text("Item")}</w:p>'
COMMENTED = notes("comment", "Yes")
TWICE = COMMENTED.replace("</w:comments>", f'<w:comment w:id="3">{paragraph(text("Yes"))}</w:comment></w:comments>')
TICKED = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:p/>'
    "</w:sdtContent></w:sdt>"
)
OLD_BOX = '<w:fldChar><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData></w:fldChar>'
MOVED = "<w:p><w:moveFrom>{}</w:moveFrom></w:p>"
CHUNK = '<w:altChunk r:id="chunk"/>'
LINKED = f'<w:p><w:hyperlink r:id="site">{text("here")}</w:hyperlink></w:p>'

IN_WORD = {
    "text box": both(lambda name: word(text_box(name))),
    "text box or none": (word(text_box("Ann")), word()),
    "simple field": both(lambda name: word(paragraph(f"<w:fldSimple>{text(name)}</w:fldSimple>"))),
    "code of a field": both(lambda form: word(within=run(f"<w:instrText>DATE {form}</w:instrText>"))),
    "unknown element": both(lambda name: word(paragraph(f"<w:unheard>{text(name)}</w:unheard>"))),
    "note that is not referred to": both(lambda name: word(footnotes=notes("footnote", name))),
    "comment said twice": (word(comments=COMMENTED), word(comments=TWICE)),
    "number in a header": both(lambda number: word(header1=story("hdr", number)), "4711", "4712"),
    "picture": both(lambda shade: word(PICTURE, media=png(int(shade))), "1", "2"),
    "picture or none": (word(PICTURE, media=png(1)), word()),
    "shape": both(
        lambda kind: word(drawn(f'<wps:wsp><a:prstGeom prst="{kind}"/></wps:wsp>')), "leftArrow", "rightArrow"
    ),
    "alternative text": both(lambda name: word(drawn(f'<a:blip r:embed="image" descr="{name}"/>'), media=png(1))),
    "tracked deletion": (word(within=f"<w:del>{run('<w:delText>not</w:delText>')}</w:del>"), word()),
    "tracked move": both(lambda name: word(MOVED.format(text(name)))),
    "struck-out words": (word(STRUCK), word(paragraph(text("paid")))),
    "state of a check box": both(lambda state: word(TICKED.format(state)), "1", "0"),
    "state of an old check box": both(lambda state: word(within=run(OLD_BOX.format(state))), "1", "0"),
    "symbol": both(lambda char: word(within=run(f'<w:sym w:font="Wingdings" w:char="{char}"/>')), "F0FC", "F0FB"),
    "formula": both(lambda kind: word(paragraph(f"<m:oMath><m:{kind}>{text('ab')}</m:{kind}></m:oMath>")), "rad", "f"),
    "number of an item": both(lambda start: word(ITEM, numbering=numbering(start)), "3", "4"),
    "number by a style": both(lambda start: word(STYLED, numbering=numbering(start), styles=NUMBERS), "3", "4"),
    "target of a link": both(lambda site: word(LINKED, site=f"https://{site}.example")),
    "column of a cell": (word(table("Rent", "900", "", "end")), word(table("Rent", "", "900", "end"))),
    "embedded part": both(lambda name: word(unheard=f"<x>{name}</x>")),
    "document in the document": both(lambda site: word(CHUNK, chunk=f"<html><p class={site}>More of it</p></html>")),
    "chart": both(lambda value: word(chart=f'<c:chart xmlns:c="c"><c:v>{value}</c:v></c:chart>'), "1", "2"),
}


def picture_in_odt(shade: int) -> bytes:
    return odt('<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>', a=png(shade))


def table_in_odt(*cells: str, repeated: int = 0) -> bytes:
    gap = f'<table:table-cell table:number-columns-repeated="{repeated}"/>' if repeated else ""
    row = gap.join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return odt(f"<table:table><table:table-row>{row}</table:table-row></table:table>")


ARROW = '<draw:custom-shape><draw:enhanced-geometry draw:type="{}"/></draw:custom-shape>'
DELETED = "<text:tracked-changes><text:deletion><text:p>{}</text:p></text:deletion></text:tracked-changes>"

IN_ODT = {
    "picture": (picture_in_odt(1), picture_in_odt(2)),
    "picture or none": (picture_in_odt(1), odt()),
    "drawing": both(lambda kind: odt(ARROW.format(kind)), "left-arrow", "right-arrow"),
    "tracked deletion": both(lambda name: odt(DELETED.format(name))),
    "form": both(lambda name: odt(f'<office:forms><form:text form:value="{name}"/></office:forms>')),
    "target of a link": both(lambda site: odt(within=f'<text:a xlink:href="x://{site}">here</text:a>')),
    "header's number": both(
        lambda number: odt(styles=f"<style:header><text:p>{number}</text:p></style:header>"), "1", "2"
    ),
    "column of a cell": (table_in_odt("Rent", "900", "", "end"), table_in_odt("Rent", "", "900", "end")),
    "embedded part": both(
        lambda name: odt(f'<text:p><draw:frame><draw:plugin xlink:href="{name}"/></draw:frame></text:p>')
    ),
}


def inline_picture(shade: int) -> str:
    return f'<img src="data:image/png;base64,{base64.b64encode(png(shade)).decode()}">'


IN_HTML = {
    "script": both(lambda name: html(f"<script>{name}()</script>")),
    "frame": both(lambda name: html(f'<iframe src="{name}"></iframe>')),
    "picture": (html(inline_picture(1)), html(inline_picture(2))),
    "picture beside it": both(lambda name: html(f'<img src="{name}.png">')),
    "drawing": both(lambda name: html(f'<svg><path d="{name}"/></svg>')),
    "target of a link": both(lambda name: html(f'<a href="x://{name}">here</a>')),
    "field of a form": both(lambda name: html(f'<input type="hidden" value="{name}">')),
    "typed value": both(lambda name: html(f'<input value="{name}">')),
    "label": both(lambda name: html(f'<p title="{name}">x')),
    "comment": both(lambda name: html(f"<!-- {name} -->")),
    "deleted words": (html("<p><del>not</del>"), html("<p>not")),
    "number of an item": both(lambda start: html(f'<ol start="{start}"><li>x</ol>'), "3", "4"),
    "template": both(lambda name: html(f"<template>{name}</template>")),
    "column of a cell": both(
        lambda cells: html(f"<table><tr><td>Rent{cells}<td>end</table>"), "<td>9<td>", "<td><td>9"
    ),
    "object": both(lambda name: html(f"<object>{name}</object>")),
    "capitals": both(lambda name: html(f"<p>to {name}"), "us", "US"),
    "sign": both(lambda sign: html(f"<p>{sign} yes"), "☐", "☒"),
    "hidden text": both(lambda look: html(f'<p style="{look}">not'), "display:none", "color:red"),
}
IN_MARKDOWN = {
    "picture": both(lambda name: markdown(f"![x]({name}.png)")),
    "target of a link": both(lambda name: markdown(f"[x](x://{name})")),
    "reference that is not used": both(lambda name: markdown(f"[//]: # ({name})")),
    "markup in a line": both(lambda name: markdown(f"x <data value={name}> y")),
    "script": both(lambda name: markdown(f"<script>{name}</script>")),
    "language of code": both(lambda name: markdown(f"```{name}\nx\n```")),
    "number of an item": both(lambda start: markdown(f"{start}. x"), "3", "4"),
    "struck-out words": (markdown("~~x~~"), markdown("x")),
    "comment": both(lambda name: markdown(f"<!-- {name} -->")),
}


def picture_in_rtf(shade: int) -> bytes:
    return rtf(rf"{{\pict\pngblip\picw4\pich4 {png(shade).hex()}}}")


IN_RTF = {
    "footnote": both(lambda name: rtf(rf"{{\footnote {name}}}")),
    "header": both(lambda name: rtf(rf"{{\header {name}}}")),
    "annotation": both(lambda name: rtf(rf"{{\*\annotation {name}}}")),
    "text box": both(lambda name: rtf(rf"{{\shp{{\*\shpinst{{\shptxt {name}}}}}}}")),
    "picture": (picture_in_rtf(1), picture_in_rtf(2)),
    "picture of another kind": both(lambda data: rtf(rf"{{\pict\wmetafile8 {data}}}"), "00ff", "00fe"),
    "object": both(lambda data: rtf(rf"{{\object{{\*\objdata {data}}}}}"), "00ff", "00fe"),
    "target of a link": both(lambda name: rtf(rf"{{\field{{\*\fldinst HYPERLINK {name}}}{{\fldrslt here}}}}")),
    "unknown destination": both(lambda name: rtf(rf"{{\*\unheard {name}}}")),
    "deleted words": (rtf(r"{\deleted x}"), rtf("x")),
    "struck-out words": (rtf(r"{\strike x}"), rtf("x")),
    "form field": both(lambda name: rtf(rf"{{\field{{\*\fldinst{{\*\formfield{{\ffname {name}}}}}}}{{\fldrslt x}}}}")),
    "group without end": (rtf("{x"), rtf("x")),
}
ATTACHED = 'Content-Type: {}; name="a"\r\nContent-Disposition: attachment; filename="a"'
HTML_FORM = (
    'Content-Type: multipart/alternative; boundary="in"',
    "--in\r\nContent-Type: text/plain\r\n\r\nsee\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>{}</p>\r\n--in--",
)
IN_MAIL = {
    "attachment": both(lambda name: mail((ATTACHED.format("application/x"), name))),
    "text that is attached": both(lambda name: mail((ATTACHED.format("text/plain"), name))),
    "picture": both(lambda data: mail(("Content-Type: image/png", data))),
    "other form of the text": both(lambda name: mail((HTML_FORM[0], HTML_FORM[1].format(name)))),
    "address for answers": both(lambda name: mail(headers=f"Reply-To: {name}@example.org\r\n")),
    "unknown charset": both(
        lambda name: mail((f"Content-Type: text/plain; charset={name}", "x")), "unheard-of", "utf-8"
    ),
    "attachment of a nested mail": both(
        lambda name: mail(("Content-Type: message/rfc822", f"Subject: x\r\nContent-Type: application/x\r\n\r\n{name}"))
    ),
}
IN_TEXT = {
    "bytes that are no letters": (plain("ä" * 60) + b"\xff", plain("ä" * 60) + b"\xfe"),
    "control characters": both(lambda sign: plain(f"a{sign}b"), "\x01", "\x02"),
    "signs": both(lambda sign: plain(f"{sign} yes"), "☐", "☒"),
    "capitals": both(lambda name: plain(f"to {name}"), "us", "US"),
    "hyphen": both(lambda word_: plain(f"They {word_} the lease."), "re-sign", "resign"),
    "space": both(lambda words: plain(f"It is {words} in the book."), "now here", "nowhere"),
    "question": both(lambda sign: plain(f"He paid{sign}"), "?", "."),
}


def hide_sheet(state: str) -> bytes:
    def fill(book, _sheet):
        more = book.add_worksheet("More")
        more.write(0, 0, "words")
        if state:
            more.hide()

    return workbook(fill)


def draw_chart(kind: str) -> bytes:
    def fill(book, sheet):
        chart = book.add_chart({"type": kind})
        chart.add_series({"values": "=Notes!$A$1:$A$3"})
        sheet.insert_chart(9, 0, chart)

    return workbook(fill)


def form_number(form: str) -> bytes:
    return workbook(lambda book, sheet: sheet.write(9, 0, 0.5, book.add_format({"num_format": form})))


def place_picture(shade: int) -> bytes:
    image = {"image_data": io.BytesIO(png(shade))}
    return workbook(lambda _, sheet: sheet.insert_image(9, 0, "a.png", image))


IN_WORKBOOK = {
    "form of a number": both(form_number, '"EUR" 0.00', '"USD" 0.00'),
    "formula": both(lambda sum_: workbook(lambda _, sheet: sheet.write_formula(9, 0, sum_, value=3)), "=1+2", "=3"),
    "column of a cell": both(
        lambda at: workbook(lambda _, sheet: (sheet.write(9, int(at), 900), sheet.write(9, 5, "end"))), "1", "2"
    ),
    "comment or none": (workbook(lambda _, sheet: sheet.write_comment(0, 0, "No")), workbook()),
    "picture": (place_picture(1), place_picture(2)),
    "picture or none": (place_picture(1), workbook()),
    "target of a link": both(
        lambda site: workbook(lambda _, sheet: sheet.write_url(9, 0, f"https://{site}.example", string="here"))
    ),
    "hidden sheet": both(hide_sheet, "hidden", ""),
    "hidden row": both(
        lambda state: workbook(lambda _, sheet: sheet.set_row(1, options={"hidden": bool(state)})), "1", ""
    ),
    "chart": both(draw_chart, "line", "pie"),
}


def show(fill: Callable[..., object]) -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_textbox(*BOX).text_frame.text = "\n".join(SENTENCES)
    fill(slide)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def chart_on_slide(kind) -> bytes:
    data = CategoryChartData()
    data.categories = ["a", "b"]
    data.add_series("c", (1, 2))
    return show(lambda slide: slide.shapes.add_chart(kind, *BOX, data))


IN_SLIDES = {
    "picture": tuple(show(lambda slide, n=n: slide.shapes.add_picture(io.BytesIO(png(n)), 0, 0)) for n in (1, 2)),
    "picture or none": (show(lambda slide: slide.shapes.add_picture(io.BytesIO(png(1)), 0, 0)), show(lambda _: None)),
    "shape": tuple(
        show(lambda slide, kind=kind: slide.shapes.add_shape(kind, *BOX))
        for kind in (MSO_SHAPE.LEFT_ARROW, MSO_SHAPE.RIGHT_ARROW)
    ),
    "chart": (chart_on_slide(XL_CHART_TYPE.PIE), chart_on_slide(XL_CHART_TYPE.LINE)),
    "text outside of shapes": both(
        lambda name: show(lambda slide: slide.element.append(slide.element.makeelement(f"{{{W}}}{name}")))
    ),
    "form of a shape with words": tuple(
        show(lambda slide, kind=kind: slide.shapes.add_shape(kind, *BOX).text_frame.__setattr__("text", "Go"))
        for kind in (MSO_SHAPE.LEFT_ARROW, MSO_SHAPE.RIGHT_ARROW)
    ),
    "hidden slide": (show(lambda slide: slide.element.set("show", "0")), show(lambda _: None)),
}


def ods(more: str = "", *, cell: str = "", hidden: bool = False) -> bytes:
    rows = "".join(f"<table:table-row>{string_cell(each)}</table:table-row>" for each in SENTENCES)
    look = f'<style:table-properties table:display="{str(not hidden).lower()}"/>'
    styles = f'<office:automatic-styles><style:style style:name="H">{look}</style:style></office:automatic-styles>'
    sheet = f'<table:table table:name="Notes" table:style-name="H">{rows}{cell}</table:table>{more}'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    content = f"<office:document-content {ODF}>{styles}{body}</office:document-content>"
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    return pack({"mimetype": media_type, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def string_cell(words: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


def number_cell(shown: str, formula: str = "") -> str:
    value = f'office:value-type="float" office:value="5" table:formula="{formula}"'
    return f"<table:table-row><table:table-cell {value}><text:p>{shown}</text:p></table:table-cell></table:table-row>"


NOTED = "<table:table-cell><office:annotation><text:p>{}</text:p></office:annotation></table:table-cell>"
REMARK = f"<table:table-row>{NOTED}</table:table-row>"
IN_ODS = {
    "form of a number": both(lambda form: ods(cell=number_cell(f"5 {form}")), "EUR", "USD"),
    "formula": both(lambda formula: ods(cell=number_cell("5", formula)), "of:=2+3", "of:=5"),
    "comment": both(lambda name: ods(cell=REMARK.format(name))),
    "text box": both(
        lambda name: ods(f"<draw:frame><draw:text-box><text:p>{name}</text:p></draw:text-box></draw:frame>")
    ),
    "hidden sheet": (ods(hidden=True), ods()),
    "shape": both(lambda kind: ods(ARROW.format(kind)), "left", "right"),
}
IN_BOOK = {
    "picture": tuple(epub('<img src="p.png"/>', picture=png(shade)) for shade in (1, 2)),
    "picture or none": (epub('<img src="p.png"/>', picture=png(1)), epub()),
    "chapter outside of the order": (epub(manifest='<item id="x" href="x" media-type="text/html"/>'), epub()),
    "script": both(lambda name: epub(f"<script>{name}</script>")),
}


def pdf(
    change: Callable[[pdfium.PdfDocument, pdfium.PdfPage], object] = lambda document, page: None, *more: str
) -> bytes:
    document = pdfium.PdfDocument(typeset([column("\n".join((*SENTENCES, *more)))]))
    page = document[0]
    change(document, page)
    page.gen_content()
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def paint(shade: int):
    def change(document, page):
        image = pdfium.PdfImage.new(document)
        bitmap = pdfium.PdfBitmap.new_native(4, 4, pdfium_c.FPDFBitmap_BGR)
        bitmap.fill_rect((shade, shade, shade, 255), 0, 0, 4, 4)
        image.set_bitmap(bitmap)
        image.set_matrix(pdfium.PdfMatrix().scale(50, 50))
        page.insert_obj(image)

    return change


def sweep(to: float):
    def change(_, page):
        path = pdfium_c.FPDFPageObj_CreateNewPath(100, 100)
        pdfium_c.FPDFPath_LineTo(path, 200, to)
        pdfium_c.FPDFPath_SetDrawMode(path, 0, 1)
        pdfium_c.FPDFPage_InsertObject(page, path)

    return change


def rule(height: float):
    def change(_, page):
        path = pdfium_c.FPDFPageObj_CreateNewRect(72, height, 150, 0.5)
        pdfium_c.FPDFPath_SetDrawMode(path, 1, 0)
        pdfium_c.FPDFPage_InsertObject(page, path)

    return change


def attach(content: bytes):
    return lambda document, _: document.new_attachment("a.txt").set_data(content)


def annotate(kind: int, address: bytes = b""):
    def change(_, page):
        annotation = pdfium_c.FPDFPage_CreateAnnot(page, kind)
        pdfium_c.FPDFAnnot_SetRect(annotation, pdfium_c.FS_RECTF(10, 30, 30, 10))
        if address:
            pdfium_c.FPDFAnnot_SetURI(annotation, address)
        pdfium_c.FPDFPage_CloseAnnot(annotation)

    return change


def with_heads(*heads: str, foot: str = "") -> bytes:
    pages = [[Words(head, down=30), *column("\n".join((*SENTENCES, foot)))] for head in heads]
    return typeset([[*page, Words(str(number), down=780)] for number, page in enumerate(pages, start=1)])


IN_PDF = {
    "picture": (pdf(paint(1)), pdf(paint(2))),
    "picture or none": (pdf(paint(1)), pdf()),
    "drawing": (pdf(sweep(200)), pdf(sweep(300))),
    "attachment": (pdf(attach(b"Ann")), pdf(attach(b"Bea"))),
    "mark": (pdf(annotate(pdfium_c.FPDF_ANNOT_HIGHLIGHT)), pdf(annotate(pdfium_c.FPDF_ANNOT_STRIKEOUT))),
    "target of a link": both(lambda site: pdf(annotate(pdfium_c.FPDF_ANNOT_LINK, f"https://{site}.example".encode()))),
    "end of the file": (pdf()[:-7], pdf()),
    "line through words": (pdf(rule(PAGE - 97)), pdf(rule(PAGE - 120))),
    "number in a running head": both(
        lambda number: with_heads(*(f"Patient {each}" for each in ("4711", number, "4714", "4715"))), "4712", "4799"
    ),
}
IN_DATA = {
    "nothing": (b'{"a": null, "b": "words of it"}', b'{"c": null, "b": "words of it"}'),
    "name that comes twice": (b'{"a": "x", "a": "words"}', b'{"a": "y", "a": "words"}'),
}


def contact(*lines: str) -> bytes:
    note = "\\n".join(each.replace(",", "\\,") for each in SENTENCES)
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", "FN:Ann Moor", f"NOTE:{note}", *lines, "END:VCARD", ""]).encode()


def calendar(*lines: str) -> bytes:
    text = "\\n".join(each.replace(",", "\\,") for each in SENTENCES)
    event = ["BEGIN:VEVENT", "SUMMARY:The boiler", f"DESCRIPTION:{text}", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""]).encode()


def flat(more: str = "") -> bytes:
    text = "".join(f"<text:p>{each}</text:p>" for each in SENTENCES)
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    body = f"<office:body><office:text>{text}{more}</office:text></office:body>"
    return f'<office:document {ODF} {kind} xmlns:xlink="http://www.w3.org/1999/xlink">{body}</office:document>'.encode()


def picture_in_flat(shade: int) -> bytes:
    data = base64.b64encode(png(shade)).decode()
    image = f"<draw:image><office:binary-data>{data}</office:binary-data></draw:image>"
    return flat(f"<text:p><draw:frame>{image}</draw:frame></text:p>")


IN_CONTACT = {
    "photo": both(lambda data: contact(f"PHOTO;ENCODING=b:{data}"), "AAAA", "BBBB"),
    "photo or none": (contact("PHOTO;ENCODING=b:AAAA"), contact()),
    "key": both(lambda data: contact(f"KEY:data:x;base64,{data}"), "AAAA", "BBBB"),
    "sort of a number": both(lambda kind: contact(f"TEL;TYPE={kind}:555"), "pref", "voice"),
    "place on the map": both(lambda place: contact(f"GEO:{place}"), "1;2", "2;1"),
}
IN_CALENDAR = {
    "rule": both(lambda rule: calendar(f"RRULE:FREQ={rule}"), "DAILY", "WEEKLY"),
    "state": both(lambda state: calendar(f"STATUS:{state}"), "CONFIRMED", "CANCELLED"),
    "attachment": both(lambda data: calendar(f"ATTACH;ENCODING=BASE64:{data}"), "AAAA", "BBBB"),
    "time zone": both(lambda zone: calendar(f"DTSTART;TZID={zone}:20200101T100000"), "Europe/Berlin", "Asia/Tokyo"),
}
IN_FLAT = {
    "picture": (picture_in_flat(1), picture_in_flat(2)),
    "picture or none": (picture_in_flat(1), flat()),
    "tracked deletion": both(lambda name: flat(DELETED.format(name))),
    "drawing": both(lambda kind: flat(ARROW.format(kind)), "left-arrow", "right-arrow"),
}
FORMATS = {
    "vcf": IN_CONTACT, "ics": IN_CALENDAR, "fodt": IN_FLAT,
    "docx": IN_WORD, "odt": IN_ODT, "html": IN_HTML, "md": IN_MARKDOWN, "rtf": IN_RTF, "eml": IN_MAIL, "txt": IN_TEXT,
    "xlsx": IN_WORKBOOK, "ods": IN_ODS, "pptx": IN_SLIDES, "epub": IN_BOOK, "pdf": IN_PDF, "json": IN_DATA,
    "xml": {"comment": both(lambda name: f"<?xml version='1.0'?><a>words<!-- {name} --></a>".encode())},
    "csv": {"column of a cell": (b"a,b,c,d\nx,1,,end\n", b"a,b,c,d\nx,,1,end\n")},
    "py": {"indentation": (b"if a:\n    b()\nc()\n", b"if a:\n    b()\n    c()\n")},
}  # fmt: skip
PAIRS = [
    pytest.param(format_, *pair, id=f"{format_}, {what}")
    for format_, pairs in FORMATS.items()
    for what, pair in pairs.items()
]


@pytest.mark.parametrize(("format_", "one", "other"), PAIRS)
def test_papers_that_differ_in_what_a_reader_may_drop_are_not_the_same(format_, one, other):
    assert one != other
    assert doubt(f"a.{format_}", one, other) is not None


def notebook(words: str) -> bytes:
    return json.dumps({"cells": [{"cell_type": "markdown", "source": [*SENTENCES, words]}], "nbformat": 4}).encode()


WRITERS = {
    "vcf": lambda words: contact(f"TITLE:{words}"),
    "ics": lambda words: calendar(f"COMMENT:{words}"),
    "fodt": lambda words: flat(f"<text:p>{words}</text:p>"),
    "mht": lambda words: mail(("Content-Type: text/html", f"<p>{words}</p>")),
    "docx": lambda words: word(paragraph(text(words))),
    "odt": lambda words: odt(f"<text:p>{words}</text:p>"),
    "html": lambda words: html(f"<p>{words}"),
    "md": markdown,
    "txt": plain,
    "py": lambda words: f"a = 1\n# {words}\nb = 2\n".encode(),
    "rtf": lambda words: rtf(rf"\par {words}"),
    "eml": lambda words: mail(("Content-Type: text/plain", words)),
    "ods": lambda words: ods(cell=f"<table:table-row>{string_cell(words)}</table:table-row>"),
    "xlsx": lambda words: workbook(lambda _, sheet: sheet.write(9, 0, words)),
    "pptx": lambda words: show(lambda slide: slide.shapes.add_textbox(*BOX).text_frame.__setattr__("text", words)),
    "epub": lambda words: epub(f"<p>{words}</p>"),
    "pdf": lambda words: with_heads(*["The house and all who live in it"] * 5, foot=words),
    "csv": lambda words: f"a,b\n1,2\n{words},3\n".encode(),
    "json": lambda words: json.dumps({"a": words, "b": list(SENTENCES)}).encode(),
    "xml": lambda words: f"<?xml version='1.0'?><a><p>{SENTENCES[0]}</p><p>{words}</p></a>".encode(),
    "ipynb": notebook,
}  # fmt: skip


@pytest.mark.parametrize("format_", WRITERS)
def test_what_a_failing_reader_loses_makes_no_two_papers_the_same(format_):
    chance = random.Random(format_)
    for _ in range(20):
        known = []
        for name in ("Ann", "Bea"):
            words = f"Parcel {chance.randrange(100)} goes to {name}."
            source = Source(WRITERS[format_](words), f"a.{format_}")
            whole = parsing.parse(source)
            assert words in whole.text
            lossy = replace(whole, text=whole.text.replace(words, ""))
            wholeness = parsing.check_wholeness(source, lossy)
            known.append(Reading(source.data, hash_wording(split_words(lossy.text)), True, wholeness))
        assert known[0].wording == known[1].wording
        assert find_doubt(*known) is not None


COPIES = {
    "docx": word(), "odt": odt(), "html": html(), "md": markdown(), "txt": plain(), "rtf": rtf(), "epub": epub(),
    "pdf": pdf(), "pptx": show(lambda _: None),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), list(pairwise(COPIES)))
def test_one_text_in_two_formats_is_the_same(one, other):
    assert doubt(f"a.{one}", COPIES[one], COPIES[other], f"a.{other}") is None


UMLAUTS = "Die Häuser und die Straße über dem Fluß wären größer geworden, hätte man früher angefangen."
RESENT = "Received: from a by b; Mon, 1 Jan 2024 10:00:01 +0000\r\nMessage-ID: <2@b>\r\n"
ENCODED = ("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64", base64.b64encode(b"More of it").decode())


@pytest.mark.parametrize(
    ("name", "one", "other", "other_name"),
    [
        pytest.param("a.txt", UMLAUTS.encode(), UMLAUTS.encode("cp1252"), "", id="encoding"),
        pytest.param("a.txt", plain(), plain().replace(b"\n", b"\r\n"), "", id="line ends"),
        pytest.param("a.fodt", flat(), odt(), "a.odt", id="flat and packed"),
        pytest.param("a.fodt", picture_in_flat(1), picture_in_odt(1), "a.odt", id="picture in a flat text"),
        pytest.param("a.vcf", contact("REV:1", "TEL:5"), contact("TEL:\r\n 5", "REV:2"), "", id="saved again"),
        pytest.param("a.ics", calendar("DTSTAMP:1"), calendar("DTSTAMP:2"), "", id="sent again"),
        pytest.param("a.emlx", mail(), b"%d\n%s<plist/>" % (len(mail()), mail()), "", id="flags of Apple Mail"),
        pytest.param("a.csv", b"a,b\nx,1\n", b"a;b\r\nx;1\r\n", "", id="delimiter"),
        pytest.param("a.pdf", with_heads(*["The house"] * 4), with_heads(*["The house"] * 4), "", id="running heads"),
        pytest.param("a.docx", word(PICTURE, media=png(1)), word(PICTURE, media=png(1, level=0)), "", id="packing"),
        pytest.param("a.docx", word(PICTURE, media=png(1)), picture_in_odt(1), "a.odt", id="picture in two formats"),
        pytest.param("a.docx", word(PICTURE, media=png(1)), picture_in_rtf(1), "a.rtf", id="picture in rich text"),
        pytest.param("a.odt", picture_in_odt(1), html(inline_picture(1)), "a.html", id="picture in a page"),
        pytest.param("a.xlsx", workbook(), ods(), "a.ods", id="sheet in two formats"),
        pytest.param("a.eml", mail(), mail(headers=RESENT), "", id="over another server"),
        pytest.param("a.eml", mail(("Content-Type: text/plain", "More of it")), mail(ENCODED), "", id="transfer"),
        pytest.param("a.docx", word(comments=COMMENTED), word(comments=COMMENTED, people="<x/>"), "", id="people"),
        pytest.param("a.json", b'{"a": [1, "words"]}', b'{\n "a": [1,\n "words"]}', "", id="white space"),
        pytest.param(
            "a.docx", word(header1=story("hdr", "The house")), word(header1=story("hdr", "The house")), "", id="header"
        ),
    ],
)
def test_true_copies_are_the_same(name, one, other, other_name):
    assert doubt(name, one, other, other_name) is None


@pytest.mark.parametrize(
    ("format_", "what", "parts"),
    [
        ("docx", "document in the document", ("EMBEDDED",)),
        ("html", "script", ("SCRIPTS",)),
        ("html", "field of a form", ("FORMS",)),
        ("md", "picture", ("PICTURES",)),
        ("pdf", "drawing", ("DRAWINGS",)),
        ("txt", "bytes that are no letters", ("UNDECODABLE",)),
    ],
)
def test_the_reason_names_the_part_that_was_not_read(format_, what, parts):
    found = doubt(f"a.{format_}", *FORMATS[format_][what])
    assert found is not None
    assert found.message is ClearingMessage.UNREAD_IN_BOTH
    named = str(found)
    assert all(ClearingMessage[f"PART_{part}"].template in named for part in parts), named


def spoil_picture(data: bytes) -> bytes:
    """Change a byte of the picture in a .docx file."""
    at = data.index(b"word/media/1.png") + 100
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize(
    ("name", "whole", "damage"),
    [
        ("a.docx", word(PICTURE, media=random.Random(1).randbytes(500)), spoil_picture),
        ("a.pdf", pdf(), lambda data: data[:-7]),
        ("a.rtf", rtf(), lambda data: data[:-1]),
    ],
)
def test_a_damaged_file_is_known_as_such_though_its_text_is_whole(name, whole, damage):
    damaged = damage(whole)
    assert damaged != whole
    one, other = reading(whole, name), reading(damaged, name)
    assert one.wording == other.wording
    assert (one.wholeness.is_impaired, other.wholeness.is_impaired) == (False, True)


def test_a_format_that_nobody_checks_is_not_known_to_be_whole():
    extraction = parsing.parse(Source(plain(), "a.txt"))
    unchecked = replace(extraction, kind=FileKind.XLS)
    assert parsing.check_wholeness(Source(plain(), "a.xls"), unchecked).unread == (Unread.UNKNOWN,)
    assert Extraction(FileKind.TEXT, "", "", ()).wholeness.unread == (Unread.UNKNOWN,)
