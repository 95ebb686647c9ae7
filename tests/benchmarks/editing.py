"""Passages and computing that an edit costs, beside indexing the file for the first time.

python tests/benchmarks/editing.py [--mails 1500] [--sentences 6000] [--json]
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from containers import mail, mailbox
from workspace import Workspace

WORDS = "the a rent house garden letter was is of and winter paid bread chimney lease invoice meeting train".split()  # noqa: SIM905


def spent() -> float:
    """Return the seconds of computing of this process and of those that it ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def measure(name: str, before: bytes, after: bytes) -> dict[str, object]:
    """Index a file twice, and return what each time cost."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace.at(Path(folder))
        costs = []
        for content in (before, after):
            workspace.write(name, content)
            started = spent()
            summary = workspace.index()
            costs.append((summary.chunks, spent() - started))
    (first, first_seconds), (second, second_seconds) = costs
    share = round(second_seconds / first_seconds, 3)
    return {"file": name, "passages": first, "after the edit": second, "share of the computing": share}


def main() -> None:
    """Measure a mailbox that grows by a mail, and a note with one sentence changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=1500)
    parser.add_argument("--sentences", type=int, default=6000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    drawn = random.Random(1)
    mails = [mail(f"Letter {at}", {}, text=" ".join(drawn.choices(WORDS, k=12))) for at in range(options.mails + 1)]
    sentences = [" ".join(drawn.choices(WORDS, k=drawn.randint(4, 25))) + "." for _ in range(options.sentences)]
    edited = [*sentences]
    edited[len(edited) // 2] = "This sentence was written anew."
    notes = [
        "\n\n".join(" ".join(lines[at : at + 4]) for at in range(0, len(lines), 4)) for lines in (sentences, edited)
    ]
    found = [
        measure("box.mbox", mailbox(*mails[:-1]), mailbox(*mails)),
        measure("note.txt", *(note.encode() for note in notes)),
    ]
    if options.json:
        print(json.dumps(found, indent=2))
        return
    for each in found:
        print(", ".join(f"{name}: {value}" for name, value in each.items()))


if __name__ == "__main__":
    main()
