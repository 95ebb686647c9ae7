"""How well the versions of a document are found, ordered and told apart: in made chains, and in revisions from git.

    python tests/benchmarks/versions.py --data DIR [--chains N] [--versions N] [--seed N] [--json]

DIR holds `ir/time/corpus.jsonl` and `dup/git_revisions_dev/docs.jsonl`. A chain begins with a news story of 1,500
letters and more; each further version has one figure changed, one word in fifty replaced, and in every other a
sentence left out or put in. Its files are called after the story and "v1", "draft 2" and so on, a day apart, and
nothing else is known. Files of the same words are one version. Reported: chains of which all versions were found in
their order and no file besides; and figures that were changed of which `changes` names both sides. Of the revisions, a
file a day: lineages of which all, and only these, were found in order; and the share of their pairs in order.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from itertools import pairwise
from pathlib import Path

from findling.domain.files import Block, Extraction, Stat
from findling.duplicates.comparer import Comparer
from findling.duplicates.version_history import find_history
from findling.extraction.parsing import STAMP
from findling.formats import FileKind
from findling.storage.database import Database

_FIGURE = re.compile(r"(?<![\w.,-])[1-9]\d{1,5}(?![\w-]|[.,]\d)")
_DAY_NS = 86_400 * 10**9
_LEAST, _MOST = 1_500, 6_000


def main() -> None:
    """Measure, and print lines or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--chains", type=int, default=100)
    parser.add_argument("--versions", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    report = {
        "made": measure_chains(arguments.data, arguments.chains, arguments.versions, random.Random(arguments.seed)),
        "git": measure_revisions(arguments.data),
    }
    if arguments.json:
        print(json.dumps(report, indent=2))
    else:
        for kind, found in report.items():
            print(kind, found)


def measure_chains(data: Path, chains: int, versions: int, rng: random.Random) -> dict[str, float]:
    """Make chains, and ask for the history of a version of each."""
    lines = (data / "ir" / "time" / "corpus.jsonl").read_text("utf-8").splitlines()
    stories = [text for line in lines if len(text := json.loads(line)["text"][:_MOST]) >= _LEAST]
    stories = [text for text in stories if len(_FIGURE.findall(text)) >= versions][:chains]
    words = [word for text in stories for word in text.split() if word.isalpha()]
    sentences = [each for text in stories for each in _split(text)]
    files: dict[Path, tuple[str, int]] = {}
    truth: list[tuple[list[Path], list[tuple[str, str]]]] = []
    for number, text in enumerate(stories):
        paths, figures = [Path(f"/chains/{number}/story {_spell(number)} v1.txt")], []
        files[paths[0]] = (text, 0)
        for version in range(1, versions):
            text, change = revise(text, words, sentences, rng)
            mark = f"v{version + 1}" if version % 2 else f"draft {version + 1}"
            paths.append(Path(f"/chains/{number}/story {_spell(number)} {mark}.txt"))
            figures.append(change)
            files[paths[-1]] = (text, version)
        truth.append((paths, figures))
    whole = told = count = 0
    with tempfile.TemporaryDirectory() as place:
        database = make_library(Path(place), files)
        for paths, figures in truth:
            found = find_history(database, paths[rng.randrange(len(paths))])
            whole += [version.path for version in found] == paths[::-1]
            of_path = {version.path: version.changes for version in found}
            for path, (before, after) in zip(paths[1:], figures, strict=True):
                count += 1
                told += any(
                    before in change.before.split() and after in change.after.split()
                    for change in of_path.get(path, ())
                )
        database.close()
    return {
        "chains": len(truth),
        "whole_and_in_order": round(whole / len(truth), 3),
        "figures_told": round(told / count, 3),
    }


def _spell(number: int) -> str:
    """Return a name without figures, which tell versions apart."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _split(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?]) ", text) if each]


def revise(text: str, words: list[str], sentences: list[str], rng: random.Random) -> tuple[str, tuple[str, str]]:
    """Return the next version of a text, and the figure that was changed, before and after."""
    if rng.random() < 0.5:
        parts = _split(text)
        at = rng.randrange(1, max(len(parts) - 1, 2))
        if _FIGURE.search(parts[at]) or rng.random() < 0.5:
            parts.insert(at, rng.choice(sentences))
        else:
            del parts[at]
        text = " ".join(parts)
    tokens = text.split(" ")
    places = [at for at, token in enumerate(tokens) if token.isalpha()]
    for at in rng.sample(places, len(places) // 50):
        tokens[at] = rng.choice(words)
    text = " ".join(tokens)
    match = rng.choice(list(_FIGURE.finditer(text)))
    after = str(int(match.group()) + rng.randrange(1, 90))
    return text[: match.start()] + after + text[match.end() :], (match.group(), after)


def measure_revisions(data: Path) -> dict[str, float]:
    """Ask for the history of each lineage of revisions."""
    lines = (data / "dup" / "git_revisions_dev" / "docs.jsonl").read_text("utf-8").splitlines()
    lineages: dict[str, list[tuple[str, str]]] = {}
    for line in lines:
        row = json.loads(line)
        lineages.setdefault(row["lineage"], []).append((row["date"], row["text"]))
    files = {}
    for name, revisions in lineages.items():
        for at, (_, text) in enumerate(sorted(revisions, key=lambda each: each[0])):
            files[Path(f"/git/{name.replace('/', '_')}/{at}/{Path(name).name}")] = (text, at)
    whole = strangers = pairs = both = ordered = 0
    with tempfile.TemporaryDirectory() as place:
        database = make_library(Path(place), files)
        for name in lineages:
            own = [path for path in files if path.parts[2] == name.replace("/", "_")]
            oldest_first = reversed(find_history(database, own[-1]))
            places = {path: at for at, version in enumerate(oldest_first) for path in (version.path, *version.copies)}
            steps = [(places.get(first), places.get(second)) for first, second in pairwise(own)]
            found = [(first, second) for first, second in steps if first is not None and second is not None]
            in_order = sum(first <= second for first, second in found)
            strangers += bool(places.keys() - set(own))
            whole += places.keys() == set(own) and in_order == len(steps)
            pairs, both, ordered = pairs + len(steps), both + len(found), ordered + in_order
        database.close()
    shares = {
        "whole_and_in_order": round(whole / len(lineages), 3),
        "steps_found": round(both / pairs, 3),
        "in_order_of_those": round(ordered / both, 3),
        "with_files_of_others": round(strangers / len(lineages), 3),
    }
    return {"lineages": len(lineages)} | shares


def make_library(place: Path, files: dict[Path, tuple[str, int]]) -> Database:
    """Make a library of texts by path, each with the day on which it was changed, and compare them."""
    database = Database.open_for_writing(place / "library.db")
    with database.transaction():
        folder = database.folders.add(place).id
        for number, (path, (text, day)) in enumerate(files.items()):
            stat = Stat(len(text), (18_000 + day) * _DAY_NS + number, number + 1)
            extraction = Extraction(FileKind.TEXT, "", text, (Block(0, len(text)),))
            document = database.documents.find(number.to_bytes(32, "big")) or (
                database.documents.add(number.to_bytes(32, "big"), STAMP, extraction),
            )
            database.files.set_indexed(database.files.add_pending(folder, path, stat, 0), document[0], stat, STAMP)
    Comparer(database).run()
    return database


if __name__ == "__main__":
    main()
