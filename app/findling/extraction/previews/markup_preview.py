"""Documents that are markup, or that a library turns into it, as HTML that is safe to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.extraction.previews.block_html import to_html
from findling.extraction.previews.sanitiser import sanitise
from findling.extraction.readers import html_text, markdown, word
from findling.formats import FileKind

if TYPE_CHECKING:
    from findling.extraction.source import Source


@dataclass(frozen=True, slots=True)
class Markup:
    """A document as HTML.

    Attributes:
        title: the document's own, or "".
        text: the HTML.
        cut: only the beginning is there.
    """

    title: str
    text: str
    cut: bool


def from_html(source: Source) -> Markup:
    """A page.

    Raises:
        ExtractionError: as `readers.html.read` does.
    """
    markup = html_text.without_xml(decode(source.data, html_text.declared_encoding(source.data)).text)
    return Markup(html_text.read(source).title, *sanitise(markup))


def from_markdown(source: Source) -> Markup:
    """A Markdown text, rendered; one too long for that as it is written.

    Raises:
        ExtractionError: as `readers.markdown.read` does.
    """
    front, body = markdown.split_front_matter(decode(source.data).text)
    title = markdown.read(source).title
    before = f"<pre>{escape(front)}</pre>" if front else ""
    if len(body) > markdown.RENDERED_LENGTH:
        return Markup(title, *sanitise(f"{before}<pre>{escape(body)}</pre>"))
    # HTML in Markdown is a part of what the author wrote: it is rendered with the rest, and sanitised with it.
    return Markup(title, *sanitise(before + str(markdown.make_parser().render(body))))


def from_word(source: Source) -> Markup:
    """A Word document's body with its notes, and below a rule what stands beside it: headers, comments, charts.

    Raises:
        ExtractionError: as `readers.word.read` does.
    """
    return package.use_or_rescue(source.data, lambda data: _convert(data, source))[0]


def _convert(data: bytes, source: Source) -> Markup:
    with limits.open_zip(data) as archive:
        title = package.core_title(archive)
        body, cut = sanitise(word.convert(data, archive))
        source.beat()
        builder = TextBuilder()
        word.add_asides(builder, archive)
    if builder.empty:
        if not body:
            raise ExtractionError(Reason.NO_TEXT)
        return Markup(title, body, cut)
    beside, _ = to_html(builder.finish(FileKind.DOCX))
    return Markup(title, f"{body}\n<hr>\n{beside}", cut)
