-- A library as the twenty-fifth migration made it.
BEGIN TRANSACTION;
CREATE TABLE arrivals (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            arrived_ns INTEGER NOT NULL,
            state INTEGER NOT NULL
        );
CREATE TABLE change_stamps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            stamp BLOB NOT NULL UNIQUE,
            after INTEGER NOT NULL
        );
INSERT INTO "change_stamps" VALUES(1,X'CE1A87CD43A0E388D6ED33523709CCD5',0);
CREATE TABLE contents (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            content_hash BLOB NOT NULL
        );
CREATE TABLE devices (
            path BLOB PRIMARY KEY,
            device BLOB NOT NULL
        ) WITHOUT ROWID;
CREATE TABLE distinctions (
            first BLOB NOT NULL,
            second BLOB NOT NULL,
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID;
CREATE TABLE documents (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            content_hash BLOB NOT NULL UNIQUE,
            extractor TEXT NOT NULL,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            language TEXT NOT NULL,
            pages INTEGER,
            text TEXT NOT NULL,
            checksum INTEGER NOT NULL,
            reason TEXT,
            detail TEXT NOT NULL DEFAULT ''
        , blocks BLOB, unread TEXT NOT NULL DEFAULT 'unknown', characters BLOB NOT NULL DEFAULT x'', objects BLOB NOT NULL DEFAULT x'', holds_files INTEGER NOT NULL DEFAULT 0);
INSERT INTO "documents" VALUES(1,X'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F','old-reader','txt','Rent','en',NULL,'The rent is due on the first.

Über alles.',2763371242,NULL,'',X'789C8B8E36D031B2D451CA484D4CC9CC4B57D231D4C92BCDC9D13188D58936D23134D4512A482C4A4C2F4A2CC850D23180C9C50200C1981081','unknown',X'',X'',0);
CREATE TABLE embedding_queue (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            passages BLOB NOT NULL,
            count INTEGER NOT NULL,
            priority INTEGER NOT NULL,
            begun INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            crashes INTEGER NOT NULL DEFAULT 0,
            set_aside_ns INTEGER NOT NULL DEFAULT 0
        );
CREATE TABLE file_changes (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            file_id INTEGER NOT NULL
        );
CREATE TABLE files (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
            path BLOB NOT NULL UNIQUE,
            parent BLOB NOT NULL,
            shown TEXT NOT NULL,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            inode BLOB NOT NULL,
            status TEXT NOT NULL,
            priority INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            reason TEXT,
            detail TEXT NOT NULL DEFAULT '',
            extractor TEXT NOT NULL DEFAULT '',
            document_id INTEGER REFERENCES documents
        , begun INTEGER NOT NULL DEFAULT 0, crashes INTEGER NOT NULL DEFAULT 0, tried_ns INTEGER NOT NULL DEFAULT 0, changed_ns INTEGER NOT NULL DEFAULT 0, absence TEXT, missed_ns INTEGER NOT NULL DEFAULT 0, container_id INTEGER REFERENCES files ON DELETE CASCADE, outermost_id INTEGER REFERENCES files ON DELETE CASCADE, listed_by BLOB);
INSERT INTO "files" VALUES(1,1,X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',X'2F686F6D652F6164612F6E6F746573','/home/ada/notes/rent.txt',41,1700000000000000000,X'0000000000000000000000000000004D','indexed',0,0,NULL,'','old-reader',1,0,0,0,0,NULL,0,NULL,NULL,NULL);
CREATE TABLE folders (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path BLOB NOT NULL UNIQUE,
            exclude TEXT NOT NULL DEFAULT '[]'
        );
INSERT INTO "folders" VALUES(1,X'2F686F6D652F6164612F6E6F746573','["*.tmp"]');
CREATE TABLE former_labels (former TEXT PRIMARY KEY, label TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            entry TEXT NOT NULL,
            subject INTEGER NOT NULL
        );
INSERT INTO "journal" VALUES(1,'document',1);
INSERT INTO "journal" VALUES(2,'name',1);
CREATE TABLE judgements (
            question TEXT NOT NULL,
            content BLOB NOT NULL,
            path BLOB NOT NULL,
            answers INTEGER NOT NULL,
            judged_ns INTEGER NOT NULL,
            PRIMARY KEY (question, content)
        ) WITHOUT ROWID;
CREATE TABLE kept_vectors (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            places BLOB NOT NULL,
            matrix BLOB NOT NULL,
            checksum INTEGER NOT NULL
        );
CREATE TABLE label_acts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            made_ns INTEGER NOT NULL,
            gone TEXT NOT NULL,
            came TEXT NOT NULL
        );
CREATE TABLE label_choices (
            label TEXT NOT NULL,
            path BLOB NOT NULL,
            content BLOB,
            choice TEXT NOT NULL,
            chosen_ns INTEGER NOT NULL,
            PRIMARY KEY (label, path)
        ) WITHOUT ROWID;
CREATE TABLE label_colours (label TEXT PRIMARY KEY, colour INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE label_watches (
            label TEXT PRIMARY KEY,
            since_ns INTEGER NOT NULL
        ) WITHOUT ROWID;
CREATE TABLE labels (
            label TEXT PRIMARY KEY,
            name TEXT NOT NULL
        ) WITHOUT ROWID;
CREATE TABLE lineage (
            stamp BLOB NOT NULL,
            before BLOB,
            touched INTEGER NOT NULL DEFAULT 0,
            user_revision INTEGER NOT NULL DEFAULT 0
        );
INSERT INTO "lineage" VALUES(X'CE1A87CD43A0E388D6ED33523709CCD5',NULL,0,0);
CREATE TABLE mean_vectors (
            space_id INTEGER NOT NULL,
            document_id INTEGER NOT NULL,
            vector BLOB NOT NULL,
            PRIMARY KEY (space_id, document_id)
        ) WITHOUT ROWID;
CREATE TABLE names (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            name TEXT NOT NULL,
            folders TEXT NOT NULL
        );
INSERT INTO "names" VALUES(1,' rent txt ',' home ada notes ');
CREATE TABLE origin_people (
            origin_id INTEGER NOT NULL REFERENCES origins ON DELETE CASCADE,
            role TEXT NOT NULL,
            shown TEXT NOT NULL,
            folded TEXT NOT NULL
        );
CREATE TABLE origins (
            id INTEGER PRIMARY KEY,
            document_id INTEGER REFERENCES documents ON DELETE CASCADE,
            file_id INTEGER REFERENCES files ON DELETE CASCADE,
            dated_ns INTEGER,
            subject TEXT NOT NULL,
            folded TEXT NOT NULL
        );
CREATE TABLE pairs (
            first INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            second INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            likeness TEXT NOT NULL,
            similarity REAL NOT NULL,
            first_within REAL NOT NULL,
            second_within REAL NOT NULL,
            numbers INTEGER NOT NULL,
            dates INTEGER NOT NULL,
            names INTEGER NOT NULL,
            negations INTEGER NOT NULL,
            words INTEGER NOT NULL,
            PRIMARY KEY (first, second)
        ) WITHOUT ROWID;
CREATE TABLE passages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            page INTEGER,
            heading TEXT NOT NULL DEFAULT ''
        );
INSERT INTO "passages" VALUES(1,1,1,0,29,NULL,'');
INSERT INTO "passages" VALUES(2,1,1,31,42,NULL,'Heading');
CREATE TABLE recognised_pages (
            content_hash BLOB NOT NULL,
            page INTEGER NOT NULL,
            stamp TEXT NOT NULL,
            found BLOB NOT NULL,
            reason TEXT,
            PRIMARY KEY (content_hash, page)
        ) WITHOUT ROWID;
CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            started_ns INTEGER NOT NULL
        );
INSERT INTO "runs" VALUES(1,1700000000000000001);
INSERT INTO "runs" VALUES(2,1700000000000000002);
INSERT INTO "runs" VALUES(3,1700000000000000003);
CREATE TABLE scanned_files (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            content_hash BLOB NOT NULL,
            pictured BLOB NOT NULL,
            pages INTEGER NOT NULL,
            finished INTEGER NOT NULL DEFAULT 0
        );
CREATE TABLE sketches (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            stamp TEXT NOT NULL,
            wording BLOB NOT NULL,
            words INTEGER NOT NULL,
            hashes BLOB NOT NULL,
            compared INTEGER NOT NULL DEFAULT 0
        );
INSERT INTO "sketches" VALUES(1,'bottom-k 4/8 1|verdict 1',X'0102',9,X'0500000000000000',1);
CREATE TABLE spaces (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            fingerprint TEXT NOT NULL UNIQUE,
            model TEXT NOT NULL,
            dimensions INTEGER NOT NULL
        , answering INTEGER NOT NULL DEFAULT 0, background_mean REAL, background_deviation REAL, background_documents INTEGER);
INSERT INTO "spaces" VALUES(1,'old-model:int8|old-rules','old-model',2,1,NULL,NULL,NULL);
CREATE TABLE steps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            state TEXT NOT NULL,
            place BLOB NOT NULL,
            action TEXT,
            path BLOB,
            size INTEGER,
            modified_ns INTEGER,
            mode INTEGER,
            content BLOB,
            survivor_path BLOB,
            survivor_size INTEGER,
            survivor_modified_ns INTEGER,
            survivor_mode INTEGER,
            survivor_content BLOB,
            target BLOB,
            unread BLOB
        );
