"""Tables, rights and functions of the shared library on its server, as versioned migrations.

Everybody has a role of their own there. Who belongs to `findling_reader` may search, who belongs to `findling_member`
may publish as well. All that is read is read by way of row-level security: a folder is seen by its owner and by the
groups that it is shared with, a file with its folder, a document with any of its files, and the rest with its document.
Documents are written by functions of the owner of the tables alone, which look at who asks by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.team.publication_tables import INCREMENTS
from findling.team.rights_tables import RIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import LiteralString

    from psycopg.sql import Composed

    Migration = Callable[[str, int], Iterator[Composed]]

SCHEMA = "findling"
READER, MEMBER = "findling_reader", "findling_member"

INDEXED_FROM = 2_000
"""Passages from which on the index of vectors is made: below, all of them are compared in milliseconds."""

_TABLES = """
CREATE TABLE library (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    version integer NOT NULL,
    model text NOT NULL,
    encoder text NOT NULL,
    dimensions integer NOT NULL,
    made timestamptz NOT NULL DEFAULT now()
);
-- A machine is one library on one computer. Paths are text with / between their parts.
CREATE TABLE folders (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner name NOT NULL DEFAULT current_user,
    machine text NOT NULL,
    machine_name text NOT NULL,
    path text NOT NULL,
    readers name[] NOT NULL DEFAULT '{{}}',
    UNIQUE (owner, machine, path)
);
-- A file refers to its document by a name made of all that the document says, which only who has the text can know.
-- source tells of what content, and by which reader, that was made; words are those of the file's name.
CREATE TABLE files (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    folder_id integer NOT NULL REFERENCES folders ON DELETE CASCADE,
    path text NOT NULL,
    folded text NOT NULL,
    words text[] NOT NULL,
    size bigint NOT NULL,
    mtime_ns bigint NOT NULL,
    source bytea NOT NULL,
    key bytea NOT NULL,
    UNIQUE (folder_id, path)
);
CREATE INDEX files_by_key ON files (key);
CREATE TABLE name_words (
    word text COLLATE "C" NOT NULL,
    file_id bigint NOT NULL REFERENCES files ON DELETE CASCADE,
    PRIMARY KEY (word, file_id)
);
CREATE INDEX name_words_by_file ON name_words (file_id);
-- Names of documents that files refer to and nobody has brought yet. Who brings one locks its row meanwhile.
CREATE TABLE awaited (key bytea PRIMARY KEY);
CREATE TABLE documents (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key bytea NOT NULL UNIQUE,
    kind text NOT NULL,
    title text NOT NULL,
    language text NOT NULL,
    pages integer,
    recognised boolean NOT NULL,
    body text NOT NULL,
    stems integer NOT NULL,
    words integer NOT NULL,
    mean {halfvec}({dimensions}) NOT NULL
);
CREATE TABLE passages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id bigint NOT NULL REFERENCES documents ON DELETE CASCADE,
    beginning integer NOT NULL,
    ending integer NOT NULL,
    page integer,
    heading text NOT NULL,
    vector {halfvec}({dimensions}) NOT NULL
);
CREATE INDEX passages_by_document ON passages (document_id);
-- Terms are stems, and words as they stand with = before them. Their equality is leakproof, so that PostgreSQL looks
-- them up in this index before it asks who may see them; it would not do so with @@ on a tsvector.
CREATE TABLE postings (
    term text COLLATE "C" NOT NULL,
    document_id bigint NOT NULL REFERENCES documents ON DELETE CASCADE,
    frequency integer NOT NULL,
    PRIMARY KEY (term, document_id) INCLUDE (frequency)
);
CREATE INDEX postings_by_document ON postings (document_id);
-- Words with their places, in overlapping parts: a tsvector holds few places, and few of each word.
CREATE TABLE word_runs (
    document_id bigint NOT NULL REFERENCES documents ON DELETE CASCADE,
    words tsvector NOT NULL
);
CREATE INDEX word_runs_by_document ON word_runs (document_id);
"""

_RIGHTS = """
ALTER TABLE folders ENABLE ROW LEVEL SECURITY;
ALTER TABLE files ENABLE ROW LEVEL SECURITY;
ALTER TABLE name_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE documents ENABLE ROW LEVEL SECURITY;
ALTER TABLE passages ENABLE ROW LEVEL SECURITY;
ALTER TABLE postings ENABLE ROW LEVEL SECURITY;
ALTER TABLE word_runs ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON folders FOR SELECT USING (owner = current_user OR EXISTS (
    SELECT FROM pg_roles r WHERE r.rolname = ANY (readers) AND pg_has_role(current_user, r.oid, 'MEMBER')));
