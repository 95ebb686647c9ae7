"""Program that accepts dropped files, prints them as a line of JSON, and ends."""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


class DropTarget(QWidget):
    """Widget that accepts all drops."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setWindowTitle("DropTarget")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        uris = bytes(data.data("text/uri-list").data()).decode()
        action = event.dropAction().name
        print(json.dumps({"uris": uris, "text": data.text(), "action": action}), flush=True)
        event.acceptProposedAction()
        QApplication.quit()


def main() -> int:
    qt = QApplication(sys.argv)
    target = DropTarget()
    target.setGeometry(*map(int, sys.argv[1:5]))
    target.show()
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main())
