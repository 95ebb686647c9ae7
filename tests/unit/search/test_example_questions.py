"""The questions that the window proposes are answered by the library that they were made of."""

from __future__ import annotations

import pytest

from findling.domain.search import ExampleQuestions, Mode
from workspace import Workspace

NOTES = {
    "boiler.md": "# Repair of the old boiler\n\nThe engineer said that the burner has to be cleaned every autumn.",
    "Brief.txt": "Sehr geehrte Frau Weber, wir haben die Kündigung erhalten und bestätigen den Termin im Herbst.",
    "lease.md": "# Notice for moving out\n\nThe tenant gives three months notice before leaving the apartment again.",
    "1234_scan.md": "# 1234: *** (5678)\n\n99 % 12,40 3.5.2024",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    workspace = Workspace.at(tmp_path_factory.mktemp("examples"))
    for name, text in NOTES.items():
        workspace.write(name, text)
    workspace.index()
    with workspace.reading() as library:
        yield library


def test_each_question_finds_a_document_by_its_words(library):
    examples = library.examples()
    for question in (examples.about, examples.phrase, examples.filtered):
        assert question
        answer = library.search(question, mode=Mode.WORDS)
        assert answer.results, question
        assert not answer.notes, question


def test_a_question_of_each_kind_is_of_a_document_of_its_own(library):
    examples = library.examples()
    found = [library.search(each, mode=Mode.WORDS).results[0].path for each in (examples.about, examples.phrase)]
    assert len(set(found)) == 2
    assert examples.about in ("Repair of the old boiler", "Notice for moving out")


def test_where_nothing_reads_as_a_question_there_is_none(tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.write("1234_scan.md", NOTES["1234_scan.md"])
    workspace.write("program.py", "import os\n\nprint(os.getcwd())\n")
    workspace.index()
    with workspace.reading() as library:
        assert library.examples() == ExampleQuestions()
