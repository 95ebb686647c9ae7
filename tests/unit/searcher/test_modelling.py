"""What the searching process says of models."""

from __future__ import annotations

from desk import Desk
from findling.engine.embedder import installed_model
from findling.engine.hardware import Hardware as Trials
from findling.searcher.offers import AskHardware, AskModels, Hardware, Models
from findling.settings import Settings

BUNDLED = Settings().model


def test_models_are_listed_at_once_and_then_with_what_they_cost(open_window, shelf: Desk):
    first, last = open_window(shelf.paths).replies(AskModels())
    assert isinstance(first, Models)
    assert isinstance(last, Models)
    assert [offer.card for offer in first.offers] == [offer.card for offer in last.offers]
    assert not any(offer.cost for offer in first.offers)
    costs = {offer.card.id: offer.cost for offer in last.offers}
    assert costs[BUNDLED].seconds == 0
    assert costs["bge-base-en"].seconds > 0
    assert costs["gte-multilingual-reranker-base"] is None


def test_without_a_library_there_are_models_all_the_same(open_window, tmp_path):
    reply = open_window(Desk.at(tmp_path).paths).ask(AskModels())
    assert BUNDLED in {offer.card.id for offer in reply.offers}


def test_what_was_measured_is_remembered_and_nothing_is_measured_by_asking(open_window, tmp_path):
    desk = Desk.at(tmp_path)
    desk.paths.create()
    window = open_window(desk.paths)
    assert window.ask(AskHardware()) == Hardware(())
    trials = Trials(desk.paths, Settings()).measure(installed_model(desk.paths, BUNDLED), anew=True)
    reply = window.ask(AskHardware())
    assert [(each.name, each.speed) for each in reply.providers] == [(each.name, each.speed) for each in trials]
