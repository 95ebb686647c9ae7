"""A model of the user's own: described by the files in its folder, with its dimensions from the graph itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from findling.embedding.catalogue import FileRole
from findling.embedding.install.file_checks import check_graph
from findling.embedding.install.load_probe import read_output_shape
from findling.embedding.install.model_folder import ModelOptions, read_layout
from findling.errors import ModelError, UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from pathlib import Path

    from findling.embedding.catalogue import ModelSpec

_LANGUAGE = re.compile("[a-z]{2}")


def describe_own(folder: Path, name: str, told: ModelOptions) -> ModelSpec:
    """Describe the model in a folder, so that it can be installed from there.

    Raises:
        UsageError: the files leave something open that the user has to say; the message names the options.
        ModelError: the folder holds no model of a kind that Findling can use.
    """
    if wrong := [code for code in told.languages if not _LANGUAGE.fullmatch(code)]:
        raise UsageError(ModelMessage.NO_LANGUAGE_CODE(code=wrong[0]), ModelRemedy.CODE_OF_LANGUAGE())
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
    other = ModelMessage.GIVES_OTHER_SHAPE(model=name, shape=str(shape))
    raise ModelError(other, ModelRemedy.EXPORT_HIDDEN_STATE())
