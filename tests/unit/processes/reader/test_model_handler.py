"""Answers of the reader on models."""

from __future__ import annotations

import shutil

from findling.messages.model_templates import ChoiceMessage
from findling.models.embedder import installed_model
from findling.models.provider_choice import ProviderSelector as Trials
from findling.processes.reader.library_messages import MakeSurvey
from findling.processes.reader.model_messages import AskHardware, AskModels, Models, ProviderReports, WeighModels
from findling.settings import Settings
from secondmodel import STAND_IN, install_stand_in
from workspace import Workspace

BUNDLED = Settings().model
GERMAN = "Die Heizung im Keller wird am Donnerstag repariert, hat der Klempner gesagt. "
ENGLISH = "The heating in the cellar is repaired on Thursday, or so the plumber has said. "


def test_models_are_listed_at_once_and_then_with_what_they_cost(open_window, sample: Workspace):
    first, last = open_window(sample.paths).replies(AskModels())
    assert isinstance(first, Models)
    assert isinstance(last, Models)
    assert [offer.card for offer in first.offers] == [offer.card for offer in last.offers]
    assert not any(offer.cost for offer in first.offers)
    costs = {offer.card.id: offer.cost for offer in last.offers}
    assert costs[BUNDLED].seconds == 0
    assert costs["bge-base-en"].seconds > 0
    assert costs["gte-multilingual-reranker-base"] is None


def test_without_a_library_there_are_models_all_the_same(open_window, tmp_path):
    reply = open_window(Workspace.at(tmp_path).paths).ask(AskModels())
    assert BUNDLED in {offer.card.id for offer in reply.offers}


def test_what_was_measured_is_remembered_and_nothing_is_measured_by_asking(open_window, tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.paths.create()
    window = open_window(workspace.paths)
    assert window.ask(AskHardware()) == ProviderReports(())
    trials = Trials(workspace.paths, Settings()).measure(installed_model(workspace.paths, BUNDLED), fresh=True)
    reply = window.ask(AskHardware())
    assert [(each.name, each.speed) for each in reply.providers] == [(each.name, each.speed) for each in trials]


def test_a_list_of_names_is_had_without_costs(open_window, sample: Workspace):
    replies = open_window(sample.paths).replies(AskModels(costs=False))
    (listed,) = replies
    assert BUNDLED in {offer.card.id for offer in listed.offers}
    assert not any(offer.counted or offer.cost for offer in listed.offers)


def test_files_in_languages_that_a_model_does_not_know_are_part_of_its_price(open_window, tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.write("Heizung.txt", GERMAN * 5)
    workspace.write("Heating.txt", ENGLISH * 5)
    workspace.index()
    *_, last = open_window(workspace.paths).replies(AskModels())
    costs = {offer.card.id: offer.cost for offer in last.offers}
    assert costs[BUNDLED].foreign == 1
    assert costs["multilingual-e5-small"].foreign == 0


def test_an_empty_library_has_nothing_to_embed(open_window, tmp_path):
    *_, last = open_window(Workspace.at(tmp_path).paths).replies(AskModels())
    assert all(offer.counted and offer.cost is None for offer in last.offers)


def test_what_another_process_installs_and_removes_meanwhile_is_listed_with_its_cost(open_window, tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.write("boat.txt", "The rowing boat is moored at the old jetty. " * 20)
    workspace.index()
    window = open_window(workspace.paths)
    assert STAND_IN not in {offer.card.id for offer in window.ask(AskModels()).offers}
    install_stand_in(workspace.paths)
    offers = {offer.card.id: offer for offer in window.ask(AskModels()).offers}
    assert offers[STAND_IN].card.installed
    assert offers[STAND_IN].cost.seconds > 0
    shutil.rmtree(workspace.paths.models / STAND_IN)
    assert STAND_IN not in {offer.card.id for offer in window.ask(AskModels()).offers}


def test_for_surveyed_folders_the_models_worth_choosing_are_told_before_anything_is_in_the_library(
    open_window, tmp_path
):
    folder = tmp_path / "papers"
    for number in range(12):
        language = GERMAN if number % 2 else ENGLISH
        (folder / f"{number}").mkdir(parents=True)
        (folder / f"{number}" / "note.txt").write_text(language * 5, "utf-8")
    window = open_window(Workspace.at(tmp_path / "library").paths)
    *_, surveyed = window.replies(MakeSurvey((folder,), languages=True))
    assert surveyed.surveys[0].languages == (("de", 6), ("en", 6))
    choices = window.ask(WeighModels(surveyed.surveys))
    assert [offer.card.id for offer in choices.offers] == [BUNDLED, "bge-base-en", "multilingual-e5-small"]
    assert choices.recommended == "multilingual-e5-small"
    assert [offer.cost.foreign for offer in choices.offers] == [6, 6, 0]
    assert choices.offers[0].cost.seconds <= choices.offers[1].cost.seconds


def test_of_the_models_of_a_library_one_is_recommended_with_its_reason(open_window, sample: Workspace):
    *_, last = open_window(sample.paths).replies(AskModels())
    assert {offer.card.id: offer.reason for offer in last.offers if offer.reason} == {
        "bge-base-en": ChoiceMessage.BETTER()
    }
