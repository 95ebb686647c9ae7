"""Models of the user's own, described by their files and by options."""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from findling.domain.models import FolderModel
from findling.embedding.catalogue import FileRole, InstalledModel, Pooling, read_license
from findling.embedding.encoder import Encoder
from findling.embedding.install.custom_model import (
    ModelOptions,
    describe_custom_model,
    inspect_folder,
    prepare_custom_model,
)
from findling.embedding.install.installer import Installer
from findling.embedding.install.model_source import FolderSource
from findling.embedding.model_store import ModelStore
from findling.errors import ModelError, UsageError
from findling.messages.licence_templates import LicenceMessage
from findling.messages.model_remedies import ModelRemedy

MODULES = [
    {"idx": 0, "path": "", "type": "sentence_transformers.models.Transformer"},
    {"idx": 1, "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
    {"idx": 2, "path": "2_Normalize", "type": "sentence_transformers.models.Normalize"},
]
EVERYTHING = ModelOptions(pooling=Pooling.MEAN, query_prefix="", max_tokens=256)


def write(folder: Path, path: str, document: object) -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(document), "utf-8")


@pytest.fixture
def bare(tmp_path: Path, installed: InstalledModel) -> Path:
    """A graph and a tokenizer, and nothing that says what they are."""
    folder = tmp_path / "bare"
    folder.mkdir()
    copyfile(installed.path(FileRole.GRAPH), folder / "model.onnx")
    copyfile(installed.path(FileRole.TOKENIZER), folder / "tokenizer.json")
    return folder


