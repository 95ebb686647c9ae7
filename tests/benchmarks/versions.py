"""Quality of finding, ordering and telling apart versions: in made chains, and in revisions from git.

    python tests/benchmarks/versions.py --data DIR [--chains N] [--versions N] [--seed N] [--json]

DIR holds `ir/time/corpus.jsonl` and `dup/git_revisions_dev/docs.jsonl`. A chain begins with a news story of 1,500
letters and more; each further version has one figure changed, one word in fifty replaced, and in every other a
sentence left out or put in. Its files are called after the story and "v1", "draft 2" and so on, a day apart, and
nothing else is known. Files of the same words are one version. Reported: chains of which all versions were found in
their order and no file besides; and figures that were changed of which `changes` names both sides.

Of the revisions, each a file of its lineage's name in a folder of its own: histories that are right, of all revisions
and no others, each known to be newer than the one before; wrong, with one of another lineage or a false order; and
unsaid, where all that is said is true, but a revision is missing or an order not known. Lineages that have a text of
the very same words are one, since these are true copies (REPORT.md of the data). Files are of the days on which the
revisions were committed, and once more all of one moment, as when they were unpacked together. Told of all lineages,
and of every other one.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

from findling.domain.files import Block, Extraction, Stat
from findling.duplicates.comparer import Comparer
from findling.duplicates.version_history import find_history
from findling.extraction.parsing import READER_STAMP
from findling.formats import FileKind
from findling.storage.database import Database

_FIGURE = re.compile(r"(?<![\w.,-])[1-9]\d{1,5}(?![\w-]|[.,]\d)")
_DAY_NS = 86_400 * 10**9
_BEGIN = date(2019, 4, 14).toordinal()
"""Day 18,000 after that of which times are counted."""
OUTCOMES = ("right", "wrong", "unsaid")
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


def measure_revisions(data: Path) -> dict[str, dict[str, float]]:
    """Ask for the history of each lineage of revisions."""
    lines = (data / "dup" / "git_revisions_dev" / "docs.jsonl").read_text("utf-8").splitlines()
    lineages: dict[str, list[tuple[str, str]]] = {}
    for line in lines:
        row = json.loads(line)
        lineages.setdefault(row["lineage"], []).append((row["date"], row["text"]))
    found = {}
    for dates in ("as_committed", "of_one_minute"):
        outcomes = judge_histories(lineages, are_dated=dates == "as_committed")
        found |= {
            f"{dates}, {half}": {
                "histories": len(names),
                **{each: round(sum(outcomes[name] == each for name in names) / len(names), 3) for each in OUTCOMES},
            }
            for half, names in (("all", list(lineages)), ("every other", list(lineages)[1::2]))
        }
    return found


def judge_histories(lineages: dict[str, list[tuple[str, str]]], *, are_dated: bool) -> dict[str, str]:
    """Return of the history of each lineage whether it is right, wrong or unsaid."""
    files: dict[Path, tuple[str, float]] = {}
    own: dict[str, list[Path]] = {}
    for name, revisions in lineages.items():
        own[name] = [Path(f"/git/{name.replace('/', '_')}/{at}/{Path(name).name}") for at in range(len(revisions))]
        ordered = sorted(revisions, key=lambda each: each[0])
        for at, (path, (day, text)) in enumerate(zip(own[name], ordered, strict=True)):
            # Of those of one day it is only known which came first.
            files[path] = (text, date.fromisoformat(day).toordinal() - _BEGIN + at / 100 if are_dated else 0)
    kin = join_copies(own, files)
    with tempfile.TemporaryDirectory() as place:
        database = make_library(Path(place), files)
        outcomes = {name: judge_history(database, own[name], kin[name]) for name in lineages}
        database.close()
    return outcomes


def join_copies(own: dict[str, list[Path]], files: Mapping[Path, tuple[str, float]]) -> dict[str, set[Path]]:
    """Return for each lineage the revisions of all that hang together by texts of the very same words."""
    joined: dict[str, set[Path]] = {}
    homes: dict[str, set[Path]] = {}
    for name, paths in own.items():
        group = joined[name] = set(paths)
        for wording in {" ".join(re.findall(r"\w+", files[path][0].casefold())) for path in paths}:
            other = homes.setdefault(wording, group)
            group |= other
            for each in joined:
                if joined[each] is other:
                    joined[each] = group
            homes |= {text: group for text, home in homes.items() if home is other}
        joined[name] = group
    return joined


def judge_history(database: Database, own: list[Path], kin: set[Path]) -> str:
    """Return whether what is said of a lineage, oldest first, is right, wrong, or true but not all."""
    versions = list(reversed(find_history(database, own[-1])))
    places = {path: at for at, version in enumerate(versions) for path in (version.path, *version.copies)}
    # A text that came back is older and newer than what stood between.
    known = [places[path] for path in own if path in places]
    is_false = any(
        second < first and all(version.newer_by for version in versions[second:first])
        for first, second in pairwise(known)
    )
    if is_false or places.keys() - kin:
        return "wrong"
    is_ordered = all(version.newer_by for version in versions[:0:-1])
    return "right" if is_ordered and len(known) == len(own) and known == sorted(known) else "unsaid"


def make_library(place: Path, files: Mapping[Path, tuple[str, float]]) -> Database:
    """Make a library of texts by path, each with the day on which it was changed, and compare them.

    Of those of one day nothing tells the order.
    """
    database = Database.open_for_writing(place / "library.db")
    with database.transaction():
        folder = database.folders.add(place).id
        for number, (path, (text, day)) in enumerate(files.items()):
            stat = Stat(len(text), int((18_000 + day) * _DAY_NS) + number, number + 1)
            extraction = Extraction(FileKind.TEXT, "", text, (Block(0, len(text)),))
            document = database.documents.find(number.to_bytes(32, "big")) or (
                database.documents.add(number.to_bytes(32, "big"), READER_STAMP, extraction),
            )
            database.files.set_indexed(
                database.files.add_pending(folder, path, stat, 0), document[0], stat, READER_STAMP
            )
    Comparer(database).run()
    return database


if __name__ == "__main__":
    main()
