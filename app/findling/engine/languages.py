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
    count, languages = sum(foreign.values()), tuple(foreign)
    best = _choose(foreign, catalogue)
    if best is None:
        return LanguageGap(count, languages, "")
    remedy = f"The model {best.id} knows {_how_many(foreign, best)}: findling models install {best.id}"
    return LanguageGap(count, languages, remedy, best.id, _count_known(foreign, best))


def describe_gap(gap: LanguageGap) -> str:
    """What a gap means, for people."""
    count = "1 file is" if gap.files == 1 else f"{gap.files:,} files are"
    return f"{count} in a language that the model does not know ({', '.join(gap.languages)}): found by words only"


def _choose(foreign: Mapping[str, int], catalogue: Iterable[ModelSpec]) -> ModelSpec | None:
    """The model that knows the language of most of these files, of several the smallest; None where none knows any."""
    best = max(catalogue, key=lambda spec: (_count_known(foreign, spec), -(spec.bytes or 0)), default=None)
    return best if best is not None and _count_known(foreign, best) else None


def _count_known(foreign: Mapping[str, int], spec: ModelSpec) -> int:
    return sum(count for code, count in foreign.items() if code in spec.languages)


def _how_many(foreign: Mapping[str, int], spec: ModelSpec) -> str:
    known = [code for code in foreign if code in spec.languages]
    return "them" if len(known) == len(foreign) and len(foreign) > 1 else ", ".join(known)
