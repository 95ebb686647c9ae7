"""Share of real files that give their text, and speed: the evaluation set against its verified snippets."""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.sandbox.read_outcome import ReadOutcome
from findling.extraction.source import Source

SET = Path(__file__).resolve().parents[3] / "shared" / "data" / "formats" / "set_A"
FOUND_SHARE = 0.8
"""A file's text counts as found if at least this share of its snippet's words is in what was extracted."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Outcome of one file of the set."""

    path: str
    type: str
    bytes: int
    hostile: bool
    verified: bool
    status: str
    detail: str
    share: float
    seconds: float


def main() -> None:
    """Read every file, print a table by type and, with `--json`, everything as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print every outcome as JSON")
    parser.add_argument("--type", action="append", help="only files of this type of the set; may be repeated")
    parser.add_argument("--failures", action="store_true", help="list each file whose text was not found")
    options = parser.parse_args()
    with Sandbox() as sandbox:
        entries = list(_entries(set(options.type or ()), sandbox))
    if options.json:
        json.dump([asdict(entry) for entry in entries], sys.stdout, indent=1, default=str)
        return
    for entry in entries:
        if options.failures and (_is_lost(entry) or "crashed" in entry.status):
            print(f"{entry.path}  {entry.status}  {entry.share:.2f}  {entry.detail[:150]}")
    _print_table(entries)


def _entries(types: set[str], sandbox: Sandbox) -> Iterator[Entry]:
    with (SET / "manifest.tsv").open(encoding="utf-8", newline="") as manifest:
        rows = [
            row for row in csv.DictReader(manifest, delimiter="\t", quoting=csv.QUOTE_NONE) if row["type"] != "type"
        ]
    for row in rows:
        if not types or row["type"] in types:
            yield _read(row, sandbox)


def _read(row: dict[str, str], sandbox: Sandbox) -> Entry:
    path = SET / "files" / row["path"]
    snippet = unescape(row["snippet"])
    begun = time.process_time()
    outcome = sandbox.read(path, lambda _: False) if row["hostile_name"] == "1" else _parse(path)
    seconds = time.process_time() - begun
    extraction, reason = outcome.extraction, outcome.reason
    text = f"{extraction.title} {extraction.text}" if extraction else ""
    return Entry(
        path=row["path"],
        type=row["type"],
        bytes=path.stat().st_size,
        hostile=row["hostile_name"] == "1",
        verified=row["status"] == "ok" and bool(_words(snippet)),
        status=", ".join(filter(None, ("ok" if extraction else "no text", reason))),
        detail=str(outcome.detail or ""),
        share=_share_found(snippet, text) if text else 0.0,
        seconds=seconds,
    )


def _parse(path: Path) -> ReadOutcome:
    """Read a file in this process, so that its computing time is known."""
    try:
        extraction = parse(Source(path.read_bytes(), path.name))
    except ExtractionError as error:
        return ReadOutcome(reason=Reason(error.reason), detail=error.detail)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in Rust is no Exception
        return ReadOutcome(reason=Reason.CRASHED, detail=f"{type(error).__name__}: {error}")
    return ReadOutcome(extraction=extraction, reason=extraction.reason, detail=extraction.detail)


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))


def _share_found(snippet: str, text: str) -> float:
    """The share of the snippet's words that the text holds; letters only, so that no hyphen or space decides."""
    words = _words(snippet)
    if not words:
        return 1.0
    letters = "".join(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))
    return sum(count for word, count in words.items() if word in letters) / words.total()


def _is_lost(entry: Entry) -> bool:
    return entry.verified and entry.share < FOUND_SHARE


def _print_table(entries: list[Entry]) -> None:
    by_type: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_type[entry.type].append(entry)
    whole = sum(entry.seconds for entry in entries)
    print(f"{'type':10} {'files':>5} {'verified':>8} {'found':>6} {'MB/cpu-s':>8} {'cpu-s':>6} {'share':>6}  statuses")
    for name, group in sorted([*by_type.items(), ("all", entries)]):
        verified = [entry for entry in group if entry.verified]
        found = sum(not _is_lost(entry) for entry in verified)
        seconds = max(sum(entry.seconds for entry in group), 1e-9)
        speed = sum(entry.bytes for entry in group) / 1e6 / seconds
        statuses = ", ".join(
            f"{count} {status}" for status, count in Counter(entry.status for entry in group).most_common()
        )
        counts = f"{name:10} {len(group):5} {len(verified):8} {found:6}"
        print(f"{counts} {speed:8.2f} {seconds:6.2f} {seconds / whole:6.3f}  {statuses}")


if __name__ == "__main__":
    main()
