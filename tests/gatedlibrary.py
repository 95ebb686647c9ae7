"""Library of which one folder is shared with other programs and one is not, and the gate to it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from findling.domain.sharing import CallWay
from findling.models.embedder import SharedEmbedder
from findling.sharing.access_gate import AccessGate, Caller
from findling.sharing.shared_folders import share
from workspace import Workspace

SECRET = "zebrafinch"
"""Word that stands in everything of the folder that is not shared: names, titles, headings, text."""

CALLER = Caller("a test", CallWay.MCP)

LETTER = "Letter about the damp patch"
KEPT_BACK = (
    f"{SECRET} ledger of the smuggler's cove\n\nThe {SECRET} counts quillfeather coins behind the boathouse. "
    "Nobody shall know of the brandy, the lantern signals and the tunnel under the chapel. "
)


@dataclass(frozen=True)
class GatedLibrary:
    """Gate to a workspace with a shared folder."""

    workspace: Workspace
    gate: AccessGate

    @property
    def open_folder(self) -> Path:
        return self.workspace.folder / "open"

    @property
    def closed_folder(self) -> Path:
        return self.workspace.folder / f"{SECRET} closed"

    def ask(self, name: str, **arguments: object) -> dict[str, Any]:
        return self.gate.answer(CALLER, name, arguments)


def fill_open(folder: Path, sample: Path) -> None:
    for part in ("Home", "Kitchen", "Old laptop", "Free time", "Garden", "Money"):
        shutil.copytree(sample / part, folder / part)


def fill_closed(folder: Path, sample: Path) -> None:
    """Fill the folder that is kept back, with copies of what is shared among it."""
    folder.mkdir()
    shutil.copy(sample / "Home" / f"{LETTER}.pdf", folder / f"{SECRET} copy.pdf")
    shutil.copy(sample / "Kitchen" / "Kitchen notes.md", folder / f"{SECRET} notes.md")
    (folder / f"{SECRET} ledger.txt").write_text(KEPT_BACK * 6, "utf-8")
    (folder / f"{SECRET} page.md").write_text(f"# {SECRET} heading\n\n{KEPT_BACK * 4}", "utf-8")
    notes = (sample / "Kitchen" / "Kitchen notes.md").read_text("utf-8")
    (folder / f"{SECRET} version.md").write_text(f"{notes}\n\nThe {SECRET} was here.\n", "utf-8")


def make_gated_library(place: Path, sample: Path, *, with_closed: bool = True) -> GatedLibrary:
    workspace = Workspace.at(place)
    fill_open(workspace.folder / "open", sample)
    if with_closed:
        fill_closed(workspace.folder / f"{SECRET} closed", sample)
    workspace.index()
    share(workspace.paths, workspace.folder / "open", [workspace.folder])
    model = SharedEmbedder(workspace.paths, workspace.settings)
    return GatedLibrary(workspace, AccessGate(workspace.paths, workspace.settings, model))
