"""Words in the XML of office files and books that did not come out of the readers, counted by the standard library.

Each kind of place is listed by its part and the elements around it, with the number of files in which something of it
is missing although the reading is called whole. Nothing should be listed; `--all` adds what is known to be no text.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from characterdata import Stretch, find_missing, read_package
from findling.domain.files import Extraction
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.source import Source

SUFFIXES = (".docx", ".docm", ".pptx", ".ppsx", ".xlsx", ".xlsm", ".odt", ".odp", ".ods", ".epub")
EXAMPLES = 3


def main() -> None:
    """Read the files in the folders that are named, and list what is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--all", action="store_true", help="list places of what is no text of the document as well")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    readings: Counter[str] = Counter()
    files: dict[str, set[str]] = defaultdict(set)
    examples: dict[str, list[list[str]]] = defaultdict(list)
    for path in find_files(options.folders):
        data = path.read_bytes()
        try:
            extraction = parse(Source(data, path.name))
        except ExtractionError as error:
            readings[f"no text: {error.reason}"] += 1
            continue
        is_whole = extraction.reason is None and not extraction.wholeness.unread
        if not zipfile.is_zipfile(path):
            readings["no package"] += 1
            continue
        readings["whole" if is_whole else "not whole"] += 1
        for stretch, words in find_gaps(data, extraction, is_all=options.all) if is_whole else ():
            place = f"{path.suffix} {name_place(stretch)}"
            files[place].add(path.name)
            if len(examples[place]) < EXAMPLES:
                examples[place].append([path.name, *words[:5]])
    found = {place: {"files": len(files[place]), "examples": examples[place]} for place in sorted(files)}
    if options.json:
        json.dump({"readings": readings, "missing": found}, sys.stdout, indent=1)
        return
    print(", ".join(f"{count} {what}" for what, count in sorted(readings.items())))
    for place, facts in found.items():
        print(f"{facts['files']:4} {place}: {facts['examples']}")


def find_files(folders: list[Path]) -> list[Path]:
    """List the files of the formats that are packages of XML."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def find_gaps(data: bytes, extraction: Extraction, *, is_all: bool) -> Iterator[tuple[Stretch, list[str]]]:
    """Iterate over stretches of a file that are not read, with the words that are missing."""
    stretches = (stretch for stretch in read_package(data) if is_all or stretch.is_text)
    yield from find_missing(stretches, f"{extraction.title} {extraction.text}")


def name_place(stretch: Stretch) -> str:
    """Name the kind of place of a stretch, whatever the numbers in its part's name."""
    return f"{re.sub(r'[0-9]+', '#', stretch.part)} {'/'.join(stretch.path.split('/')[-4:])}"


if __name__ == "__main__":
    main()
