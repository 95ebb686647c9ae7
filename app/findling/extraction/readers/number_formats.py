"""Format codes of numbers (ECMA-376, part 1, 18.8.30, 18.8.31): values as spreadsheets do.

By hand, since what there is for Python is unmaintained (ssf), or knows no dates (q2numfmt).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.extraction.readers.moment_formats import FormatToken, compile_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.extraction.readers.moment_formats import Value

CODE_LENGTH = 500
"""Characters of a code that is followed; Excel allows 255."""

_BUILT_IN = MappingProxyType(
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "#,##0;(#,##0)", 6: "#,##0;(#,##0)", 7: "#,##0.00;(#,##0.00)"}
    | {8: "#,##0.00;(#,##0.00)", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??", 15: "d-mmm-yy"}
    | {16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss"}
    | {37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)"}
    | {41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0"}
    | {48: "##0.0E+0"}
)
"""Codes with a number of their own. Those that each computer shows in its own way, as 14, the day, are not among them;
of a currency of 5 to 8 and 41 to 44 only the sign is."""
_AS_STORED = frozenset({"general", "@", "standard", ""})
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[\$(?P<sign>[^\]-]*)(?:-(?P<locale>[0-9A-Fa-f]+))?[^\]]*\]'
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[(?P<condition>[<>=]+-?[\d.]+)\]|\[[^\]]*\]|(?P<exponent>[Ee][+-](?=[0#?]))"
    r"|(?P<general>General)|(?P<half>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+|e+(?![+-]))|(?P<era>g+|b+)|(?P<digit>[0#?])|(?P<point>\.)"
    r"|(?P<comma>,)|(?P<percent>%)|(?P<slash>/)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"([<>=]+)(-?[\d.]+)")
_TESTS = MappingProxyType(
    {"<": lambda a, b: a < b, ">": lambda a, b: a > b, "=": lambda a, b: a == b, "<=": lambda a, b: a <= b}
    | {">=": lambda a, b: a >= b, "<>": lambda a, b: a != b}
)
_EXACT = Context(prec=400, rounding=ROUND_HALF_UP)
_SIGNIFICANT = 15
_TYPED_PLACES = 6
"""Decimals of a stored number up to which somebody may have typed it; more were computed."""
_MOST_DIGITS = 40
_LARGEST = 1e21
_A_HAIR_MORE = 1 + 2**-51
_WHITE = re.compile(r"\s+")
# A section of which each token is one sign.
_SIGNS = MappingProxyType({"text": "t", "percent": "%", "digit": "0", "comma": ",", "point": "."})
_PLAIN = re.compile(r"[t%]*(?P<whole>0(?:,?0)*)(?:\.(?P<places>0*))?[t%]*")
_GROUP = 3
_PARTED = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?:\1\d{3})*(?:[.,]\d+)?(?!\d)")
# A number that is a word of its own, with a point or a comma before its decimals; not one whose thousands are parted.
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?(?![\w]|[.,]\d)")
# Languages that write a comma before decimals, by the lower bits of Windows' number of a locale ([MS-LCID]).
_COMMA_LANGUAGES = frozenset(
    {0x02, 0x03, 0x05, 0x06, 0x07, 0x08, 0x0A, 0x0B, 0x0C, 0x0E, 0x0F, 0x10, 0x13, 0x14, 0x15, 0x16, 0x18, 0x19, 0x1A}
    | {0x1B, 0x1D, 0x1F, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2A}
)
_POINT_LOCALES = frozenset({0x080A, 0x0807, 0x100C, 0x0810})
"""Mexico and Switzerland."""
_COMMA_SIGNS = str.maketrans(".,", ",.")


@dataclass(frozen=True, slots=True)
class _Section:
    """Section of a code; `locale` is Windows' number of one, 0 where none is named."""

    tokens: tuple[FormatToken, ...]
    condition: str = ""
    locale: int = 0


