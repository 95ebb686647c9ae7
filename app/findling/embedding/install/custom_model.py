"""Models of the user's own, described by files of sentence-transformers and ONNX exporters."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from findling.domain.models import FolderModel
from findling.embedding.catalogue import FileRole, ModelFile, ModelSpec, Pooling, hash_file, is_model_name
from findling.embedding.graph_file import check_graph
from findling.embedding.install.converted_source import ConvertedSource
from findling.embedding.install.graph_choice import choose_graph, find_graphs, is_weights
from findling.embedding.install.licence_files import find_licence
from findling.embedding.install.load_probe import read_output_shape
from findling.embedding.install.model_source import FolderSource
from findling.errors import ModelError, UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

    from findling.embedding.conversion.converter import WeightsConverter
    from findling.embedding.install.model_source import ModelSource

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


@dataclass(frozen=True, slots=True)
class PreparedModel:
    """A model of the user's own that can be installed.

    Attributes:
        spec: its description.
        source: where its files come from.
        licence: the text that lies beside it; "" for none.
    """

    spec: ModelSpec
    source: ModelSource
    licence: str = ""


def _read_layout(folder: Path, name: str, options: ModelOptions, graph: str) -> ModelSpec:
    """Describe the model in a folder, but for its graph and dimensions (0), which that knows."""
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
        files=(_describe_file(folder, tokenizer, FileRole.TOKENIZER),),
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
    graphs = find_graphs(folder)
    graph = graphs[0]
    _find_tokenizer(folder, graph)
    modules = _read_modules(folder)
    query, passage = _read_prefixes(folder, ModelOptions(), described=bool(modules))
    if is_weights(graph):
        _open_weights(folder, graph)
    licence = find_licence(folder)
    return FolderModel(
        graphs,
        str(_read_pooling(folder, modules) or ""),
        query,
        "" if passage is None and modules else passage,
        _read_window(folder, graph),
        is_converted=is_weights(graph),
        license=licence.shown,
        license_notes=licence.list_notes(),
    )


def _find_tokenizer(folder: Path, graph: str) -> str:
    tokenizer = _find_beside(folder, graph, "tokenizer.json")
    if tokenizer is None:
        raise ModelError(ModelMessage.NO_TOKENIZER(folder=folder), ModelRemedy.EXPORT_TOKENIZER())
    return tokenizer


def _find_beside(folder: Path, graph: str, name: str) -> str | None:
    """A file at the root, or else beside the graph."""
    beside = "/".join([*graph.split("/")[:-1], name])
    return next((path for path in (name, beside) if (folder / path).is_file()), None)


def _read_modules(folder: Path) -> dict[str, str]:
    """Return the folders of a sentence-transformers model's modules by kind; empty if unlisted."""
    listed = _read_json(folder, "modules.json") or []
    try:
        modules = {str(module["type"]).rpartition(".")[2]: str(module["path"]) for module in listed}
    except (TypeError, KeyError) as error:
        raise _refuse_form(folder / "modules.json") from error
    if unknown := modules.keys() - _KNOWN_MODULES:
        more = ModelMessage.PART_NOT_COMPUTED(folder=folder, parts=tuple(sorted(unknown)))
        raise ModelError(more, ModelRemedy.ONLY_SIMPLE_POOLING())
    return modules


def _read_pooling(folder: Path, modules: dict[str, str]) -> Pooling | None:
    settings = _read_json(folder, f"{modules.get('Pooling', '1_Pooling')}/config.json")
    if not isinstance(settings, dict):
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
    described_in = "config_sentence_transformers.json"
    prompts = _read_settings(folder, described_in).get("prompts") or {}
    if not isinstance(prompts, dict):
        raise _refuse_form(folder / described_in)
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
    config = _read_settings(folder, _find_beside(folder, graph, "config.json") or "config.json")
    positions = config.get("max_position_embeddings")
    if isinstance(positions, int) and config.get("model_type") in _OFFSET_POSITIONS:
        positions -= 2
    own = _read_settings(folder, "sentence_bert_config.json").get("max_seq_length")
    limits = [limit for limit in (positions, own) if isinstance(limit, int) and limit >= _LEAST_WINDOW]
    return min([*limits, _LARGEST_WINDOW]) if limits else None


