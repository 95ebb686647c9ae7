"""Fields of Word without a result, which show what stands in their code: buttons, formulas."""

from __future__ import annotations

import re

CODE_LIMIT = 10_000
"""Characters of a field's code that are kept; a reference manager puts whole records into one."""

# ISO/IEC 29500-1, 17.16.5.23 and 17.16.5.32: what is done, and then what shows.
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_FORMULA = re.compile(r"\s*EQ\b", re.IGNORECASE)
_SWITCH = re.compile(r'\s*EQ\b|\\\*\s*(?:"[^"]*"|\w+)|\\[a-z]+\s*\d*|[(),;]', re.IGNORECASE)


def is_formula(code: str) -> bool:
    """Return whether a field is a formula (EQ)."""
    return _FORMULA.match(code) is not None


def blank_switches(formula: str) -> str:
    """Return a formula's operands in place; the length stays.

    Switches: ISO/IEC 29500-1, 17.16.5.17.
    """
    return _SWITCH.sub(lambda switch: " " * len(switch.group()), formula)


def show_code(code: str) -> str:
    """Return what a field shows if it has no result, "" for most."""
    if is_formula(code):
        return " ".join(blank_switches(code).split())
    found = _BUTTON.match(code)
    return " ".join(found[1].split()) if found else ""
