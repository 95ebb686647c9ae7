"""The commands for a shared library, from the first to the last, as scripts use them."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from findling.cli.main import run
from findling.indexing.indexer import Indexer
from findling.paths import LibraryPaths
from findling.processes.writer.writer_client import WriterClient
from findling.settings import Settings
from findling.team.team_passwords import PASSWORD_VARIABLE
from findling.team.team_schema import LATEST
from postgresserver import PASSWORD
from waiting import wait_until

TEXTS = {
    "lease.txt": "The lease of the flat in Berlin ends in March, and the deposit of 900 euros is paid back.",
    "recipe.txt": "Bread rises overnight in a cold kitchen and is baked in a hot pot.",
    "boat.txt": "The rowing boat is moored at the old jetty, below the lighthouse.",
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A library on this computer, and its folder."""
    folder, library = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("library")
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    indexer = Indexer.open(LibraryPaths.inside(library), Settings(topics=False))
    indexer.index([folder], report=lambda _: None, should_stop=lambda: False)
    indexer.close()
    return folder, library


@pytest.fixture
def findling(papers, capfdbinary):
    """Run a command in the library, or in another; return its exit code, its JSON, and what it says beside that."""

    def command(*arguments: str, library: Path = papers[1]):
        code = run(["--library", str(library), "--json", "--no-progress", *arguments], lambda *_: 0)
        out, err = capfdbinary.readouterr()
        return code, json.loads(out) if out else None, err.decode()

    return command


def test_a_library_is_made_published_searched_and_left(template, papers, findling, tmp_path):
    folder, _ = papers
    url = template.server.url(template.server.create_database())
    code, made, said = findling("library", "create", url)
    assert (code, made["model"], made["files"], said) == (0, "all-MiniLM-L6-v2", 0, "")
    code, shared, _ = findling("library", "share", str(folder), "--with", "everyone")
    assert (code, shared["shared"]) == (0, [{"path": str(folder), "with": ["everyone"]}])
    code, published, _ = findling("library", "publish")
    assert (code, published) == (0, {"files": 3, "changed": 3, "removed": 0, "documents": 3, "waiting": 0})

    assert findling("library", "status")[1]["in_step"]

    _, local, _ = findling("search", "money back from my landlord")
    code, answer, _ = findling("search", "--shared", "money back from my landlord")
    assert code == 0
    assert answer["results"][0]["path"] == str(folder / "lease.txt")
    assert [each["path"] for each in answer["results"]] == [each["path"] for each in local["results"]]
    assert [each["relevance"] for each in answer["results"]] == [each["relevance"] for each in local["results"]]
    assert answer["results"][0]["passages"][0]["text"] == TEXTS["lease.txt"]

    # Another computer sees where a file is; the documents are the same.
    other = tmp_path / "other"
    assert findling("library", "join", url, library=other)[0] == 0
    code, answer, _ = findling("search", "--shared", "rowing boat", library=other)
    assert answer["results"][0]["path"].endswith(f":{folder / 'boat.txt'}")
    assert (answer["results"][0]["shared_by"], bool(answer["results"][0]["computer"])) == ("admin", True)

    code, left, _ = findling("library", "leave")
    assert (code, left) == (0, {"address": None})
    assert findling("library", "status", library=other)[1]["files"] == 0


def test_away_from_the_server_the_library_on_this_computer_answers_and_says_so(template, papers, findling, monkeypatch):
    url = template.server.url(template.server.create_database())
    assert findling("library", "create", url)[0] == 0
    membership = LibraryPaths.inside(papers[1]).membership
    membership.write_text(membership.read_text().replace(f":{template.server.port}/", ":9/"))
    code, answer, _ = findling("search", "--shared", "rowing boat")
    assert code == 0
    assert Path(answer["results"][0]["path"]).name == "boat.txt"
    assert "This comes from the library on this computer." in answer["notes"][0]
    code, _, said = findling("library", "publish")
    assert code == 1
    assert "cannot be reached" in said
    assert findling("library", "leave", "--keep")[0] == 0


