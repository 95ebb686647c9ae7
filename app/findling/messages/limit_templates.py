"""Messages on the limits of models, as their papers and cards state them."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class LimitMessage(Message):
    """Limits of published models.

    resources/models/catalogue.toml says which model has which, and who says so.
    """

    ENGLISH_ONLY = "It was made for English."
    READS_AT_MOST = "It reads at most {tokens:number} tokens at once. Findling cuts longer texts into passages."
    COULD_READ_MORE = "It can read {tokens:number} tokens at once; Findling gives it {given:number}."
    TRAINED_ON_SHORT = "It was trained on at most {tokens:number} tokens at once, for sentences and short paragraphs."
    ORDER_ONLY = (
        "Its similarities lie between {least:number.1} and 1 for texts that have nothing in common, too: what tells"
        " something is their order."
    )
    WANTS_PREFIX = "Questions have to begin with certain words, or it finds less. Findling puts them there."
    GAINS_BY_PREFIX = "Questions that begin with certain words find slightly more. Findling puts them there."
    RARE_LANGUAGES = "It is weaker in languages of which there is little text."
    WEB_QUESTIONS = "It was trained on questions to a web search and on passages that answer them (MS MARCO)."
