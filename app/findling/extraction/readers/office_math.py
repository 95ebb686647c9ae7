"""Formulas of Office documents (OMML, ISO/IEC 29500-1, 22.1) as one line of text."""

from __future__ import annotations

from dataclasses import dataclass, field

_STRUCTURES = """
    acc bar box borderBox d eqArr f func groupChr limLow limUpp m mr nary phant rad sPre sSub sSubSup sSup
"""
STRUCTURES = frozenset(_STRUCTURES.split())
"""Local names of the elements that are built of arguments."""

ARGUMENTS = frozenset({"deg", "den", "e", "fName", "lim", "num", "sub", "sup"})
"""Local names of the arguments."""

PROPERTIES = frozenset({"begChr", "chr", "endChr", "sepChr", "type"})
"""Local names of the properties that are signs, or choose one."""

_NARY_SIGN = "∫"
# Invisible signs between a function and its argument, between factors, indices, summands (Unicode, 22.6).
_INVISIBLE = {0x2061: " ", 0x2062: "", 0x2063: "", 0x2064: ""}


@dataclass(slots=True)
class MathNode:
    """Open element of a formula.

    Attributes:
        tag: its local name.
        properties: values of `PROPERTIES`, as far as they are there.
        parts: (local name, text) of what is within, in order; the name of bare text is "".
    """

    tag: str
    properties: dict[str, str] = field(default_factory=dict)
    parts: list[tuple[str, str]] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Add bare text."""
        self.parts.append(("", text.translate(_INVISIBLE)))

    def linearise(self) -> str:
        """Return its text: "a/(b+c)", "x^2", "√(n&x)", "∑_(i=1)^n x", "(a|b)", "(a&b@c&d)".

        The signs are those of the linear format (Unicode Technical Note 28).
        """
        match self.tag:
            case "d":
                begin, end = (self.properties.get(name, sign) for name, sign in (("begChr", "("), ("endChr", ")")))
                return f"{begin}{self._join(self.properties.get('sepChr', '|'))}{end}"
            case "rad":
                return self._extract_root()
            case "nary":
                return self.properties.get("chr", _NARY_SIGN) + self._concatenate()
            case "m":
                return f"({self._join('@')})"
            case "eqArr":
                return self._join("@")
            case "mr":
                return self._join("&")
            case _:
                return self._concatenate()

    def _join(self, separator: str) -> str:
        """Join the arguments; text that is in none of them stays where it is."""
        return "".join(
            f"{separator}{text}" if tag and number else text for number, (tag, text) in enumerate(self.parts)
        )

    def _concatenate(self) -> str:
        return "".join(self._show(tag, text) for tag, text in self.parts if text)

    def _show(self, tag: str, text: str) -> str:
        match tag, self.tag:
            case "num", _:
                return _wrap(text)
            case "den", _:
                return ("¦" if self.properties.get("type") == "noBar" else "/") + _wrap(text)
            case ("sub", _) | ("lim", "limLow"):
                return f"_{_wrap(text)}"
            case ("sup", _) | ("lim", "limUpp"):
                return f"^{_wrap(text)}"
            case ("e", "nary" | "func"):
                return f" {text}"
            case _:
                return text

    def _extract_root(self) -> str:
        degree, *inner = self.parts if self.parts and self.parts[0][0] == "deg" else [("deg", ""), *self.parts]
        text = "".join(text for _, text in inner)
        return f"√({degree[1]}&{text})" if degree[1] else f"√{_wrap(text)}"


def _wrap(text: str) -> str:
    """Put a text in parentheses, unless it is one sign, a number or a word."""
    return text if len(text) == 1 or text.isalnum() else f"({text})"
