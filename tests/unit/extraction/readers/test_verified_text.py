"""Real documents of every office and mail format give the words that an independent program found in them."""

from __future__ import annotations

import csv
import importlib
import re
import unicodedata

import pytest

from findling.extraction.source import Source

READERS = {
    "docx": "word",
    "pptx": "slides",
    "xlsx": "sheets",
    "xls": "sheets",
    "ods": "sheets",
    "odt": "opendocument",
    "odp": "opendocument",
    "eml": "mail",
    "doc": "word_binary",
}
# What the independent program found there is no text of the document.
EXPLAINED = {
    "odt/testODTMacro.fodt": "not a package",
    "odt/trackedChanges.odt": "deleted words and the names of who deleted them",
    "eml/testRFC822_oddfrom": "tags of its HTML",
    "doc/testLargeOLEDoc.doc": "a picture, and a rule that stands for one",
    "doc/testWORD_phonetic.doc": "switches of a formula",
    "xls/testWPSAttachment.xls": "a word inside an embedded object",
}
SAMPLE = 12
LARGEST = 200_000


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


@pytest.mark.parametrize("kind", READERS)
def test_words_are_found(shared_data, kind):
    folder = shared_data / "formats" / "set_A"
    with (folder / "manifest.tsv").open(encoding="utf-8", newline="") as manifest:
        rows = list(csv.DictReader(manifest, delimiter="\t", quoting=csv.QUOTE_NONE))
    verified = [row for row in rows if row["type"] == kind and row["status"] == "ok" and words(row["snippet"])]
    chosen = [row for row in verified if int(row["bytes"]) < LARGEST and row["path"] not in EXPLAINED]
    read = importlib.import_module(f"findling.extraction.readers.{READERS[kind]}").read
    missed = []
    for row in sorted(chosen, key=lambda row: -int(row["chars"]))[:SAMPLE]:
        file = folder / "files" / row["path"]
        extraction = read(Source(file.read_bytes(), file.name))
        # The first and last word of a snippet may be cut, and runs of one word may be parted in it.
        found = "".join(words(f"{extraction.title} {extraction.text}"))
        wanted = words(row["snippet"])[1:-1]
        share = sum(word in found for word in wanted) / max(len(wanted), 1)
        if share < 0.8:
            missed.append((row["path"], share))
    assert not missed
