"""Focus in a window: its place, and the order in which Tab moves it, that of the layouts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def holds_focus(*places: QWidget) -> bool:
    """Tell whether a window's focus is in one of these parts of it, be the window active or not.

    An answer that comes later moves the focus only then: the user may write elsewhere by now.
    """
    focused = places[0].window().focusWidget()
    return focused is not None and any(place is focused or place.isAncestorOf(focused) for place in places)


def find_stops(widget: QWidget) -> list[QWidget]:
    """Return what Tab reaches of a widget and those within it, in the order of the layouts."""
    return [each for each in _walk(widget) if _is_stop(each)]


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next or previous stop, round the ends; return False without any.

    Qt goes by the order in which widgets were made, which is another one where parts come and go.
    """
    focused = window.focusWidget() or QApplication.focusWidget()
    walked = list(_walk(window))
    if focused is None or focused not in walked:
        # What had the focus is gone: it goes on where that was.
        stops = find_stops(_find_shown(focused, window)) or find_stops(window)
        target = stops[0] if stops else None
    else:
        at = walked.index(focused)
        onward = [*walked[at + 1 :], *walked[:at]]
        target = next(filter(_is_stop, onward if forward else reversed(onward)), None)
    if target is None:
        return False
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(target)
    return True


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and not widget.focusProxy()


def _find_shown(widget: QWidget | None, window: QWidget) -> QWidget:
    """Return the innermost widget that still shows around one that does not."""
    while widget is not None and not widget.isVisible():
        widget = widget.parentWidget()
    return widget if widget is not None and window.isAncestorOf(widget) else window


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into view; Qt does so only in the scroll area that had the focus before."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _walk(widget: QWidget) -> Iterator[QWidget]:
    """Iterate over what is shown of a widget, each before what is in it."""
    if not widget.isVisible():
        return
    yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        inner = [widget.widget()]
    elif isinstance(widget, QSplitter):
        inner = [widget.widget(at) for at in range(widget.count())]
    elif isinstance(widget, QMainWindow):
        inner = [widget.centralWidget()]
    else:
        inner = list(_widgets_of(layout)) if layout is not None else []
    for each in inner:
        if each is not None:
            yield from _walk(each)


def _widgets_of(layout: QLayout) -> Iterator[QWidget | None]:
    items = (layout.itemAt(at) for at in range(layout.count()))
    for item in filter(None, items):
        within = item.layout()
        if within is not None:
            yield from _widgets_of(within)
        else:
            yield item.widget()