@pytest.fixture
def described(bare: Path) -> Path:
    """The same as sentence-transformers lays it out, with prompts."""
    write(bare, "modules.json", MODULES)
    write(bare, "1_Pooling/config.json", {"pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True})
    write(bare, "config.json", {"max_position_embeddings": 512, "model_type": "bert"})
    write(bare, "sentence_bert_config.json", {"max_seq_length": 256, "do_lower_case": False})
    prompts = {"query": "search: ", "document": "text: "}
    write(bare, "config_sentence_transformers.json", {"prompts": prompts, "similarity_fn_name": "cosine"})
    return bare


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore.open(tmp_path / "models")


def test_a_folder_that_describes_itself_needs_no_words(described: Path):
    spec = describe_custom_model(described, "mine", ModelOptions())
    assert (spec.pooling, spec.max_tokens, spec.dimensions) == (Pooling.MEAN, 256, 384)
    assert (spec.query_prefix, spec.passage_prefix) == ("search: ", "text: ")
    assert spec.passage_tokens + spec.heading_tokens < spec.max_tokens
    assert all(file.sha256 and file.bytes for file in spec.files)


def test_a_bare_folder_asks_for_all_that_it_does_not_say(bare: Path):
    with pytest.raises(UsageError, match="give --pooling, --query-prefix, --max-tokens"):
        describe_custom_model(bare, "mine", ModelOptions())
    assert describe_custom_model(bare, "mine", EVERYTHING).dimensions == 384


def test_what_the_user_says_comes_before_what_the_files_say(described: Path):
    spec = describe_custom_model(
        described, "mine", ModelOptions(pooling=Pooling.CLS, query_prefix="q: ", max_tokens=128)
    )
    assert (spec.pooling, spec.query_prefix, spec.max_tokens) == (Pooling.CLS, "q: ", 128)


def test_it_is_installed_under_its_name_and_gives_the_same_vectors(bare: Path, store: ModelStore, encoder: Encoder):
    Installer(store).install(describe_custom_model(bare, "mine", EVERYTHING), FolderSource(bare))
    assert [spec.id for spec in store.own()] == ["mine"]
    texts = ["a rowing boat", "the tax adviser's letter"]
    mine = Encoder.open(store.model("mine"))
    assert np.array_equal(mine.encode_passages(texts), encoder.encode_passages(texts))
    assert mine.fingerprint != encoder.fingerprint


def install(store: ModelStore, folder: Path) -> InstalledModel:
    prepared = prepare_custom_model(folder, "mine", ModelOptions())
    Installer(store).install(prepared.spec, prepared.source, prepared.licence)
    return store.model("mine")


def test_its_licence_comes_with_it_and_goes_where_it_is_there_no_more(described: Path, store: ModelStore):
    (described / "LICENSE.md").write_text("Do good.")
    (described / "README.md").write_text("---\nlicense: cc-by-nc-4.0\n---\n")
    installed = install(store, described)
    assert (installed.spec.license, installed.spec.license_stated) == ("", "CC-BY-NC-4.0")
    assert read_license(installed.spec, installed.folder) == "Do good."
    copyfile(store.model("all-MiniLM-L6-v2").folder / "LICENSE", described / "LICENSE.md")
    assert install(store, described).spec.license == "Apache-2.0"
    (described / "LICENSE.md").unlink()
    (described / "README.md").unlink()
    installed = install(store, described)
    assert (installed.spec.license, installed.spec.license_stated) == ("", "")
    assert read_license(installed.spec, installed.folder) == ""


def test_what_a_folder_says_of_its_licence_is_told_before_it_is_installed(described: Path):
    (described / "README.md").write_text("---\nlicense: cc-by-nc-4.0\n---\n")
    said = inspect_folder(described)
    assert said.license == "CC-BY-NC-4.0"
    assert LicenceMessage.NON_COMMERCIAL(name="CC-BY-NC-4.0") in said.license_notes


def test_it_is_removed_without_a_trace(bare: Path, store: ModelStore):
    Installer(store).install(describe_custom_model(bare, "mine", EVERYTHING), FolderSource(bare))
    assert store.remove("mine") > 20_000_000
    assert not store.own()
    with pytest.raises(ModelError, match="There is no model named mine"):
        store.model("mine")


def test_another_build_under_the_same_name_replaces_it(bare: Path, described: Path, store: ModelStore):
    Installer(store).install(describe_custom_model(bare, "mine", EVERYTHING), FolderSource(bare))
    changed = json.loads((bare / "tokenizer.json").read_text()) | {
        "truncation": None,
        "padding": None,
        "version": "1.0",
    }
    (bare / "tokenizer.json").write_text(json.dumps(changed))
    spec = describe_custom_model(bare, "mine", EVERYTHING)
    Installer(store).install(spec, FolderSource(bare))
    assert store.model("mine").spec == spec


def test_said_otherwise_it_is_described_anew_and_its_vectors_do_not_meet_those_before(bare: Path, store: ModelStore):
    Installer(store).install(describe_custom_model(bare, "mine", EVERYTHING), FolderSource(bare))
    before = Encoder.open(store.model("mine"))
    for told in (
        dataclasses.replace(EVERYTHING, pooling=Pooling.CLS),
        dataclasses.replace(EVERYTHING, query_prefix="query: "),
        dataclasses.replace(EVERYTHING, passage_prefix="passage: "),
    ):
        spec = describe_custom_model(bare, "mine", told)
        Installer(store).install(spec, FolderSource(bare))
        assert store.model("mine").spec == spec
        assert Encoder.open(store.model("mine")).fingerprint != before.fingerprint
    Installer(store).install(describe_custom_model(bare, "mine", EVERYTHING), FolderSource(bare))
    assert Encoder.open(store.model("mine")).fingerprint == before.fingerprint


def test_its_languages_change_nothing_of_its_vectors(bare: Path, store: ModelStore):
    Installer(store).install(describe_custom_model(bare, "mine", EVERYTHING), FolderSource(bare))
    before = Encoder.open(store.model("mine")).fingerprint
    said = dataclasses.replace(EVERYTHING, languages=("en", "de"))
    Installer(store).install(describe_custom_model(bare, "mine", said), FolderSource(bare))
    assert store.model("mine").spec.languages == ("en", "de")
    assert Encoder.open(store.model("mine")).fingerprint == before


def test_a_language_has_a_code(bare: Path):
    with pytest.raises(UsageError, match="english is no code of a language") as refused:
        describe_custom_model(bare, "mine", dataclasses.replace(EVERYTHING, languages=("en", "english")))
    assert refused.value.notice.remedies == (ModelRemedy.CODE_OF_LANGUAGE(),)


@pytest.mark.parametrize("pooling", [
    {"pooling_mode_max_tokens": True}, {"pooling_mode": "lasttoken"},
    {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True}, {},
])  # fmt: skip
def test_pooling_that_cannot_be_computed_is_refused(described: Path, pooling: dict[str, object]):
    write(described, "1_Pooling/config.json", {"word_embedding_dimension": 384, "include_prompt": True} | pooling)
    with pytest.raises(ModelError, match="Findling can pool by mean and by cls"):
        describe_custom_model(described, "mine", ModelOptions())


def test_a_newer_way_to_write_pooling_is_understood(described: Path):
    write(described, "1_Pooling/config.json", {"embedding_dimension": 384, "pooling_mode": "cls"})
    assert describe_custom_model(described, "mine", ModelOptions()).pooling is Pooling.CLS


def test_a_part_that_is_not_computed_is_named(described: Path):
    write(described, "modules.json", [*MODULES, {"path": "3_Dense", "type": "sentence_transformers.models.Dense"}])
    with pytest.raises(ModelError, match="a part that Findling does not compute: Dense"):
        describe_custom_model(described, "mine", ModelOptions())


def test_positions_counted_from_two_do_not_lengthen_the_window(described: Path):
    write(described, "config.json", {"max_position_embeddings": 514, "model_type": "xlm-roberta"})
    (described / "sentence_bert_config.json").unlink()
    assert describe_custom_model(described, "mine", ModelOptions()).max_tokens == 512


def test_several_graphs_are_asked_about(bare: Path):
    (bare / "model.onnx").rename(bare / "a.onnx")
    copyfile(bare / "a.onnx", bare / "b.onnx")
    with pytest.raises(UsageError, match=r"several graphs: a\.onnx, b\.onnx\. Name one with --graph"):
        describe_custom_model(bare, "mine", EVERYTHING)
    told = dataclasses.replace(EVERYTHING, graph="b.onnx")
    assert describe_custom_model(bare, "mine", told).file(FileRole.GRAPH).path == "b.onnx"


@pytest.mark.parametrize("name", ["", "../up", ".hidden", "a/b", "x" * 65])
def test_a_name_that_is_no_folder_of_its_own_is_refused(described: Path, name: str):
    with pytest.raises(UsageError, match="cannot be named"):
        describe_custom_model(described, name, ModelOptions())


def test_settings_that_are_no_json_are_named(described: Path):
    (described / "config.json").write_text("{")
    with pytest.raises(ModelError, match=r"config\.json cannot be read"):
        describe_custom_model(described, "mine", ModelOptions())


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("modules.json", ["Transformer", "Pooling"]),
        ("modules.json", {"0": {"path": ""}}),
        ("modules.json", [{"path": ""}]),
        ("modules.json", 7),
        ("config_sentence_transformers.json", {"prompts": ["query: "]}),
    ],
)
def test_a_description_of_another_form_is_refused_by_its_name(described, file, content):
    write(described, file, content)
    with pytest.raises(ModelError, match=f"{file} does not have the form"):
        describe_custom_model(described, "own", ModelOptions())


