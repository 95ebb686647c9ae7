"""A model that is adopted is used as soon as it is there, and only if it is what was published."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.models import Finding, Verification
from findling.messages.model_templates import FindingMessage, ModelMessage
from findling.processes.model_jobs.messages import Install, Installed
from findling.ui.services.model_adoption import ModelAdoption
from modelstubs import BUNDLED, FOREIGN, LARGE, Work

DAMAGED = Verification(LARGE, (Finding("answer", False, FindingMessage.NOTHING_TO_COMPARE()),))


@pytest.fixture
def work(qapp):
    return Work()


@pytest.fixture
def adoption(paths, preferences, work):
    preferences.change(model=BUNDLED)
    return ModelAdoption(paths, preferences, work)


def test_a_model_is_used_once_it_is_installed_and_tried(adoption, work, preferences):
    adoption.adopt(LARGE, Path("/disk"))
    assert (work.jobs, adoption.job) == ([Install(LARGE, Path("/disk"))], Install(LARGE, Path("/disk")))
    work.finish(Installed(LARGE, Verification(LARGE, ())))
    assert (preferences.settings.model, adoption.job) == (LARGE, None)


def test_a_model_that_is_not_what_was_published_is_not_used(qtbot, adoption, work, preferences):
    adoption.adopt(LARGE)
    with qtbot.waitSignal(adoption.refused) as refused:
        work.finish(Installed(LARGE, DAMAGED))
    assert refused.args[0].message is ModelMessage.NOT_AS_IT_SHOULD_BE
    assert preferences.settings.model == BUNDLED


def test_one_is_left_off_for_another(adoption, work, preferences):
    adoption.adopt(LARGE)
    adoption.adopt(FOREIGN)
    assert work.ended == [LARGE]
    work.stopped.emit(Install(LARGE))
    assert adoption.job == Install(FOREIGN)
    work.finish(Installed(FOREIGN, None))
    assert preferences.settings.model == FOREIGN


def test_what_others_install_is_not_taken_up(adoption, work, preferences):
    work.start(Install(LARGE))
    work.finish(Installed(LARGE, None))
    assert preferences.settings.model == BUNDLED
