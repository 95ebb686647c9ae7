"""Models of the user's own, described by the files of sentence-transformers and ONNX exporters."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from findling.domain.models import FolderModel
from findling.embedding.catalogue import FileRole, ModelFile, ModelSpec, Pooling, hash_file, is_model_name
from findling.embedding.graph_file import check_graph
from findling.embedding.install.load_probe import read_output_shape
from findling.errors import ModelError, UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PACKED = (".zip", ".tar", ".tar.gz", ".tgz", ".7z")
_GRAPHS = ("model.onnx", "onnx/model.onnx")
_KNOWN_MODULES = frozenset({"Transformer", "Pooling", "Normalize"})
_POOLING_MODES = {"pooling_mode_cls_token": Pooling.CLS, "pooling_mode_mean_tokens": Pooling.MEAN}
_QUERY_PROMPTS, _PASSAGE_PROMPTS = ("query",), ("document", "passage", "corpus")
_OFFSET_POSITIONS = frozenset({"roberta", "xlm-roberta", "camembert", "mpnet"})
"""Architectures that count positions from 2, so that their tables are two longer than the window."""
_LARGEST_WINDOW = 8192
_LEAST_WINDOW = 64
_PASSAGE, _HEADING, _RESERVED = 320, 64, 16
_LANGUAGE = re.compile("[a-z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOptions:
    """Properties of a model as the user gives them; None where its files are to say.

    Attributes:
        graph: path of the ONNX file in the folder.
        languages: ISO 639-1 codes.
    """

    graph: str | None = None
    pooling: Pooling | None = None
    query_prefix: str | None = None
    passage_prefix: str | None = None
    max_tokens: int | None = None
    languages: tuple[str, ...] = ()


def _read_layout(folder: Path, name: str, options: ModelOptions) -> ModelSpec:
    """Describe the model in a folder, but for its dimensions (0), which only its graph knows."""
    if not is_model_name(name):
        raise UsageError(ModelMessage.NAME_INVALID(model=name), ModelRemedy.NAME_CHARACTERS())
    graph = _choose_graph(folder, options.graph)
    tokenizer = _find_tokenizer(folder, graph)
    modules = _read_modules(folder)
    pooling = options.pooling or _read_pooling(folder, modules)
    query, passage = _read_prefixes(folder, options, described=bool(modules))
    window = options.max_tokens or _read_window(folder, graph)
    _ask_for(name, {"--pooling": pooling, "--query-prefix": query, "--max-tokens": window})
    assert pooling is not None
    assert query is not None
    assert window is not None
    heading = min(_HEADING, window // 6)
    return ModelSpec(
        id=name,
        languages=options.languages,
        precision="own",
        max_tokens=window,
        files=tuple(_list_files(folder, {graph: FileRole.GRAPH, tokenizer: FileRole.TOKENIZER})),
        dimensions=0,
        pooling=pooling,
        query_prefix=query,
        passage_prefix=passage or "",
        passage_tokens=min(_PASSAGE, window - heading - _RESERVED),
        heading_tokens=heading,
    )


def inspect_folder(folder: Path) -> FolderModel:
    """Return what the files in a folder say of the model in it.

    Raises:
        ModelError: the folder holds no model of a kind that Findling can use.
    """
    graphs = _find_graphs(folder)
    usual = next((path for path in _GRAPHS if path in graphs), "")
    graph = usual or graphs[0]
    _find_tokenizer(folder, graph)
    modules = _read_modules(folder)
    query, passage = _read_prefixes(folder, ModelOptions(), described=bool(modules))
    return FolderModel(
        (usual,) if usual else tuple(graphs),
        str(_read_pooling(folder, modules) or ""),
        query,
        "" if passage is None and modules else passage,
        _read_window(folder, graph),
    )


def _find_graphs(folder: Path) -> list[str]:
    """Return the paths of the graphs in the folder or one below it, with "/"; at least one."""
    try:
        names = [entry.name for entry in folder.iterdir()]
    except NotADirectoryError as error:
        raise ModelError(ModelMessage.NO_FOLDER(folder=folder), ModelRemedy.UNPACK_IF_ARCHIVE()) from error
    except FileNotFoundError as error:
        raise ModelError(LibraryMessage.NO_FOLDER(folder=folder), Remedy.CHECK_NAME()) from error
    except OSError as error:
        unreadable = LibraryMessage.FOLDER_UNREADABLE(folder=folder, reason=explain_os_error(error))
        raise ModelError(unreadable, Remedy.CHECK_ITS_PERMISSIONS()) from error
    below = (path for pattern in ("*.onnx", "*/*.onnx") for path in folder.glob(pattern) if path.is_file())
    found = sorted(path.relative_to(folder).as_posix() for path in below)
    if not found:
        packed = sorted(name for name in names if name.lower().endswith(_PACKED))
        if packed:
            raise ModelError(ModelMessage.HOLDS_ARCHIVE(folder=folder, file=packed[0]), ModelRemedy.UNPACK_FIRST())
        raise ModelError(ModelMessage.NO_GRAPH(folder=folder), ModelRemedy.EXPORT_TO_ONNX())
    return found


def _find_tokenizer(folder: Path, graph: str) -> str:
    tokenizer = _find_beside(folder, graph, "tokenizer.json")
    if tokenizer is None:
        raise ModelError(ModelMessage.NO_TOKENIZER(folder=folder), ModelRemedy.EXPORT_TOKENIZER())
    return tokenizer


def _choose_graph(folder: Path, named: str | None) -> str:
    """Return the path of the graph that the user names, or of the only candidate."""
    found = _find_graphs(folder)
    if named:
        if named not in found:
            missing = ModelMessage.NO_SUCH_FILE(folder=folder, file=named)
            raise ModelError(missing, ModelRemedy.FOLDER_HAS(names=tuple(found)))
        return named
    if usual := [path for path in _GRAPHS if path in found]:
        return usual[0]
    if len(found) == 1:
        return found[0]
    raise UsageError(ModelMessage.SEVERAL_GRAPHS(folder=folder, names=tuple(found)), ModelRemedy.NAME_GRAPH())


def _find_beside(folder: Path, graph: str, name: str) -> str | None:
    """A file at the root, or else beside the graph."""
    beside = "/".join([*graph.split("/")[:-1], name])
    return next((path for path in (name, beside) if (folder / path).is_file()), None)


def _read_modules(folder: Path) -> dict[str, str]:
    """Return the folders of a sentence-transformers model's modules by kind; empty without a list."""
    listed = _read_json(folder, "modules.json") or []
    modules = {str(module["type"]).rpartition(".")[2]: str(module["path"]) for module in listed}
    if unknown := modules.keys() - _KNOWN_MODULES:
        more = ModelMessage.PART_NOT_COMPUTED(folder=folder, parts=tuple(sorted(unknown)))
        raise ModelError(more, ModelRemedy.ONLY_SIMPLE_POOLING())
    return modules


