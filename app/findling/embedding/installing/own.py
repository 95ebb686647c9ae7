"""A model of the person's own: described by the files in its folder, with its dimensions from the graph itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.embedding.catalogue import FileRole
from findling.embedding.installing.checking import check_graph
from findling.embedding.installing.layout import Told, read_layout
from findling.embedding.installing.trial import read_output_shape
from findling.errors import ModelError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from findling.embedding.catalogue import ModelSpec

_LANGUAGE = re.compile("[a-z]{2}")


def describe_own(folder: Path, name: str, told: Told) -> ModelSpec:
    """Describe the model in a folder, so that it can be installed from there.

    Raises:
        UsageError: the files leave something open that the person has to say; the message names the options.
        ModelError: the folder holds no model of a kind that Findling can use.
    """
    if wrong := [code for code in told.languages if not _LANGUAGE.fullmatch(code)]:
        raise UsageError(f"{wrong[0]} is no code of a language.", "A code has two letters, such as en, de or fr.")
    spec = read_layout(folder, name, told)
    graph = folder / spec.file(FileRole.GRAPH).path
    check_graph(spec, graph)
    return replace(spec, dimensions=_read_dimensions(name, graph))


def _read_dimensions(name: str, graph: Path) -> int:
    """The length of a token's vector, as the graph declares its first output: (texts, tokens, dimensions)."""
    shape = read_output_shape(name, graph)
    match shape:
        case [_, _, int(dimensions)]:
            return dimensions
    raise ModelError(
        f"The model {name} gives {shape} first, not a vector for each token of each text.",
        "Export it without a pooling layer, with its last hidden state as the first output.",
    )