def save_graph(folder: Path, node: onnx.NodeProto, *, domains: tuple[str, ...] = (), rank: int = 3) -> None:
    ends = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 1, 4][:rank]) for name in ("x", "y")]
    graph = helper.make_graph([node], "graph", ends[:1], ends[1:])
    sets = [helper.make_opsetid("", 17), *(helper.make_opsetid(domain, 1) for domain in domains)]
    onnx.save(helper.make_model(graph, opset_imports=sets, ir_version=9), folder / "model.onnx")


def test_operators_of_strangers_are_refused(described: Path):
    save_graph(described, helper.make_node("Steal", ["x"], ["y"], domain="org.example"), domains=("org.example",))
    with pytest.raises(ModelError, match=r"not part of ONNX Runtime: org\.example"):
        describe_custom_model(described, "mine", ModelOptions())


def test_a_graph_that_has_pooled_already_is_refused(described: Path):
    save_graph(described, helper.make_node("Identity", ["x"], ["y"]), rank=2)
    with pytest.raises(ModelError, match="not a vector for each token"):
        describe_custom_model(described, "mine", ModelOptions())


def test_a_folder_whose_manifest_is_unreadable_is_no_model(bare: Path, store: ModelStore):
    Installer(store).install(describe_custom_model(bare, "mine", EVERYTHING), FolderSource(bare))
    (store.folder_of("mine") / "findling-model.toml").write_text("[model]\nid = 'mine'\n")
    assert not store.own()