def test_while_changes_are_followed_what_is_shared_is_published_without_being_asked(template, papers, findling):
    folder, library = papers
    database = template.server.create_database()
    url = template.server.url(database)
    assert findling("library", "create", url)[0] == 0
    with WriterClient.start(LibraryPaths.inside(library)) as writer:
        following = threading.Thread(target=lambda: list(writer.follow()))
        following.start()
        assert findling("library", "share", str(folder), "--with", "everyone")[1]["in_step"] is None
        wait_until(lambda: findling("library", "status")[1]["in_step"])
        assert findling("library", "status")[1]["documents"] == 3
        writer.stop()
        following.join()
    assert findling("library", "leave")[1] == {"address": None}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["library", "publish"], 2, "has joined no shared one"),
        (["library", "leave"], 2, "has joined no shared one"),
        (["search", "--shared", "boat"], 2, "has joined no shared one"),
        (["library", "share", "/"], 2, "by --with NAME, or --withdraw"),
        (["library", "join", "postgresql://ann@db.example.org/x?sslmode=require"], 2, "Without verified TLS"),
        (["search", "--shared", "--rerank", "boat"], 2, "asked once"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_line(findling, arguments, code, said):
    ended, document, error = findling(*arguments)
    assert (ended, document) == (code, None)
    assert said in error


def test_a_wrong_password_and_a_folder_that_is_not_here_are_one_line_each(template, findling, tmp_path, monkeypatch):
    url = template.server.url(template.name, "ann")
    monkeypatch.setenv(PASSWORD_VARIABLE, "wrong")
    code, _, said = findling("library", "join", url)
    assert (code, said.count("\n")) == (1, 1)
    assert "with this password" in said
    monkeypatch.undo()
    assert findling("library", "join", url)[2].startswith("findling: The shared library was made with the model tests")
    code, _, said = findling("library", "share", str(tmp_path), "--with", "sales")
    assert code == 2
    assert "is not in the library on this computer" in said
    code, _, said = findling("search", "--shared", "--mode", "words", "label:paid boat")
    assert (code, said.count("\n")) == (1, 1)
    assert "cannot be narrowed by label:" in said
    code, _, said = findling("search", "--shared", "boat")
    assert code == 1
    assert findling("library", "leave")[0] == 0


def test_a_password_is_kept_in_the_keyring_and_in_no_file(template, papers, findling, tmp_path, monkeypatch, key_store):
    monkeypatch.delenv(PASSWORD_VARIABLE)
    secret = tmp_path / "secret"
    secret.write_text(f"{PASSWORD}\n")
    assert (
        findling("library", "join", template.server.url(template.name, "ann"), "--password-file", str(secret))[0] == 0
    )
    assert list(key_store.kept.values()) == [PASSWORD]
    assert PASSWORD not in LibraryPaths.inside(papers[1]).membership.read_text()
    assert findling("library", "status")[0] == 0
    assert findling("library", "leave")[0] == 0
    assert key_store.kept == {}


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (
            LATEST - 1,
            (
                f"The shared library was made by an older Findling (version {LATEST - 1} of its tables, not {LATEST})."
                " Whoever made it can run findling library create once more, which brings it up to date."
            ),
        ),
        (
            LATEST + 1,
            (
                f"The shared library was made by a newer Findling (version {LATEST + 1} of its tables, not {LATEST})."
                " Install the newest Findling on this computer."
            ),
        ),
    ],
)
def test_a_library_of_another_version_is_refused_with_what_to_do(shared, findling, tmp_path, version, said):
    url = shared.server.url(shared.name, "ann")
    assert findling("library", "join", url, library=tmp_path)[0] == 0
    shared.ask("UPDATE library SET version = %s RETURNING 1", "admin", version)
    for command in (["status"], ["join", url]):
        code, found, error = findling("library", *command, library=tmp_path)
        assert code != 0
        assert found is None
        assert [" ".join(error.split())] == [f"findling: {said}"]
