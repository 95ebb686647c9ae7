"""Conventions of the package that no linter knows, on names, docstrings and lengths."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

import grimp
import pytest

import findling

PACKAGE = Path(findling.__file__).parent
MODULES = [path.relative_to(PACKAGE) for path in sorted(PACKAGE.rglob("*.py"))]

ALIKE = frozenset({"__init__", "__main__", "main", "messages", "page"})
"""Names of modules that play the same part in each of several like rooms."""

CLAUSE = re.compile(r"(What|Which|How|Whether|Where|Who)\b")


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    """Parse the package once, and only where these tests run."""
    return {path: ast.parse((PACKAGE / path).read_text("utf-8")) for path in MODULES}


def test_a_module_name_stands_for_one_module():
    places = defaultdict(list)
    for path in MODULES:
        places[path.stem].append(str(path))
    assert {name: where for name, where in places.items() if len(where) > 1 and name not in ALIKE} == {}


def test_no_module_bears_the_name_of_one_of_the_standard_library():
    assert [str(path) for path in MODULES if path.stem in sys.stdlib_module_names] == []


def test_a_public_class_name_stands_for_one_class(trees):
    places = defaultdict(list)
    for path, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def first_lines(trees):
    """Iterate over the first lines of all docstrings, those below an assignment too, with their places."""
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Expr)
                and isinstance(node.value, ast.Constant)
                and isinstance(node.value.value, str)
            ):
                yield f"{path}:{node.lineno}", node.value.value.lstrip().split("\n", 1)[0]


def test_a_docstring_opens_with_an_imperative_or_a_noun_phrase(trees):
    assert [(place, line) for place, line in first_lines(trees) if CLAUSE.match(line)] == []


def test_no_file_is_longer_than_400_lines():
    lengths = {str(path): len((PACKAGE / path).read_text("utf-8").splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def test_no_modules_import_each_other_in_a_circle():
    graph = grimp.build_graph("findling", cache_dir=None)
    circles = (
        graph.find_shortest_chain(imported, module)
        for module in graph.modules
        for imported in graph.find_modules_directly_imported_by(module)
    )
    assert {chain for chain in circles if chain} == set()
