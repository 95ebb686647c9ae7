"""Choice of a model's graph in a folder, or of the weights that one can be made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import ModelError, UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

_PACKED = (".zip", ".tar", ".tar.gz", ".tgz", ".7z")
_WEIGHTS = "model.safetensors"
_USUAL = ("model.onnx", "onnx/model.onnx", _WEIGHTS)
"""Usual places of a graph or of weights, whatever lies in the folders of a model's other parts."""
_PARTS = "model.safetensors.index.json"
_PICKLED = ("pytorch_model.bin", "pytorch_model.bin.index.json", "model.pt", "model.pth", "model.ckpt")


def is_weights(path: str) -> bool:
    """Return whether a file holds weights alone, so that the graph has to be made."""
    return path.endswith(".safetensors")


def find_graphs(folder: Path) -> tuple[str, ...]:
    """Return the paths of possible graphs, at least one, with "/"; else that of the weights.

    Raises:
        ModelError: there is neither.
    """
    found = _list_graphs(folder)
    usual = next((path for path in _USUAL if path in found), "")
    return (usual,) if usual else found


def choose_graph(folder: Path, named: str | None) -> str:
    """Return the path of the graph or the weights that the user names, or of the only candidate.

    Raises:
        UsageError: there are several.
        ModelError: there is none.
    """
    if named:
        found = (*_list_graphs(folder), *_list(folder, _WEIGHTS))
        if named not in found:
            missing = ModelMessage.NO_SUCH_FILE(folder=folder, file=named)
            raise ModelError(missing, ModelRemedy.FOLDER_HAS(names=tuple(dict.fromkeys(found))))
        return named
    found = find_graphs(folder)
    if len(found) > 1:
        raise UsageError(ModelMessage.SEVERAL_GRAPHS(folder=folder, names=found), ModelRemedy.NAME_GRAPH())
    return found[0]


def _list_graphs(folder: Path) -> tuple[str, ...]:
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except NotADirectoryError as error:
        raise ModelError(ModelMessage.NO_FOLDER(folder=folder), ModelRemedy.UNPACK_IF_ARCHIVE()) from error
    except FileNotFoundError as error:
        raise ModelError(LibraryMessage.NO_FOLDER(folder=folder), Remedy.CHECK_NAME()) from error
    except OSError as error:
        unreadable = LibraryMessage.FOLDER_UNREADABLE(folder=folder, reason=explain_os_error(error))
        raise ModelError(unreadable, Remedy.CHECK_ITS_PERMISSIONS()) from error
    found = _list(folder, "*.onnx") or _list(folder, _WEIGHTS)
    if not found:
        raise _explain(folder, names)
    return found


def _explain(folder: Path, names: list[str]) -> ModelError:
    """Return why a folder has neither a graph nor weights to make one of."""
    if packed := next((name for name in names if name.lower().endswith(_PACKED)), None):
        return ModelError(ModelMessage.HOLDS_ARCHIVE(folder=folder, file=packed), ModelRemedy.UNPACK_FIRST())
    if parts := _list(folder, _PARTS):
        return ModelError(ModelMessage.WEIGHTS_IN_PARTS(folder=folder, file=parts[0]), ModelRemedy.ONE_FILE_ONLY())
    if pickled := next((each for name in _PICKLED for each in _list(folder, name)), None):
        return ModelError(ModelMessage.WEIGHTS_PICKLED(folder=folder, file=pickled), ModelRemedy.SAVE_SAFELY())
    return ModelError(ModelMessage.NO_GRAPH(folder=folder), ModelRemedy.EXPORT_TO_ONNX())


def _list(folder: Path, pattern: str) -> tuple[str, ...]:
    """Return the paths of files in the folder, or one below it, with "/"."""
    below = (path for each in (pattern, f"*/{pattern}") for path in folder.glob(each) if path.is_file())
    return tuple(sorted(path.relative_to(folder).as_posix() for path in below))
