-- A library as the third migration made it.
BEGIN TRANSACTION;
CREATE TABLE contents (
            file_id INTEGER PRIMARY KEY REFERENCES files ON DELETE CASCADE,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            content_hash BLOB NOT NULL
        );
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
        , blocks BLOB);
INSERT INTO "documents" VALUES(1,X'000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F','old-reader','txt','Rent','en',NULL,'The rent is due on the first.

Über alles.',2763371242,NULL,'',X'789C8B8E36D031B2D451CA484D4CC9CC4B57D231D4C92BCDC9D13188D58936D23134D4512A482C4A4C2F4A2CC850D23180C9C50200C1981081');
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
        );
INSERT INTO "files" VALUES(1,1,X'2F686F6D652F6164612F6E6F7465732F72656E742E747874',X'2F686F6D652F6164612F6E6F746573','/home/ada/notes/rent.txt',41,1700000000000000000,X'0000000000000000000000000000004D','indexed',0,0,NULL,'','old-reader',1);
CREATE TABLE folders (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            path BLOB NOT NULL UNIQUE,
            exclude TEXT NOT NULL DEFAULT '[]'
        );
INSERT INTO "folders" VALUES(1,X'2F686F6D652F6164612F6E6F746573','["*.tmp"]');
CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            entry TEXT NOT NULL,
            subject INTEGER NOT NULL
        );
INSERT INTO "journal" VALUES(1,'document',1);
INSERT INTO "journal" VALUES(2,'name',1);
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
CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            started_ns INTEGER NOT NULL
        );
INSERT INTO "runs" VALUES(1,1700000000000000001);
INSERT INTO "runs" VALUES(2,1700000000000000002);
INSERT INTO "runs" VALUES(3,1700000000000000003);
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
        , answering INTEGER NOT NULL DEFAULT 0);
INSERT INTO "spaces" VALUES(1,'old-model:int8|old-rules','old-model',2,1);
CREATE TABLE steps (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            step TEXT NOT NULL,
            state TEXT NOT NULL,
            place BLOB NOT NULL
        );
INSERT INTO "steps" VALUES(1,1,'{"type": "step", "action": "bin", "file": {"type": "seen", "path": "/home/ada/notes/binned.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": null}','done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F62696E6E65642E747874');
INSERT INTO "steps" VALUES(2,1,'{"type": "step", "action": "move", "file": {"type": "seen", "path": "/home/ada/notes/moved.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": "/home/ada/aside"}','undone',X'2F686F6D652F6164612F61736964652F6D6F7665642E747874');
INSERT INTO "steps" VALUES(3,1,'{"type": "step", "action": "link", "file": {"type": "seen", "path": "/home/ada/notes/linked.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": null}','done',X'2E');
INSERT INTO "steps" VALUES(4,1,'{"type": "step", "action": "bin", "file": {"type": "seen", "path": "/home/ada/notes/untargeted.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}}','done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F756E74617267657465642E747874');
INSERT INTO "steps" VALUES(5,1,'{"type": "step", "action": "bin", "file": {"type": "seen", "path": "/home/ada/notes/noted.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": null, "note": "of a later Findling"}','done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F6E6F7465642E747874');
INSERT INTO "steps" VALUES(6,2,'{"type": "step", "action": "rename", "file": {"type": "seen", "path": "/home/ada/notes/draft.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/draft.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": "/home/ada/notes/letter.txt"}','begun',X'2F686F6D652F6164612F6E6F7465732F6C65747465722E747874');
INSERT INTO "steps" VALUES(7,2,'{"type": "step", "action": "bin", "file": {"type": "seen", "path": "/home/ada/notes/planned.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": null}','planned',X'');
INSERT INTO "steps" VALUES(8,3,'{"type": "step", "action": "bin", "file": {"type": "seen", "path": "/home/ada/notes/returning.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": null}','undoing',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F72657475726E696E672E747874');
INSERT INTO "steps" VALUES(9,3,'{"type": "step", "action": "bin", "file": {"type": "seen", "','done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F746F726E2E747874');
INSERT INTO "steps" VALUES(10,3,'{"type": "step", "action": "bin", "file": {"type": "seen", "path": "/home/ada/notes/unsized.txt", "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": null}','begun',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F756E73697A65642E747874');
INSERT INTO "steps" VALUES(11,3,'{"type": "step", "action": "burn", "file": {"type": "seen", "path": "/home/ada/notes/burnt.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "survivor": {"type": "seen", "path": "/home/ada/notes/rent.txt", "size": 41, "modified_ns": 1700000000000000000, "mode": 33188, "content": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}, "target": null}','done',X'2F686F6D652F6164612F2E6C6F63616C2F73686172652F54726173682F66696C65732F6275726E742E747874');
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
CREATE INDEX steps_by_run ON steps (run_id);
CREATE UNIQUE INDEX spaces_answering ON spaces (answering) WHERE answering = 1;
CREATE INDEX vectors_by_space ON vectors (space_id, first_passage, count, document_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('folders',1);
INSERT INTO "sqlite_sequence" VALUES('journal',2);
INSERT INTO "sqlite_sequence" VALUES('documents',1);
INSERT INTO "sqlite_sequence" VALUES('spaces',1);
INSERT INTO "sqlite_sequence" VALUES('passages',2);
INSERT INTO "sqlite_sequence" VALUES('files',1);
INSERT INTO "sqlite_sequence" VALUES('runs',3);
INSERT INTO "sqlite_sequence" VALUES('steps',11);
COMMIT;
PRAGMA user_version = 3;
