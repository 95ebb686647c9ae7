"""Fourth version of the shared library, as SQL: rights are asked for in one step.

A file says which document it refers to by number as well as by key, so that whether a user may see a row of a document
is told by the files alone. The number is always found by the key, by the server itself, so that nobody gets to see a
document by guessing one. A file that is added while its document is being stored has none yet; who stores it looks
again in a transaction of its own, after all who may have been at it then (`settle`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import LiteralString

RIGHTS: LiteralString = """
ALTER TABLE files ADD COLUMN document_id bigint;
GRANT SELECT (document_id) ON files TO findling_reader;

CREATE FUNCTION find_document() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    -- Whatever was given.
    NEW.document_id := (SELECT d.id FROM documents d WHERE d.key = NEW.key);
    RETURN NEW;
END $$;
CREATE TRIGGER document_found BEFORE INSERT OR UPDATE ON files FOR EACH ROW EXECUTE FUNCTION find_document();

-- What a publication tells is no more than before where nothing but the number of the document is found.
CREATE OR REPLACE FUNCTION note_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    UPDATE publications p SET files = p.files + n.files, mark = NULL
        FROM (
            SELECT folder_id, sum(sign) AS files
            FROM (
                SELECT a.folder_id, 1 AS sign FROM arrived a JOIN departed d USING (id)
                WHERE (a.folder_id, a.path, a.number, a.size, a.mtime_ns, a.source, a.key)
                    IS DISTINCT FROM (d.folder_id, d.path, d.number, d.size, d.mtime_ns, d.source, d.key)
                UNION ALL
                SELECT d.folder_id, -1 FROM arrived a JOIN departed d USING (id)
                WHERE (a.folder_id, a.path, a.number, a.size, a.mtime_ns, a.source, a.key)
                    IS DISTINCT FROM (d.folder_id, d.path, d.number, d.size, d.mtime_ns, d.source, d.key)
            ) every
            GROUP BY folder_id
        ) n WHERE n.folder_id = p.folder_id;
    INSERT INTO released SELECT key FROM departed EXCEPT SELECT key FROM arrived;
    RETURN NULL;
END $$;

-- Who adds files is told from who has ended by a lock that is held to the end of the transaction.
CREATE FUNCTION note_adding() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('findling.files'));
    RETURN NULL;
END $$;
CREATE TRIGGER adding BEFORE INSERT OR UPDATE OF key ON files FOR EACH STATEMENT EXECUTE FUNCTION note_adding();

-- Looks again at documents that were stored in an earlier transaction.
CREATE FUNCTION settle(keys bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp SET lock_timeout = '10s' AS $$
BEGIN
    -- Who added files before these were to be seen has ended then; who is cut off in the midst is not waited for.
    BEGIN
        PERFORM pg_advisory_lock(hashtext('findling.files'));
        PERFORM pg_advisory_unlock(hashtext('findling.files'));
    EXCEPTION WHEN lock_not_available THEN
        NULL;
    END;
    UPDATE files f SET document_id = d.id FROM documents d
        WHERE f.key = ANY (keys) AND d.key = f.key AND f.document_id IS DISTINCT FROM d.id;
END $$;

-- length: that of the document, in stems or in words, as the term is one.
ALTER TABLE postings ADD COLUMN length integer NOT NULL DEFAULT 0;
UPDATE postings p SET length = CASE WHEN starts_with(p.term, '=') THEN d.words ELSE d.stems END
    FROM documents d WHERE d.id = p.document_id;
ALTER TABLE postings DROP CONSTRAINT postings_pkey, ADD PRIMARY KEY (term, document_id) INCLUDE (frequency, length);

-- Of documents what is counted over all of them, in narrow rows.
CREATE TABLE lengths (
    document_id bigint PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    language text COLLATE "C" NOT NULL,
    stems integer NOT NULL,
    words integer NOT NULL
);
INSERT INTO lengths SELECT id, language, stems, words FROM documents;
UPDATE files SET document_id = 0;
CREATE INDEX files_by_document ON files (document_id, folder_id);

ALTER TABLE lengths ENABLE ROW LEVEL SECURITY;
DROP POLICY seen ON documents;
DROP POLICY seen ON passages;
DROP POLICY seen ON postings;
DROP POLICY seen ON word_runs;
CREATE POLICY seen ON documents FOR SELECT
    USING (EXISTS (SELECT FROM files f WHERE f.document_id = documents.id));
CREATE POLICY seen ON passages FOR SELECT
    USING (EXISTS (SELECT FROM files f WHERE f.document_id = passages.document_id));
CREATE POLICY seen ON postings FOR SELECT
    USING (EXISTS (SELECT FROM files f WHERE f.document_id = postings.document_id));
CREATE POLICY seen ON word_runs FOR SELECT
    USING (EXISTS (SELECT FROM files f WHERE f.document_id = word_runs.document_id));
CREATE POLICY seen ON lengths FOR SELECT
    USING (EXISTS (SELECT FROM files f WHERE f.document_id = lengths.document_id));
GRANT SELECT ON lengths TO findling_reader;

CREATE OR REPLACE FUNCTION store(
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
    UPDATE files f SET document_id = d.id FROM documents d WHERE f.key = its_key AND d.key = its_key;
    INSERT INTO lengths VALUES (number, its_language, stem_count, word_count);
    INSERT INTO passages (document_id, beginning, ending, page, heading, vector)
        SELECT number, p.beginning, p.ending, p.page, p.heading, p.vector
        FROM unnest(beginnings, endings, on_pages, headings, vectors)
            WITH ORDINALITY AS p (beginning, ending, page, heading, vector, place) ORDER BY p.place;
    INSERT INTO postings (term, document_id, frequency, length)
        SELECT p.term, number, p.frequency, CASE WHEN starts_with(p.term, '=') THEN word_count ELSE stem_count END
        FROM unnest(terms, frequencies) AS p (term, frequency);
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

REVOKE EXECUTE ON FUNCTION find_document, note_adding, settle FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settle TO findling_member;
"""
