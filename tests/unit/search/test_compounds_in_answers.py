"""A word is found in the compounds that end with it, in the answers of a library, and not taken for a mistake."""

from __future__ import annotations

import pytest

from findling.domain.search import Mode
from workspace import Workspace

TEXT = " Wir bitten Sie, den offenen Betrag bis zum Ende des Monats zu überweisen, und danken für Ihr Vertrauen. "


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    workspace = Workspace.at(tmp_path_factory.mktemp("compounds"))
    workspace.write("police.txt", "Die Haftpflichtversicherung wird zum ersten Januar fällig." + TEXT * 2)
    workspace.write("hund.txt", "Die Haftpflicht des Halters eines Hundes steht im Gesetz." + TEXT * 2)
    workspace.write("garten.txt", "Der Garten wurde umgegraben und die Rosen geschnitten." + TEXT * 2)
    workspace.index()
    with workspace.reading() as library:
        yield library


@pytest.mark.parametrize("mode", [Mode.WORDS, Mode.HYBRID])
def test_a_word_is_found_in_a_compound(library, mode):
    answer = library.search("Versicherung", mode=mode)
    assert answer.results[0].path.name == "police.txt"
    assert not answer.notes
    assert "Haftpflichtversicherung" in answer.results[0].hits[0].text


def test_the_very_word_is_asked_for_in_quotation_marks(library):
    assert [result.path.name for result in library.search('"Versicherung"').results] == []