@dataclass(frozen=True, slots=True)
class _PlainSection:
    """Section of a number and at most words around, as most are: takes a tenth of the time.

    Attributes:
        before, after: the words.
        least: figures before the point at least.
        places: figures behind it.
        factor: 100 for each sign of percent.
        is_grouped: thousands are parted.
        has_comma: decimals follow a comma.
    """

    before: str
    after: str
    least: int
    places: int
    factor: float
    is_grouped: bool
    has_comma: bool

    def show(self, amount: float) -> str:
        """Return a number without a sign."""
        # Halves of 15 digits, which may be a hair less in binary, are rounded up.
        amount *= self.factor * _A_HAIR_MORE
        shown = f"{amount:,.{self.places}f}" if self.is_grouped else f"{amount:.{self.places}f}"
        if self.least > 1:
            shown = shown.zfill(self.least + (self.places + 1 if self.places else 0))
        elif not self.least and shown.startswith("0"):
            shown = shown[1:]
        return f"{self.before}{shown.translate(_COMMA_SIGNS) if self.has_comma else shown}{self.after}"

    def is_telling(self, amount: float) -> bool:
        """Return whether the shown number is the stored one, but for decimals that are not shown."""
        if amount == 0:
            return True
        is_padded = self.least > 1 and amount < 10 ** (self.least - 1)
        is_parted = self.is_grouped and amount >= 1_000
        is_glued = self.before[-1:].isalnum() or self.after[:1].isalnum()
        return not (is_padded or is_parted or is_glued or self.factor > 1)


class NumberFormat:
    """Compiled code."""

    def __init__(self, code: str) -> None:
        self._sections = [_compile(section) for section in _split_sections(code[:CODE_LENGTH])]
        self._plain = [_simplify(section) for section in self._sections]
        self._moments = [compile_moment(section.tokens, section.locale) for section in self._sections]
        self._has_conditions = any(section.condition for section in self._sections)

    @classmethod
    def find(cls, number: int, code: str | None) -> NumberFormat | None:
        """Return a style's format; None if it shows what is stored, or nobody can tell what."""
        code = _BUILT_IN.get(number, "") if code is None else code
        return None if code.strip().lower() in _AS_STORED else cls(code)

    def show(self, value: Value) -> str:
        """Return a value as it is shown, "" for one that is hidden; several white spaces are one."""
        return self._show(value)[0]

    def describe(self, value: Value, stored: str) -> str:
        """Return a value as shown, followed by how it is stored where that says something else."""
        shown, is_telling = self._show(value)
        return shown if is_telling else describe_forms(shown, stored)

    def _show(self, value: Value) -> tuple[str, bool]:
        """Return a value as it is shown, and whether that surely says what is stored."""
        number = float(value) if isinstance(value, int | float) else None
        index, is_unsigned = self._choose(number)
        if moment := self._moments[index]:
            return " ".join(moment(value).split()), False
        if number is None or not abs(number) < _LARGEST:
            return "", False
        if plain := self._plain[index]:
            amount = abs(number)
            sign = "-" if number < 0 and not is_unsigned else ""
            return (sign + plain.show(amount)).strip(), plain.is_telling(amount)
        return " ".join(_show_number(self._sections[index], number, is_unsigned=is_unsigned).split()), False

    def _choose(self, number: float | None) -> tuple[int, bool]:
        """Return which section shows a number, and whether that stands for its sign."""
        sections = self._sections[:3]
        if number is None or len(sections) == 1:
            return 0, False
        if self._has_conditions:
            for index, section in enumerate(sections):
                if not section.condition or _holds(section.condition, number):
                    return index, number < 0 and index > 0
            return len(sections) - 1, False
        if number < 0:
            return 1, True
        return (2 if number == 0 and len(sections) > 2 else 0), False


def describe_forms(shown: str, stored: str) -> str:
    """Return a value as it is shown; as it is stored too, unless the same words say that."""
    if not shown or not stored or _holds_word(shown, stored):
        return shown or stored
    number = stored.lstrip("-")
    if number == "0" and not any(map(str.isdigit, shown)):
        return shown
    whole, _, decimals = number.partition(".")
    if len(decimals) > _TYPED_PLACES:
        parted = _PARTED.search(shown) if len(whole) > _GROUP else None
        return f"{shown} ({parted[0].replace(parted[1], '').replace(',', '.')})" if parted else shown
    for found in _NUMBER.findall(shown) if number.replace(".", "", 1).isdigit() else ():
        if _is_rounded(number, found.replace(",", ".")):
            return shown
    return f"{shown} ({stored})"


