"""Text recognition on pages of the sample library: word errors and computing time, beside those of tesseract.

python tests/benchmarks/recognition.py [--tesseract COMMAND] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from PIL import Image
from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from findling.paths import resources
from findling.recognition.page_recogniser import PageRecogniser
from scans import wear

_DOTS = 200


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def pages() -> list[tuple[Image.Image, list[str]]]:
    """Return each page of the sample's PDFs, drawn, with its words; a foot, which PDFium reads first, comes last."""
    found = []
    for path in sorted((resources() / "sample").rglob("*.pdf")):
        document = pdfium.PdfDocument(path)
        for page in document:
            image = page.render(scale=_DOTS / 72).to_pil().convert("RGB")
            head, *body = page.get_textpage().get_text_range().replace("\ufffe", "").splitlines()
            lines = [*body, head] if re.search(r"\d$", head) else [head, *body]
            found.append((image, words("\n".join(lines))))
    return found


def error(expected: list[str], read: list[str]) -> float:
    return Levenshtein.distance(expected, read) / len(expected)


def run_tesseract(command: list[str], image: Image.Image) -> tuple[list[str], float]:
    """Return the words and the seconds of computing, with as many threads as it takes."""
    with TemporaryDirectory() as folder:
        image.save(f"{folder}/page.png")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*command, f"{folder}/page.png", f"{folder}/page", "-l", "eng"], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return words(Path(f"{folder}/page.txt").read_text("utf-8")), took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tesseract", default=shutil.which("tesseract") or "")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    recogniser = PageRecogniser.load(resources() / "recognition")
    figures: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        figures.setdefault(name, []).append(value)

    def read(image: Image.Image) -> tuple[list[str], float]:
        began = time.process_time()
        page = recogniser.recognise(image)
        return words("\n".join(line.text for line in page.lines)), time.process_time() - began

    for clean, expected in pages():
        for name, image in (("clean", clean), ("worn", wear(clean))):
            text, seconds = read(image)
            note(f"{name}: word error", error(expected, text))
            note(f"{name}: seconds", seconds)
            if options.tesseract:
                text, other = run_tesseract(options.tesseract.split(), image)
                note(f"{name}: tesseract's word error", error(expected, text))
                note(f"{name}: tesseract's seconds", other)
        note("blank: seconds", read(Image.new("RGB", clean.size, "white"))[1])
    means = {name: round(mean(values), 4) for name, values in figures.items()}
    for name, value in means.items():
        print(f"{name:34} {value}")
    if options.json:
        options.json.write_text(json.dumps(means, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
