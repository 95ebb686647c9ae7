"""Spelling: query words that the library lacks, mended to the word that was clearly meant."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from findling.search.question_language import is_function_word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from findling.search.query import ParsedQuery

FEWEST_MENDED_LETTERS = 4
"""Letters of the shortest word that is mended; shorter ones have too many neighbours."""

MOST_LETTERS = 30
MOST_MENDED_WORDS = 64
"""Words of the longest query that is mended: more are a text that was pasted, not typed."""

MOST_UNKNOWN = 10
"""Words that are looked into; a query with more unknown ones is not about this library."""

_SHORT = 5
_WALKED = 4
USUAL = 0.5
"""Weight of being a usual word, as against being in one document of the library."""

_CLEAR = 3.0
_CLEAR_BESIDE = 2.0
_TOPICS = 2
_MOST_BESIDE = 12
_SWAPPED = 4.0
_DOUBLED = 2.0
_OTHER_BEGINNING = 0.5

_TOKEN = re.compile(r'[^\s"]+')
# Letters, between them what joins or shortens words, around them punctuation; all else makes an identifier of it.
_WORDS = re.compile(r"[(\['‘‚«‹¿¡]*(?:[^\W\d_]+(?:[-'’][^\W\d_]+)*)[)\]'’»›.,;:!?…]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_ROMAN_NUMERAL = re.compile("[ivxlcdm]+")
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў",
    "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ",
    "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژکگی",
)
_INFLECTIONS = MappingProxyType(
    {
        "ies": ("y",), "es": ("", "e"), "s": ("",), "ed": ("", "e"), "ing": ("", "e"), "er": ("", "e"), "ly": ("", "e"),
        "en": ("",), "n": ("",),
    }
)  # fmt: skip
"""English endings, each with what may stand in its place in the base form."""

_PREFIXES = ("dis", "in", "mis", "non", "out", "over", "pre", "re", "un", "under")


class Vocabulary(Protocol):
    """Words of a library."""

    def holds(self, word: str) -> bool:
        """Return whether a document or a file's name has a word, or another form of it."""

    def fold(self, word: str) -> str:
        """Return a word as the library's words are written; "" where it is no single one."""

    def count(self, words: Collection[str], *, in_names: bool = False) -> dict[str, int]:
        """Return how many documents, or files by their names, have each folded word; 0 is left out."""

    def find_beginning(self, start: str, *, in_names: bool = False) -> dict[str, int]:
        """Return the words with a folded beginning, each with its count of documents or names."""

    def count_together(self, words: Collection[str]) -> int:
        """Return how many documents have all of the folded words."""

    def stem(self, word: str) -> str:
        """Return the stem of a folded word."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A query with its mended words.

    Attributes:
        query: what is searched for.
        typed, meant: the words that were replaced, and by what, in order.
    """

    query: ParsedQuery
    typed: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()


def mend(
    query: ParsedQuery,
    vocabulary: Vocabulary,
    read_usual: Callable[[], frozenset[str]],
    chosen: dict[str, str] | None = None,
) -> Mended:
    """Replace each word that the library lacks by the one likely word with one typing error.

    One error is a letter too many, missing, wrong, or two swapped (Damerau-Levenshtein). What documents have beside the
    other words of the query comes before what is likelier by itself. Numbers, identifiers,
    acronyms, and what is quoted or excluded stay.

    Args:
        query: as it was parsed.
        vocabulary: the library's words.
        read_usual: gives words of the language at large, in lower case, which stay though the library lacks them, and
            which others may be mended to; asked only where a word is not the library's.
        chosen: what was chosen for words of earlier queries, of the same vocabulary; it is added to.
    """
    if len(query.words) > MOST_MENDED_WORDS:
        return Mended(query)
    mender = _Mender(
        vocabulary,
        read_usual,
        chosen={} if chosen is None else chosen,
        kept=frozenset(_quoted_words(query)),
        is_shouted=query.text.isupper(),
        words=query.words,
    )
    replaced = {word: mender.mend(word) for word in dict.fromkeys(query.words)}
    if not mender.meant:
        return Mended(query)
    text = _TOKEN.sub(lambda token: replaced.get(token[0], token[0]), query.text)
    words = tuple(replaced[word] for word in query.words)
    return Mended(replace(query, text=text, words=words), tuple(mender.meant), tuple(mender.meant.values()))


