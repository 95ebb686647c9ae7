"""The list of models that a user chooses from."""

from __future__ import annotations

from pathlib import Path

from findling.domain.job_progress import Transfer
from findling.domain.models import Finding, ModelCard, ModelKind, Verification
from findling.embedding.catalogue import find_model, read_catalogue
from findling.embedding.install.installer import Installer
from findling.embedding.install.model_source import FolderSource
from findling.embedding.model_store import ModelStore
from findling.ipc.codec import Codec
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import FindingMessage, ModelMessage
from findling.models.model_listing import list_models
from installprogram import NAME, published
from workspace import Workspace


def test_the_list_says_what_is_installed_and_in_use(tmp_path: Path):
    workspace = Workspace.at(tmp_path)
    cards = {card.id: card for card in list_models(workspace.paths, workspace.settings)}
    assert [card.id for card in cards.values() if card.installed] == [workspace.settings.model]
    assert cards[workspace.settings.model].active
    assert cards["gte-multilingual-reranker-base"].kind is ModelKind.RERANKER
    assert "free of charge" in cards["bge-base-en"].license_text


def test_a_model_of_ones_own_comes_last(tmp_path: Path, sample_library: Path):
    workspace = Workspace.at(tmp_path)
    folder = sample_library.parent / "models" / "all-MiniLM-L6-v2"
    Installer(ModelStore(workspace.paths.models, [])).install(published(), FolderSource(folder))
    last = list_models(workspace.paths, workspace.settings)[-1]
    assert (last.id, last.installed, last.active) == (NAME, True, False)
    assert last.bytes == find_model("all-MiniLM-L6-v2", read_catalogue()).bytes


def test_all_that_is_said_of_models_goes_over_a_wire(tmp_path: Path):
    workspace = Workspace.at(tmp_path)
    codec = Codec(ModelCard, Transfer, Verification)
    damaged = ModelMessage.MODEL_FILE_DAMAGED(file=Path("a.onnx"), model="m").advising(ModelRemedy.INSTALL_AGAIN())
    findings = (Finding("answer", None, FindingMessage.NOTHING_TO_COMPARE()), Finding("files", False, damaged))
    found = Verification("m", findings, "CPU", 1.0, 2.0)
    for message in (*list_models(workspace.paths, workspace.settings), Transfer("model.onnx", 1, None), found):
        assert codec.from_line(codec.to_line(message)) == message
    assert found.failed == ("files",)


def test_smaller_builds_are_offered_of_full_precision_only(workspace):
    cards = {card.id: card for card in list_models(workspace.paths, workspace.settings)}
    assert cards["bge-base-en"].buildable
    assert not cards["all-MiniLM-L6-v2"].buildable
    assert not cards["bge-base-en-v1.5-fp16"].buildable
    assert not cards["gte-multilingual-reranker-base"].buildable