CREATE POLICY added ON folders FOR INSERT WITH CHECK (owner = current_user);
CREATE POLICY changed ON folders FOR UPDATE USING (owner = current_user) WITH CHECK (owner = current_user);
CREATE POLICY removed ON folders FOR DELETE USING (owner = current_user);
CREATE POLICY seen ON files FOR SELECT USING (folder_id IN (SELECT id FROM folders));
CREATE POLICY added ON files FOR INSERT
    WITH CHECK (folder_id IN (SELECT id FROM folders WHERE owner = current_user));
CREATE POLICY changed ON files FOR UPDATE
    USING (folder_id IN (SELECT id FROM folders WHERE owner = current_user))
    WITH CHECK (folder_id IN (SELECT id FROM folders WHERE owner = current_user));
CREATE POLICY removed ON files FOR DELETE
    USING (folder_id IN (SELECT id FROM folders WHERE owner = current_user));
CREATE POLICY seen ON name_words FOR SELECT USING (EXISTS (SELECT FROM files f WHERE f.id = file_id));
CREATE POLICY seen ON documents FOR SELECT USING (EXISTS (SELECT FROM files f WHERE f.key = documents.key));
CREATE POLICY seen ON passages FOR SELECT USING (EXISTS (SELECT FROM documents d WHERE d.id = document_id));
CREATE POLICY seen ON postings FOR SELECT USING (EXISTS (SELECT FROM documents d WHERE d.id = document_id));
CREATE POLICY seen ON word_runs FOR SELECT USING (EXISTS (SELECT FROM documents d WHERE d.id = document_id));
GRANT USAGE ON SCHEMA findling TO findling_reader;
GRANT SELECT ON library, folders, files, name_words, documents, passages, postings, word_runs TO findling_reader;
GRANT INSERT, UPDATE, DELETE ON folders, files TO findling_member;
"""

_FUNCTIONS = """
CREATE FUNCTION name_document(kind text, title text, language text, body text) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(convert_to(concat_ws(chr(10), kind, language, title, body), 'UTF8'))
$$;

CREATE FUNCTION note_names() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    INSERT INTO name_words SELECT DISTINCT word, a.id FROM arrived a, unnest(a.words) AS word;
    RETURN NULL;
END $$;

CREATE FUNCTION await_documents() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    -- In one order, so that two who announce the same wait for each other, and do not for ever.
    INSERT INTO awaited SELECT DISTINCT a.key FROM arrived a
        WHERE NOT EXISTS (SELECT FROM documents d WHERE d.key = a.key) ORDER BY 1 ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE TRIGGER names_added AFTER INSERT ON files REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION note_names();
CREATE TRIGGER files_added AFTER INSERT ON files REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION await_documents();
CREATE TRIGGER files_changed AFTER UPDATE ON files REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION await_documents();

-- Takes documents that the caller's files wait for and nobody else brings at the moment, until the transaction ends.
CREATE FUNCTION claim(wanted bytea[], most integer) RETURNS SETOF bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    -- Announced while another transaction brought them.
    DELETE FROM awaited a USING documents d WHERE a.key = ANY (wanted) AND d.key = a.key;
    RETURN QUERY SELECT a.key FROM awaited a WHERE a.key = ANY (wanted) AND EXISTS (
        SELECT FROM files f JOIN folders o ON o.id = f.folder_id WHERE f.key = a.key AND o.owner = session_user
    ) LIMIT most FOR UPDATE OF a SKIP LOCKED;
END $$;

