"""Views for the forms of documents, each imported when the first of its form is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.preview import PreviewForm

if TYPE_CHECKING:
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.preview.document_view import DocumentView
    from findling.ui.services.file_actions import FileActions
    from findling.ui.theme.theme import Theme


def make_view(form: PreviewForm, link: ReaderClient, theme: Theme, actions: FileActions) -> DocumentView:
    """Make a view; imports at the top would slow down the start."""
    match form:
        case PreviewForm.PAGES:
            from findling.ui.pages.preview.pages_view import PagesView

            return PagesView(link, theme)
        case PreviewForm.MARKUP:
            from findling.ui.pages.preview.rich_text import RichTextView

            return RichTextView(link, theme, actions)
        case PreviewForm.TABLE:
            from findling.ui.pages.preview.table_view import TableView

            return TableView(theme)
        case _:
            from findling.ui.pages.preview.plain_view import PlainView

            return PlainView(theme)