def _read_pooling(folder: Path, modules: dict[str, str]) -> Pooling | None:
    settings = _read_json(folder, f"{modules.get('Pooling', '1_Pooling')}/config.json")
    if settings is None:
        return None
    named = settings.get("pooling_mode")
    modes = {named} if isinstance(named, str) else {key for key, on in settings.items() if on is True}
    modes = {mode for mode in modes if str(mode).startswith("pooling_mode") or mode == named}
    chosen = {_POOLING_MODES.get(mode) or (Pooling(mode) if mode in list(Pooling) else None) for mode in modes}
    if len(chosen) != 1 or None in chosen:
        ways = tuple(sorted(map(str, modes)))
        by_nothing = ModelMessage.POOLS_BY_NOTHING(folder=folder)
        otherwise = ModelMessage.POOLS_OTHERWISE(folder=folder, ways=ways) if ways else by_nothing
        raise ModelError(otherwise, ModelRemedy.POOLS_BY())
    return chosen.pop()


def _read_prefixes(folder: Path, options: ModelOptions, *, described: bool) -> tuple[str | None, str | None]:
    """Return the prefixes of queries and passages; a described model without prompts has none."""
    prompts = (_read_json(folder, "config_sentence_transformers.json") or {}).get("prompts") or {}
    query, passage = (
        next((str(prompts[name]) for name in names if name in prompts), None)
        for names in (_QUERY_PROMPTS, _PASSAGE_PROMPTS)
    )
    if query is None and described:
        query = ""
    return (
        query if options.query_prefix is None else options.query_prefix,
        passage if options.passage_prefix is None else options.passage_prefix,
    )


def _read_window(folder: Path, graph: str) -> int | None:
    """The longest input that every file allows; None where none says so."""
    config = _read_json(folder, _find_beside(folder, graph, "config.json") or "config.json") or {}
    positions = config.get("max_position_embeddings")
    if isinstance(positions, int) and config.get("model_type") in _OFFSET_POSITIONS:
        positions -= 2
    own = (_read_json(folder, "sentence_bert_config.json") or {}).get("max_seq_length")
    limits = [limit for limit in (positions, own) if isinstance(limit, int) and limit >= _LEAST_WINDOW]
    return min([*limits, _LARGEST_WINDOW]) if limits else None


def _ask_for(name: str, settings: dict[str, object]) -> None:
    if missing := [option for option, value in settings.items() if value is None]:
        raise UsageError(ModelMessage.NOT_ALL_SAID(model=name), ModelRemedy.PUBLISHER_SAYS(names=tuple(missing)))


def _list_files(folder: Path, roles: dict[str, FileRole]) -> Iterable[ModelFile]:
    for path, role in roles.items():
        place = folder / path
        yield ModelFile(path, role, place.stat().st_size, hash_file(place))


def _read_json(folder: Path, path: str) -> Any:  # noqa: ANN401 - as many shapes as files
    """A file of settings; None where there is none."""
    place = folder / path
    try:
        return json.loads(place.read_text("utf-8")) if place.is_file() else None
    except (OSError, ValueError) as error:
        reason = explain_os_error(error) if isinstance(error, OSError) else str(error)
        unreadable = LibraryMessage.FILE_UNREADABLE(file=place, reason=reason)
        raise ModelError(unreadable, ModelRemedy.EXPORT_AGAIN()) from error


def describe_custom_model(folder: Path, name: str, options: ModelOptions) -> ModelSpec:
    """Describe the model in a folder, so that it can be installed from there.

    Raises:
        UsageError: the files leave something open that the user has to say; the message names the options.
        ModelError: the folder holds no model of a kind that Findling can use.
    """
    if wrong := [code for code in options.languages if not _LANGUAGE.fullmatch(code)]:
        raise UsageError(ModelMessage.NO_LANGUAGE_CODE(code=wrong[0]), ModelRemedy.CODE_OF_LANGUAGE())
    spec = _read_layout(folder, name, options)
    graph = folder / spec.file(FileRole.GRAPH).path
    check_graph(name, graph)
    return replace(spec, dimensions=_read_dimensions(name, graph))


def _read_dimensions(name: str, graph: Path) -> int:
    """Return the length of a token's vector, as the graph declares its first output."""
    shape = read_output_shape(name, graph)
    match shape:
        case [_, _, int(dimensions)]:
            return dimensions
    other = ModelMessage.GIVES_OTHER_SHAPE(model=name, shape=str(shape))
    raise ModelError(other, ModelRemedy.EXPORT_HIDDEN_STATE())
