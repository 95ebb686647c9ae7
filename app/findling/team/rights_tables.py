"""Fourth version of the shared library, as SQL: rights are asked for in one step.

A file says which document it refers to by number as well as by key, so that whether a user may see a row of a document
is told by the files alone. The number is always found by the key, by the server itself, so that nobody gets to see a
document by guessing one.

Nobody waits for somebody who waits for him. Locked are first the table of files, against those who purge, then the
folder and its publication, then rows of its files, then names of documents in their order. Who stores documents waits
for nobody: he takes names that nobody has (`claim`), and passes over rows of files that others change. Their owners
find what was passed over by its want of a number.
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

CREATE INDEX files_without_document ON files (folder_id) WHERE document_id IS NULL;

CREATE OR REPLACE FUNCTION announce(
    its_folder integer, numbers bigint[], paths text[], folded_names text[], name_words text[], sizes bigint[],
    times_ns bigint[], sources bytea[], keys bytea[]
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    LOCK TABLE files IN ROW EXCLUSIVE MODE;
    PERFORM FROM folders o WHERE o.id = its_folder AND o.owner = session_user FOR KEY SHARE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM FROM publications p WHERE p.folder_id = its_folder FOR NO KEY UPDATE;
    INSERT INTO files (folder_id, number, path, folded, words, size, mtime_ns, source, key)
        SELECT its_folder, n.number, n.path, n.folded, string_to_array(n.words, ' '), n.size, n.mtime_ns, n.source,
            n.key
        FROM unnest(numbers, paths, folded_names, name_words, sizes, times_ns, sources, keys)
            AS n (number, path, folded, words, size, mtime_ns, source, key)
        ON CONFLICT (folder_id, path) DO UPDATE SET number = excluded.number, size = excluded.size,
            mtime_ns = excluded.mtime_ns, source = excluded.source, key = excluded.key;
    -- Stored meanwhile.
    PERFORM assign_documents(keys);
END $$;

-- Takes files of a folder back.
CREATE FUNCTION retract(its_folder integer, ids bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    LOCK TABLE files IN ROW EXCLUSIVE MODE;
    PERFORM FROM folders o WHERE o.id = its_folder AND o.owner = session_user FOR KEY SHARE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM FROM publications p WHERE p.folder_id = its_folder FOR NO KEY UPDATE;
    DELETE FROM files f WHERE f.folder_id + 0 = its_folder AND f.id = ANY (ids);
END $$;

-- Gives files the numbers of stored documents, but those that somebody changes at the moment, and ends what is awaited.
CREATE FUNCTION assign_documents(keys bytea[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    UPDATE files f SET document_id = d.id FROM documents d
        WHERE d.key = f.key AND f.id IN (
            SELECT n.id FROM files n JOIN documents stored ON stored.key = n.key
            WHERE n.key = ANY (keys) AND n.document_id IS NULL ORDER BY n.id FOR NO KEY UPDATE OF n SKIP LOCKED
        );
    DELETE FROM awaited a WHERE a.key IN (
        SELECT n.key FROM awaited n JOIN documents d ON d.key = n.key
        WHERE n.key = ANY (keys)
            AND NOT EXISTS (SELECT FROM files f WHERE f.key = n.key AND f.document_id IS NULL)
        FOR UPDATE OF n SKIP LOCKED
    );
END $$;

CREATE OR REPLACE FUNCTION claim(wanted bytea[], most integer) RETURNS SETOF bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
DECLARE
    own bytea[];
BEGIN
    -- Whoever purges comes before or after all that follows.
    LOCK TABLE files IN ROW EXCLUSIVE MODE;
    SELECT array_agg(DISTINCT f.key) INTO own FROM files f JOIN folders o ON o.id = f.folder_id
        WHERE f.key = ANY (wanted) AND o.owner = session_user;
    PERFORM assign_documents(own);
    RETURN QUERY SELECT a.key FROM awaited a
        WHERE a.key = ANY (own) AND NOT EXISTS (SELECT FROM documents d WHERE d.key = a.key)
        LIMIT most FOR UPDATE OF a SKIP LOCKED;
END $$;

CREATE OR REPLACE FUNCTION missing(its_folder integer) RETURNS TABLE (key bytea, numbers bigint[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = findling, pg_temp AS $$
    SELECT f.key, array_agg(f.number ORDER BY f.number) FROM files f
    WHERE f.folder_id = its_folder AND f.document_id IS NULL
        AND EXISTS (SELECT FROM folders o WHERE o.id = its_folder AND o.owner = session_user)
    GROUP BY f.key
$$;

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
    LOCK TABLE files IN ROW EXCLUSIVE MODE;
    PERFORM FROM awaited a WHERE a.key = its_key AND EXISTS (
        SELECT FROM files f JOIN folders o ON o.id = f.folder_id WHERE f.key = its_key AND o.owner = session_user
    ) FOR UPDATE OF a SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    INSERT INTO documents (key, kind, title, language, pages, recognised, body, stems, words, mean)
        VALUES (its_key, its_kind, its_title, its_language, its_pages, is_recognised, its_body, stem_count, word_count,
            its_mean) ON CONFLICT (key) DO NOTHING RETURNING id INTO number;
    IF number IS NULL THEN
        RETURN false;
    END IF;
    PERFORM assign_documents(ARRAY[its_key]);
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

REVOKE EXECUTE ON FUNCTION find_document, assign_documents, retract FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retract TO findling_member;
"""
