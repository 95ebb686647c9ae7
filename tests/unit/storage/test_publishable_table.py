"""Files that can be published are those whose text is embedded; others are told from those that are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.storage.database import Database
from smalllibrary import STAT, add_document, add_file, make_space

FOLDER = Path("/papers")


@pytest.fixture
def database(tmp_path: Path):
    database = Database.open_for_writing(tmp_path / "library.db")
    yield database
    database.close()


def test_what_is_embedded_is_publishable_and_what_waits_is_not_yet(database: Database):
    with database.transaction():
        space, folder = make_space(database), database.folders.add(FOLDER).id
        add_file(database, folder, FOLDER / "a.txt", add_document(database, b"a", space=space, passages=2))
        add_file(database, folder, FOLDER / "copy.txt", database.documents.find(b"a")[0])
        add_file(database, folder, FOLDER / "words only.txt", add_document(database, b"b"))
        add_file(database, folder, FOLDER / "empty.txt", add_document(database, b"c", text=""))
        add_file(database, folder, FOLDER / "new.txt")
    below = {each.path.name: each for each in database.publishable.below(FOLDER, space)}
    assert set(below) == {"a.txt", "copy.txt"}
    assert below["a.txt"].source == below["copy.txt"].source
    assert (below["a.txt"].size, below["a.txt"].mtime_ns) == (STAT.size, STAT.mtime_ns)
    waiting = {each.name for each in database.publishable.waiting_below(FOLDER, space)}
    assert waiting == {"words only.txt", "new.txt"}
    assert list(database.publishable.below(Path("/other"), space)) == []


def test_another_reading_of_a_content_is_another_source(database: Database):
    with database.transaction():
        space, folder = make_space(database), database.folders.add(FOLDER).id
        document = add_document(database, b"a", space=space, passages=1)
        add_file(database, folder, FOLDER / "a.txt", document)
    [before] = database.publishable.below(FOLDER, space)
    with database.transaction():
        database.documents.renew(document, "another reader", database.documents.extraction(document))
    [after] = database.publishable.below(FOLDER, space)
    assert before.source != after.source
