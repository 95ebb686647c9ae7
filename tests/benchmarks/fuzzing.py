"""Fuzzing of the readers: files that are nearly valid must be read or refused, and never bring their reader down.

    python tests/benchmarks/fuzzing.py [FAMILY]... [--seconds 60] [--seed 1] [--guided] [--keep FOLDER] [--json]

Each family of formats gets so many seconds. Specimens are the sample library, what is written here, and, where it
lies beside the checkout, the evaluation set "formats". `--guided` has atheris (pip install atheris) choose by the
branches of our own readers which mutants to go on with; without it each is made of a specimen. Found is whatever is
raised but an `ExtractionError`, what cannot be stored, what takes more than five seconds of computing, and the end of
the process.
Each is told once, by its last places in our code; `--keep` keeps a file for each.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image

from findling.domain.files import Extraction
from findling.errors import ExtractionError
from findling.extraction.embedded.file_holder import open_holder
from findling.extraction.parsing import parse
from findling.extraction.source import Source
from findling.paths import resources
from mutation import mutate
from zips import pack

FAMILIES = {
    "word": ("docx",), "slides": ("pptx", "ppt"), "sheets": ("xlsx", "ods", "xls"), "opendocument": ("odt", "odp"),
    "word-binary": ("doc",), "pdf": ("pdf",), "html": ("html", "mhtml"), "markdown": ("md", "ipynb", "json"),
    "rtf": ("rtf",), "mail": ("eml", "mbox", "msg"), "epub": ("epub",), "text": ("txt", "csv", "tsv", "xml", "py"),
    "contacts": ("vcf", "ics"), "archive": ("zip", "tar"), "picture": ("png", "jpg"),
}  # fmt: skip
SLOW_SECONDS = 5.0
_LARGEST = 400_000
"""Bytes of a specimen: what is small is read often."""
_SHARED = Path(__file__).resolve().parents[2].parent / "shared/data/formats/set_A/files"


def find_specimens(ending: str) -> list[bytes]:
    """Return valid files of a format."""
    written = {
        "tsv": b"a\tb\n1\t2\n",
        "xml": b"<?xml version='1.0'?><a b='c'>Hello <d>you</d></a>",
        "py": b"def f():\n    pass\n",
        "json": b'{"a": ["Hello", 1.5, null]}',
        "zip": pack({"a.txt": "Hello", "b/c.md": "# Head\n\ntext"}),
        "vcf": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN;CHARSET=utf-8:Ann\r\nTEL;TYPE=home:1\r\n"
        b"BDAY:2000-01-01\r\nEND:VCARD\r\n",
        "ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Europe/Rome:20240101T100000\r\n"
        b"RRULE:FREQ=DAILY;COUNT=3\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    }
    found = [written[ending]] if ending in written else []
    if ending in ("png", "jpg"):
        stream = io.BytesIO()
        Image.new("RGB", (40, 30), "white").save(stream, {"png": "PNG", "jpg": "JPEG"}[ending])
        found.append(stream.getvalue())
    places = [resources() / "sample", *([_SHARED / ending] if (_SHARED / ending).is_dir() else [])]
    paths = (path for place in places for path in sorted(place.rglob(f"*.{ending}")))
    return found + [path.read_bytes() for path in paths if path.stat().st_size <= _LARGEST][:20]


def examine(data: bytes, name: str) -> str:
    """Read a file as a parser does; return what is wrong with that, or ""."""
    began = time.process_time()
    try:
        source = Source(data, name)
        extraction = parse(source)
        wrong = find_unstorable(extraction)
        if extraction.holds_files:
            for entry in open_holder(source, extraction.kind).entries.values():
                entry.unpack()
    except (ExtractionError, MemoryError):
        wrong = ""
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f"{Path(each.filename).name}:{each.lineno}" for each in frames if "findling" in each.filename]
        return f"{type(error).__name__}: {error!s:.60} at {' < '.join(reversed(ours[-3:]))}"
    took = time.process_time() - began
    return wrong or (f"slow: {name.rpartition('.')[2]}" if took > SLOW_SECONDS else "")


def find_unstorable(extraction: Extraction) -> str:
    """Return what the library could not store or show of an extraction, or ""."""
    try:
        f"{extraction.title}{extraction.text}{extraction.origins}".encode()
    except UnicodeEncodeError:
        return "a lone surrogate in the text"
    ends = [0, *(place for block in extraction.blocks for place in (block.start, block.end)), len(extraction.text)]
    return "" if ends == sorted(ends) else "blocks out of order"


def fuzz(family: str, seconds: float, seed: int, place: Path, *, guided: bool) -> None:
    """Try mutants of a family until the time is up; what is found goes into a file of lines below `place`."""
    chance = random.Random(f"{family} {seed}")
    specimens = [(ending, each) for ending in FAMILIES[family] for each in find_specimens(ending)]
    contents = [each for _, each in specimens]
    told: set[str] = set()
    deadline = time.monotonic() + seconds
    resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))

    def attempt(data: bytes, ending: str) -> None:
        (place / f"current.{ending}").write_bytes(data)
        wrong = examine(data, f"a.{ending}")
        with (place / "tried").open("ab") as tried:
            tried.write(b".")
        if wrong and wrong not in told:
            told.add(wrong)
            with (place / "found").open("a") as found:
                found.write(json.dumps(wrong) + "\n")
            (place / f"found-{len(list(place.glob('found-*')))}.{ending}").write_bytes(data)

    if guided:
        fuzz_guided(specimens, seconds, seed, attempt)
        return
    while time.monotonic() < deadline:
        ending, data = chance.choice(specimens)
        attempt(mutate(data, chance, contents), ending)


def fuzz_guided(
    specimens: list[tuple[str, bytes]], seconds: float, seed: int, attempt: Callable[[bytes, str], None]
) -> None:
    """Let atheris choose; the first byte of an input says which of the family's endings it has. Does not return."""
    import atheris

    endings = sorted({ending for ending, _ in specimens})
    # Readers are imported when they are first needed: here, where each of their branches is noted.
    with atheris.instrument_imports(include=["findling.extraction"], enable_loader_override=False):
        for ending, each in specimens:
            examine(each, f"a.{ending}")

    def take(data: bytes) -> None:
        if data:
            attempt(data[1:], endings[data[0] % len(endings)])

    def change(data: bytes, most: int, number: int) -> bytes:
        changed = mutate(data[1:], random.Random(number))
        return (data[:1] + changed)[:most]

    with tempfile.TemporaryDirectory() as corpus:
        for number, (ending, each) in enumerate(specimens):
            (Path(corpus) / str(number)).write_bytes(bytes([endings.index(ending)]) + each)
        options = (f"-max_total_time={seconds:.0f}", f"-seed={seed}", f"-max_len={_LARGEST + 1}", "-verbosity=0")
        atheris.Setup([sys.argv[0], corpus, *options, "-rss_limit_mb=0"], take, custom_mutator=change)
        atheris.Fuzz()