INSERT INTO "steps" VALUES(1,1,'done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F62696E6E65642E747874','bin',X'2F686F6D652F6164612F6E6F7465732F62696E6E65642E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,NULL);
INSERT INTO "steps" VALUES(2,1,'undone',X'2F686F6D652F6164612F61736964652F6D6F7665642E747874','move',X'2F686F6D652F6164612F6E6F7465732F6D6F7665642E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6173696465',NULL);
INSERT INTO "steps" VALUES(3,1,'done',X'2E','link',X'2F686F6D652F6164612F6E6F7465732F6C696E6B65642E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,NULL);
INSERT INTO "steps" VALUES(4,1,'done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F756E74617267657465642E747874','bin',X'2F686F6D652F6164612F6E6F7465732F756E74617267657465642E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,NULL);
INSERT INTO "steps" VALUES(5,1,'done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F6E6F7465642E747874','bin',X'2F686F6D652F6164612F6E6F7465732F6E6F7465642E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,NULL);
INSERT INTO "steps" VALUES(6,2,'begun',X'2F686F6D652F6164612F6E6F7465732F6C65747465722E747874','rename',X'2F686F6D652F6164612F6E6F7465732F64726166742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F64726166742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F6C65747465722E747874',NULL);
INSERT INTO "steps" VALUES(7,2,'planned',X'','bin',X'2F686F6D652F6164612F6E6F7465732F706C616E6E65642E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,NULL);
INSERT INTO "steps" VALUES(8,3,'undoing',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F72657475726E696E672E747874','bin',X'2F686F6D652F6164612F6E6F7465732F72657475726E696E672E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,NULL);
INSERT INTO "steps" VALUES(9,3,'done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F746F726E2E747874',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,X'7B2274797065223A202273746570222C2022616374696F6E223A202262696E222C202266696C65223A207B2274797065223A20227365656E222C2022');
INSERT INTO "steps" VALUES(10,3,'begun',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F756E73697A65642E747874','bin',X'2F686F6D652F6164612F6E6F7465732F756E73697A65642E747874',NULL,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,X'7B2274797065223A202273746570222C2022616374696F6E223A202262696E222C202266696C65223A207B2274797065223A20227365656E222C202270617468223A20222F686F6D652F6164612F6E6F7465732F756E73697A65642E747874222C20226D6F6469666965645F6E73223A20313730303030303030303030303030303030302C20226D6F6465223A2033333138382C2022636F6E74656E74223A2022415145424151454241514542415145424151454241514542415145424151454241514542415145424151453D227D2C20227375727669766F72223A207B2274797065223A20227365656E222C202270617468223A20222F686F6D652F6164612F6E6F7465732F72656E742E747874222C202273697A65223A2034312C20226D6F6469666965645F6E73223A20313730303030303030303030303030303030302C20226D6F6465223A2033333138382C2022636F6E74656E74223A2022415145424151454241514542415145424151454241514542415145424151454241514542415145424151453D227D2C2022746172676574223A206E756C6C7D');
INSERT INTO "steps" VALUES(11,3,'done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F6275726E742E747874','burn',X'2F686F6D652F6164612F6E6F7465732F6275726E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',41,1700000000000000000,33188,X'0101010101010101010101010101010101010101010101010101010101010101',NULL,NULL);
CREATE TABLE topic_documents (
            document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            topic_id INTEGER REFERENCES topics ON DELETE SET NULL,
            closeness REAL NOT NULL,
            x REAL NOT NULL,
            y REAL NOT NULL,
            is_later INTEGER NOT NULL
        );
CREATE TABLE topic_grouping (
            state TEXT NOT NULL,
            space_id INTEGER NOT NULL,
            documents INTEGER NOT NULL
        );
CREATE TABLE topics (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            parent_id INTEGER REFERENCES topics ON DELETE CASCADE,
            terms TEXT NOT NULL
        );
CREATE TABLE unfinished_vectors (
            content_hash BLOB NOT NULL,
            space_id INTEGER NOT NULL REFERENCES spaces ON DELETE CASCADE,
            texts_hash BLOB NOT NULL,
            first INTEGER NOT NULL,
            matrix BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            PRIMARY KEY (content_hash, space_id, texts_hash, first)
        ) WITHOUT ROWID;
CREATE TABLE vectors (
            first_passage INTEGER PRIMARY KEY,
            document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            space_id INTEGER NOT NULL REFERENCES spaces,
            count INTEGER NOT NULL,
            matrix BLOB NOT NULL,
            checksum INTEGER NOT NULL,
            UNIQUE (document_id, space_id)
        );
INSERT INTO "vectors" VALUES(1,1,1,2,X'003C0000000000BC',3359043560);
CREATE INDEX files_by_parent ON files (parent);
CREATE INDEX files_by_folder ON files (folder_id);
CREATE INDEX files_by_document ON files (document_id);
CREATE INDEX files_by_turn ON files (status, priority, id);
CREATE INDEX passages_by_document ON passages (document_id, space_id);
CREATE TRIGGER document_added AFTER INSERT ON documents
           BEGIN INSERT INTO journal (entry, subject) VALUES ('document', new.id); END;
CREATE TRIGGER document_gone AFTER DELETE ON documents
           BEGIN INSERT INTO journal (entry, subject) VALUES ('document', old.id); END;
CREATE TRIGGER name_added AFTER INSERT ON files
           BEGIN INSERT INTO journal (entry, subject) VALUES ('name', new.id); END;
CREATE TRIGGER name_gone AFTER DELETE ON files
           BEGIN INSERT INTO journal (entry, subject) VALUES ('name', old.id); END;
CREATE TRIGGER name_changed AFTER UPDATE OF path ON files
           BEGIN INSERT INTO journal (entry, subject) VALUES ('name', new.id); END;
CREATE INDEX sketches_by_wording ON sketches (wording);
CREATE INDEX sketches_to_compare ON sketches (document_id) WHERE compared = 0;
CREATE TRIGGER representative_gone AFTER DELETE ON sketches
           BEGIN UPDATE sketches SET compared = 0 WHERE wording = old.wording; END;
CREATE INDEX pairs_by_second ON pairs (second);
CREATE TRIGGER template_gone AFTER DELETE ON pairs WHEN old.likeness = 'template'
           BEGIN UPDATE sketches SET compared = 0 WHERE document_id IN (old.first, old.second); END;
CREATE UNIQUE INDEX spaces_answering ON spaces (answering) WHERE answering = 1;
CREATE INDEX vectors_by_space ON vectors (space_id, first_passage, count, document_id);
CREATE INDEX steps_by_run ON steps (run_id);
CREATE INDEX steps_done ON steps (path, content) WHERE state = 'done';
CREATE TRIGGER vectors_gone AFTER DELETE ON vectors
           BEGIN DELETE FROM mean_vectors WHERE space_id = old.space_id AND document_id = old.document_id; END;
CREATE INDEX files_begun ON files (id) WHERE begun = 1;
CREATE INDEX embedding_queue_by_turn
           ON embedding_queue (space_id, set_aside_ns, priority, document_id, count);
CREATE TRIGGER embedded AFTER INSERT ON vectors
           BEGIN DELETE FROM embedding_queue WHERE document_id = new.document_id AND space_id = new.space_id; END;
CREATE TRIGGER space_answers AFTER UPDATE OF answering ON spaces WHEN new.answering = 1
           BEGIN DELETE FROM embedding_queue WHERE space_id <> new.id
           AND document_id IN (SELECT document_id FROM vectors WHERE space_id = new.id); END;
CREATE INDEX scanned_files_by_content ON scanned_files (content_hash);
CREATE INDEX scanned_files_waiting ON scanned_files (file_id) WHERE finished = 0;
CREATE INDEX files_absent ON files (folder_id) WHERE absence IS NOT NULL;
CREATE INDEX files_by_container ON files (container_id) WHERE container_id IS NOT NULL;
CREATE INDEX files_by_outermost ON files (outermost_id) WHERE outermost_id IS NOT NULL;
CREATE TRIGGER absent_inside AFTER UPDATE OF absence, missed_ns ON files
           WHEN new.container_id IS NULL AND (new.absence IS NOT old.absence OR new.missed_ns <> old.missed_ns)
           BEGIN UPDATE files SET absence = new.absence, missed_ns = new.missed_ns WHERE outermost_id = new.id; END;
CREATE TRIGGER kept_until_embedded AFTER INSERT ON vectors
           BEGIN DELETE FROM kept_vectors WHERE document_id = new.document_id AND space_id = new.space_id; END;
CREATE INDEX origins_by_document ON origins (document_id, dated_ns) WHERE document_id IS NOT NULL;
CREATE INDEX origins_by_file ON origins (file_id, dated_ns) WHERE file_id IS NOT NULL;
CREATE INDEX origin_people_by_origin ON origin_people (origin_id, role);
CREATE INDEX arrivals_waiting ON arrivals (arrived_ns, file_id) WHERE state = 0;
CREATE INDEX label_choices_by_path ON label_choices (path);
CREATE INDEX label_choices_by_content ON label_choices (content);
CREATE TRIGGER label_follows_file AFTER UPDATE OF path ON files WHEN new.path <> old.path
           BEGIN UPDATE OR REPLACE label_choices SET path = new.path WHERE path = old.path; END;
CREATE TRIGGER label_follows_edit AFTER UPDATE OF document_id ON files
           WHEN new.document_id IS NOT NULL AND new.document_id IS NOT old.document_id
           BEGIN
           -- Copies of what it was bear the label by their own names from now on.
           INSERT OR IGNORE INTO label_choices
           SELECT c.label, f.path, c.content, c.choice, c.chosen_ns FROM label_choices c
           JOIN files f ON f.document_id = old.document_id AND f.id <> new.id WHERE c.path = new.path;
           UPDATE label_choices SET content = (SELECT content_hash FROM documents WHERE id = new.document_id)
           WHERE path = new.path;
           END;
CREATE INDEX topics_by_parent ON topics (parent_id);
CREATE INDEX topic_documents_by_topic ON topic_documents (topic_id, closeness);
CREATE INDEX names_by_name ON names (name);
CREATE TRIGGER old_changes_forgotten AFTER INSERT ON file_changes
           BEGIN DELETE FROM file_changes WHERE sequence <= new.sequence - 20000; END;
CREATE TRIGGER stamp_drawn AFTER UPDATE OF stamp ON lineage BEGIN
           INSERT INTO change_stamps (stamp, after)
           VALUES (new.stamp, (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'file_changes'));
           DELETE FROM change_stamps WHERE id <= (SELECT max(id) FROM change_stamps) - 100;
           END;
CREATE TRIGGER file_to_publish AFTER UPDATE OF path, size, mtime_ns, status, document_id ON files
           WHEN new.path <> old.path OR new.status <> 'pending'
           AND (new.size, new.mtime_ns, new.status, new.document_id)
           IS NOT (old.size, old.mtime_ns, old.status, old.document_id)
           BEGIN INSERT INTO file_changes (file_id) VALUES (new.id); END;
CREATE TRIGGER file_to_take_back AFTER DELETE ON files
           BEGIN INSERT INTO file_changes (file_id) VALUES (old.id); END;
CREATE TRIGGER vectors_to_publish AFTER INSERT ON vectors
           BEGIN INSERT INTO file_changes (file_id) SELECT id FROM files WHERE document_id = new.document_id; END;
CREATE TRIGGER vectors_to_take_back AFTER DELETE ON vectors
           BEGIN INSERT INTO file_changes (file_id) SELECT id FROM files WHERE document_id = old.document_id; END;
CREATE TRIGGER reading_to_publish AFTER UPDATE OF extractor ON documents
           WHEN new.extractor <> old.extractor
           BEGIN INSERT INTO file_changes (file_id) SELECT id FROM files WHERE document_id = new.id; END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('folders',1);
INSERT INTO "sqlite_sequence" VALUES('journal',2);
INSERT INTO "sqlite_sequence" VALUES('documents',1);
INSERT INTO "sqlite_sequence" VALUES('spaces',1);
INSERT INTO "sqlite_sequence" VALUES('passages',2);
INSERT INTO "sqlite_sequence" VALUES('files',1);
INSERT INTO "sqlite_sequence" VALUES('runs',3);
INSERT INTO "sqlite_sequence" VALUES('steps',11);
INSERT INTO "sqlite_sequence" VALUES('change_stamps',1);
COMMIT;
PRAGMA user_version = 25;