def add_completion(mended: Mended, completed: ParsedQuery) -> Mended:
    """Return a mended query with its last word completed, which counts as a replacement."""
    if completed is mended.query:
        return mended
    typed, meant = (*mended.typed, mended.query.words[-1]), (*mended.meant, completed.words[-1])
    return Mended(completed, typed, meant)


def _quoted_words(query: ParsedQuery) -> Iterator[str]:
    for phrase in (*query.phrases, *query.excluded):
        yield from (word.lower() for word in _LETTERS.findall(phrase))


class _Mender:
    """Mender of one query.

    Attributes:
        meant: what each replaced word was replaced by.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        read_usual: Callable[[], frozenset[str]],
        *,
        chosen: dict[str, str],
        kept: frozenset[str],
        is_shouted: bool,
        words: Sequence[str],
    ) -> None:
        self.meant: dict[str, str] = {}
        self._vocabulary = vocabulary
        self._read_usual = read_usual
        self._chosen = chosen
        self._kept = kept
        self._is_shouted = is_shouted
        self._words = words
        self._left = MOST_UNKNOWN

    def mend(self, token: str) -> str:
        """Return a token of the query with its mended words."""
        if not _WORDS.fullmatch(token):
            return token
        return _LETTERS.sub(lambda word: self._mend_word(word[0]), token)

    def _mend_word(self, typed: str) -> str:
        is_capital = typed[0].isupper()
        if not FEWEST_MENDED_LETTERS <= len(typed) <= MOST_LETTERS or not (
            self._is_shouted or typed[1:] == typed[1:].lower()
        ):
            return typed
        word = self._vocabulary.fold(typed)
        if not word or {word, typed.lower()} & self._kept or _ROMAN_NUMERAL.fullmatch(word):
            return typed
        if self._is_known(typed.lower(), word):
            return typed
        if self._left == 0:
            return typed
        self._left -= 1
        if word not in self._chosen:
            self._chosen[word] = choose_spelling(word, self._vocabulary, self._read_usual())
        meant = choose_beside(word, self._find_topics(typed), self._vocabulary) or self._chosen[word]
        if not meant:
            return typed
        self.meant[typed] = meant.capitalize() if is_capital else meant
        return self.meant[typed]

    def _find_topics(self, typed: str) -> list[str]:
        """Return the last other words that documents have, folded, as far as mended already."""
        others = (self.meant.get(word, word) for word in self._words if word != typed and not is_function_word(word))
        folded = [word for word in map(self._vocabulary.fold, others) if word]
        held = self._vocabulary.count(folded)
        return [word for word in folded if word in held][-_TOPICS:]

    def _is_known(self, typed: str, word: str) -> bool:
        if self._vocabulary.holds(typed) or is_function_word(typed):
            return True
        usual, bases = self._read_usual(), tuple(find_bases(word))
        return word in usual or any(base in usual for base in bases) or bool(self._vocabulary.count(bases))


def choose_spelling(word: str, vocabulary: Vocabulary, usual: frozenset[str]) -> str:
    """Return the word clearly meant by a folded one that nothing has; "" if none stands out.

    Candidates are weighed by the number of their documents and by whether they are usual, more where two letters were
    swapped or one doubled, less where another letter begins; those of one stem together. The best has to outweigh the
    next three times.
    """
    found = find_near(word, vocabulary, usual)
    weights = {near: weight * _weigh_error(word, near) for near, weight in found.items()}
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in weights:
        by_stem[vocabulary.stem(candidate)].append(candidate)
    groups = sorted((sum(map(weights.__getitem__, forms)), forms) for forms in by_stem.values())
    if not groups or (len(groups) > 1 and groups[-1][0] < _CLEAR * groups[-2][0]):
        return ""
    best = max(groups[-1][1], key=lambda form: (weights[form], form))
    return best if _is_sure(word, best, held=found[best] >= 1) else ""


def choose_beside(word: str, topics: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the word near a folded one that documents have beside the query's other words.

    It is "" where none stands out. What stands beside the others was meant, even where more documents have another word
    that is as near. Short words have too many neighbours for any but the commonest errors.
    """
    if not topics:
        return ""
    least = _DOUBLED if len(word) < _SHORT else 0.0
    found = find_near(word, vocabulary)
    near = [other for other in found if _weigh_error(word, other) >= least and not is_function_word(other)]
    near = sorted(near, key=lambda other: -found[other])[:_MOST_BESIDE]
    bases = set(find_bases(word))
    weights: defaultdict[str, float] = defaultdict(float)
    forms: dict[str, str] = {}
    for other in sorted(near, key=len):
        together = max(vocabulary.count_together((topic, other)) for topic in topics)
        if together and other not in bases:
            stem = vocabulary.stem(other)
            weights[stem] += together * _weigh_error(word, other)
            forms.setdefault(stem, other)
    best = sorted(weights.items(), key=lambda item: -item[1])
    if not best or (len(best) > 1 and best[0][1] < _CLEAR_BESIDE * best[1][1]):
        return ""
    return forms[best[0][0]]


