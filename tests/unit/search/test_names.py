"""Every file is found by its name, read or not, from the moment it was seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.search import Mode, Relevance, Result
from findling.formats import FileKind
from findling.search.library_reader import Library
from workspace import Workspace

FILMS = {
    "Inv-2023-04.dwg": b"AC1032" + bytes(300),
    "Holiday in Sweden.mp4": b"\0\0\0\x18ftypmp42" + bytes(300),
    "Passport scan.pdf": b"%PDF-1.7\nno page",
    "id_rsa": b"-----BEGIN OPENSSH PRIVATE KEY-----\n"
    + b"b3BlbnNzaC1rZXktdjEAAAAA" * 9
    + b"\n-----END OPENSSH PRIVATE KEY-----\n",
    "notes of 20.txt": b"Twenty notes about gardening and the weather in April.",
    "sweden.txt": b"Sweden is where we spent the holiday: lakes, woods and a red house by the water.",
    ".hidden plan.mp4": b"hidden",
}


@pytest.fixture(scope="module")
def indexed(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("named"))
    for name, content in FILMS.items():
        workspace.write(name, content)
    workspace.index()
    return workspace


@pytest.fixture(scope="module")
def library(indexed: Workspace) -> Iterator[Library]:
    with indexed.reading() as library:
        yield library


def find(library: Library, query: str, name: str, **options) -> Result | None:
    return next((each for each in library.search(query, **options).results if each.path.name == name), None)


@pytest.mark.parametrize("mode", [Mode.WORDS, Mode.HYBRID])
@pytest.mark.parametrize(
    ("query", "name", "reason"),
    [
        ("inv-20", "Inv-2023-04.dwg", Reason.UNSUPPORTED),
        ("INV 2023", "Inv-2023-04.dwg", Reason.UNSUPPORTED),
        ("name:2023-04", "Inv-2023-04.dwg", Reason.UNSUPPORTED),
        ("holi", "Holiday in Sweden.mp4", Reason.BINARY),
        ("passport", "Passport scan.pdf", Reason.DAMAGED),
        ("passport type:pdf", "Passport scan.pdf", Reason.DAMAGED),
        ('"in sweden" type:other', "Holiday in Sweden.mp4", Reason.BINARY),
        # That there is such a file is no secret: it stands in the list of files, with its reason.
        ("id_rsa", "id_rsa", Reason.SECRET),
    ],
)
def test_a_file_without_a_text_is_found_by_a_part_of_its_name_with_the_reason(library, mode, query, name, reason):
    result = find(library, query, name, mode=mode)
    assert result is not None
    assert (result.found_by_name, result.relevance, result.hits) == (True, Relevance.UNRATED, ())
    assert result.reason is reason
    assert (result.size, result.title) == (len(FILMS[name]), name)


@pytest.mark.parametrize(
    "query",
    ["plan", "hidden", "name:hidden", "what do I know about invoices", "inv -2023", "inv lang:en", "inv after:2100"],
)
def test_what_is_left_out_or_does_not_bear_every_word_is_not_found_by_its_name(library, query):
    assert not any(result.path.suffix in {".dwg", ".mp4"} for result in library.search(query).results)


def test_names_say_nothing_of_meaning(library):
    assert find(library, "inv-20", "Inv-2023-04.dwg", mode=Mode.MEANING) is None


def test_a_text_that_has_the_words_comes_before_a_name_that_has_them(library):
    names = [result.path.name for result in library.search("sweden holiday").results]
    assert names[:2] == ["sweden.txt", "Holiday in Sweden.mp4"]
    assert library.search("sweden holiday").results[0].found_by_name is False


def test_a_read_file_is_found_by_a_part_of_its_name_that_its_text_lacks(library):
    result = find(library, "otes-of", "notes of 20.txt", mode=Mode.WORDS)
    assert result is not None
    assert (result.found_by_name, result.relevance, result.status) == (True, Relevance.UNRATED, FileStatus.INDEXED)


def test_each_file_is_in_one_part_of_a_long_answer(tmp_path):
    workspace = Workspace.at(tmp_path)
    for number in range(12):
        workspace.write(f"film {number}.mp4", b"\0\0\0\x18ftypmp42" + bytes([number]))
        workspace.write(f"note {number}.txt", f"A film about the number {number} and nothing else at all.")
    workspace.index()
    with workspace.reading() as library:
        for query in ("film", "name:film", "type:txt,other"):
            found = [
                [result.path for result in library.search(query, limit=limit, offset=offset).results]
                for offset, limit in ((0, 10), (10, 5), (15, 20))
            ]
            paths = [path for part in found for path in part]
            assert len(paths) == len(set(paths))
            assert len(found[0]) == 10
            assert {path.name for path in paths} >= {f"note {n}.txt" for n in range(12)} or query == "name:film"


def test_names_are_searchable_while_their_folder_is_still_being_listed(tmp_path):
    workspace = Workspace.at(tmp_path)
    for number in range(1_200):
        workspace.write(f"film {number:04}.mp4", b"")
    seen: list[int] = []

    with workspace.writing() as indexer:

        def look(progress) -> None:
            if not seen and progress.found:
                with workspace.reading() as library:
                    seen.append(len(library.search("name:film", limit=2_000, mode=Mode.WORDS).results))
                    (waiting,) = library.search("film 0001", mode=Mode.WORDS).results
                    assert (waiting.found_by_name, waiting.status, waiting.reason) == (True, FileStatus.PENDING, None)
                    assert waiting.kind is FileKind.OTHER

        indexer.index([workspace.folder], report=look, should_stop=lambda: bool(seen))
    assert 0 < seen[0] < 1_200


def test_what_went_is_found_no_more(tmp_path):
    workspace = Workspace.at(tmp_path)
    gone, kept = (workspace.write(name, b"") for name in ("film a.mp4", "film b.mp4"))
    workspace.index()
    gone.unlink()
    workspace.index()
    assert workspace.search("film", Mode.WORDS) == [kept.name]
