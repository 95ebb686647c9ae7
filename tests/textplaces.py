"""Places in which the specifications of formats let text stand, each as a function that puts a word there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

from pptx import Presentation

import madepapers
from madepapers import A, R
from zips import pack

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
OFFICE = "application/vnd.openxmlformats-officedocument."
MS_OFFICE = "http://schemas.microsoft.com/office/"


class Package:
    """Zip of parts into which markup is put, and to which parts are added."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._members = {name: archive.read(name) for name in archive.namelist()}
        self._related = 0

    def insert(self, member: str, before: str, markup: str) -> None:
        """Put markup before the last stretch of a part that reads so."""
        content = self._members[member].decode()
        at = content.rindex(before)
        self._members[member] = (content[:at] + markup + content[at:]).encode()

    def add(self, name: str, content: str | bytes, media_type: str, relation: str, owner: str) -> str:
        """Add a part of a type, to which another is related by the name that is returned."""
        self._members[name] = content.encode() if isinstance(content, str) else content
        self.insert("[Content_Types].xml", "</Types>", f'<Override PartName="/{name}" ContentType="{media_type}"/>')
        folder, _, file = owner.rpartition("/")
        relations = f"{folder}/_rels/{file}.rels"
        empty = f'<Relationships xmlns="{madepapers.RELATIONS}"></Relationships>'
        self._members[relations] = self._members.get(relations, empty.encode()).replace(
            b"<Relationships xmlns=%b/>" % f'"{madepapers.RELATIONS}"'.encode(), empty.encode()
        )
        self._related += 1
        link = f'<Relationship Id="more{self._related}" Type="{relation}" Target="/{name}"/>'
        self.insert(relations, "</Relationships>", link)
        return f"more{self._related}"

    def save(self) -> bytes:
        """The package as it is now."""
        return pack(self._members)


Place = Callable[[Package, str], None]


def _put(member: str, before: str, template: str, package: Package, word: str) -> None:
    package.insert(member, before, template.replace("@", word))


def _part(name: str, content: str, media_type: str, relation: str, owner: str, package: Package, word: str) -> None:
    package.add(name, content.replace("@", word), media_type, relation, owner)