def find_near(word: str, vocabulary: Vocabulary, usual: frozenset[str] = frozenset()) -> dict[str, float]:
    """Return words one error away, with their numbers of documents, and a little for usual ones.

    The library's words with an error in the second half are among those that begin alike, which are few; for the first
    half, what could have been meant is spelled out and looked up. This needs no copy of the vocabulary in memory, and
    half as many lookups as spelling out all. The names of files are asked only where nothing else is near.
    """
    half = max(_WALKED, (len(word) + 1) // 2)
    spelled = _spell_out(word, 0, half)

    def look_up(*, in_names: bool) -> dict[str, float]:
        alike = vocabulary.find_beginning(word[:half], in_names=in_names)
        near = {other: float(count) for other, count in vocabulary.count(spelled, in_names=in_names).items()}
        return near | {other: float(count) for other, count in alike.items() if is_one_error(word, other)}

    found = look_up(in_names=False)
    for other in usual & {*spelled, *_spell_out(word, half, len(word) + 1)}:
        found[other] = found.get(other, 0.0) + USUAL
    return found or look_up(in_names=True)


def _is_sure(word: str, best: str, *, held: bool) -> bool:
    """Return whether a candidate is near enough, by a word's length and if the library holds it.

    A base form of a candidate is no error, and for a function word only swapped letters are worth replacing a name.
    """
    if len(word) == len(best) and sorted(word) == sorted(best):
        return True
    if is_function_word(best) or word in find_bases(best):
        return False
    if word[0] == best[0]:
        return len(word) >= (_SHORT if held else _SHORT + 1)
    return held and len(word) > _SHORT


def _weigh_error(word: str, meant: str) -> float:
    """Return the likelihood of mistyping a word as another; a plain error in its middle is 1."""
    if len(word) == len(meant) and sorted(word) == sorted(meant):
        return _SWAPPED
    longer, shorter = sorted((word, meant), key=len, reverse=True)
    if word[0] != meant[0]:
        return _OTHER_BEGINNING
    place = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    is_doubled = len(longer) > len(shorter) and longer[place] == longer[place - 1]
    return _DOUBLED if is_doubled else 1.0


def _spell_out(word: str, first: int, end: int) -> list[str]:
    """Return the words with one error at these places of a word, in the letters of its script."""
    alphabet = next((letters for letters in _ALPHABETS if word[0] in letters), "")
    found = []
    for i in range(first, min(end, len(word) + 1)):
        start, here, rest = word[:i], word[i : i + 1], word[i + 1 :]
        found += [start + letter + here + rest for letter in alphabet]
        if here:
            found.append(start + rest)
            found += [start + letter + rest for letter in alphabet if letter != here]
        if rest and rest[0] != here:
            found.append(start + rest[0] + here + rest[1:])
    return found


def is_one_error(word: str, other: str) -> bool:
    """Return whether words differ by a letter more, less or other, or by swapped neighbours."""
    shorter, longer = (word, other) if len(word) <= len(other) else (other, word)
    if word == other or len(longer) - len(shorter) > 1:
        return False
    place = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(longer) > len(shorter):
        return longer[place + 1 :] == shorter[place:]
    here, there = shorter[place : place + 2], longer[place : place + 2]
    is_swapped = here == there[::-1] and shorter[place + 2 :] == longer[place + 2 :]
    return is_swapped or shorter[place + 1 :] == longer[place + 1 :]


def find_bases(word: str) -> Iterator[str]:
    """Yield what an English word may be a form of, or be made of."""
    for ending, bases in _INFLECTIONS.items():
        start = word.removesuffix(ending)
        if FEWEST_MENDED_LETTERS <= len(start) < len(word) and not word.endswith("ss"):
            yield from (start + base for base in bases)
            if start[-1] == start[-2]:
                yield start[:-1]
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if FEWEST_MENDED_LETTERS <= len(rest) < len(word):
            yield rest
