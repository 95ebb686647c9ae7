"""Files and questions in languages unknown to the model, and the model that would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.library import LanguageGap
from findling.embedding.catalogue import ModelSpec
from findling.messages.command_templates import CheckMessage
from findling.messages.library_templates import SearchMessage
from findling.messages.model_remedies import ModelRemedy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from findling.embedding.model_store import ModelStore
    from findling.messages.notice import Notice

UNKNOWN = "und"


def find_foreign(spec: ModelSpec, files: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers of files in languages that are none of a model's."""
    return {code: count for code, count in files.items() if code != UNKNOWN and code not in spec.languages}


def find_gap(spec: ModelSpec, files: Mapping[str, int], catalogue: Iterable[ModelSpec]) -> LanguageGap | None:
    """Compare a model's languages with those of the files.

    Args:
        spec: the model; one of which no languages are known may know them all.
        files: how many there are in each language, the most frequent first; texts too short to tell count nowhere.
        catalogue: the models that could be had instead.

    Returns:
        What is not understood; None where all is.
    """
    foreign = find_foreign(spec, files) if spec.languages else {}
    if not foreign:
        return None
    count, languages = sum(foreign.values()), tuple(foreign)
    best = _choose(foreign, catalogue)
    if best is None:
        return LanguageGap(count, languages, None)
    return LanguageGap(count, languages, _advise(foreign, best), best.id, count_known(foreign, best))


def describe_gap(gap: LanguageGap) -> Notice:
    """Return what a gap means for the user, and what would help."""
    if gap.files == 1:
        said = CheckMessage.ONE_FILE_FOREIGN(languages=gap.languages)
    else:
        said = CheckMessage.FILES_FOREIGN(count=gap.files, languages=gap.languages)
    return said.advising(gap.remedy) if gap.remedy else said


def explain_question(spec: ModelSpec, language: str, open_store: Callable[[], ModelStore]) -> Notice | None:
    """Return what a question in this language means with a model, and which would understand it.

    An installed model is named before one that is to be had, of several the smallest. None where the model's languages
    are not known, or it knows this one.
    """
    if not spec.languages or language == UNKNOWN or language in spec.languages:
        return None
    said = SearchMessage.QUESTION_FOREIGN(language=language)
    store = open_store()
    able = [each for each in (*store.published(), *store.own()) if isinstance(each, ModelSpec)]
    able = [each for each in able if language in each.languages]
    if not able:
        return said
    best = min(able, key=lambda each: (not store.has(each.id), each.bytes or 0))
    remedy = ModelRemedy.USE_FOR_QUESTION if store.has(best.id) else ModelRemedy.INSTALL_FOR_QUESTION
    return said.advising(remedy(model=best.id))


def _choose(foreign: Mapping[str, int], catalogue: Iterable[ModelSpec]) -> ModelSpec | None:
    """Return the smallest model that knows the language of most of these files; None for none."""
    best = max(catalogue, key=lambda spec: (count_known(foreign, spec), -(spec.bytes or 0)), default=None)
    return best if best is not None and count_known(foreign, best) else None


def count_known(foreign: Mapping[str, int], spec: ModelSpec) -> int:
    """Return how many of some files by language are in one that a model knows."""
    return sum(count for code, count in foreign.items() if code in spec.languages)


def _advise(foreign: Mapping[str, int], spec: ModelSpec) -> Notice:
    known = tuple(code for code in foreign if code in spec.languages)
    if len(known) == len(foreign) and len(foreign) > 1:
        return ModelRemedy.INSTALL_FOR_THESE(model=spec.id)
    return ModelRemedy.INSTALL_FOR_LANGUAGES(model=spec.id, languages=known)
