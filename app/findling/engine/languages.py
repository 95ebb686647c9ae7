"""Which files are in languages that the model does not know, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.reports import LanguageGap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from findling.embedding.catalogue import ModelSpec

UNKNOWN = "und"


def find_gap(spec: ModelSpec, files: Mapping[str, int], catalogue: Iterable[ModelSpec]) -> LanguageGap | None:
    """Compare a model's languages with those of the files.

    Args:
        spec: the model; one of which no languages are known may know them all.
        files: how many there are in each language, the most frequent first; texts too short to tell count nowhere.
        catalogue: the models that could be had instead.

    Returns:
        What is not understood; None where all is.
    """
    if not spec.languages:
        return None
    foreign = {code: count for code, count in files.items() if code != UNKNOWN and code not in spec.languages}
    if not foreign:
        return None
    return LanguageGap(sum(foreign.values()), tuple(foreign), _advise(foreign, catalogue))


def describe_gap(gap: LanguageGap) -> str:
    """What a gap means, for people."""
    count = "1 file is" if gap.files == 1 else f"{gap.files:,} files are"
    return f"{count} in a language that the model does not know ({', '.join(gap.languages)}): found by words only"


def _advise(foreign: Mapping[str, int], catalogue: Iterable[ModelSpec]) -> str:
    """The model that knows the language of most of these files; of several the smallest."""

    def helps(spec: ModelSpec) -> tuple[int, int]:
        return sum(count for code, count in foreign.items() if code in spec.languages), -(spec.bytes or 0)

    best = max(catalogue, key=helps, default=None)
    if best is None or helps(best)[0] == 0:
        return ""
    return f"The model {best.id} knows {_how_many(foreign, best)}: findling models install {best.id}"


def _how_many(foreign: Mapping[str, int], spec: ModelSpec) -> str:
    known = [code for code in foreign if code in spec.languages]
    return "them" if len(known) == len(foreign) and len(foreign) > 1 else ", ".join(known)
