"""Labelled sets of documents: the given ones, and one made from real texts by what happens to people's files.

Of each real text some of these are made, by a seeded generator: a copy saved again (other quotes, dashes, accents), a
conversion (wrapped anew, hyphenated, with running heads and page numbers), its parts in another order, a scan with
misread letters, an excerpt, a draft and its final version. Beside them stand files of one template that are no
duplicates: invoices, letters, contracts, statements and findings with their own numbers, dates and names, and real
texts in which every figure and name was exchanged.
"""

# ruff: noqa: E501, SIM905 - forms and lists of words are easier to read unbroken

from __future__ import annotations

import csv
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

OCR_SWAPS = {
    "m": "rn",
    "l": "1",
    "o": "0",
    "e": "c",
    "h": "b",
    "i": "l",
    "n": "u",
    "t": "f",
    "a": "o",
    "s": "5",
    "d": "cl",
}
FIRST = "Anna Ben Clara David Emma Felix Greta Hugo Ines Jonas Karin Leo Maria Nils Olga Paul Ruth Simon Tessa Viktor".split()
LAST = "Adler Brandt Castillo Dupont Ekberg Fischer Garcia Holm Ivanov Jansen Keller Lopez Moreau Novak Olsen Perez".split()
TOWNS = "Aachen Bergen Cadiz Delft Exeter Fulda Ghent Haarlem Imola Jena Kiel Leiden Malmo Namur Oslo Porto".split()
GOODS = "paper toner chairs desks lamps cables screens folders staplers keyboards shelves boards pens binders".split()


@dataclass
class Labelled:
    """Documents, and what is known of pairs of them.

    Attributes:
        same: pairs that are copies, conversions, edits, drafts of one; contained: those of them that are excerpts.
        template: pairs that only look alike; all pairs named nowhere are different, those of `unclear` are not judged.
    """

    name: str
    texts: list[str]
    same: set[tuple[int, int]] = field(default_factory=set)
    contained: set[tuple[int, int]] = field(default_factory=set)
    template: set[tuple[int, int]] = field(default_factory=set)
    unclear: set[tuple[int, int]] = field(default_factory=set)


def read_given(folder: Path) -> Iterator[Labelled]:
    """The sets of shared/data/dup."""
    for name, judged in (("licence_texts", 0.8), ("git_revisions_dev", 0.5), ("minhash_news_dev", 0.5)):
        documents = [json.loads(line) for line in (folder / name / "docs.jsonl").open(encoding="utf-8")]
        numbers = {document["_id"]: number for number, document in enumerate(documents)}
        made = Labelled(name, [document["text"] for document in documents])
        for row in csv.DictReader((folder / name / "pairs.tsv").open(encoding="utf-8"), delimiter="\t"):
            pair = ordered(numbers[row["id1"]], numbers[row["id2"]])
            target = made.same if float(row["jaccard5"]) >= judged else made.unclear
            target.add(pair)
        yield made


