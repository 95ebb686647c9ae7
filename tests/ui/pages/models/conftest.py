"""Fixtures of the tests of the Models page: the page, before a library as a test wants it."""

from __future__ import annotations

import pytest

from findling.domain.models import ModelCost, ModelKind
from findling.ui.pages.models.page import ModelsPage
from modelstubs import BUNDLED, FOREIGN, LARGE, RERANKER, Browser, Library, Work, card


@pytest.fixture(autouse=True)
def surroundings(in_english):
    """All of these tests are in English."""


@pytest.fixture
def library():
    scores = (("SciFact", 0.64), ("STSBenchmark", 0.82))
    better = (("SciFact", 0.73), ("STSBenchmark", 0.82))
    return Library(
        [
            card(BUNDLED, bundled=True, installed=True, precision="int8", scores=scores),
            card(LARGE, scores=better, unhashed=("tokenizer.json",)),
            card(FOREIGN, languages=("de", "en", "es", "fr")),
            card(RERANKER, kind=ModelKind.RERANKER, dimensions=0),
        ],
        {BUNDLED: ModelCost(0.0, 41_000_000), LARGE: ModelCost(7_400.0, 82_000_000)},
    )


@pytest.fixture
def work(qapp):
    return Work()


@pytest.fixture
def link(library):
    return library


@pytest.fixture
def desktop():
    return Browser()


@pytest.fixture
def show(qtbot, services, preferences):
    """Shows the page, once the library is as the test wants it."""

    def show(**other) -> ModelsPage:
        preferences.change(model=BUNDLED, **other)
        page = ModelsPage(services)
        qtbot.addWidget(page)
        page.resize(900, 900)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.cards.unfold()
        for view in page.cards.views.values():
            view.unfold()
        return page

    return show