def run(family: str, seconds: float, seed: int, place: Path, *, guided: bool) -> dict[str, object]:
    """Fuzz in processes of their own, since a reader's library may take one along."""
    began = time.monotonic()
    lost = 0
    while (left := seconds - (time.monotonic() - began)) > 1:
        command = [
            sys.executable,
            __file__,
            family,
            "--seconds",
            str(left),
            "--seed",
            str(seed + lost),
            "--at",
            str(place),
        ]
        ended = subprocess.run([*command, *(["--guided"] if guided else [])], capture_output=True, text=True)
        if ended.returncode >= 0:
            if ended.returncode:
                raise SystemExit(ended.stderr)
            break
        lost += 1
        current = max(place.glob("current.*"), key=lambda each: each.stat().st_mtime_ns)
        current.replace(place / f"fatal-{lost}{current.suffix}")
        with (place / "found").open("a") as found:
            found.write(json.dumps(f"ended by signal {-ended.returncode}") + "\n")
    tried = (place / "tried").stat().st_size if (place / "tried").exists() else 0
    lines = (place / "found").read_text().splitlines() if (place / "found").exists() else []
    return {"family": family, "tried": tried, "seconds": seconds, "found": Counter(map(json.loads, lines))}


def main() -> None:
    """Fuzz families, and exit with 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", choices=[*FAMILIES, []], metavar="FAMILY")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--at", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.at:
        fuzz(chosen.families[0], chosen.seconds, chosen.seed, chosen.at, guided=chosen.guided)
        return
    told = []
    with tempfile.TemporaryDirectory() as made:
        for family in chosen.families or FAMILIES:
            place = (chosen.keep or Path(made)) / family
            place.mkdir(parents=True)
            told.append(run(family, chosen.seconds, chosen.seed, place, guided=chosen.guided))
            if not chosen.json:
                print(*told[-1].values(), flush=True)
    if chosen.json:
        print(json.dumps(told, indent=2))
    raise SystemExit(any(each["found"] for each in told))


if __name__ == "__main__":
    main()
