"""Categories of words by what a difference means: numbers, dates, negations, perhaps names."""

from __future__ import annotations

import re

from findling.domain.comparisons import DiffCategory

CATEGORIES = tuple(DiffCategory)
"""Categories by the numbers that arrays hold."""

_DATE = re.compile(r"(?:19|20)\d\d|\d{1,4}([./\-])\d{1,2}\1\d{1,4}|\d{1,2}:\d\d(?::\d\d)?")
_MONTHS = frozenset(
    re.findall(
        r"\w+",
        """january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
        januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag
        janvier février mars avril juin juillet août septembre octobre novembre décembre
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre""",
    )
)
# Words before a number that identifies a paper.
_LABELS = frozenset(
    re.findall(
        r"\w+",
        """no nr nº num núm number nummer numéro numero número ref reference id invoice rechnung facture factura fattura
        account konto compte cuenta policy police case ticket""",
    )
)
_NEGATIONS = frozenset(
    re.findall(
        r"\w+",
        """not no never none neither nor without cannot nicht kein keine keinen keiner keinem nie niemals ohne weder
        ne pas jamais sans aucun aucune nunca jamás sin ni tampoco non mai senza""",
    )
)


def categorise(written: str, folded: str) -> DiffCategory:
    """Return the category of a word by itself: any other word with a capital may be a name.

    Args:
        written: the word as it stands.
        folded: as it is compared.
    """
    if folded in _NEGATIONS or folded.endswith("n't"):
        return DiffCategory.NEGATION
    if folded in _MONTHS and written[0].isupper():
        return DiffCategory.DATE
    if not folded[0].isalpha():
        return DiffCategory.DATE if _DATE.fullmatch(folded) else DiffCategory.NUMBER
    return DiffCategory.NAME if written[0].isupper() else DiffCategory.WORDS


def is_label(folded: str) -> bool:
    """Tell whether a word stands before numbers that identify a paper."""
    return folded in _LABELS
