"""A pasted passage is traced to its file, in the search box and by `findling similar -`."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest

from findling.cli.main import run
from findling.domain.search import Mode
from pdfs import column, typeset
from workspace import Workspace

LETTER = "Since the heavy rain at the end of October there has been a dark patch on the outer wall of the back bedroom."
PAGES = (
    "The club was founded in the year when the canal was opened, by seven rowers and a baker who owned the boat.",
    "Members may take a boat out between sunrise and sunset after they have signed the book that lies in the hall.",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("passages"))
    workspace.write("letter.txt", f"Dear Mrs Quill,\n\n{LETTER}\n\nWith kind regards, Tom")
    workspace.write("statutes.pdf", typeset([column(page) for page in PAGES]))
    workspace.write(
        "rain.txt", "Heavy rain is expected for the end of October, with floods along the coast and in the hills."
    )
    workspace.index()
    return workspace


@pytest.fixture
def paste(workspace, monkeypatch, capfd):
    """Give a text to `findling similar -`; return the exit status and the results."""

    def pasted(text: str) -> tuple[int, list[dict]]:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
        code = run(["--library", str(workspace.paths.database.parent), "--json", "similar", "-"], lambda *_, **__: 0)
        out = capfd.readouterr().out
        return code, json.loads(out)["results"] if out else []

    return pasted


def test_a_passage_is_traced_to_its_file_and_page_and_says_what_differs(paste):
    code, results = paste("Members may take a canoe out between sunrise and sunset after they signed the book")
    assert code == 0
    assert results[0]["path"].endswith("statutes.pdf")
    assert results[0]["passages"][0]["page"] == 2
    assert {"kind": "words", "before": "canoe", "after": "boat"} in results[0]["differs"]
    assert all(result["differs"] is None for result in results[1:])


def test_a_short_passage_from_standard_input_is_traced_as_well(paste):
    _, results = paste("a dark patch on the outer wall")
    assert (results[0]["path"].rsplit("/")[-1], results[0]["differs"]) == ("letter.txt", [])


def test_what_stands_in_no_file_has_no_source(paste):
    _, results = paste(
        "Sailors used to carry cats on their ships since these kept the mice from the bread and the ropes."
    )
    assert all(result["differs"] is None for result in results)


def test_without_a_text_it_says_so(paste):
    assert paste("  \n") == (2, [])


def test_a_long_text_in_the_box_is_taken_for_a_passage_and_a_question_is_not(workspace):
    with workspace.reading() as library:
        pasted = library.search(LETTER.replace("dark", "damp"))
        exact = library.search(f'He wrote: "{LETTER}"')
        asked = library.search("when may the members of the rowing club take out a boat of the club")
    assert pasted.results[0].path.name == "letter.txt"
    assert [str(note) for note in pasted.notes] == ["This stands in letter.txt, with other words: damp → dark."]
    assert exact.results[0].path.name == "letter.txt"
    assert all(result.differs is None for result in asked.results)
    assert not asked.notes


def test_it_is_traced_by_words_alone_too_and_within_filters(workspace):
    with workspace.reading() as library:
        assert library.search(LETTER, mode=Mode.WORDS).results[0].differs == ()
        assert library.search(f"{LETTER} type:pdf").results[0].differs is None


def test_nothing_below_a_source_seems_better_than_it(workspace):
    with workspace.reading() as library:
        scores = [result.score for result in library.search(LETTER.replace("October", "November")).results]
    assert scores == sorted(scores, reverse=True)
