"""Third version of the shared library, as SQL: a publication costs what changed.

A mark says of which state of the library on a computer a folder's files are. The server takes it away with each change
of these files, and who publishes puts it there again in the same transaction, so that it holds wherever it is: also
where either side was put back from a backup, or where files were changed past Findling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import LiteralString

INCREMENTS: LiteralString = """
-- number: of the file in the library on its computer. It would tell others how many files somebody has.
ALTER TABLE files ADD COLUMN number bigint NOT NULL DEFAULT 0;
CREATE INDEX files_by_number ON files (folder_id, number);
REVOKE SELECT ON files FROM findling_reader;
GRANT SELECT (id, folder_id, path, folded, words, size, mtime_ns, source, key) ON files TO findling_reader;

-- mark is written and read by the owner's Findling alone; NULL where nothing tells of which state the files are.
CREATE TABLE publications (
    folder_id integer PRIMARY KEY REFERENCES folders ON DELETE CASCADE,
    files bigint NOT NULL DEFAULT 0,
    mark text
);
INSERT INTO publications
    SELECT o.id, count(f.id) FROM folders o LEFT JOIN files f ON f.folder_id = o.id GROUP BY o.id;
ALTER TABLE publications ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON publications
    USING (folder_id IN (SELECT id FROM folders WHERE owner = current_user))
    WITH CHECK (folder_id IN (SELECT id FROM folders WHERE owner = current_user));
GRANT SELECT ON publications TO findling_reader;
GRANT UPDATE (mark) ON publications TO findling_member;

-- Names of documents that a file referred to, until it is looked whether another one does.
CREATE TABLE released (key bytea NOT NULL);
SELECT purge();

CREATE FUNCTION begin_publication() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    INSERT INTO publications (folder_id) VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION note_arrived() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    UPDATE publications p SET files = p.files + n.files, mark = NULL
        FROM (SELECT folder_id, count(*) AS files FROM arrived GROUP BY folder_id) n WHERE n.folder_id = p.folder_id;
    RETURN NULL;
END $$;

CREATE FUNCTION note_departed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    UPDATE publications p SET files = p.files - n.files, mark = NULL
        FROM (SELECT folder_id, count(*) AS files FROM departed GROUP BY folder_id) n WHERE n.folder_id = p.folder_id;
    INSERT INTO released SELECT DISTINCT key FROM departed;
    RETURN NULL;
END $$;

CREATE FUNCTION note_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    UPDATE publications p SET files = p.files + n.files, mark = NULL
        FROM (
            SELECT folder_id, sum(sign) AS files
            FROM (SELECT folder_id, 1 AS sign FROM arrived UNION ALL SELECT folder_id, -1 FROM departed) every
            GROUP BY folder_id
        ) n WHERE n.folder_id = p.folder_id;
    INSERT INTO released SELECT key FROM departed EXCEPT SELECT key FROM arrived;
    RETURN NULL;
END $$;

CREATE TRIGGER folder_added AFTER INSERT ON folders FOR EACH ROW EXECUTE FUNCTION begin_publication();
CREATE TRIGGER files_arrived AFTER INSERT ON files REFERENCING NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION note_arrived();
CREATE TRIGGER files_departed AFTER DELETE ON files REFERENCING OLD TABLE AS departed
    FOR EACH STATEMENT EXECUTE FUNCTION note_departed();
CREATE TRIGGER files_differ AFTER UPDATE ON files REFERENCING OLD TABLE AS departed NEW TABLE AS arrived
    FOR EACH STATEMENT EXECUTE FUNCTION note_changed();

-- The caller's files of a folder: those of some numbers, or all.
CREATE FUNCTION published(its_folder integer, numbers bigint[])
RETURNS TABLE (id bigint, number bigint, path text, size bigint, mtime_ns bigint, source bytea, key bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM folders o WHERE o.id = its_folder AND o.owner = session_user) THEN
        RETURN;
    END IF;
    -- Two statements, for one with OR would pass over all files.
    IF numbers IS NULL THEN
        RETURN QUERY SELECT f.id, f.number, f.path, f.size, f.mtime_ns, f.source, f.key
            FROM files f WHERE f.folder_id = its_folder;
    ELSE
        RETURN QUERY SELECT f.id, f.number, f.path, f.size, f.mtime_ns, f.source, f.key
            FROM files f WHERE f.folder_id = its_folder AND f.number = ANY (numbers);
    END IF;
END $$;

CREATE FUNCTION announce(
    its_folder integer, numbers bigint[], paths text[], folded_names text[], name_words text[], sizes bigint[],
    times_ns bigint[], sources bytea[], keys bytea[]
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM folders o WHERE o.id = its_folder AND o.owner = session_user) THEN
        RETURN;
    END IF;
    INSERT INTO files (folder_id, number, path, folded, words, size, mtime_ns, source, key)
        SELECT its_folder, n.number, n.path, n.folded, string_to_array(n.words, ' '), n.size, n.mtime_ns, n.source,
            n.key
        FROM unnest(numbers, paths, folded_names, name_words, sizes, times_ns, sources, keys)
            AS n (number, path, folded, words, size, mtime_ns, source, key)
        ON CONFLICT (folder_id, path) DO UPDATE SET number = excluded.number, size = excluded.size,
            mtime_ns = excluded.mtime_ns, source = excluded.source, key = excluded.key;
END $$;

-- Documents that the caller's files of a folder wait for, each with the numbers of these files.
CREATE FUNCTION missing(its_folder integer) RETURNS TABLE (key bytea, numbers bigint[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = findling, pg_temp AS $$
    -- From what is awaited on, of which there is little as a rule.
    SELECT a.key, w.numbers FROM awaited a CROSS JOIN LATERAL (
        SELECT array_agg(f.number ORDER BY f.number) AS numbers FROM files f
        WHERE f.key = a.key AND f.folder_id + 0 = its_folder
    ) w
    WHERE w.numbers IS NOT NULL AND EXISTS (SELECT FROM folders o WHERE o.id = its_folder AND o.owner = session_user)
$$;

-- Deletes what no file refers to any more, of what one referred to; nobody adds files meanwhile.
CREATE OR REPLACE FUNCTION purge() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = findling, pg_temp AS $$
DECLARE
    keys bytea[];
    gone bigint;
BEGIN
    IF NOT EXISTS (SELECT FROM released) THEN
        RETURN 0;
    END IF;
    LOCK TABLE files IN SHARE ROW EXCLUSIVE MODE;
    WITH looked_at AS (DELETE FROM released RETURNING released.key)
        SELECT array_agg(DISTINCT l.key) INTO keys FROM looked_at l;
    DELETE FROM awaited a WHERE a.key = ANY (keys) AND NOT EXISTS (SELECT FROM files f WHERE f.key = a.key);
    DELETE FROM documents d WHERE d.key = ANY (keys) AND NOT EXISTS (SELECT FROM files f WHERE f.key = d.key);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

REVOKE EXECUTE ON FUNCTION begin_publication, note_arrived, note_departed, note_changed, published, announce, missing
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published, announce, missing TO findling_member;
"""