def test_a_graph_that_the_runtime_does_not_take_is_refused(described: Path):
    save_graph(described, helper.make_node("NoSuchOperator", ["x"], ["y"]))
    with pytest.raises(ModelError, match="cannot be loaded"):
        describe_custom_model(described, "mine", ModelOptions())


def test_a_runtime_that_ends_while_it_loads_ends_alone(described: Path):
    program = (
        "import sys; from pathlib import Path\n"
        "from findling.embedding.install.custom_model import ModelOptions, describe_custom_model\n"
        "from findling.errors import ModelError\n"
        "try: describe_custom_model(Path(sys.argv[1]), 'mine', ModelOptions())\n"
        "except ModelError as error: print(error)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(described)],
        capture_output=True,
        text=True,
        # Memory for Python, and not for the runtime.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (100_000_000, 100_000_000)),
    )
    assert "brings ONNX Runtime down" in ran.stdout, ran.stdout + ran.stderr


def test_what_a_folder_says_is_read_before_anything_is_asked(described: Path, bare: Path):
    assert inspect_folder(described) == FolderModel(
        ("model.onnx",), "mean", "search: ", "text: ", 256, license_notes=(LicenceMessage.NONE_KNOWN(),)
    )


def test_what_a_bare_folder_does_not_say_is_left_open(bare: Path):
    assert inspect_folder(bare) == FolderModel(("model.onnx",), license_notes=(LicenceMessage.NONE_KNOWN(),))


def test_all_graphs_are_named_where_any_may_be_meant(bare: Path):
    for name in ("a.onnx", "b.onnx"):
        copyfile(bare / "model.onnx", bare / name)
    (bare / "model.onnx").unlink()
    assert inspect_folder(bare).graphs == ("a.onnx", "b.onnx")


def test_folders_without_a_model_are_told_apart(tmp_path: Path):
    holiday = tmp_path / "holiday"
    holiday.mkdir()
    with pytest.raises(ModelError, match=r"has no \.onnx file"):
        inspect_folder(holiday)
    (holiday / "Model.ZIP").write_bytes(b"PK")
    with pytest.raises(ModelError, match=r"holds an archive, Model\.ZIP"):
        inspect_folder(holiday)
    with pytest.raises(ModelError, match="is no folder"):
        inspect_folder(holiday / "Model.ZIP")
    with pytest.raises(ModelError, match="There is no folder"):
        inspect_folder(tmp_path / "nowhere")
    (holiday / "model.onnx").write_bytes(b"")
    with pytest.raises(ModelError, match=r"has no tokenizer\.json"):
        inspect_folder(holiday)


@pytest.mark.skipif(os.geteuid() == 0, reason="needs a user who may not read everything (do not run it as root)")
def test_a_folder_that_may_not_be_read_is_said_to_be_so(bare: Path):
    bare.chmod(0)
    try:
        with pytest.raises(ModelError, match="cannot be read: Permission denied"):
            inspect_folder(bare)
    finally:
        bare.chmod(0o700)
