"""Documents are found by their own dates and people, and files by the dates of their files as before."""

from __future__ import annotations

import io
import os
import sqlite3
from datetime import UTC, datetime

import pytest
from PIL import Image

from containers import mail, mailbox
from findling.extraction.parsing import READER_STAMP
from findling.search.file_info import find_file_info
from findling.search.filter_completion import propose
from workspace import Workspace
from zips import pack

SAVED = datetime(2021, 6, 1, 12, tzinfo=UTC)


def letter(subject: str, sender: str, to: str, date: str, *, cc: str = "") -> bytes:
    """Return a mail that says the same whoever sends it."""
    copies = f"Cc: {cc}\n" if cc else ""
    return f"From: {sender}\nTo: {to}\n{copies}Date: {date}\nSubject: {subject}\n\nThe boiler is cold.\n".encode()


def photograph(taken: str) -> bytes:
    written = io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = taken
    Image.new("L", (40, 40)).save(written, "JPEG", exif=exif)
    return written.getvalue()


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Workspace:
    workspace = Workspace.at(tmp_path_factory.mktemp("origins"))
    ann, bob, carl = "Ann Lee <ann@x.org>", "Bob <bob@y.org>", "carl@z.org"
    first = letter("Rent of May", ann, bob, "Mon, 15 Jan 2018 10:00:00 +0000", cc=carl)
    second = letter("Re: Rent", bob, ann, "Tue, 05 Mar 2019 10:00:00 +0000")
    inner = letter("Inner", "fay@w.org", bob, "5 Mar 2012 10:00")
    workspace.write("first.eml", first)
    workspace.write("second.eml", second)
    workspace.write("undated.eml", letter("No date", "dora@x.org", bob, "32 Foo 2019"))
    workspace.write("ahead.eml", letter("Spam", "spam@q.org", bob, "Tue, 05 Mar 2199 10:00:00 +0000"))
    workspace.write("box.mbox", mailbox(first, second))
    workspace.write("papers.zip", pack({"old/third.eml": letter("Third", "eve@w.org", bob, "5 Mar 2011 10:00 +0000")}))
    workspace.write("around.eml", mail("Around", {"inner.eml": inner}))
    workspace.write("photo.jpg", photograph("2017:07:14 16:05:09"))
    workspace.write("plain.txt", "The boiler is cold and nobody says when.")
    for file in workspace.folder.iterdir():
        os.utime(file, (SAVED.timestamp(), SAVED.timestamp()))
    workspace.index()
    return workspace


@pytest.fixture(scope="module")
def library(kept):
    with kept.reading() as library:
        yield library


def found(library, query: str) -> set[str]:
    return {result.path.name for result in library.search(query, limit=50).results}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("date:2018", {"first.eml", "box.mbox"}),
        ("date:2018-01-15", {"first.eml", "box.mbox"}),
        ("date:2018..2019-03", {"first.eml", "second.eml", "box.mbox"}),
        ("date:..2017", {"photo.jpg", "third.eml", "inner.eml"}),
        ("boiler date:2011", {"third.eml"}),
        ("date:2012", {"inner.eml"}),
        ("date:2017", {"photo.jpg"}),
        ("date:2017 date:2018", {"photo.jpg", "first.eml", "box.mbox"}),
        # What says nothing, or what cannot be, goes by its file.
        ("date:2021-06", {"undated.eml", "ahead.eml", "plain.txt", "papers.zip"}),
        ("date:2199", set()),
        # A date that a document claims hides it from nobody who asks when its file was changed.
        ("date:2020-03", {"around.eml"}),
        (
            "type:mail after:2021-06 before:2021-07",
            {"first.eml", "second.eml", "undated.eml", "ahead.eml", "box.mbox", "around.eml"},
        ),
        ("after:2018 before:2019", set()),
        ("from:ann", {"first.eml", "box.mbox", "around.eml"}),
        ('from:"Ann Lee"', {"first.eml", "box.mbox"}),
        ("from:ann@x.org", {"first.eml", "box.mbox"}),
        ("from:ANN from:dora", {"first.eml", "box.mbox", "around.eml", "undated.eml"}),
        ("to:carl", {"first.eml", "box.mbox"}),
        ("to:bob to:carl", {"first.eml", "box.mbox"}),
        ("from:bob to:carl", set()),
        ("from:ann date:2019", set()),  # no message of the mailbox is both
        ("subject:rent", {"first.eml", "second.eml", "box.mbox"}),
        ('subject:"rent of"', {"first.eml", "box.mbox"}),
        ("author:eve", {"third.eml"}),
        ("from:nobody", set()),
    ],
)
def test_a_filter_keeps_what_a_document_says_of_itself(library, query, names):
    assert found(library, query) == names


