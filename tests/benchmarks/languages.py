"""Accuracy of language detection, by what ships and by other detectors that happen to be installed.

Run by hand: `python tests/benchmarks/languages.py TEXTS.jsonl [--json]`. A line of the file is an object with
`language` (ISO 639-1) and `text`. Each text is given at three lengths, as words that are mostly letters up to so many
letters; "right" is the mean over languages of the share of right answers, "wrong" that of other languages; the rest is
undetermined, below a confidence of .5. A text whose label is not English and that most take for English was left
untranslated, and is dropped; so is a language with fewer than 20 texts of a length. "mixed" are texts of 120 to 160
letters behind 50 English ones.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from findling.extraction.language_detection import _find_words
from findling.extraction.ngram_classifier import NgramClassifier
from findling.paths import resources

Detector = Callable[[str], tuple[str, float]]

LENGTHS = (60, 150, 2_000)
FEWEST = {60: 0.0, 150: 120.0, 2_000: 300.0}
"""Letters that a text needs to count at a length."""
FEWEST_TEXTS = 20
LEAST_CONFIDENCE = 0.5
SAME = {"nb": "no", "nn": "no", "iw": "he", "hr": "sr", "bs": "sr", "zh-Hant": "zh"}
"""Codes that are taken for one: languages that no detector is asked to tell apart here, and older codes."""


def make_own() -> Detector:
    return NgramClassifier(resources() / "languages").classify


def make_cld3() -> Detector:
    identifier = importlib.import_module("gcld3").NNetLanguageIdentifier(0, 4_000)

    def detect(text: str) -> tuple[str, float]:
        found = identifier.FindLanguage(text)
        return found.language, found.probability

    return detect


def make_cld2() -> Detector:
    cld2 = importlib.import_module("pycld2")

    def detect(text: str) -> tuple[str, float]:
        try:
            is_reliable, _, found = cld2.detect(text)
        except cld2.error:
            return "", 0.0
        return found[0][1], found[0][2] / 100 if is_reliable else 0.0

    return detect


def make_lingua() -> Detector:
    builder = importlib.import_module("lingua").LanguageDetectorBuilder
    detector = builder.from_all_languages().with_low_accuracy_mode().build()

    def detect(text: str) -> tuple[str, float]:
        best = detector.compute_language_confidence_values(text)[0]
        return best.language.iso_code_639_1.name.lower(), best.value

    return detect


DETECTORS = {"ships": make_own, "cld3": make_cld3, "cld2": make_cld2, "lingua, low accuracy": make_lingua}


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    texts = [json.loads(line) for line in options.texts.read_text("utf-8").splitlines()]
    answers: dict[str, dict[int, list[str]]] = {}
    costs = {}
    for name, make in DETECTORS.items():
        try:
            began = time.process_time()
            detect = make()
        except ImportError:
            continue
        costs[name] = {"start": time.process_time() - began}
        began = time.process_time()
        answers[name] = {length: [ask(detect, each["text"], length) for each in texts] for length in LENGTHS}
        costs[name]["ms"] = 1_000 * (time.process_time() - began) / len(LENGTHS) / len(texts)
    kept = [number for number, each in enumerate(texts) if not is_untranslated(number, each["language"], answers)]
    rows = [
        {"detector": name, "letters": length, **costs[name], **judge(texts, given[length], kept, length)}
        for name, given in answers.items()
        for length in LENGTHS
    ]
    mixed = mix([texts[number] for number in kept])
    for name in answers:
        detect = DETECTORS[name]()
        given = [ask(detect, each["text"], LENGTHS[-1]) for each in mixed]
        rows.append({"detector": name, "letters": "mixed", **judge(mixed, given, list(range(len(mixed))), 150)})
    if options.json:
        print(json.dumps(rows))
        return
    for row in rows:
        print("".join(f"{key} {value if isinstance(value, str) else round(value, 4)}   " for key, value in row.items()))


def shorten(text: str, letters: int) -> str:
    """Return the words that are mostly letters, up to so many letters."""
    words, count = [], 0
    for word in _find_words(text):
        words.append(word)
        count += sum(map(str.isalpha, word))
        if count >= letters:
            break
    return " ".join(words)


def ask(detect: Detector, text: str, letters: int) -> str:
    """Return the language of a text; "" where it is undetermined."""
    code, confidence = detect(shorten(text, letters))
    code = SAME.get(code, code)
    return code if len(code) == 2 and confidence >= LEAST_CONFIDENCE else ""


def mix(texts: list[dict[str, str]]) -> list[dict[str, str]]:
    """Put 50 letters of an English text before some of each in another language."""
    english = [each["text"] for each in texts if each["language"] == "en"]
    mixed = []
    for number, each in enumerate(texts):
        text = shorten(each["text"], 160)
        if each["language"] != "en" and sum(map(str.isalpha, text)) >= FEWEST[150]:
            head = shorten(english[number % len(english)], 50)
            mixed.append({"language": each["language"], "text": f"{head} {text}"})
    return mixed


def is_untranslated(number: int, label: str, answers: dict[str, dict[int, list[str]]]) -> bool:
    """Return whether most detectors take a text of another language for English."""
    english = sum(given[LENGTHS[-1]][number] == "en" for given in answers.values())
    return label != "en" and english > len(answers) / 2


def judge(texts: list[dict[str, str]], given: list[str], kept: list[int], length: int) -> dict[str, float]:
    """Return the shares of right and wrong answers, each the mean over languages."""
    right, wrong = defaultdict(list), defaultdict(list)
    for number in kept:
        label = SAME.get(texts[number]["language"], texts[number]["language"])
        if sum(map(str.isalpha, shorten(texts[number]["text"], length))) >= FEWEST[length]:
            right[label].append(given[number] == label)
            wrong[label].append(given[number] not in ("", label))
    shares = {"right": right, "wrong": wrong}
    return {
        name: mean([mean(found) for found in each.values() if len(found) >= FEWEST_TEXTS])
        for name, each in shares.items()
    }


def mean(values: list[float]) -> float:
    """Return the mean."""
    return sum(values) / len(values)


if __name__ == "__main__":
    main()