CREATE FUNCTION store(
    its_kind text, its_title text, its_language text, its_pages integer, is_recognised boolean, its_body text,
    stem_count integer, word_count integer, its_mean {halfvec},
    beginnings integer[], endings integer[], on_pages integer[], headings text[], vectors {halfvec}[],
    terms text[], frequencies integer[], runs tsvector[]
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, {vector_schema}, pg_temp AS $$
DECLARE
    its_key bytea := name_document(its_kind, its_title, its_language, its_body);
    number bigint;
BEGIN
    DELETE FROM awaited a WHERE a.key = its_key AND EXISTS (
        SELECT FROM files f JOIN folders o ON o.id = f.folder_id WHERE f.key = its_key AND o.owner = session_user
    );
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO documents (key, kind, title, language, pages, recognised, body, stems, words, mean)
        VALUES (its_key, its_kind, its_title, its_language, its_pages, is_recognised, its_body, stem_count, word_count,
            its_mean) RETURNING id INTO number;
    INSERT INTO passages (document_id, beginning, ending, page, heading, vector)
        SELECT number, p.beginning, p.ending, p.page, p.heading, p.vector
        FROM unnest(beginnings, endings, on_pages, headings, vectors)
            WITH ORDINALITY AS p (beginning, ending, page, heading, vector, place) ORDER BY p.place;
    INSERT INTO postings SELECT p.term, number, p.frequency FROM unnest(terms, frequencies) AS p (term, frequency);
    INSERT INTO word_runs SELECT number, run FROM unnest(runs) AS run;
    RETURN true;
END $$;

-- Deletes what no file refers to any more; nobody adds files meanwhile.
CREATE FUNCTION purge() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
DECLARE
    gone bigint;
BEGIN
    LOCK TABLE files IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM awaited a WHERE NOT EXISTS (SELECT FROM files f WHERE f.key = a.key);
    DELETE FROM documents d WHERE NOT EXISTS (SELECT FROM files f WHERE f.key = d.key);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

-- Makes the index of vectors once there is something in it: a graph is built much faster than it grows row by row.
CREATE FUNCTION build_index(fewest bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, {vector_schema}, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('findling.passages_by_vector'));
    IF to_regclass('findling.passages_by_vector') IS NOT NULL OR (SELECT count(*) FROM passages) < fewest THEN
        RETURN false;
    END IF;
    CREATE INDEX passages_by_vector ON passages USING hnsw (vector halfvec_ip_ops) WITH (m = 16, ef_construction = 200);
    RETURN true;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA findling FROM PUBLIC;
GRANT EXECUTE ON FUNCTION claim, store, purge, build_index TO findling_member;
"""


_ORIGINS = """
-- What a document says of its own date and people, or each message in it does; places are those among its people.
CREATE TABLE origins (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    document_id bigint NOT NULL REFERENCES documents ON DELETE CASCADE,
    dated_ns bigint,
    subject text NOT NULL,
    folded text NOT NULL
);
CREATE INDEX origins_by_document ON origins (document_id);
CREATE TABLE origin_people (
    origin_id bigint NOT NULL REFERENCES origins ON DELETE CASCADE,
    place integer NOT NULL,
    role text NOT NULL,
    shown text NOT NULL,
    folded text NOT NULL,
    PRIMARY KEY (origin_id, place)
);
ALTER TABLE origins ENABLE ROW LEVEL SECURITY;
ALTER TABLE origin_people ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON origins FOR SELECT USING (EXISTS (SELECT FROM documents d WHERE d.id = document_id));
CREATE POLICY seen ON origin_people FOR SELECT USING (EXISTS (SELECT FROM origins own WHERE own.id = origin_id));
GRANT SELECT ON origins, origin_people TO findling_reader;

-- Every computer names its documents anew, by their dates and people as well, and brings those that have any.
UPDATE files SET source = '';

DROP FUNCTION store;
DROP FUNCTION name_document;

-- No kind of a file reads like a digest, so that what says nothing of itself is named as it was before.
CREATE FUNCTION name_document(kind text, title text, language text, body text, origins text) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(convert_to(concat_ws(chr(10), encode(sha256(convert_to(nullif(origins, ''), 'UTF8')), 'hex'),
        kind, language, title, body), 'UTF8'))
$$;

CREATE FUNCTION store(
    its_kind text, its_title text, its_language text, its_pages integer, is_recognised boolean, its_body text,
    its_origins text, stem_count integer, word_count integer, its_mean {halfvec},
    beginnings integer[], endings integer[], on_pages integer[], headings text[], vectors {halfvec}[],
    terms text[], frequencies integer[], runs tsvector[]
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, {vector_schema}, pg_temp AS $$
DECLARE
    its_key bytea := name_document(its_kind, its_title, its_language, its_body, its_origins);
    number bigint;
    each jsonb;
    origin bigint;
BEGIN
    DELETE FROM awaited a WHERE a.key = its_key AND EXISTS (
        SELECT FROM files f JOIN folders o ON o.id = f.folder_id WHERE f.key = its_key AND o.owner = session_user
    );
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO documents (key, kind, title, language, pages, recognised, body, stems, words, mean)
        VALUES (its_key, its_kind, its_title, its_language, its_pages, is_recognised, its_body, stem_count, word_count,
            its_mean) RETURNING id INTO number;
    INSERT INTO passages (document_id, beginning, ending, page, heading, vector)
        SELECT number, p.beginning, p.ending, p.page, p.heading, p.vector
        FROM unnest(beginnings, endings, on_pages, headings, vectors)
            WITH ORDINALITY AS p (beginning, ending, page, heading, vector, place) ORDER BY p.place;
    INSERT INTO postings SELECT p.term, number, p.frequency FROM unnest(terms, frequencies) AS p (term, frequency);
    INSERT INTO word_runs SELECT number, run FROM unnest(runs) AS run;
    FOR each IN SELECT value FROM jsonb_array_elements(nullif(its_origins, '')::jsonb)
        WITH ORDINALITY ORDER BY ordinality
    LOOP
        INSERT INTO origins (document_id, dated_ns, subject, folded)
            VALUES (number, (each ->> 'dated_ns')::bigint, each ->> 'subject', each ->> 'folded')
            RETURNING id INTO origin;
        INSERT INTO origin_people SELECT origin, ordinality, value ->> 0, value ->> 1, value ->> 2
            FROM jsonb_array_elements(each -> 'people') WITH ORDINALITY;
    END LOOP;
    RETURN true;
END $$;

REVOKE EXECUTE ON FUNCTION store, name_document FROM PUBLIC;
GRANT EXECUTE ON FUNCTION store TO findling_member;
"""


def create_first(vector_schema: str, dimensions: int) -> Iterator[Composed]:
    """Yield the statements of the tables' first version, for vectors of `dimensions`.

    Args:
        vector_schema: where the extension keeps its types.
        dimensions: of each vector.
    """
    yield from _write(vector_schema, dimensions, _TABLES, _RIGHTS, _FUNCTIONS)


def know_origins(vector_schema: str, dimensions: int) -> Iterator[Composed]:
    """Yield the statements that add dates and people; arguments as of `create_first`."""
    yield from _write(vector_schema, dimensions, _ORIGINS)


def note_marks(vector_schema: str, dimensions: int) -> Iterator[Composed]:
    """Yield the statements by which publishing costs what changed; see `create_first`."""
    yield from _write(vector_schema, dimensions, INCREMENTS)


def ask_rights_of_files(vector_schema: str, dimensions: int) -> Iterator[Composed]:
    """Yield the statements by which files alone tell who sees a row; see `create_first`."""
    yield from _write(vector_schema, dimensions, RIGHTS)


def _write(vector_schema: str, dimensions: int, *parts: LiteralString) -> Iterator[Composed]:
    from psycopg import sql

    facts = {
        "halfvec": sql.Identifier(vector_schema, "halfvec"),
        "vector_schema": sql.Identifier(vector_schema),
        "dimensions": sql.Literal(dimensions),
    }
    for part in parts:
        yield sql.SQL(part).format(**facts)


TEAM_MIGRATIONS: tuple[Migration, ...] = (create_first, know_origins, note_marks, ask_rights_of_files)
"""Statements that bring the tables from one version to the next, oldest first; none is ever changed once released."""

LATEST = len(TEAM_MIGRATIONS)
"""Version of the tables that this Findling makes and reads."""