def test_values_of_filters_are_completed_with_the_files_that_each_leaves(kept, library):
    facets = library.facets()
    for key, values in (
        ("date", facets.dates), ("from", facets.senders), ("to", facets.recipients), ("author", facets.authors)
    ):  # fmt: skip
        assert values
        for facet in values:
            results = library.search(f'{key}:"{facet.value}"', limit=50).results
            assert sum(1 + len(result.copies) for result in results) == facet.count, (key, facet)
    assert [each.text for each in propose("boiler from:le", facets, kept.folder)] == ['boiler from:"Ann Lee"']
    assert ("date:2018", 2) in [(each.text, each.count) for each in propose("date:201", facets, kept.folder)]


def test_a_picture_without_a_text_is_listed_with_its_date(library):
    (picture,) = library.search("date:2017").results
    assert picture.found_by_name
    assert picture.origin is not None
    assert datetime.fromtimestamp((picture.origin.dated_ns or 0) / 1e9).astimezone().year == 2017


def test_the_facts_of_a_file_tell_its_date_and_people(kept):
    with kept.looking_inside() as database:
        info = find_file_info(database, kept.folder / "first.eml")
        picture = find_file_info(database, kept.folder / "photo.jpg")
        box = find_file_info(database, kept.folder / "box.mbox")
    assert info.origin is not None
    assert (info.origin.senders, info.origin.copied) == (("Ann Lee <ann@x.org>",), ("carl@z.org",))
    assert picture.origin is not None
    assert datetime.fromtimestamp((picture.origin.dated_ns or 0) / 1e9).astimezone().year == 2017
    assert (box.origin, [datetime.fromtimestamp(ns / 1e9, UTC).year for ns in box.dates_ns or ()]) == (
        None,
        [2018, 2019],
    )


def test_what_an_earlier_version_read_gets_its_date_without_being_embedded_again(tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.write("first.eml", letter("Rent", "ann@x.org", "bob@y.org", "Mon, 15 Jan 2018 10:00:00 +0000"))
    workspace.write("photo.jpg", photograph("2017:07:14 16:05:09"))
    workspace.index()
    connection = sqlite3.connect(workspace.paths.database)
    with connection:
        connection.execute("DELETE FROM origins")
        connection.execute("UPDATE files SET extractor = 'extractor 5'")
        connection.execute("UPDATE documents SET extractor = 'extractor 5'")
    connection.close()

    summary = workspace.index()

    assert summary.chunks == 0
    assert workspace.search("date:2018") == ["first.eml"]
    assert workspace.search("date:2017") == ["photo.jpg"]
    assert READER_STAMP != "extractor 5"


def test_a_copy_a_change_and_a_deletion_leave_no_date_behind(workspace):
    dated = letter("Rent", "ann@x.org", "bob@y.org", "Mon, 15 Jan 2018 10:00:00 +0000")
    workspace.write("a.eml", dated)
    workspace.index()
    workspace.write("copy.eml", dated)
    workspace.index()
    assert workspace.search("date:2018", limit=5) == ["copy.eml"]
    workspace.write("a.eml", letter("Rent", "ann@x.org", "bob@y.org", "Mon, 15 Jan 2016 10:00:00 +0000"))
    (workspace.folder / "copy.eml").unlink()
    workspace.index()
    assert workspace.search("date:2018") == []
    assert workspace.search("date:2016 from:ann") == ["a.eml"]
    (workspace.folder / "a.eml").unlink()
    workspace.write("b.txt", "words")
    workspace.index()
    connection = sqlite3.connect(workspace.paths.database)
    left = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("origins", "origin_people")]
    connection.close()
    assert left == [0, 0]
