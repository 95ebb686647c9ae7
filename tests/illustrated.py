"""Documents of each kind that holds pictures, made up: words, a picture, and words again."""

from __future__ import annotations

import base64
import io
from email.message import EmailMessage

from PIL import Image

from compounds import compound_of
from zips import pack

BEFORE, AFTER = "The words before the plate.", "The words behind it."
DESCRIPTION = "A plate"
SIZE = (300, 200)


def picture(colour: str = "navy", size: tuple[int, int] = SIZE, form: str = "PNG", mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, size, colour).save(stream, form)
    return stream.getvalue()


def docx(plate: bytes, *, width_mm: float = 0, before: str = BEFORE, after: str = AFTER) -> bytes:
    extent = f'<wp:extent cx="{round(width_mm * 36_000)}" cy="1"/>' if width_mm else ""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    drawing = (
        f'<w:drawing><wp:inline>{extent}<wp:docPr id="1" name="x" descr="{DESCRIPTION}"/>'
        '<a:graphic><a:blip r:embed="rId9"/></a:graphic></wp:inline></w:drawing>'
    )
    runs = (f"<w:t>{before}</w:t>", drawing, f"<w:t>{after}</w:t>")
    body = "".join(f"<w:p><w:r>{run}</w:r></w:p>" for run in runs)
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return pack(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" Type="{kinds}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId9" '
            f'Type="{kinds}/image" Target="media/plate.png"/></Relationships>',
            "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
            "word/media/plate.png": plate,
        }
    )


def html(plate: bytes) -> bytes:
    address = f"data:image/png;base64,{base64.b64encode(plate).decode()}"
    return f"<p>{BEFORE}</p><img src='{address}' alt='{DESCRIPTION}'><p>{AFTER}</p>".encode()


def rtf(plate: bytes, goal: str = r"\picwgoal4500\pichgoal3000") -> bytes:
    shown = rf"{{\*\shppict{{\pict\pngblip\picw300\pich200{goal} {plate.hex()}}}}}"
    older = r"{\nonshppict{\pict\wmetafile8 0100}}"
    return rf"{{\rtf1\ansi {BEFORE}\par {shown}{older}\par {AFTER}\par}}".encode()


def mail(plate: bytes) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Plates", "ann@example.org"
    message.set_content(f"{BEFORE}\n\n{AFTER}\n")
    markup = f"<p>{BEFORE}</p><img src='cid:plate%40x' alt='{DESCRIPTION}'><p>{AFTER}</p>"
    message.add_alternative(markup, subtype="html")
    page = message.get_payload()[1]  # type: ignore[index]
    page.add_related(plate, "image", "png", cid="<plate@x>")  # type: ignore[union-attr]
    return bytes(message)


def outlook(plate: bytes) -> bytes:
    def stream(number: int, kind: int) -> str:
        return f"__substg1.0_{number:04X}{kind:04X}"

    markup = f"<p>{BEFORE}</p><img src='cid:plate%40x' alt='{DESCRIPTION}'><p>{AFTER}</p>"
    return compound_of(
        {
            "__properties_version1.0": bytes(32),
            stream(0x0037, 0x001F): "Plates".encode("utf-16-le"),
            stream(0x1013, 0x0102): markup.encode(),
            "__attach_version1.0_#00000000": {
                "__properties_version1.0": bytes(8),
                stream(0x3712, 0x001F): "plate@x".encode("utf-16-le"),
                stream(0x3701, 0x0102): plate,
            },
        }
    )


def epub(plate: bytes) -> bytes:
    package = (
        '<package><manifest><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    chapter = f'<body><p>{BEFORE}</p><p><img src="../plates/a%20b.png" alt="{DESCRIPTION}"/></p><p>{AFTER}</p></body>'
    return pack(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="O/a.opf"/></rootfiles></container>',
            "O/a.opf": package,
            "O/text/a.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml">{chapter}</html>',
            "O/plates/a b.png": plate,
        }
    )


def odt(plate: bytes, frame: str = 'svg:width="8cm" svg:height="5.33cm"') -> bytes:
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    )
    plate_frame = f'<text:p><draw:frame {frame}><draw:image xlink:href="Pictures/a.png"/></draw:frame></text:p>'
    body = f"<office:text><text:p>{BEFORE}</text:p>{plate_frame}<text:p>{AFTER}</text:p></office:text>"
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names} {link}><office:body>{body}</office:body>"
            "</office:document-content>",
            "Pictures/a.png": plate,
        }
    )


MAKERS = {"a.docx": docx, "a.html": html, "a.rtf": rtf, "a.eml": mail, "a.msg": outlook, "a.epub": epub, "a.odt": odt}
