"""Documents, their files, and filters on these."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findling.domain.files import Block, BlockKind, FileStatus, Passage, Stat
from findling.formats import FileKind
from findling.storage.block_codec import pack_blocks, unpack_blocks
from findling.storage.document_table import DocumentRow, FileLocation
from findling.storage.file_filter import Filter
from smalllibrary import STAT, add_document, add_file, make_space, unit_vectors


@pytest.fixture
def folder(database) -> int:
    return database.folders.add(Path("/d")).id


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
def test_a_text_comes_back_as_it_went(database, text):
    document = add_document(database, text=text, title=text)
    assert database.documents.text(document) == (text, text, "en")
    assert database.documents.find_damage() == []


def test_a_document_is_found_by_its_content(database):
    document = add_document(database, b"\x00\xff", kind=FileKind.PDF, language="de", title="T")
    assert database.documents.find(b"\x00\xff") == (document, "tests")
    assert database.documents.find(b"\x00") is None
    assert database.documents.get([document, 99]) == {document: DocumentRow(document, FileKind.PDF, "T", "de", None)}
    assert database.documents.text(99) is None


def test_a_new_reading_of_a_content_replaces_the_old_one_in_all_its_files(database, folder):
    space = make_space(database)
    older = add_document(database, b"same", "old text", space=space, passages=2)
    files = [add_file(database, folder, Path(f"/d/{name}"), older) for name in "ab"]
    newer = add_document(database, b"same", "new text")
    assert newer > older
    assert list(database.documents.all_ids()) == [newer]
    assert [database.files.get(file).document_id for file in files] == [newer, newer]
    assert {database.files.get(file).status for file in files} == {FileStatus.INDEXED}
    assert database.documents.passages(older, space.id) == []
    assert not database.vectors.has(older, space.id)


def test_passages_come_in_order_with_their_texts(database):
    space, other = make_space(database), database.vectors.ensure_space("other", "tests", 8)
    document = add_document(database, text="äbcdef", space=space, passages=3)
    placed = database.documents.passages(document, space.id)
    assert [row.text for row in placed] == ["äb", "cd", "ef"]
    assert placed[1].passage == Passage(2, 4, 2, "h1")
    assert database.documents.of_passages([row.id for row in placed] + [99]) == dict.fromkeys([1, 2, 3], document)
    assert database.documents.passages(document, other.id) == []
    assert database.documents.passages(99, space.id) == []


def test_passages_of_several_documents_are_cut_out_when_they_are_asked_for(database):
    space, other = make_space(database), database.vectors.ensure_space("other", "tests", 8)
    texts = ("äbcdef", "ghijkl")
    first, second = (add_document(database, text.encode(), text=text, space=space, passages=3) for text in texts)
    unembedded = add_document(database, b"3", text="mnopqr")
    found = database.documents.passages_of([second, 99, unembedded, first], space.id)
    assert set(found) == {first, second, unembedded}
    assert [placed.text for placed in found[second]] == [
        placed.text for placed in database.documents.passages(second, 1)
    ]
    assert list(found[first]) == database.documents.passages(first, space.id)
    assert len(found[unembedded]) == 0
    assert [found[first].id_at(0), found[first].text_at(0)] == [1, found[first].cut(0).text]
    assert all(len(each) == 0 for each in database.documents.passages_of([first, second], other.id).values())


def test_where_no_space_is_named_each_document_is_as_it_was_cut_last(database):
    space, other = make_space(database), database.vectors.ensure_space("other", "tests", 3)
    texts = ("abcdef", "ghijkl")
    first, second = (add_document(database, text.encode(), text=text, space=space, passages=3) for text in texts)
    database.vectors.add(second, other, [Passage(1, 3)], unit_vectors(1, dimensions=3))
    found = database.documents.passages_of([first, second], None)
    assert list(found[first]) == database.documents.passages(first, space.id)
    assert [placed.text for placed in found[second]] == ["hi"]


def test_names_come_with_their_documents(stocked, folder):
    pending = stocked.files.add_pending(folder, Path("/d/pending.txt"), STAT, 0)
    found = stocked.documents.names([1, 2, 5, pending, 99], Filter())
    assert sorted(found) == [(1, "Invoice March.pdf"), (2, "ÜBUNG.txt"), (5, "plan_b.txt")]
    assert stocked.documents.names([1, 2, 5], Filter(names=("plan",))) == [(5, "plan_b.txt")]


def test_within_no_folder_nothing_passes(stocked):
    assert Filter(within=())
    assert stocked.documents.select(Filter(within=()), 10) == []
    assert stocked.documents.select(Filter(within=(Path("/"),)), 10) == stocked.documents.select(Filter(), 10)


@pytest.mark.parametrize(
    ("wanted", "share"), [(Filter(), 1.0), (Filter(languages=("de",)), 0.4), (Filter(after_ns=900), 0.0)]
)
def test_of_few_documents_the_share_that_passes_is_counted(stocked, wanted, share):
    assert stocked.documents.estimate_share(wanted) == share


def test_of_many_documents_the_share_that_passes_is_estimated(database, folder):
    for number in range(1_200):
        document = add_document(database, number.to_bytes(2, "big"), language="de" if number % 7 < 3 else "en")
        if number >= 200:
            add_file(database, folder, Path(f"/d/{number}"), document, Stat(1, number, number))
    database.documents.remove(range(1, 200))
    assert database.documents.estimate_share(Filter(languages=("de",))) == pytest.approx(3 / 7, abs=0.1)
    assert database.documents.estimate_share(Filter(after_ns=600)) == pytest.approx(0.6, abs=0.1)


def test_in_an_empty_library_nothing_passes(database):
    assert database.documents.estimate_share(Filter(languages=("de",))) == 0.0


def test_a_removed_document_takes_passages_and_vectors_along(database):
    space = make_space(database)
    gone, kept = (add_document(database, content, space=space, passages=2) for content in (b"1", b"2"))
    database.documents.remove([gone])
    assert list(database.documents.all_ids()) == [kept]
    assert database.documents.of_passages([1, 2, 3, 4]) == {3: kept, 4: kept}
    assert database.vectors.count(space.id) == 2


def test_orphans_are_documents_without_files(database, folder):
    documents = [add_document(database, bytes([number])) for number in range(4)]
    add_file(database, folder, Path("/d/a"), documents[1])
    assert database.totals.left_over(10) == [documents[0], *documents[2:]]
    assert len(database.totals.left_over(2)) == 2


def test_places_are_latest_first(database, folder):
    document = add_document(database)
    for name, modified in (("old", 1), ("new", 3), ("mid", 2)):
        add_file(database, folder, Path("/d") / name, document, Stat(10, modified, 1))
    found = database.documents.locations([document, 99], Filter())
    assert list(found) == [document]
    assert found[document][0] == FileLocation(Path("/d/new"), 3, 10)
    assert [place.path.name for place in found[document]] == ["new", "mid", "old"]


FILES = {
    "/d/Invoice March.pdf": (FileKind.PDF, "en", 100),
    "/d/sub/ÜBUNG.txt": (FileKind.TEXT, "de", 200),
    "/d/sub/u\u0308bung 2.md": (FileKind.MARKDOWN, "de", 300),
    "/d/subway/invoice.docx": (FileKind.DOCX, "fr", 400),
    os.fsdecode(b"/d/\xff\xfe/plan_b.txt"): (FileKind.TEXT, "en", 500),
}


@pytest.fixture
def stocked(database, folder):
    """Store a document for each of FILES, in their order, ids from 1."""
    for number, (path, (kind, language, modified)) in enumerate(FILES.items()):
        document = add_document(database, bytes([number]), kind=kind, language=language)
        add_file(database, folder, Path(path), document, Stat(1, modified, number))
    return database


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(), [1, 2, 3, 4, 5]),
        (Filter(kinds=(FileKind.PDF, FileKind.DOCX)), [1, 4]),
        (Filter(languages=("de",)), [2, 3]),
        (Filter(languages=("de",), kinds=(FileKind.TEXT,)), [2]),
        (Filter(folders=(Path("/d/sub"),)), [2, 3]),
        (Filter(folders=(Path("/d/sub"), Path("/d/subway/invoice.docx"))), [2, 3, 4]),
        (Filter(folders=(Path(os.fsdecode(b"/d/\xff\xfe")),)), [5]),
        (Filter(names=("INVOICE",)), [1, 4]),
        (Filter(names=("invoice", "march")), [1]),
        (Filter(names=("übung",)), [2, 3]),
        (Filter(names=("U\u0308BUNG",)), [2, 3]),
        (Filter(names=("sub",)), []),
        (Filter(names=("plan_b",)), [5]),
        (Filter(names=("plan b",)), [5]),
        (Filter(names=("pl%b",)), []),
        (Filter(names=(".md",)), [3]),
        (Filter(after_ns=200), [2, 3, 4, 5]),
        (Filter(before_ns=200), [1]),
        (Filter(after_ns=200, before_ns=400), [2, 3]),
    ],
)
def test_a_filter_lets_these_documents_pass(stocked, wanted, ids):
    assert stocked.documents.select(wanted, 10) == ids
    assert sorted(stocked.documents.locations([1, 2, 3, 4, 5], wanted)) == ids
    assert stocked.documents.select(wanted, 1) == ids[:1]


def test_searchable_files_are_counted_by_language(stocked):
    assert list(stocked.documents.languages().items()) == [("de", 2), ("en", 2), ("fr", 1)]


def test_a_filter_is_true_if_it_keeps_anything_out():
    assert not Filter()
    assert Filter(before_ns=0)


def test_a_filter_looks_at_each_place_of_a_content(stocked, folder):
    add_file(stocked, folder, Path("/elsewhere/x"), 1, STAT)
    assert stocked.documents.select(Filter(folders=(Path("/elsewhere"),)), 10) == [1]
    found = stocked.documents.locations([1], Filter(folders=(Path("/elsewhere"),)))
    assert [str(place.path) for place in found[1]] == ["/elsewhere/x"]


BLOCKS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 90), st.sampled_from(BlockKind), st.integers(0, 6),
              st.none() | st.integers(1, 99), st.booleans())
)  # fmt: skip


@given(BLOCKS)
def test_blocks_come_back_as_they_were(rows):
    blocks, at = [], 0
    for gap, length, kind, level, page, breaks in rows:
        blocks.append(Block(at + gap, at + gap + length, kind, level, page, breaks))
        at += gap + length
    assert unpack_blocks(pack_blocks(blocks), "x" * at) == tuple(blocks)


@given(st.text(alphabet="ab \n", max_size=60))
def test_without_stored_blocks_a_text_is_parted_at_its_blank_lines(text):
    blocks = unpack_blocks(None, text)
    covered = "".join(text[block.start : block.end] for block in blocks)
    assert covered.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert all(one.end < two.start for one, two in pairwise(blocks))
