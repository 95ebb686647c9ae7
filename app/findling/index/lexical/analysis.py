"""Text analysis, the same for documents, queries and passages: folding, word breaks, stems."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from findling.letter_folding import drop_marks, unite_letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from tantivy import TextAnalyzer, TextAnalyzerBuilder

VERSION = 3
"""Part of the index schema: raise it with any change in this module, and old indexes are rebuilt."""

_LONGEST = 129
"""Terms of this many bytes and more are dropped: 128 hexadecimal digits are a SHA-512, longer runs are encoded data."""

ENGLISH = "en"

STEMMERS = MappingProxyType(
    {
        "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
        "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian", "nb": "norwegian", "nl": "dutch",
        "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
        "ta": "tamil", "tr": "turkish",
    }
)  # fmt: skip
"""Tantivy's name for the Snowball stemmer of each language; all others are stemmed as English."""

_WITHOUT_STOP_LIST = frozenset({"ar", "el", "ro", "ta", "tr"})

_FUNCTION_WORDS = """
a about above after again against all also am an and any are as at be because been before being below between both but
by can could did do does doing down during each few for from further had has have having he her here hers him his how i
if in into is it its just me more most my no nor not now of off on once only or other our out over own same she should
so some such than that the their them then there these they this those through to too under until up very was we were
what when where which while who whom why will with would you your yours
s t d ll m re ve don didn doesn isn aren wasn weren hasn haven hadn won wouldn couldn shouldn
"""

STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""English function words and parts of contractions: no topics, and the longest posting lists."""

# Scripts that put no spaces between words, and Hangul, where particles cling to the word: each character is a word.
_SPACELESS = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
_SPACELESS_RUN = re.compile(f"[{_SPACELESS}]+")
_BREAKS = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
"""Each character of ASCII, and a space in place of what parts words."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# A base character with the combining marks and Hangul vowels that NFKC may join to it.
_CLUSTER = re.compile(".[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u1160-\u11ff\u3099\u309a]*", re.DOTALL)
_CAMEL_HUMP = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


class Stem(NamedTuple):
    """A stem with the position of its word in a text, in code points."""

    text: str
    start: int
    end: int


def prepare(text: str) -> str:
    """Normalise text for the analyzers: NFKC, without invisible characters, and letters united.

    Lone surrogates (bytes of a file's name that are no text) break words, and each character of a script without
    spaces is parted from the next.
    """
    if text.isascii():
        return text
    text = text.encode("utf-8", "replace").decode()
    text = unite_letters(_INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))
    return _SPACELESS_RUN.sub(_space_out, text)


def prepare_exact(text: str) -> str:
    """Normalise text for the exact analyzer: as `prepare` does, and without marks in any script."""
    return drop_marks(prepare(text))


def _space_out(run: re.Match[str]) -> str:
    return f" {' '.join(run.group())} "


def split_name(name: str) -> str:
    """Split camel case: "AnnualReport2023" gives "Annual Report 2023"."""
    return _CAMEL_HUMP.sub(" ", name)


@cache
def exact_analyzer() -> TextAnalyzer:
    """Return the analyzer of names and phrases: words in lower case, without accents."""
    from tantivy import Filter

    return _new_builder().filter(Filter.ascii_fold()).build()


@cache
def stem_analyzer(language: str = ENGLISH) -> TextAnalyzer:
    """Return the analyzer of topics: without stop words, and stemmed in one of `STEMMERS`."""
    from tantivy import Filter

    stemmer = Filter.stemmer(STEMMERS[language])
    if language == ENGLISH:
        # Folded first, "résumés" meets "resumes"; the stemmers of other languages need the accents.
        stop_words = Filter.custom_stopword(sorted(STOP_WORDS))
        return _new_builder().filter(Filter.ascii_fold()).filter(stop_words).filter(stemmer).build()
    builder = _new_builder()
    if language not in _WITHOUT_STOP_LIST:
        builder = builder.filter(Filter.stopword(STEMMERS[language]))
    return builder.filter(stemmer).filter(Filter.ascii_fold()).build()


def _new_builder() -> TextAnalyzerBuilder:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST)).filter(Filter.lowercase())


def stemming_language(language: str) -> str:
    """Return the language whose stemmer serves this one: itself if it has one, else English."""
    return language if language in STEMMERS else ENGLISH


def exact_words(text: str) -> list[str]:
    """Return the unstemmed words of a text in order; an identifier gives its parts."""
    if text.isascii():
        # What the analyzer does, without the way there and back: names of files are many and short.
        return [word for word in text.lower().translate(_BREAKS).split() if len(word) < _LONGEST]
    return exact_analyzer().analyze(prepare_exact(text))


def stem_words(text: str, language: str = ENGLISH) -> list[str]:
    """Return the stems of a text in order, without stop words."""
    language = stemming_language(language)
    return stem_analyzer(language).analyze(_preparation(language)(text))


def stems(text: str, language: str = ENGLISH) -> list[Stem]:
    """Return the stems of a text with the positions of their words."""
    language = stemming_language(language)
    analyzer = stem_analyzer(language)
    prepared = _preparation(language)(text)
    if prepared != text:
        return _aligned_stems(text, language)
    tokens = analyzer.pre_tokenize(prepared).tokens
    return [Stem(token.text, token.char_offset_from, token.char_offset_to) for token in tokens]


def _preparation(language: str) -> Callable[[str], str]:
    """Return what prepares text for the stemmer; that of English alone needs no accents."""
    return prepare_exact if language == ENGLISH else prepare


def _aligned_stems(text: str, language: str) -> list[Stem]:
    """Return the stems of a text whose length `prepare` changes, traced cluster by cluster."""
    pieces: list[str] = []
    ends: list[int] = []  # in the prepared text
    spans: list[tuple[int, int]] = []  # in the given text
    length = 0
    for cluster in _CLUSTER.finditer(text):
        if piece := _prepare_cluster(cluster.group(), language):
            length += len(piece)
            pieces.append(piece)
            ends.append(length)
            spans.append(cluster.span())
    found = []
    for token in stem_analyzer(language).pre_tokenize("".join(pieces)).tokens:
        first, last = bisect_right(ends, token.char_offset_from), bisect_left(ends, token.char_offset_to)
        found.append(Stem(token.text, spans[first][0], spans[last][1]))
    return found


@lru_cache(maxsize=10_000)
def _prepare_cluster(cluster: str, language: str) -> str:
    return _preparation(language)(cluster)
