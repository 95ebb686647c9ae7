"""Makes the sample library, resources/sample, from the sources beside this script."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from mail import write_eml, write_mbox
from manuscript import Block, parse
from office import write_pptx, write_xlsx
from opendocument import write_ods, write_odt
from portable import write_pdf
from publications import write_epub, write_html, write_ipynb, write_rtf
from word import write_docx

SOURCES = Path(__file__).resolve().parent / "sources"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"

# Document -> its source, its writer, its author.
DOCUMENTS: dict[str, tuple[str, Callable[[Path, list[Block], str], None], str]] = {
    "Home/Lease 14 Harrow Lane.pdf": ("lease", write_pdf, "Hedda Quill"),
    "Home/Heating manual.docx": ("heating", write_docx, "Emberling"),
    "Home/Letter about the damp patch.docx": ("damp", write_docx, "Ines Albrook"),
    "Home/Letter about the damp patch.pdf": ("damp", write_pdf, "Ines Albrook"),
    "Home/Electricity readings.ipynb": ("electricity", write_ipynb, "Ines Albrook"),
    "Money/Insurance, water in the kitchen.odt": ("insurance", write_odt, "Rosalind Eckhart"),
    "Money/Household budget 2025.xlsx": ("budget", write_xlsx, "Tom Albrook"),
    "Money/Tax adviser 2024.rtf": ("tax", write_rtf, "Benedikt Adler"),
    "Kitchen/Family recipes.epub": ("recipes", write_epub, "Ines Albrook"),
    "Free time/Summer by the sea.pptx": ("holiday", write_pptx, "Tom Albrook"),
    "Free time/Rowing club, autumn letter.html": ("newsletter", write_html, "Ferrow Rowing Club"),
    "Garden/Garden diary 2025.ods": ("garden", write_ods, "Ines Albrook"),
}
# Document -> its source, for messages.
MAIL = {
    "Money/Washing machine guarantee.eml": ("warranty.txt", write_eml),
    "Home/Neighbours.mbox": ("neighbours.txt", write_mbox),
}
# Document -> its source and encoding, for what is readable as it stands.
PLAIN = {
    "Kitchen/Kitchen notes.md": ("kitchen.md", "utf-8"),
    "Old laptop/Kitchen notes.md": ("kitchen.md", "utf-8"),
    "Free time/Reading list.txt": ("reading.txt", "latin-1"),
    "Garden/Seed box.csv": ("seeds.csv", "utf-8"),
}


def make(folder: Path) -> None:
    """Write every document of the sample library below `folder`; what was there before is removed."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in (*DOCUMENTS, *MAIL, *PLAIN):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    for name, (source, write, author) in DOCUMENTS.items():
        write(folder / name, parse(_read(f"{source}.md")), author)
    for name, (source, write_mail) in MAIL.items():
        write_mail(folder / name, _read(source))
    for name, (source, encoding) in PLAIN.items():
        (folder / name).write_text(_read(source), encoding=encoding, newline="\n")


def _read(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    make(SAMPLE)