def _drawn(folder: str, owner: str) -> dict[str, Place]:
    """Places in charts and diagrams, which are parts of their own in all of Microsoft's formats."""
    chart = f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}"><c:chart>%s</c:chart></c:chartSpace>'
    series = "<c:plotArea><c:barChart><c:ser>%s</c:ser></c:barChart></c:plotArea>"
    points = '<c:pt idx="0"><c:v>@</c:v></c:pt>'
    charts = {
        "title": "<c:title><c:tx><c:rich><a:p><a:r><a:t>@</a:t></a:r></a:p></c:rich></c:tx></c:title>",
        "name of a series": series % f"<c:tx><c:strRef><c:strCache>{points}</c:strCache></c:strRef></c:tx>",
        "typed name of a series": series % "<c:tx><c:v>@</c:v></c:tx>",
        "categories": series % f"<c:cat><c:strRef><c:strCache>{points}</c:strCache></c:strRef></c:cat>",
        "typed categories": series % f"<c:cat><c:strLit>{points}</c:strLit></c:cat>",
        "categories of two levels": series
        % f"<c:cat><c:multiLvlStrRef><c:multiLvlStrCache><c:lvl>{points}</c:lvl></c:multiLvlStrCache>"
        "</c:multiLvlStrRef></c:cat>",
        "labels of points from cells": series
        % (
            f'<c:extLst><c:ext><c15:datalabelsRange xmlns:c15="{MS_OFFICE}drawing/2012/chart"><c15:dlblRangeCache>'
            f"{points}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
        ),
    }
    newer = f'<cx:chartSpace xmlns:cx="{CX}" xmlns:a="{A}">%s</cx:chartSpace>'
    newer_charts = {
        "categories": '<cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:lvl ptCount="1"><cx:pt idx="0">@</cx:pt>'
        "</cx:lvl></cx:strDim></cx:data></cx:chartData>",
        "title": "<cx:chart><cx:title><cx:tx><cx:txData><cx:v>@</cx:v></cx:txData></cx:tx></cx:title></cx:chart>",
    }
    chart_type = partial(_part, media_type=f"{OFFICE}drawingml.chart+xml", relation=f"{R}/chart", owner=owner)
    diagram = (
        f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>@</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    pictured = (
        f'<dgm:dataModel xmlns:dgm="{DGM}" xmlns:a="{A}"><dgm:ptLst><dgm:pt><dgm:extLst><a:ext>'
        f'<dgm14:cNvPr xmlns:dgm14="{MS_OFFICE}drawing/2010/diagram" id="0" name="" descr="@"/></a:ext></dgm:extLst>'
        "</dgm:pt></dgm:ptLst></dgm:dataModel>"
    )
    shapes = f'<c:userShapes xmlns:c="{C}" xmlns:a="{A}"><a:p><a:r><a:t>@</a:t></a:r></a:p></c:userShapes>'
    places: dict[str, Place] = {
        f"{folder}: chart, {name}": partial(_named, chart_type, f"{folder}/charts/chart9{number}.xml", chart % inner)
        for number, (name, inner) in enumerate(charts.items())
    }
    for number, (name, inner) in enumerate(newer_charts.items()):
        places[f"{folder}: newer chart, {name}"] = partial(
            _part,
            f"{folder}/charts/chartEx9{number}.xml",
            newer % inner,
            "application/vnd.ms-office.chartex+xml",
            f"{MS_OFFICE}2014/relationships/chartEx",
            owner,
        )
    places[f"{folder}: diagram"] = partial(
        *(_part, f"{folder}/diagrams/data9.xml", diagram, f"{OFFICE}drawingml.diagramData+xml", f"{R}/diagramData"),
        owner,
    )
    places[f"{folder}: description of a picture in a diagram"] = partial(
        *(_part, f"{folder}/diagrams/data8.xml", pictured, f"{OFFICE}drawingml.diagramData+xml", f"{R}/diagramData"),
        owner,
    )
    places[f"{folder}: shape in a chart"] = partial(
        *(_part, f"{folder}/drawings/drawing99.xml", shapes, f"{OFFICE}drawingml.chartshapes+xml"),
        *(f"{R}/chartUserShapes", owner),
    )
    return places


def _named(add: Callable[..., None], name: str, content: str, package: Package, word: str) -> None:
    add(name, content, package=package, word=word)


_BODY = partial(_put, "word/document.xml", "</w:body>")
_RUN = "<w:r><w:t>@</w:t></w:r>"
_PARAGRAPH = f"<w:p>{_RUN}</w:p>"
_BOX = (
    '<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>'
    f"<w:txbxContent>{_PARAGRAPH}</w:txbxContent></wps:txbx></wps:wsp>"
)


def _in_word(markup: str) -> Place:
    return partial(_BODY, markup)


def _described(drawing: str) -> str:
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return f'<w:p><w:r><w:drawing xmlns:wp="{wp}">{drawing}</w:drawing></w:r></w:p>'


def _word_part(kind: str, content: str) -> Place:
    return partial(
        *(_part, f"word/{kind}9.xml", content, f"{madepapers.WORD}.{kind}+xml", f"{R}/{kind}", "word/document.xml")
    )


def _add_chunk(package: Package, word: str) -> None:
    page = f"<html><body><p>{word}</p></body></html>"
    identity = package.add("word/afchunk9.html", page, "text/html", f"{R}/aFChunk", "word/document.xml")
    package.insert("word/document.xml", "</w:body>", f'<w:altChunk r:id="{identity}"/>')


_STORY = madepapers.NAMESPACES
WORD_PLACES: Mapping[str, Place] = {
    "paragraph": _in_word(_PARAGRAPH),
    "cell of a nested table": _in_word(
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{_PARAGRAPH}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
    ),
    "text box": _in_word(f"<w:p><w:r><w:drawing><a:graphicData>{_BOX}</a:graphicData></w:drawing></w:r></w:p>"),
    "text box for older programs": _in_word(
        "<w:p><w:r><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{_PARAGRAPH}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    ),
    "letters drawn": _in_word('<w:p><w:r><w:pict><v:shape><v:textpath string="@"/></v:shape></w:pict></w:r></w:p>'),
    "either form of a box": _in_word(
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{_BOX}</w:drawing></mc:Choice>'
        "<mc:Fallback/></mc:AlternateContent></w:r></w:p>"
    ),
    "form for older programs alone": _in_word(
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback><w:pict><v:textbox>'
        f"<w:txbxContent>{_PARAGRAPH}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
    "locked canvas": _in_word(
        "<w:p><w:r><w:drawing><a:graphicData><a:sp><a:txSp><a:txBody><a:p><a:r><a:t>@</a:t></a:r></a:p></a:txBody>"
        "</a:txSp></a:sp></a:graphicData></w:drawing></w:r></w:p>"
    ),
    "title of a picture": _in_word(_described('<wp:inline><wp:docPr title="@" descr="scan.png"/></wp:inline>')),
    "description of a picture": _in_word(_described('<wp:inline><wp:docPr descr="@"/></wp:inline>')),
    "description of a shape in a group": _in_word(
        _described(
            '<wp:anchor><wp:docPr descr="b"/><wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/'
            'wordprocessingGroup"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
            'wordprocessingShape"><wps:cNvPr descr="@"/></wps:wsp></wpg:wgp></wp:anchor>'
        )
    ),
    "description of an old shape": _in_word('<w:p><w:r><w:pict><v:rect alt="@"/></w:pict></w:r></w:p>'),
    "description of a table": _in_word('<w:tbl><w:tblPr><w:tblDescription w:val="@"/></w:tblPr></w:tbl>'),
    "content control": _in_word(f"<w:sdt><w:sdtContent>{_PARAGRAPH}</w:sdtContent></w:sdt>"),
    "content control in a line": _in_word(f"<w:p><w:sdt><w:sdtContent>{_RUN}</w:sdtContent></w:sdt></w:p>"),
    "insertion": _in_word(f'<w:p><w:ins w:author="A">{_RUN}</w:ins></w:p>'),
    "move to here": _in_word(f'<w:p><w:moveTo w:author="A">{_RUN}</w:moveTo></w:p>'),
    "custom element": _in_word(f'<w:customXml w:element="x"><w:p><w:smartTag>{_RUN}</w:smartTag></w:p></w:customXml>'),
    "simple field": _in_word(f'<w:p><w:fldSimple w:instr="AUTHOR">{_RUN}</w:fldSimple></w:p>'),
    "result of a field": _in_word(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TITLE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_RUN}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "button in a line": _in_word(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MACROBUTTON N [@</w:instrText></w:r>'
        '<w:r><w:instrText>]</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "letters set by a formula": _in_word(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\* jc2 \\o\\ad(\\s\\up 9(a),@)'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
    "link": _in_word(f'<w:p><w:hyperlink w:anchor="a">{_RUN}</w:hyperlink></w:p>'),
    "reading above a word": _in_word(
        f"<w:p><w:r><w:ruby><w:rt>{_RUN}</w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    ),
    "base of a reading": _in_word(
        f"<w:p><w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>{_RUN}</w:rubyBase></w:ruby></w:r></w:p>"
    ),
    "formula": _in_word("<w:p><m:oMath><m:r><m:t>@</m:t></m:r></m:oMath></w:p>"),
    "element of a later Word": _in_word(f"<w:p><w:later>{_RUN}</w:later></w:p>"),
    "footnote": _word_part("footnotes", f"<w:footnotes {_STORY}><w:footnote>{_PARAGRAPH}</w:footnote></w:footnotes>"),
    "endnote": _word_part("endnotes", f"<w:endnotes {_STORY}><w:endnote>{_PARAGRAPH}</w:endnote></w:endnotes>"),
    "comment": _word_part("comments", f"<w:comments {_STORY}><w:comment>{_PARAGRAPH}</w:comment></w:comments>"),
    "header": _word_part("header", f"<w:hdr {_STORY}>{_PARAGRAPH}</w:hdr>"),
    "footer of figures": _word_part("footer", f"<w:ftr {_STORY}><w:p><w:r><w:t>4711@</w:t></w:r></w:p></w:ftr>"),
    "document in the document": lambda package, word: _add_chunk(package, word),
    **_drawn("word", "word/document.xml"),
}
"""Places of a Word document (ISO/IEC 29500-1, 17; MS-DOCX)."""

_SLIDE = "ppt/slides/slide1.xml"
_SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="9" name="n"/><p:cNvSpPr/><p:nvPr%s</p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:p>%s</a:p></p:txBody></p:sp>"
)
_LETTERS = "<a:r><a:t>@</a:t></a:r>"
_FREE = _SHAPE % ("/>", _LETTERS)
_SHOWN = (
    '<p:pic><p:nvPicPr><p:cNvPr id="9" name="Picture 3" descr="@"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/>'
    "<p:spPr/></p:pic>"
)


def _on_slide(markup: str, member: str = _SLIDE) -> Place:
    return partial(_put, member, "</p:spTree>", markup)


def _alternatives(choice: str, fallback: str) -> str:
    spaces = f'xmlns:mc="{MC}" xmlns:a14="{MS_OFFICE}drawing/2010/main" xmlns:m="{M}"'
    return (
        f'<mc:AlternateContent {spaces}><mc:Choice Requires="a14">{choice}</mc:Choice><mc:Fallback>{fallback}'
        "</mc:Fallback></mc:AlternateContent>"
    )


_MATH = _alternatives("<a14:m><m:oMath><m:r><m:t>@</m:t></m:r></m:oMath></a14:m>", "")
SLIDE_PLACES: Mapping[str, Place] = {
    "box": _on_slide(_FREE),
    "place to be filled": _on_slide(_SHAPE % ('><p:ph type="body"/></p:nvPr>', _LETTERS)),
    "title": _on_slide(_SHAPE % ('><p:ph type="title"/></p:nvPr>', _LETTERS)),
    "footer": _on_slide(_SHAPE % ('><p:ph type="ftr"/></p:nvPr>', _LETTERS)),
    "field": _on_slide(_SHAPE % ("/>", '<a:fld id="{0}" type="datetime"><a:t>@</a:t></a:fld>')),
    "group": _on_slide(
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="7" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{_FREE}</p:grpSp>"
    ),
    "table": _on_slide(
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="t"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
        f'table"><a:tbl><a:tblGrid/><a:tr h="1"><a:tc><a:txBody><a:bodyPr/><a:p>{_LETTERS}</a:p></a:txBody></a:tc>'
        "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    ),
    "description of a shape": _on_slide(_FREE.replace("@", "x").replace('name="n"', 'name="n" descr="@"')),
    "title of a group": _on_slide(
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="7" name="g" title="@"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        "</p:grpSp>"
    ),
    "description of a newer shape": _on_slide(
        _alternatives(*2 * (_FREE.replace("@", "").replace('name="n"', 'name="n" descr="@"'),))
    ),
    "shape for newer programs": _on_slide(_alternatives(_FREE, "")),
    "shape for older programs alone": _on_slide(_alternatives("", _FREE)),
    "formula in a line": _on_slide(_SHAPE % ("/>", _MATH)),
    "notes": _on_slide(_SHAPE % ('><p:ph type="body"/></p:nvPr>', _LETTERS), "ppt/notesSlides/notesSlide1.xml"),
    "box on the page of notes": _on_slide(_FREE, "ppt/notesSlides/notesSlide1.xml"),
    "box of the layout": _on_slide(_FREE, "ppt/slideLayouts/slideLayout7.xml"),
    "box of the master": _on_slide(_FREE, "ppt/slideMasters/slideMaster1.xml"),
    "description of a picture of the layout": _on_slide(_SHOWN, "ppt/slideLayouts/slideLayout7.xml"),
    "description of a picture of the master": _on_slide(_SHOWN, "ppt/slideMasters/slideMaster1.xml"),
    "comment": partial(
        *(_part, "ppt/comments/comment9.xml", f'<p:cmLst xmlns:p="{P}"><p:cm><p:text>@</p:text></p:cm></p:cmLst>'),
        *(f"{OFFICE}presentationml.comments+xml", f"{R}/comments", _SLIDE),
    ),
    "newer comment": partial(
        *(_part, "ppt/comments/modernComment_9.xml"),
        f'<p188:cmLst xmlns:p188="{MS_OFFICE}powerpoint/2018/8/main" xmlns:a="{A}"><p188:cm><p188:replyLst><p188:reply>'
        f"<p188:txBody><a:p>{_LETTERS}</a:p></p188:txBody></p188:reply></p188:replyLst></p188:cm></p188:cmLst>",
        *("application/vnd.ms-powerpoint.comments+xml", f"{MS_OFFICE}2018/10/relationships/comments", _SLIDE),
    ),
    **_drawn("ppt", _SLIDE),
}
"""Places of a presentation (ISO/IEC 29500-1, 19; MS-PPTX)."""

_SHEET = "xl/worksheets/sheet1.xml"


def _in_sheet(markup: str, before: str = "</worksheet>") -> Place:
    return partial(_put, _SHEET, before, markup)


_CELL = '<row r="%d"><c r="A%d"%s</c></row>'
_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
SHEET_PLACES: Mapping[str, Place] = {
    "cell": _in_sheet(_CELL % (90, 90, ' t="inlineStr"><is><t>@</t></is>'), "</sheetData>"),
    "cell of several looks": _in_sheet(
        _CELL % (91, 91, ' t="inlineStr"><is><r><t>@</t></r><r><rPr><b/></rPr><t> x</t></r></is>'), "</sheetData>"
    ),
    "reading above a word": _in_sheet(
        _CELL % (93, 93, ' t="inlineStr"><is><t>x</t><rPh sb="0" eb="1"><t>@</t></rPh></is>'), "</sheetData>"
    ),
    "result of a formula": _in_sheet(_CELL % (92, 92, ' t="str"><f>A1</f><v>@</v>'), "</sheetData>"),
    "header": _in_sheet(
        "<headerFooter><oddHeader>&amp;L&amp;&quot;Arial&quot;@&amp;R&amp;P</oddHeader></headerFooter>"
    ),
    "choice for a cell": _in_sheet(
        '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"x,@"</formula1></dataValidation>'
        "</dataValidations>"
    ),
    "footer": _in_sheet("<headerFooter><evenFooter>&amp;C@</evenFooter></headerFooter>"),
    "comment": partial(
        *(_part, "xl/comments9.xml"),
        f'<comments xmlns="{X}"><authors/><commentList><comment ref="A1"><text><r><t>@</t></r></text></comment>'
        "</commentList></comments>",
        *(f"{OFFICE}spreadsheetml.comments+xml", f"{R}/comments", _SHEET),
    ),
    "newer comment": partial(
        *(_part, "xl/threadedComments/threadedComment9.xml"),
        f'<ThreadedComments xmlns="{MS_OFFICE}spreadsheetml/2018/threadedcomments"><threadedComment><text>@</text>'
        "</threadedComment></ThreadedComments>",
        *("application/vnd.ms-excel.threadedcomments+xml", f"{MS_OFFICE}2017/10/relationships/threadedComment", _SHEET),
    ),
    "box": partial(
        *(_part, "xl/drawings/drawing9.xml"),
        f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{A}"><xdr:sp><xdr:txBody><a:p>{_LETTERS}</a:p></xdr:txBody></xdr:sp>'
        "</xdr:wsDr>",
        *(f"{OFFICE}drawing+xml", f"{R}/drawing", _SHEET),
    ),
    "description of a picture": partial(
        *(_part, "xl/drawings/drawing8.xml"),
        f'<xdr:wsDr xmlns:xdr="{_XDR}"><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1" descr="@"/>'
        "</xdr:nvPicPr></xdr:pic></xdr:wsDr>",
        *(f"{OFFICE}drawing+xml", f"{R}/drawing", _SHEET),
    ),
    "hint to a cell": _in_sheet('<dataValidations><dataValidation sqref="A1" prompt="@"/></dataValidations>'),
    "title of a warning": _in_sheet('<dataValidations><dataValidation sqref="A1" errorTitle="@"/></dataValidations>'),
    "caption of a button": partial(
        *(_part, "xl/drawings/vmlDrawing9.vml"),
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div><font face="Tahoma">@</font></div>'
        "</v:textbox></v:shape></xml>",
        *(f"{OFFICE}vmlDrawing", f"{R}/vmlDrawing", _SHEET),
    ),
    **_drawn("xl", "xl/drawings/drawing1.xml"),
}
"""Places of a workbook (ISO/IEC 29500-1, 18; MS-XLSX)."""


def _in_content(markup: str, before: str) -> Place:
    return partial(_put, "content.xml", before, markup)


def _open_places(before: str) -> dict[str, Place]:
    """Places in all of OpenDocument's formats, of which the body ends so."""
    paragraph = "<text:p>@</text:p>"
    places = {
        "text box": f"<text:p><draw:frame><draw:text-box>{paragraph}</draw:text-box></draw:frame></text:p>",
        "shape": f'<text:p><draw:custom-shape draw:name="s">{paragraph}</draw:custom-shape></text:p>',
        "comment": f"<text:p><office:annotation>{paragraph}</office:annotation></text:p>",
        "title of a picture": "<text:p><draw:frame><svg:title>@</svg:title></draw:frame></text:p>",
        "description of a picture": "<text:p><draw:frame><svg:desc>@</svg:desc></draw:frame></text:p>",
        "label of a form": '<office:forms><form:form><form:button form:label="@"/></form:form></office:forms>',
        "value of a form": '<office:forms><form:form><form:text form:current-value="@"/></form:form></office:forms>',
    }
    return {name: _in_content(markup, before) for name, markup in places.items()}


_TEXT_END = "</office:text>"
OPEN_TEXT_PLACES: Mapping[str, Place] = {
    **_open_places(_TEXT_END),
    "paragraph": _in_content("<text:p>@</text:p>", _TEXT_END),
    "item": _in_content("<text:list><text:list-item><text:p>@</text:p></text:list-item></text:list>", _TEXT_END),
    "header of a list": _in_content(
        "<text:list><text:list-header><text:p>@</text:p></text:list-header></text:list>", _TEXT_END
    ),
    "note": _in_content(
        "<text:p><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>@</text:p>"
        "</text:note-body></text:note></text:p>",
        _TEXT_END,
    ),
    "reading above a word": _in_content(
        "<text:p><text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>@</text:ruby-text></text:ruby></text:p>",
        _TEXT_END,
    ),
    "field": _in_content('<text:p><text:user-field-get text:name="n">@</text:user-field-get></text:p>', _TEXT_END),
    "hidden text": _in_content('<text:p>x<text:hidden-text text:string-value="@"/></text:p>', _TEXT_END),
    "place to be filled": _in_content("<text:p><text:placeholder>@</text:placeholder></text:p>", _TEXT_END),
    "cell": _in_content(
        "<table:table><table:table-row><table:table-cell><text:p>@</text:p></table:table-cell></table:table-row>"
        "</table:table>",
        _TEXT_END,
    ),
    "title of a table": _in_content(
        "<table:table><table:title>@</table:title><table:table-row><table:table-cell/></table:table-row></table:table>",
        _TEXT_END,
    ),
    "formula in the text": _in_content(
        '<text:p><draw:object><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>@</mi></math></draw:object></text:p>',
        _TEXT_END,
    ),
    "section": _in_content("<text:section><text:h>@</text:h></text:section>", _TEXT_END),
    "header": partial(_put, "styles.xml", "</style:master-page>", "<style:header><text:p>@</text:p></style:header>"),
    "header of the first page as LibreOffice wrote it": partial(
        _put,
        "styles.xml",
        "</style:master-page>",
        '<loext:header-first xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">'
        "<text:p>@</text:p></loext:header-first>",
    ),
    "footer of figures": partial(
        _put, "styles.xml", "</style:master-page>", "<style:footer><text:p>4711@</text:p></style:footer>"
    ),
    "formula": lambda package, word: package._members.update(
        {
            "Object 1/content.xml": (
                f'<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>{word}</mi><mo>=</mo><mn>2</mn>'
                "</mrow></semantics></math>"
            ).encode()
        }
    ),
}
"""Places of an OpenDocument text (OpenDocument 1.3, part 3)."""

_PAGE_END = "</draw:page>"
OPEN_SLIDE_PLACES: Mapping[str, Place] = {
    "notes": _in_content("<presentation:notes><draw:frame><draw:text-box><text:p>@</text:p></draw:text-box>"
        "</draw:frame></presentation:notes>", _PAGE_END),
    "text box": _in_content("<draw:frame><draw:text-box><text:p>@</text:p></draw:text-box></draw:frame>", _PAGE_END),
    "shape": _in_content("<draw:rect><text:p>@</text:p></draw:rect>", _PAGE_END),
    "group": _in_content("<draw:g><svg:title>@</svg:title></draw:g>", _PAGE_END),
    "comment": _in_content("<office:annotation><text:p>@</text:p></office:annotation>", _PAGE_END),
    "declared footer": partial(_put, "content.xml", "<draw:page>",
        '<presentation:footer-decl presentation:name="f">@</presentation:footer-decl>'),
    "declared header": partial(_put, "content.xml", "<draw:page>",
        '<presentation:header-decl presentation:name="h">@</presentation:header-decl>'),
    "name of a page": partial(_put, "content.xml", "<draw:page>", "<draw:page draw:name='@'/>"),
    "box of the master": partial(_put, "styles.xml", "</style:master-page>",
        "<draw:frame><draw:text-box><text:p>@</text:p></draw:text-box></draw:frame>"),
}  # fmt: skip
"""Places of an OpenDocument presentation."""

_TABLE_END = "</table:table>"
OPEN_SHEET_PLACES: Mapping[str, Place] = {
    "cell": _in_content("<table:table-row><table:table-cell office:value-type='string'><text:p>@</text:p>"
        "</table:table-cell></table:table-row>", _TABLE_END),
    "cell without a type": _in_content("<table:table-row><table:table-cell/><table:table-cell table:style-name='c'>"
        "<text:p>@</text:p></table:table-cell></table:table-row>", _TABLE_END),
    "comment": _in_content("<table:table-row><table:table-cell office:value-type='string'><office:annotation>"
        "<text:p>@</text:p></office:annotation><text:p>x</text:p></table:table-cell></table:table-row>", _TABLE_END),
    "box": _in_content("<table:shapes><draw:frame><draw:text-box><text:p>@</text:p></draw:text-box></draw:frame>"
        "</table:shapes>", "<table:table-row>"),
    "message of a check": partial(_put, "content.xml", "<table:table ", "<table:content-validations>"
        "<table:content-validation><table:help-message><text:p>@</text:p></table:help-message>"
        "</table:content-validation></table:content-validations>"),
    "header": partial(_put, "styles.xml", "</style:master-page>", "<style:header><text:p>@</text:p></style:header>"),
    "title of a message of a check": partial(_put, "content.xml", "<table:table ", "<table:content-validations>"
        "<table:content-validation><table:error-message table:title='@'/></table:content-validation>"
        "</table:content-validations>"),
    "choice for a cell": partial(_put, "content.xml", "<table:table ", "<table:content-validations>"
        "<table:content-validation table:condition='of:cell-content-is-in-list(&quot;x&quot;;&quot;@&quot;)'/>"
        "</table:content-validations>"),
    "entry of a box": _in_content("<office:forms><form:form><form:listbox>"
        "<form:option form:label='@'/></form:listbox></form:form></office:forms>",
        "<table:table-row>"),
    "part of a footer": partial(_put, "styles.xml", "</style:master-page>",
        "<style:footer><style:region-left><text:p>@</text:p></style:region-left></style:footer>"),
}  # fmt: skip
"""Places of an OpenDocument spreadsheet."""

PAGE_PLACES: Mapping[str, str] = {
    "paragraph": "<p>@</p>",
    "cell": "<table><caption>c</caption><tr><td>x</td><td>@</td></tr></table>",
    "caption": "<table><caption>@</caption><tr><td>x</td></tr></table>",
    "term": "<dl><dt>@</dt><dd>x</dd></dl>",
    "summary": "<details><summary>@</summary>x</details>",
    "option": "<select><option>@</option></select>",
    "typed text": "<textarea>@</textarea>",
    "button": "<button>@</button>",
    "reading": "<ruby>x<rp>(</rp><rt>@</rt><rp>)</rp></ruby>",
    "picture of letters": "<svg><text>@</text></svg>",
    "formula": "<math><mi>@</mi></math>",
    "for browsers without scripts": "<noscript><p>@</p></noscript>",
    "template": "<template><p>@</p></template>",
    "for browsers without frames": "<iframe>@</iframe>",
    "instead of an object": "<object><p>@</p></object>",
    "instead of a film": "<video>@</video>",
    "alternative text": '<img alt="@" src="x.png">',
    "term in full": '<p><abbr title="@">x</abbr></p>',
    "hint to a cell": '<table><tr><td title="@">x</td><td>y</td></tr></table>',
    "hint to a picture": '<img title="@" alt="z" src="x.png">',
    "part of a map": '<map name="m"><area alt="@" href="x"></map>',
    "value of a field": '<input type="text" value="@">',
    "word on a button": '<input type="submit" value="@">',
    "name of a group of options": '<select><optgroup label="@"><option>x</option></optgroup></select>',
    "element of one's own": "<x-note>@</x-note>",
    "deleted": "<del>@</del>",
    "inserted": "<ins>@</ins>",
}
"""Places of a page (HTML Living Standard, 4)."""

PLACES_OF_OTHER_BROWSERS = (
    *("for browsers without scripts", "template", "for browsers without frames", "instead of an object"),
    "instead of a film",
)
"""Parts of a page that are shown only where something else cannot be."""

RICH_PLACES: Mapping[str, str] = {
    "paragraph": r"\par @",
    "cell": r"\par\trowd\cellx9000\intbl @\cell\row\pard",
    "nested cell": r"\par\trowd\cellx9000\intbl\itap2 @\nestcell{\*\nesttableprops\trowd\cellx900\nestrow}\cell"
    r"\row\pard",
    "footnote": r"{\footnote\pard @}",
    "endnote": r"{\footnote\ftnalt @}",
    "comment": r"{\*\annotation @}",
    "header": r"{\header\pard @\par}",
    "footer of figures": r"{\footerf\pard 4711@\par}",
    "result of a field": r"{\field{\*\fldinst TITLE}{\fldrslt @}}",
    "form field": r"{\field{\*\fldinst FORMTEXT}{\fldrslt @}}",
    "text box": r"{\shp{\*\shpinst{\shptxt\pard @\par}}}",
    "old text box": r"{\*\do\dptxbx{\dptxbxtext\pard @\par}}",
    "letters drawn": r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv @}}}}",
    "number of an item": r"{\listtext @\tab}x\par",
    "insertion": r"{\revised\revauth1 @}",
    "formula": r"{\mmath{\*\moMath{\mr @}}}",
    "unicode": r"{\upr{x}{\*\ud @}}",
    "result of an object": r"{\object\objemb{\*\objdata 00}{\result @}}",
    "hidden": r"{\v @}",
}
"""Places of Rich Text (Microsoft's specification 1.9.1)."""

MAIL_PLACES: Mapping[str, tuple[str, str]] = {
    "second text": ("Content-Type: text/plain", "@"),
    "page": ("Content-Type: text/html", "<p>@</p>"),
    "enriched text": ("Content-Type: text/enriched", "@"),
    "text that bears a name": ("Content-Type: text/plain\r\nContent-Disposition: inline; filename=a.txt", "@"),
    "message inside": ("Content-Type: message/rfc822", "Subject: inner\r\n\r\n@"),
    "report": ("Content-Type: message/delivery-status", "Diagnostic-Code: smtp; @"),
    "headers of another": ("Content-Type: text/rfc822-headers", "Subject: @"),
    "invitation": (
        "Content-Type: text/calendar",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:@\r\nEND:VEVENT\r\nEND:VCALENDAR",
    ),
    "attachment": ("Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt", "@"),
}
"""Places of a mail (RFC 2046)."""


def make_package(base: bytes, places: Mapping[str, Place], words: Mapping[str, str]) -> bytes:
    """A package with a word in each of some places."""
    package = Package(base)
    for name, word in words.items():
        places[name](package, word)
    return package.save()


def base_slides() -> bytes:
    """A presentation of one slide, with notes."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, 9, 9).text_frame.text = "Base"
    slide.notes_slide.notes_text_frame.text = "Said"
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def base_word() -> bytes:
    """A Word document."""
    return madepapers.word()


def base_workbook() -> bytes:
    """A workbook with a chart."""

    def fill(book: object, sheet: object) -> None:
        chart = book.add_chart({"type": "bar"})  # type: ignore[attr-defined]
        chart.add_series({"values": "=Notes!$B$1:$B$2"})
        sheet.insert_chart("D1", chart)  # type: ignore[attr-defined]

    return madepapers.workbook(fill)


def base_open(kind: str) -> bytes:
    """An OpenDocument text, presentation or spreadsheet."""
    bodies = {
        "text": "<office:text><text:p>Base</text:p></office:text>",
        "presentation": "<office:presentation><draw:page><draw:frame><draw:text-box><text:p>Base</text:p>"
        "</draw:text-box></draw:frame></draw:page></office:presentation>",
        "spreadsheet": '<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell '
        'office:value-type="string"><text:p>Base</text:p></table:table-cell></table:table-row></table:table>'
        "</office:spreadsheet>",
    }
    spaces = f'{madepapers.ODF} xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
    return pack(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": f"<office:document-content {spaces}><office:body>{bodies[kind]}</office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {spaces}><office:master-styles><style:master-page>"
            "</style:master-page></office:master-styles></office:document-styles>",
        }
    )
