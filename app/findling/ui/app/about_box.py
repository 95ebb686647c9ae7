"""Dialog with version, privacy statement and licences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from findling import __version__
from findling.paths import resources
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.ui.theme.theme import Theme

_SIZE = QSize(640, 620)
_ICON_SIZE = 72
_LONGEST_LICENCE = 60
_QT = re.compile(r"pyside6.*|shiboken6")
_SAID_ELSEWHERE = {"hnswlib": "Apache-2.0", "resvg-py": "MIT", "sqlcipher3": "Zlib"}
"""Licences that distributions have and do not tell of themselves."""
_LEGAL_CLASSIFIER = "License :: "


@dataclass(frozen=True, slots=True)
class Attribution:
    """Third-party component; `licence` is "" where its makers do not state one."""

    name: str
    version: str
    licence: str


class AboutBox(QDialog):
    """Dialog with version, privacy statement and licences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("About Findling"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.L)
        rows.addLayout(self._make_head())
        rows.addWidget(Label(self._promise(), "soft"))
        rows.addWidget(Label(self.tr("Whose work is in it"), "title"))
        rows.addWidget(Label(self._debt(), "soft"))
        rows.addWidget(self._make_parts(), 1)
        rows.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setFocus()
        self.resize(_SIZE)

    def _make_head(self) -> QHBoxLayout:
        picture = QLabel()
        icon = QIcon(str(resources() / "icons" / "findling.svg"))
        picture.setPixmap(icon.pixmap(QSize(_ICON_SIZE, _ICON_SIZE), self.devicePixelRatio()))
        words = QVBoxLayout()
        words.setSpacing(Spacing.XS)
        words.addStretch(1)
        words.addWidget(Label(self.tr("Findling {version}").format(version=__version__), "heading"))
        words.addWidget(Label(self.tr("Searches your own files by what they mean, on your own machine."), ""))
        words.addWidget(Label(self.tr("Free software under the MIT licence."), "soft"))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(Spacing.L)
        head.addWidget(picture)
        head.addLayout(words, 1)
        return head

    def _promise(self) -> str:
        return self.tr(
            "Findling sends nothing: no files, no searches, no figures on how it is used. It works without a network."
        )

    def _debt(self) -> str:
        return self.tr(
            "Qt and PySide6 are used under the GNU Lesser General Public License, version 3, unchanged and as separate "
            "libraries: you may replace them with versions of your own. All others stand below."
        )

    def _make_parts(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAccessibleName(self.tr("Libraries with their licences"))
        table.setHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        beside = (
            Attribution(self.tr("Qt and PySide6"), qVersion(), "LGPL-3.0-only"),
            Attribution(self.tr("Model all-MiniLM-L6-v2"), "", "Apache-2.0"),
            Attribution(self.tr("Language tables of py3langid"), "0.4.0", "BSD-3-Clause"),
            Attribution(self.tr("Text recognition PP-OCRv6 of PaddleOCR"), "", "Apache-2.0"),
            Attribution(self.tr("Icons by Lucide"), "", "ISC"),
            Attribution("hnswlib", "0.8.0", "Apache-2.0"),
            Attribution("libheif, libde265", "", "LGPL-3.0-or-later"),
        )
        for part in (*beside, *shipped()):
            item = QTreeWidgetItem([part.name, part.version, part.licence or self.tr("see its files")])
            item.setToolTip(2, part.licence)
            table.addTopLevelItem(item)
        header = table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table


def shipped(root: str = "findling") -> list[Attribution]:
    """Return the installed libraries that a distribution requires, directly or not, by name.

    Those of Qt are not among them: they are many packages and one piece of work.
    """
    found: dict[str, Attribution] = {}
    waiting = [root]
    while waiting:
        try:
            distribution = metadata.distribution(waiting.pop())
        except metadata.PackageNotFoundError:
            # For another platform than this one.
            continue
        name = distribution.name
        if _plain(name) not in found:
            found[_plain(name)] = Attribution(name, distribution.version, _licence(distribution))
            waiting += _needed(distribution)
    found.pop(_plain(root), None)
    return [found[name] for name in sorted(found) if not _QT.fullmatch(name)]


def _needed(distribution: metadata.Distribution) -> Iterator[str]:
    for requirement in distribution.requires or ():
        name = re.match(r"[\w.-]+", requirement)
        if name and "extra ==" not in requirement:
            yield name[0]


def _licence(distribution: metadata.Distribution) -> str:
    """Return a licence from its field, else the classifiers, else a short text of the makers."""
    told = distribution.metadata
    classifiers = told.get_all("Classifier") or []
    classified = [each.split(" :: ")[-1] for each in classifiers if each.startswith(_LEGAL_CLASSIFIER)]
    words = (told["License"] or "").strip().splitlines()[:1] if "License" in told else []
    short = [line for line in words if len(line) <= _LONGEST_LICENCE]
    expression = [told["License-Expression"]] if "License-Expression" in told else []
    said = _SAID_ELSEWHERE.get(_plain(distribution.name), "")
    return next(filter(None, (*expression, *short, ", ".join(classified), said)), "")


def _plain(name: str) -> str:
    """Normalise a distribution's name as PEP 503 does."""
    return re.sub(r"[-_.]+", "-", name).lower()
