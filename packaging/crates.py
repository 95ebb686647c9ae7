"""Crates of Rust that packages link into their files, told by the bills that their wheels bring (PEP 770)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution
from itertools import chain
from pathlib import Path
from typing import Any

from license_expression import OR, LicenseExpression, get_spdx_licensing

from components import LICENCES, ROOT, Component

_SHIPPED = ROOT / "resources" / "models" / "licence_texts"
_TEXTS: Mapping[str, Path] = {
    **{name: _SHIPPED / f"{name}.txt" for name in ("MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Apache-2.0")},
    **{name: _SHIPPED / f"{name}.txt" for name in ("CC0-1.0", "MPL-2.0", "Unlicense")},
    **{name: LICENCES / f"{name}.txt" for name in ("Zlib", "Unicode-3.0", "Unicode-DFS-2016")},
}
"""Licences under which a crate may be in it -> their texts, which wheels do not bring; of a choice, the first here."""

_EXCEPTIONS = frozenset({"LLVM-exception"})
"""Exceptions that only allow more, so that the licence without them may be taken."""


def find_crates(packages: Iterable[Component], distributions: Iterable[Distribution]) -> list[Component]:
    """Return the crates in the compiled files of packages, each once, by name.

    Only bills of cargo are read: they name what is compiled, where others also name what might be, and
    cargo alone takes libraries from elsewhere without the texts of their licences.

    Args:
        packages: those that are in the program.
        distributions: those of the environment that it was frozen in.
    """
    compiled = {each.name for each in packages if any(file.endswith((".so", ".pyd")) for file in each.files)}
    found = {}
    for package in distributions:
        bills = [file for file in package.files or () if ".dist-info/sboms/" in str(file) and file.suffix == ".json"]
        for bill in bills if package.name in compiled else []:
            told = json.loads(Path(str(package.locate_file(bill))).read_text(encoding="utf-8"))
            for each in told.get("components", ()):
                if _is_linked(each):
                    found[each["purl"]] = _describe_crate(each)
    return sorted(found.values(), key=lambda each: (each.name, each.version))


def _is_linked(told: Mapping[str, Any]) -> bool:
    """Return whether it is a crate that goes into the file, and none of the package's own."""
    source = str(told.get("purl", ""))
    return source.startswith("pkg:cargo/") and "?" not in source and told.get("scope") != "excluded"


def _describe_crate(told: Mapping[str, Any]) -> Component:
    said = [each.get("expression") or each.get("license", {}).get("id", "") for each in told.get("licenses", ())]
    licence = " AND ".join(" ".join(each.split()) for each in said)
    chosen = choose_licences(licence)
    texts = tuple(_TEXTS[name].read_text(encoding="utf-8") for name in chosen)
    holder = str(told.get("author") or f"The authors of {told['name']}")
    return Component(told["name"], str(told.get("version", "")), licence, texts, source=told["purl"], holder=holder)


def choose_licences(expression: str) -> tuple[str, ...]:
    """Return the licences that fulfil an expression of SPDX and whose texts are at hand; () if there are none."""
    tree = get_spdx_licensing().parse(expression)
    return tuple(dict.fromkeys(_choose(tree) or ())) if tree is not None else ()


def _choose(tree: LicenseExpression) -> list[str] | None:
    """Return the licences that fulfil a node of a parsed expression; None if that cannot be done."""
    if tree.isliteral:
        licence = getattr(tree, "license_symbol", tree)
        exception = getattr(tree, "exception_symbol", None)
        is_known = licence.key in _TEXTS and (exception is None or exception.key in _EXCEPTIONS)
        return [licence.key] if is_known else None
    parts = [_choose(each) for each in tree.args]
    fitting = [part for part in parts if part is not None]
    if isinstance(tree, OR):
        ranks = list(_TEXTS)
        return min(fitting, key=lambda part: [ranks.index(name) for name in part], default=None)
    return list(chain(*fitting)) if len(fitting) == len(parts) else None
