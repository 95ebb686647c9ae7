"""Cost of reading workbooks with formats, mails in two forms, and Rich Text: seconds of computing and characters."""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import time
from email.message import EmailMessage

import xlsxwriter

from findling.extraction.parsing import reader_of
from findling.extraction.source import Source
from findling.formats import FileKind

ROUNDS = 3
ROWS = 20_000
MAILS = 300
TEXT = "the lease of a house by the river ends in May unless both of them write that it goes on"
WORDS = TEXT.split()
CODES = {"as stored": ["", ""], "half": ["", "#,##0.00"], "all": ["0%", "dd.mm.yyyy"]}


def main() -> None:
    """Read each made document some times, and print the fewest seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    found = {}
    for name, kind, documents in (
        *((f"workbook, {codes} formatted", FileKind.XLSX, [make_workbook(CODES[codes])]) for codes in CODES),
        ("mails, plain", FileKind.EML, [make_mail(number, forms=1) for number in range(MAILS)]),
        ("mails, two forms", FileKind.EML, [make_mail(number, forms=2) for number in range(MAILS)]),
        ("rich text", FileKind.RTF, [make_rich_text()]),
    ):
        seconds, length = measure(kind, documents)
        found[name] = {"seconds": round(seconds, 3), "bytes": sum(map(len, documents)), "characters": length}
    if options.json:
        json.dump(found, sys.stdout, indent=1)
        return
    for name, figures in found.items():
        print(
            f"{name:28} {figures['seconds']:8.3f} s {figures['bytes']:10,} bytes {figures['characters']:10,} characters"
        )


def measure(kind: FileKind, documents: list[bytes]) -> tuple[float, int]:
    """Return the fewest seconds of computing for all documents, and the characters read."""
    read = reader_of(kind)
    taken = []
    length = 0
    for _ in range(ROUNDS):
        began = time.process_time()
        length = sum(len(read(Source(data, f"a.{kind}")).text) for data in documents)
        taken.append(time.process_time() - began)
    return min(taken), length


def make_workbook(codes: list[str]) -> bytes:
    """Return a workbook of eight columns of numbers, in these formats in turn."""
    chance = random.Random(1)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("S")
        looks = [book.add_format({"num_format": code}) if code else None for code in codes]
        for row in range(ROWS):
            for column in range(8):
                sheet.write(row, column, chance.random() * 10_000, looks[column % len(looks)])
    return stream.getvalue()


def make_mail(number: int, *, forms: int) -> bytes:
    """Return a mail of some hundred words, as plain text or as HTML too."""
    chance = random.Random(number)
    paragraphs = [" ".join(chance.choices(WORDS, k=60)) for _ in range(8)]
    message = EmailMessage()
    message["Subject"], message["From"] = f"Letter {number}", "ann@example.org"
    message.set_content("\n\n".join(paragraphs))
    if forms > 1:
        body = "".join(f"<p style='margin:0'>{each}</p>" for each in paragraphs)
        message.add_alternative(f"<html><body>{body}</body></html>", subtype="html")
    return message.as_bytes()


def make_rich_text() -> bytes:
    """Return a document of about a MiB, as word processors write them."""
    chance = random.Random(2)
    run = r"{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid%d %s}"
    paragraphs = (
        r"\pard\plain \ltrpar\ql \li0\ri0 " + run % (each, " ".join(chance.choices(WORDS, k=30))) + r"\par "
        for each in range(4_000)
    )
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0 " + "".join(paragraphs) + "}").encode()


if __name__ == "__main__":
    main()