def _ask_for(name: str, settings: dict[str, object]) -> None:
    if missing := [option for option, value in settings.items() if value is None]:
        raise UsageError(ModelMessage.NOT_ALL_SAID(model=name), ModelRemedy.PUBLISHER_SAYS(names=tuple(missing)))


def _describe_file(folder: Path, path: str, role: FileRole) -> ModelFile:
    place = folder / path
    return ModelFile(path, role, place.stat().st_size, hash_file(place))


def _refuse_form(file: Path) -> ModelError:
    return ModelError(ModelMessage.FORM_UNKNOWN(file=file), ModelRemedy.EXPORT_AGAIN())


def _read_settings(folder: Path, path: str) -> dict[str, Any]:
    """A file of settings; empty where there is none, or it is no table."""
    settings = _read_json(folder, path)
    return settings if isinstance(settings, dict) else {}


def _read_json(folder: Path, path: str) -> Any:  # noqa: ANN401 - as many shapes as files
    """A file of settings; None where there is none."""
    place = folder / path
    try:
        return json.loads(place.read_text("utf-8")) if place.is_file() else None
    except (OSError, ValueError) as error:
        reason = explain_os_error(error) if isinstance(error, OSError) else str(error)
        unreadable = LibraryMessage.FILE_UNREADABLE(file=place, reason=reason)
        raise ModelError(unreadable, ModelRemedy.EXPORT_AGAIN()) from error


def prepare_custom_model(folder: Path, name: str, options: ModelOptions) -> PreparedModel:
    """Describe the model in a folder, and make its graph where there are weights only.

    Raises:
        UsageError: the files leave something open that the user has to say; the message names the options.
        ModelError: the folder holds no model of a kind that Findling can use.
    """
    if wrong := [code for code in options.languages if not _LANGUAGE.fullmatch(code)]:
        raise UsageError(ModelMessage.NO_LANGUAGE_CODE(code=wrong[0]), ModelRemedy.CODE_OF_LANGUAGE())
    if not is_model_name(name):
        raise UsageError(ModelMessage.NAME_INVALID(model=name), ModelRemedy.NAME_CHARACTERS())
    graph = choose_graph(folder, options.graph)
    licence = find_licence(folder)
    spec = replace(_read_layout(folder, name, options, graph), license=licence.name, license_stated=licence.stated)
    if is_weights(graph):
        converter = _open_weights(folder, graph)
        if spec.max_tokens > converter.architecture.window:
            longest = converter.architecture.window
            raise UsageError(
                ModelMessage.WINDOW_SHORTER(model=name, tokens=longest, asked=spec.max_tokens),
                ModelRemedy.SAY_SHORTER(),
            )
        made = ConvertedSource(folder, converter.convert())
        return PreparedModel(_complete(spec, made.graph, converter.architecture.hidden), made, licence.text)
    check_graph(name, folder / graph)
    dimensions = _read_dimensions(name, folder / graph)
    whole = _complete(spec, _describe_file(folder, graph, FileRole.GRAPH), dimensions)
    return PreparedModel(whole, FolderSource(folder), licence.text)


def describe_custom_model(folder: Path, name: str, options: ModelOptions) -> ModelSpec:
    """Describe the model in a folder.

    Raises:
        UsageError: the files leave something open that the user has to say; the message names the options.
        ModelError: the folder holds no model of a kind that Findling can use.
    """
    return prepare_custom_model(folder, name, options).spec


def _complete(spec: ModelSpec, graph: ModelFile, dimensions: int) -> ModelSpec:
    return replace(spec, files=(graph, *spec.files), dimensions=dimensions)


def _open_weights(folder: Path, weights: str) -> WeightsConverter:
    from findling.embedding.conversion.converter import WeightsConverter

    config = _find_beside(folder, weights, "config.json")
    if config is None:
        missing = ModelMessage.NO_SUCH_FILE(folder=folder, file="config.json")
        raise ModelError(missing, ModelRemedy.AS_PUBLISHED())
    return WeightsConverter(folder, folder / weights, _read_settings(folder, config))


def _read_dimensions(name: str, graph: Path) -> int:
    """Return the length of a token's vector, as the graph declares its first output."""
    shape = read_output_shape(name, graph)
    match shape:
        case [_, _, int(dimensions)]:
            return dimensions
    other = ModelMessage.GIVES_OTHER_SHAPE(model=name, shape=str(shape))
    raise ModelError(other, ModelRemedy.EXPORT_HIDDEN_STATE())
