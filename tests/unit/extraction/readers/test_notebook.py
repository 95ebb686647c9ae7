"""Notebooks: prose, code and output."""

from __future__ import annotations

import json

import pytest

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import notebook
from findling.extraction.source import Source


def read(content):
    return notebook.read(Source(json.dumps(content).encode(), "a.ipynb"))


def cell(kind, source, *outputs, **more):
    return {"cell_type": kind, "source": source, "outputs": list(outputs), **more}


def blocks_of(extraction):
    return [(extraction.text[block.start : block.end], block.kind) for block in extraction.blocks]


def test_cells_and_outputs():
    extraction = read(
        {
            "cells": [
                cell("markdown", ["# Trial\n", "\n", "We *measure*."]),
                cell("code", "print(1)", {"output_type": "stream", "text": ["1\n", "2"]}),
                cell("code", "x", {"data": {"text/plain": "42", "image/png": "iVBORw0"}}),
                cell("code", "y", {"ename": "NameError", "evalue": "y is not defined", "traceback": ["\x1b[0m"]}),
                cell("raw", "as it is"),
            ]
        }
    )
    assert extraction.title == "Trial"
    assert blocks_of(extraction) == [
        ("Trial", BlockKind.HEADING),
        ("We measure.", BlockKind.PARAGRAPH),
        ("print(1)", BlockKind.CODE),
        ("1\n2", BlockKind.CODE),
        ("x", BlockKind.CODE),
        ("42", BlockKind.CODE),
        ("y", BlockKind.CODE),
        ("NameError: y is not defined", BlockKind.CODE),
        ("as it is", BlockKind.PARAGRAPH),
    ]


def test_a_title_of_its_own_does_not_hide_the_first_heading():
    extraction = read({"metadata": {"title": "Own"}, "cells": [cell("markdown", "# First")]})
    assert (extraction.title, extraction.text) == ("Own", "First")


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg"><text>quokka</text></svg>'


@pytest.mark.parametrize(
    ("output", "text"),
    [
        ({"data": {"application/json": {"species": "quokka", "legs": [4, 2]}}}, "species: quokka\nlegs: 4, 2"),
        (
            {"data": {"application/json": {"a": "quokka"}, "text/plain": "<IPython.core.display.JSON object>"}},
            "a: quokka",
        ),
        ({"data": {"application/json": {"a": "b"}, "text/plain": "quokka"}}, "quokka"),
        ({"data": {"application/json": ["quokka", "emu"]}}, "quokka, emu"),
        ({"data": {"image/svg+xml": [DRAWN[:9], DRAWN[9:]]}}, "quokka"),
        ({"json": ['{"species":', ' "quokka"}']}, "species: quokka"),
        ({"json": "no data"}, "no data"),
        ({"svg": DRAWN}, "quokka"),
        ({"html": ["<b>quo", "kka</b>"]}, "quokka"),
        ({"latex": "quokka"}, "quokka"),
    ],
)
def test_an_output_is_read_in_whatever_form_it_has(output, text):
    assert read({"cells": [cell("code", "", output)]}).text == text


def test_the_older_format():
    sheet = {"cells": [{"cell_type": "heading", "level": 2, "source": "Old"}, {"cell_type": "code", "input": ["a=1"]}]}
    assert blocks_of(read({"worksheets": [sheet]})) == [("Old", BlockKind.HEADING), ("a=1", BlockKind.CODE)]


@pytest.mark.parametrize(
    ("content", "reason"), [({"x": 1}, Reason.DAMAGED), ([], Reason.DAMAGED), ({"cells": []}, Reason.NO_TEXT)]
)
def test_what_is_no_notebook(content, reason):
    with pytest.raises(ExtractionError) as refusal:
        read(content)
    assert refusal.value.reason == reason


@pytest.mark.parametrize("content", [{"cells": [1, None, {"source": 5, "cell_type": "heading", "level": "high"}]}])
def test_cells_of_the_wrong_shape_do_no_harm(content):
    assert read(content).text == "5"


def test_of_an_output_that_is_no_plain_text_another_form_is_read():
    table = {"text/html": ["<table><tr><td>Mill</td>", "<td>42</td></tr></table>"]}
    outputs = [
        {"data": table}, {"data": {"text/plain": "<IPython.core.display.HTML object>", **table}},
        {"data": {"text/markdown": "**bold** words"}}, {"data": {"text/latex": "$x$"}},
        {"data": {"text/plain": "plain", "text/html": "<i>page</i>"}},
    ]  # fmt: skip
    cells = [{"cell_type": "code", "source": "f()", "outputs": outputs}]
    assert read({"cells": cells, "nbformat": 4}).text == "f()\n\nMill | 42\nMill | 42\n\nbold words\n\n$x$\n\nplain"
