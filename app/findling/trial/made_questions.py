"""Questions made from documents without a network: titles and sentences held out of them.

What is asked is taken out of the document, so that no model finds it by the very words (the inverse cloze task of Lee,
Chang and Toutanova 2019, arXiv 1906.00300). Its author says the same in the same words elsewhere in it, as whoever asks
does not (Furnas and others 1987, "The vocabulary problem in human-system communication"); so every other telling word
that question and document share is dropped. Without either, words alone are found best (docs/benchmarks.md).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from findling.domain.trials import QuestionOrigin, SampleText, TrialQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"[^.!?。！？\n]+[.!?。！？]+|[^.!?。！？\n]+(?=\n|$)")
_SENTENCE_WORDS = range(7, 41)
_TITLE_WORDS = range(3, 26)
_LEAST_LETTERS = 0.75
"""Share of a question's signs that are letters or spaces: tables, lists of numbers and code are no questions."""
_LEAST_SENTENCES = 3
"""Sentences that a document has to have, for what is left to say what it is about."""
_LEAST_LEFT = 150
"""Characters that have to be left."""
_TELLING = log(5)
"""Rarity of words that a fifth of the documents have: rarer ones tell documents apart."""
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Documents without what is asked of them, in their order, and the questions."""

    documents: tuple[SampleText, ...]
    questions: tuple[TrialQuestion, ...]


def hold_out(documents: Sequence[SampleText]) -> HeldOut:
    """Make one question of each document that gives one, of titles and of sentences by turns.

    One only, so that the questions are independent of each other, as the bootstrap wants them. What two documents
    would be asked by is no question.
    """
    rarity = _weigh_words(documents)
    titles = Counter(_fold(each.title) for each in documents)
    left: list[SampleText] = []
    questions: list[TrialQuestion] = []
    asked: set[str] = set()
    for number, document in enumerate(documents):
        by_title = _ask_title(document, rarity) if titles[_fold(document.title)] == 1 else None
        by_sentence = _ask_sentence(document, rarity)
        ways = (by_title, by_sentence) if number % 2 else (by_sentence, by_title)
        made = next((way for way in ways if way and way[1].text not in asked and not _still_holds(*way)), None)
        left.append(made[0] if made else document)
        if made:
            questions.append(made[1])
            asked.add(made[1].text)
    return HeldOut(tuple(left), tuple(questions))


def _ask_title(document: SampleText, rarity: Mapping[str, float]) -> tuple[SampleText, TrialQuestion] | None:
    title = " ".join(document.title.split())
    if not _is_question(title, _TITLE_WORDS):
        return None
    pattern = r"\s+".join(map(re.escape, title.split()))
    text = re.sub(pattern, " ", document.text, flags=re.IGNORECASE)
    if len(text.strip()) < _LEAST_LEFT:
        return None
    question = TrialQuestion(_drop_shared(title, text, rarity), QuestionOrigin.TITLE, document.content)
    return SampleText(document.content, "", text), question


def _ask_sentence(document: SampleText, rarity: Mapping[str, float]) -> tuple[SampleText, TrialQuestion] | None:
    sentences = list(_find_sentences(document.text))
    if len(sentences) < _LEAST_SENTENCES:
        return None
    # The first sentence often repeats the title, which stays.
    best = max(sentences[1:], key=lambda sentence: _measure_rarity(sentence, rarity))
    text = document.text.replace(best, " ")
    if len(text.strip()) < _LEAST_LEFT:
        return None
    asked = _drop_shared(best, text, rarity)
    question = TrialQuestion(asked, QuestionOrigin.SENTENCE, document.content)
    return SampleText(document.content, document.title, text), question


def _still_holds(document: SampleText, question: TrialQuestion) -> bool:
    """Tell whether a document still has a question's very words, besides the place held out."""
    return question.text in document.title or question.text in document.text


def _drop_shared(asked: str, left: str, rarity: Mapping[str, float]) -> str:
    """Return a question without every other telling word that the rest has too, rarest first."""
    words, there = _WORD.findall(asked), set(_split(left))
    shared = {word.lower() for word in words if word.lower() in there and rarity[word.lower()] > _TELLING}
    dropped = set(sorted(shared, key=lambda word: (-rarity[word], word))[::2])
    kept = [word for word in words if word.lower() not in dropped]
    return " ".join(kept if len(kept) >= _LEAST_WORDS else words)


def _find_sentences(text: str) -> Iterator[str]:
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if _is_question(sentence, _SENTENCE_WORDS):
            yield sentence


def _is_question(text: str, lengths: range) -> bool:
    signs = sum(char.isalpha() or char.isspace() for char in text)
    return bool(text) and len(_WORD.findall(text)) in lengths and signs >= _LEAST_LETTERS * len(text)


def _weigh_words(documents: Sequence[SampleText]) -> dict[str, float]:
    """Return the inverse document frequency of each word of the sample."""
    counts = Counter(word for each in documents for word in set(_split(each.text)))
    return {word: log((len(documents) + 1) / (count + 0.5)) for word, count in counts.items()}


def _measure_rarity(sentence: str, rarity: Mapping[str, float]) -> float:
    """Return the mean rarity of a sentence's words: how much it says that others do not."""
    words = set(_split(sentence))
    return sum(rarity[word] for word in words) / len(words)


def _fold(title: str) -> str:
    return " ".join(title.split()).casefold()


def _split(text: str) -> list[str]:
    return [match.lower() for match in _WORD.findall(text)]
