"""Spans of a text that answer a query: the likeliest sentence, and the typed words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

_WORD = re.compile(r"\w+")
# A sentence ends at its mark where space follows, at a mark of Chinese or Japanese, or with its line.
_BORDER = re.compile(r"(?<=[.!?…])(?P<close>[\"'“”’»)\]]*)[^\S\n]+|(?<=[。！？])|\n+")
# Long enough to tell something, and yet in every other sentence, of the most common languages of queries.
_COMMON = frozenset(
    "about also does dass dans dont eine einem einen einer elle from have haben hatte into mein mich must nicht noch"  # noqa: SIM905
    " oder pour sans sein shall should sich sind than that their them then there these they this those till unter vous"
    " wann warum welch werden were what when where which while will wird with would your".split()
)
_END_MARKS = frozenset(".!?…。！？:")
_CLOSING = "\"'“”’»)] "
_DISTINCTIVE_LENGTH = 4
_STEM = 5
_PLURAL = frozenset(("", "s", "es"))
# How words are bent in English and its neighbours; none is longer than three letters.
_ENDINGS = _PLURAL | frozenset(
    "d e ed em en er ern ers est et ez i ies ing la le ly n nd ns o os r rs st t te ten y".split()  # noqa: SIM905
)
# The lines that readers of mail write below a subject.
_HEADER = re.compile(r"^(?:From|To|Cc|Bcc|Date|Attachments): .*$", re.MULTILINE)


def find_answer(passage: str, query: str) -> Span:
    """Return the span of the sentence with most words of the query; (0, 0) if none has any.

    What was found by its meaning alone answers somewhere, and nothing tells where: any sentence would be a guess.
    Distinctive words decide, long ones more than short ones, those of every sentence less than those of one; all others
    only where these leave it open, and then whether it is one, and no heading. The lines at the head of a mail answer
    nothing, unless there is nothing else.
    """
    distinctive, wanted = _distinctive_words(query), _words(query)
    sentences = {span: _matching_forms(wanted, passage[slice(*span)]) for span in _without_headers(passage)}
    spread = Counter(word for held in sentences.values() for word in held)

    def weigh(span: Span) -> tuple[float, int, bool]:
        held = sentences[span]
        is_sentence = passage[: span[1]].rstrip(_CLOSING)[-1:] in _END_MARKS
        return sum(len(word) / spread[word] for word in held & distinctive), sum(map(len, held)), is_sentence

    best = max(sentences, key=weigh, default=(0, 0))
    return best if sentences.get(best) else (0, 0)


def find_query_words(text: str, query: str, most: int | None = None) -> tuple[Span, ...]:
    """Return the spans of the distinctive words that the query has too, `most` of them at most."""
    wanted = _distinctive_words(query)
    if not wanted:
        return ()
    # Only what begins like one of them may be a form of it.
    beginnings = "|".join(sorted({re.escape(word[:_DISTINCTIVE_LENGTH]) for word in wanted}))
    alike = re.compile(rf"(?<!\w)(?:{beginnings})\w*", re.IGNORECASE)
    spans = (found.span() for found in alike.finditer(text) if _is_form_of_any(found[0].casefold(), wanted))
    return tuple(islice(spans, most))


def _sentences(passage: str) -> list[Span]:
    spans, start = [], 0
    for border in _BORDER.finditer(passage):
        spans.append((start, border.end("close") if border["close"] else border.start()))
        start = border.end()
    return [(start, end) for start, end in (*spans, (start, len(passage))) if passage[start:end].strip()]


def _without_headers(passage: str) -> list[Span]:
    """Return the sentences outside a mail header; all of them where that leaves none."""
    headers = [found.span() for found in _HEADER.finditer(passage)]
    sentences = _sentences(passage)
    body = [span for span in sentences if not any(start <= span[0] < end for start, end in headers)]
    return body or sentences


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _distinctive_words(query: str) -> frozenset[str]:
    """Return the words that tell something: of one word alone this one, however short."""
    words = _WORD.findall(query)
    told = words if len(words) == 1 else filter(_is_distinctive, words)
    # Among other letters capitals are a name: VAT, UK.
    named = () if query.isupper() else (word for word in words if len(word) > 1 and word.isupper())
    return frozenset(word.casefold() for word in (*told, *named))


def _is_distinctive(word: str) -> bool:
    return any(map(str.isdigit, word)) or (len(word) >= _DISTINCTIVE_LENGTH and word.casefold() not in _COMMON)


def _matching_forms(wanted: frozenset[str], text: str) -> frozenset[str]:
    """Return the wanted words of which the text has a form."""
    words = _words(text)
    return frozenset(asked for asked in wanted if _is_form_of_any(asked, words))


def _is_form_of_any(word: str, others: frozenset[str]) -> bool:
    return word in others or any(_are_forms(word, other) for other in others)


def _are_forms(one: str, other: str) -> bool:
    """Return whether two words share a stem and differ in inflection, as "leases" and "lease"."""
    if one[:_DISTINCTIVE_LENGTH] != other[:_DISTINCTIVE_LENGTH]:
        return False
    differ = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    stem = next(differ, min(len(one), len(other)))
    # Short words that begin alike are mostly others; their plural is all that is safe to take for a form.
    endings = _PLURAL if stem < _STEM else _ENDINGS
    return stem >= _DISTINCTIVE_LENGTH and one[stem:] in endings and other[stem:] in endings
