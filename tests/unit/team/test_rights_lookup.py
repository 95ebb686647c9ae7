"""Rights of a few documents are looked up at the cost of these, however many one may see."""

from __future__ import annotations

import numpy as np
import pytest

from postgresserver import NO_SERVER
from smalllibrary import DIMENSIONS

pytest.importorskip("psycopg", reason=NO_SERVER)

MANY, ASKED = 6_000, 100

_FILL = f"""
INSERT INTO folders (owner, machine, machine_name, path, readers) VALUES ('admin', 'm', 'pc', '/many', '{{sales}}');
INSERT INTO documents (key, kind, title, language, recognised, body, stems, words, mean)
    SELECT int4send(n), 'txt', '', 'en', false, 'text', 1, 1, array_fill(1, ARRAY[{DIMENSIONS}])::halfvec
    FROM generate_series(1, {MANY}) n;
INSERT INTO passages (document_id, beginning, ending, heading, vector) SELECT id, 0, 4, '', mean FROM documents;
INSERT INTO files (folder_id, path, folded, words, size, mtime_ns, source, key)
    SELECT o.id, d.id::text, '', '{{}}', 1, 1, '', d.key FROM documents d, folders o;
"""


def test_of_some_documents_the_rights_of_these_alone_are_looked_up(shared):
    with shared.server.connect(shared.name) as connection:
        connection.execute("SET search_path = findling, public")
        connection.execute(_FILL)
        connection.execute("SELECT build_index(1)")
    shared.server.analyse(shared.name)
    with shared.open("bob") as team:
        space, query = team.space, np.ones(DIMENSIONS, np.float32)
    before = shared.count_rows_read("bob")["files"]
    with shared.open("bob") as team, team.snapshot() as tables:
        found = tables.vectors.search(query, ASKED)
        documents = list(tables.documents.of_passages(found.labels.tolist()).values())
        assert len(documents) == ASKED
        assert len(tables.vectors.means(documents, space)) == ASKED
        assert len(tables.vectors.passage_cosines(documents, space, query)) == ASKED
        assert len(tables.documents.passages_of(documents, None)) == ASKED
    assert shared.count_rows_read("bob")["files"] - before < MANY
