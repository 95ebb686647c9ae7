"""Conventions that no linter knows, on names, docstrings, lengths, floors, and the time that tests take."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import grimp
import pytest

import findling

ROOT = Path(__file__).parents[2]
PACKAGE = Path(findling.__file__).parent
MODULES = [path.relative_to(PACKAGE) for path in sorted(PACKAGE.rglob("*.py"))]

ALIKE = frozenset({"__init__", "__main__", "main", "messages", "page"})
"""Names of modules that play the same part in each of several like rooms."""

PARTS = frozenset({"main", "run", "read", "audit", "find", "find_entries", "to_line", "from_window"})
"""Names of functions that play the same part in each of several like modules, such as readers and protocols."""

CLAUSE = re.compile(
    r'^[ \t]*r?"""((?:What|Which|How|Whether|Where|Who|When|Why|That|If|Of|By|As|For|From|Between|While|Until|Up to'
    r"|In order|There|It|Its|This|Those|Somebody|Stands|Raised|Begins|Gives|Has|Does)\b.*)",
    re.MULTILINE,
)
"""Docstring whose first line is a clause, or what follows a name: it is read twice before it is understood."""

LONG = re.compile(r'(?:\A|:(?:[ \t]*#.*)?\n)[ \t]*r?"""((?:(?!""").){91,})')
"""Docstring of a module, a class or a function whose first line, over 90 characters, says more than one thing."""

TIMED = re.compile(
    r"""^.*(?:
        qtbot\.wait\( | qWait\(                                            # time in which nothing is to happen
        | assert\b.*\b(?:monotonic|perf_counter|process_time)(?:_ns)?\(\).*<  # an upper bound
        | \b(?:run|wait|join|communicate|acquire|receive|HTTPConnection|create_connection)\(.*timeout=[\d.]
        | \.(?:wait|join)\([\d.]+\)                                        # a deadline of its own
    ).*$""",
    re.MULTILINE | re.VERBOSE,
)


@pytest.fixture(scope="module")
def sources() -> dict[Path, str]:
    """Return all modules of the package, of packaging and of the tests, by their paths in the repository."""
    return {
        path.relative_to(ROOT): path.read_text("utf-8")
        for folder in ("app/findling", "packaging", "tests")
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def test_a_module_name_stands_for_one_module():
    places = defaultdict(list)
    for path in MODULES:
        places[path.stem].append(str(path))
    assert {name: where for name, where in places.items() if len(where) > 1 and name not in ALIKE} == {}


def test_no_module_bears_the_name_of_one_of_the_standard_library():
    assert [str(path) for path in MODULES if path.stem in sys.stdlib_module_names] == []


def test_a_public_class_name_stands_for_one_class(sources):
    places = defaultdict(list)
    for path in MODULES:
        for name in re.findall(r"^ *class ([A-Za-z]\w*)[(:]", sources[PACKAGE.relative_to(ROOT) / path], re.MULTILINE):
            places[name].append(str(path))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_a_public_function_name_stands_for_one_function(sources):
    places = defaultdict(list)
    for path in MODULES:
        # Commands bear the words that users type, and the functions of an API those of its paths.
        if not path.stem.endswith("_api"):
            text = sources[PACKAGE.relative_to(ROOT) / path]
            for decorator, name in re.findall(r"^(@.*\n|\)\n)?(?:async )?def ([A-Za-z]\w*)", text, re.MULTILINE):
                if not (decorator and path.parent.name == "cli"):
                    places[name].append(str(path))
    assert {name: where for name, where in places.items() if len(where) > 1 and name not in PARTS} == {}


def test_a_public_constant_or_alias_stands_for_one_thing(sources):
    places = defaultdict(list)
    for path in MODULES:
        text = sources[PACKAGE.relative_to(ROOT) / path]
        for names in re.findall(r"^([A-Za-z]\w*(?:, [A-Za-z]\w*)*)(?:: [^=\n]+)? = ", text, re.MULTILINE):
            for name in names.split(", "):
                places[name].append(str(path))
    # What collects texts for the translators looks for this name alone.
    assert {name: where for name, where in places.items() if len(where) > 1 and name != "translate"} == {}


def test_a_docstring_opens_with_an_imperative_or_a_noun_phrase(sources):
    clauses = ((str(path), line) for path, text in sources.items() for line in CLAUSE.findall(text))
    assert list(clauses) == []


def test_the_first_line_of_a_docstring_has_at_most_90_characters(sources):
    modules = {path: sources[PACKAGE.relative_to(ROOT) / path] for path in MODULES}
    assert [(str(path), line) for path, text in modules.items() for line in LONG.findall(text)] == []


def test_no_test_is_bounded_by_the_clock_but_by_the_one_deadline_of_all(sources):
    tests = {
        path: text
        for path, text in sources.items()
        if path.parts[0] == "tests" and path.parts[1] not in ("benchmarks", "waiting.py")
    }
    assert [(str(path), line) for path, text in tests.items() for line in TIMED.findall(text)] == []


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


def test_the_page_on_architecture_draws_the_packages_and_their_floors():
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    tree, floors = page.split("## Packages")[1].split("A package imports those below it")[:2]
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    held = [layer.replace("findling.", "") for layer in contract["layers"] if layer != "findling.__main__"]
    drawn = [line.strip() for line in floors.split("Within the window")[0].splitlines() if line.startswith("    ")]
    assert [set(floor.split(" | ")) for floor in drawn] == [set(floor.split(" | ")) for floor in held]
    packages = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    listed = re.findall(r"^      ((?:\w+ )*\w+)/? ", tree, re.MULTILINE)
    assert {name for names in listed for name in names.split()} >= packages - {"__init__"}