def _holds_word(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        around = text[max(at - 1, 0) : at] + text[at + len(word) : at + len(word) + 1]
        if not any(sign.isalnum() or sign in "_.," for sign in around):
            return True
        at = text.find(word, at + 1)
    return False


def _is_rounded(number: str, plain: str) -> bool:
    """Return whether a number is what is left of a longer one."""
    try:
        exact = Decimal(number)
        rounded = exact.quantize(Decimal(1).scaleb(-len(plain.partition(".")[2])), context=_EXACT)
    except InvalidOperation:
        return False
    return f"{rounded:f}" == plain


def _split_sections(code: str) -> list[str]:
    sections = [""]
    for token in _TOKEN.finditer(code):
        if token["other"] == ";":
            sections.append("")
        else:
            sections[-1] += token[0]
    return sections


def _compile(section: str) -> _Section:
    tokens = []
    condition, locale = "", 0
    for found in _TOKEN.finditer(section):
        if found["condition"]:
            condition = found["condition"]
        if found["locale"]:
            locale = int(found["locale"][-4:], 16)
        if found["sign"]:
            tokens.append(FormatToken("text", found["sign"]))
        elif found["quoted"] is not None or found["escaped"]:
            tokens.append(FormatToken("text", found["quoted"] or found["escaped"] or ""))
        elif found[0][0] == "_":
            tokens.append(FormatToken("text", " "))
        elif found["other"]:
            tokens.append(FormatToken("text", "" if found["other"] == "@" else found["other"]))
        elif (kind := found.lastgroup) and kind not in ("sign", "locale", "condition", "quoted", "escaped"):
            tokens.append(FormatToken(kind, found[kind]))
    return _Section(tuple(tokens), condition, locale)


def _simplify(section: _Section) -> _PlainSection | None:
    """Return a section as a plain one; None if it is more than that."""
    kinds = "".join(_SIGNS.get(token.kind, "x") for token in section.tokens)
    found = _PLAIN.fullmatch(kinds)
    if not found:
        return None
    tokens = section.tokens
    whole = [token.text for token in tokens[found.start("whole") : found.end("whole")] if token.kind == "digit"]
    places = [token.text for token in tokens[found.start("places") : found.end("places")]]
    is_grouped = "," in found["whole"]
    least = len(whole) - whole.index("0") if "0" in whole else 0
    if any(place != "0" for place in places) or (is_grouped and least > 1):
        return None
    before = "".join(token.text for token in tokens[: found.start("whole")])
    after = "".join(token.text for token in tokens[max(found.end("whole"), found.end("places")) :])
    before, after = _WHITE.sub(" ", before).lstrip(), _WHITE.sub(" ", after).rstrip()
    return _PlainSection(
        before, after, least, len(places), 100.0 ** kinds.count("%"), is_grouped, _has_comma(section.locale)
    )


def _has_comma(locale: int) -> bool:
    return locale & 0x3FF in _COMMA_LANGUAGES and locale not in _POINT_LOCALES


def _holds(condition: str, number: float) -> bool:
    found = _CONDITION.fullmatch(condition)
    test = _TESTS.get(found[1]) if found else None
    try:
        return bool(found and test and test(number, float(found[2])))
    except ValueError:
        return False


def _show_number(section: _Section, number: float, *, is_unsigned: bool) -> str:
    tokens = section.tokens
    sign = "-" if number < 0 and not is_unsigned else ""
    kinds = [token.kind for token in tokens]
    if "general" in kinds:
        texts = (f"{abs(number):.{_SIGNIFICANT}g}" if token.kind == "general" else token.text for token in tokens)
        return sign + "".join(texts)
    if "digit" not in kinds:
        return "".join(token.text for token in tokens if token.kind in ("text", "percent"))
    # What a spreadsheet holds has 15 digits; the binary fraction behind them is nobody's.
    amount = Decimal(f"{abs(number):.{_SIGNIFICANT}g}")
    amount = _EXACT.multiply(amount, Decimal(100) ** kinds.count("percent"))
    if "exponent" in kinds:
        shown = _show_scientific(tokens, amount)
    elif (slash := _find_fraction(kinds)) is not None:
        shown = _show_fraction(tokens, slash, amount)
    else:
        shown = _show_decimal(tokens, amount)
    return sign + (shown.translate(_COMMA_SIGNS) if _has_comma(section.locale) else shown)


def _show_decimal(tokens: Sequence[FormatToken], amount: Decimal) -> str:
    point = next((index for index, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    digits = [index for index, token in enumerate(tokens) if token.kind == "digit"]
    places = [index for index in digits if index > point]
    whole = [index for index in digits if index < point]
    # Commas after the last digit before the point divide by a thousand each; those between digits part thousands.
    last = whole[-1] if whole else -1
    scale = sum(token.kind == "comma" and last < index <= point for index, token in enumerate(tokens))
    scale += sum(token.kind == "comma" and bool(places) and index > places[-1] for index, token in enumerate(tokens))
    is_grouped = any(token.kind == "comma" and whole and whole[0] < index < last for index, token in enumerate(tokens))
    rounded = amount.scaleb(-3 * scale, _EXACT).quantize(Decimal(1).scaleb(-len(places)), context=_EXACT)
    left, _, right = f"{rounded:f}".partition(".")
    left = left.lstrip("0")
    kept = right.rstrip("0")
    fill = _fill_whole([tokens[index].text for index in whole], left, is_grouped=is_grouped)
    shown = []
    for index, token in enumerate(tokens):
        if token.kind == "digit" and index < point:
            shown.append(fill[whole.index(index)])
        elif token.kind == "digit":
            place = places.index(index)
            shown.append(right[place] if token.text == "0" or place < len(kept) else "")
        elif token.kind == "point":
            shown.append("." if kept or any(tokens[place].text != "#" for place in places) else "")
            if not whole:
                shown.insert(-1, left)
        elif token.kind in ("text", "percent", "slash"):
            shown.append(token.text)
    return "".join(shown)


def _fill_whole(placeholders: list[str], digits: str, *, is_grouped: bool) -> list[str]:
    """Return what placeholders before the point show; the first takes all digits left."""
    filled = [""] * len(placeholders)
    at = len(digits)
    count = 0
    for index in range(len(placeholders) - 1, -1, -1):
        start = 0 if index == 0 else max(at - 1, 0)
        piece = digits[start:at] or ("0" if placeholders[index] == "0" else "")
        at = start
        for digit in reversed(piece):
            separator = "," if is_grouped and count and count % 3 == 0 else ""
            filled[index] = digit + separator + filled[index]
            count += 1
    return filled


def _show_scientific(tokens: Sequence[FormatToken], amount: Decimal) -> str:
    at = next(index for index, token in enumerate(tokens) if token.kind == "exponent")
    exponent = amount.adjusted() if amount else 0
    head = _show_decimal(tokens[:at], amount.scaleb(-exponent, _EXACT))
    least = sum(token.kind == "digit" for token in tokens[at:])
    sign = "-" if exponent < 0 else "+" if tokens[at].text.endswith("+") else ""
    return f"{head}E{sign}{abs(exponent):0{min(least, _MOST_DIGITS)}d}"


def _find_fraction(kinds: Sequence[str]) -> int | None:
    """Return where the bar of a fraction stands; None if there is none between placeholders."""
    for index, kind in enumerate(kinds):
        if kind == "slash" and 0 < index < len(kinds) - 1 and kinds[index - 1] == "digit":
            return index if kinds[index + 1] in ("digit", "text") else None
    return None


def _show_fraction(tokens: Sequence[FormatToken], slash: int, amount: Decimal) -> str:
    start = slash
    while start and tokens[start - 1].kind == "digit":
        start -= 1
    has_whole = any(token.kind == "digit" for token in tokens[:start])
    below = "".join(token.text for token in tokens[slash + 1 :]).strip()
    whole, rest = divmod(Fraction(amount), 1) if has_whole else (0, Fraction(amount))
    if below.isdecimal() and int(below):
        upper, lower = round(rest * int(below)), int(below)
    else:
        upper, lower = rest.limit_denominator(10 ** min(len(below) or 1, 6) - 1).as_integer_ratio()
    if has_whole and upper == lower:
        whole, upper = whole + 1, 0
    part = f"{upper}/{lower}" if upper or not has_whole else ""
    return " ".join(filter(None, (str(whole) if has_whole and (whole or not part) else "", part)))
