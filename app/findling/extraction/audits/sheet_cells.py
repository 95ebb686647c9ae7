"""Cells of a workbook, as they are expected in what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.extraction.readers.sheets import open_sheets

if TYPE_CHECKING:
    from findling.extraction.inventory import Inventory
    from findling.extraction.source import Source


def note_number(value: str) -> str:
    """Write a number with the 15 digits that a spreadsheet holds; what is none stays as it is."""
    try:
        return f"{float(value):.15g}"
    except ValueError:
        return value


def add_cells(source: Source, inventory: Inventory) -> None:
    """Expect the cells of all sheets, the names of sheets with any, and texts beside the cells."""
    for name, rows in open_sheets(source.data, source):
        has_cells = False
        for row in rows:
            inventory.expect(*row)
            inventory.add_row(row)
            has_cells = has_cells or any(row)
        if has_cells:
            inventory.expect(name)
