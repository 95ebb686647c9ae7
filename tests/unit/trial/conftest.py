"""One trial for all tests of this folder, and copies of its library."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.trials import QuestionOrigin, TrialQuestion
from findling.paths import LibraryPaths
from findling.trial.compared_models import choose_candidates
from findling.trial.model_trial import ModelTrial
from trialledlibrary import ASKED, Tried, make_trial_library


@pytest.fixture(scope="session")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    """A library whose trial was run, with one question of the user."""
    workspace = make_trial_library(tmp_path_factory.mktemp("tried"))
    candidates = choose_candidates(workspace.paths, workspace.settings, [])
    own = [TrialQuestion(ASKED, QuestionOrigin.TYPED)]
    return Tried(workspace, candidates, ModelTrial(workspace.paths, workspace.settings).run(candidates, own, 30))


@pytest.fixture
def copied(tried: Tried, tmp_path: Path) -> Tried:
    """The same in a place of its own."""
    shutil.copytree(tried.workspace.paths.data, tmp_path / "library")
    workspace = replace(tried.workspace, paths=LibraryPaths.inside(tmp_path / "library"))
    return replace(tried, workspace=workspace, candidates=choose_candidates(workspace.paths, workspace.settings, []))