def make_set(texts: list[str], seed: int, name: str) -> Labelled:
    """A labelled set out of real texts."""
    chance = random.Random(seed)
    made = Labelled(name, [])
    for text in texts:
        other = chance.choice(texts)
        family = [_put(made, text)]
        for change in chance.sample((resave, convert, reorder, misread, revise), 2):
            family.append(_put(made, change(text, chance, other)))
        made.same |= {ordered(a, b) for a in family for b in family if a < b}
        if len(text.split()) >= 200 and chance.random() < 0.5:
            part = _put(made, excerpt(text, chance))
            made.same.add(ordered(family[0], part))
            made.contained.add(ordered(family[0], part))
            made.unclear |= {ordered(each, part) for each in family[1:]}
        if len(text.split()) >= 60 and chance.random() < 0.3:
            forged = [_put(made, exchange(text, chance)) for _ in range(2)]
            made.template.add(ordered(*forged))
            made.unclear |= {ordered(each, other) for each in made_family(made, family) for other in forged}
    for form in (invoice, letter, contract, statement, finding):
        filled = [_put(made, form(chance)) for _ in range(max(len(texts) // 8, 6))]
        made.template |= {ordered(a, b) for a in filled for b in filled if a < b}
    for _ in range(max(len(texts) // 8, 6)):
        first = invoice(chance)
        again = [_put(made, text) for text in (first, order_again(first, chance), order_again(first, chance))]
        made.template |= {ordered(a, b) for a in again for b in again if a < b}
    return made


def made_family(made: Labelled, family: list[int]) -> list[int]:
    """A family with the excerpts of its texts."""
    return family + [b for a, b in made.contained if a in family]


def ordered(one: int, other: int) -> tuple[int, int]:
    """A pair, its smaller number first."""
    return min(one, other), max(one, other)


def _put(made: Labelled, text: str) -> int:
    made.texts.append(text)
    return len(made.texts) - 1


def resave(text: str, chance: random.Random, _other: str) -> str:
    """Saved again by another program."""
    text = text.replace("'", "’").replace(" - ", " – ").replace("fi", "ﬁ" if chance.random() < 0.5 else "fi")
    text = unicodedata.normalize(chance.choice(("NFD", "NFKC")), text)
    return "\ufeff" * (chance.random() < 0.5) + text.replace("\n", "\r\n")


def convert(text: str, chance: random.Random, _other: str) -> str:
    """Set on pages: wrapped, hyphenated, with a running head and page numbers."""
    width, lines, line = chance.randint(50, 90), [], ""
    for word in text.split():
        if len(line) + len(word) > width:
            if len(word) > 8 and word.isalpha() and chance.random() < 0.5:
                lines.append(f"{line} {word[:4]}-")
                line = word[4:]
                continue
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    head = " ".join(text.split()[:4])
    pages = [lines[start : start + 40] for start in range(0, len(lines), 40)]
    set_text = "\f".join(
        "\n".join([head, "", *page, "", f"Page {n} of {len(pages)}"]) for n, page in enumerate(pages, 1)
    )
    return re.sub(r"(\w)-\n(\w)", r"\1\2", set_text)


def reorder(text: str, chance: random.Random, _other: str) -> str:
    """Return its parts in another order."""
    sentences = cut_sentences(text)
    size = max(len(sentences) // chance.randint(3, 6), 1)
    parts = [sentences[start : start + size] for start in range(0, len(sentences), size)]
    chance.shuffle(parts)
    return " ".join(sentence for part in parts for sentence in part)


def misread(text: str, chance: random.Random, _other: str) -> str:
    """A scan: one to three letters of a hundred are others."""
    rate = chance.uniform(0.01, 0.03)
    return "".join(
        OCR_SWAPS.get(char, char) if chance.random() < rate * 2 else "" if chance.random() < rate / 10 else char
        for char in text
    )


def revise(text: str, chance: random.Random, other: str) -> str:
    """Make a final text of a draft: sentences gone, others in, words replaced."""
    foreign = cut_sentences(other)
    said = []
    for sentence in cut_sentences(text):
        luck = chance.random()
        if luck < 0.1:
            continue
        words = sentence.split()
        if luck < 0.3 and len(words) > 4:
            words[chance.randrange(len(words))] = chance.choice(("indeed", "clearly", "rather", "largely", "often"))
        said.append(" ".join(words))
        if luck > 0.93:
            said.append(chance.choice(foreign))
    return " ".join(said)


def excerpt(text: str, chance: random.Random) -> str:
    """A fifth to three fifths of it, in one piece."""
    words = text.split()
    length = int(len(words) * chance.uniform(0.2, 0.6))
    start = chance.randrange(len(words) - length)
    return " ".join(words[start : start + length])


def exchange(text: str, chance: random.Random) -> str:
    """Every figure and every name another one, the same for the same."""
    seen: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word[0].isdigit():
            return "".join(chance.choice("123456789") if char.isdigit() else char for char in word)
        return seen.setdefault(word, chance.choice(FIRST + LAST + TOWNS))

    text = re.sub(r"\d[\d.,]*\d|\d", other, text)
    text = re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", other, text)
    head = f"{chance.choice(FIRST)} {chance.choice(LAST)}, {date(chance)}, No. {chance.randint(1000, 99999)}\n\n"
    return head + text


def cut_sentences(text: str) -> list[str]:
    """Sentences, roughly."""
    return re.split(r"(?<=[.!?])\s+", text.strip())


def person(chance: random.Random) -> str:
    """A name."""
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def date(chance: random.Random) -> str:
    """A day."""
    months = "January February March April May June July August September October November December".split()
    return f"{chance.randint(1, 28)} {chance.choice(months)} {chance.randint(2015, 2025)}"


def invoice(chance: random.Random) -> str:
    """An invoice with its items."""
    rows = [
        (chance.choice(GOODS), chance.randint(1, 40), chance.randint(100, 90000) / 100)
        for _ in range(chance.randint(2, 6))
    ]
    total = sum(count * price for _, count, price in rows)
    items = "\n".join(
        f"{number}. {goods}  {count} x {price:.2f}  {count * price:.2f} EUR"
        for number, (goods, count, price) in enumerate(rows, 1)
    )
    return (
        f"Northwind Office Supplies Ltd\nInvoice No. {chance.randint(10000, 99999)}\nDate: {date(chance)}\n\n"
        f"To: {person(chance)}\n{chance.randint(1, 200)} Station Road, {chance.choice(TOWNS)}\n\n"
        f"We thank you for your order and charge you as follows.\n\n{items}\n\nTotal {total:.2f} EUR\n"
        f"VAT 19 % {total * 0.19:.2f} EUR\nAmount due {total * 1.19:.2f} EUR\n\n"
        "Please pay within fourteen days of the date of this invoice by bank transfer to the account below, and state the\n"
        "invoice number. Goods remain our property until they are paid in full. Late payment bears interest by law."
    )


def order_again(text: str, chance: random.Random) -> str:
    """The same goods for the same customer: another number and day, and sometimes another clause or fewer words."""
    text = re.sub(r"(?<=Invoice No\. )\d+", str(chance.randint(10000, 99999)), text)
    text = re.sub(r"(?<=Date: ).+", date(chance), text)
    clauses = (
        ("Goods remain our property until they are paid in full.", "There is no guarantee on these goods."),
        ("Late payment bears interest by law.", "Late payment does not bear interest."),
        ("within fourteen days", "within thirty days"),
        (" for your order", ""),
        ("Late payment", "Thank you. Late payment"),
    )
    for before, after in chance.sample(clauses, chance.randint(0, 2)):
        text = text.replace(before, after)
    return text


def letter(chance: random.Random) -> str:
    """A letter about an appointment."""
    return (
        f"City Hospital {chance.choice(TOWNS)}, Department of Cardiology\n{date(chance)}\n\nDear {person(chance)},\n\n"
        f"we have made an appointment for you on {date(chance)} at {chance.randint(8, 16)}:{chance.choice(('00', '15', '30'))} with Dr. "
        f"{chance.choice(LAST)} in room {chance.randint(100, 400)}. Please bring your insurance card, a list of the medicines that you take, "
        "and earlier findings if you have any. Please do not eat for six hours before the examination. If you cannot come, tell us "
        f"at least two days before by telephone at {chance.randint(100000, 999999)}, so that someone else can have the appointment.\n\n"
        f"Your patient number is {chance.randint(100000, 999999)}.\n\nYours sincerely\n{person(chance)}"
    )


def contract(chance: random.Random) -> str:
    """A lease."""
    return (
        f"Lease\n\nbetween {person(chance)}, {chance.choice(TOWNS)} (the landlord) and {person(chance)}, {chance.choice(TOWNS)} (the tenant).\n\n"
        f"1. The landlord lets to the tenant the flat at {chance.randint(1, 99)} Mill Lane, {chance.choice(TOWNS)}, with {chance.randint(1, 6)} rooms "
        f"and {chance.randint(30, 140)} square metres, from {date(chance)} on.\n\n2. The monthly rent is {chance.randint(400, 2400)} EUR, payable in "
        f"advance by the third working day of the month. The deposit is {chance.randint(800, 6000)} EUR.\n\n3. The tenant pays for heating and water by "
        "consumption. The landlord accounts for them once a year.\n\n4. Small repairs are for the tenant to pay, up to the amount that the law allows. "
        "The tenant tells the landlord of every damage without delay.\n\n5. Either side may end the lease in writing, with a notice of three months to the "
        "end of a month. The right to end it at once for good cause remains.\n\n6. When the lease ends, the flat is handed over clean and with all keys. "
        "Changes to this lease need to be in writing.\n\n7. If a part of this lease is void, the others remain in force.\n\n"
        f"{chance.choice(TOWNS)}, {date(chance)}"
    )


def statement(chance: random.Random) -> str:
    """A bank statement: figures above all."""
    rows = "\n".join(
        f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.  {chance.choice(LAST)}  {chance.randint(-90000, 90000) / 100:+.2f}"
        for _ in range(20)
    )
    return (
        f"Harbour Savings Bank\nStatement No. {chance.randint(1, 12)} of {chance.randint(2015, 2025)}\nAccount {chance.randint(10**7, 10**8)}\n{person(chance)}\n\n"
        f"Opening balance {chance.randint(0, 900000) / 100:.2f} EUR\n\n{rows}\n\nClosing balance {chance.randint(0, 900000) / 100:.2f} EUR\n\n"
        "Objections to this statement are to be raised within six weeks. Please check all entries. Interest on arranged overdrafts is charged quarterly."
    )


def finding(chance: random.Random) -> str:
    """A laboratory's findings: one form, mostly figures."""
    tests = "haemoglobin leucocytes platelets sodium potassium creatinine urea glucose cholesterol triglycerides iron ferritin".split()
    rows = "\n".join(
        f"{test}  {chance.randint(10, 4000) / 10}  {chance.choice(('normal', 'raised', 'lowered', 'not raised'))}"
        for test in tests
    )
    return (
        f"Laboratory Dr. {chance.choice(LAST)}\nPatient: {person(chance)}, born {date(chance)}\nSample of {date(chance)}, number {chance.randint(1000, 9999)}\n\n"
        f"{rows}\n\nThe values are to be seen together with the patient's complaints. Values outside the range of reference are not always a sign "
        "of illness. Please speak with your physician about what they mean, and do not change any medicine by yourself."
    )
