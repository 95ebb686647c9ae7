"""Duplicates are grouped as a user looks at them, follow what changes, and keep what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.domain.comparisons import MatchKind
from findling.domain.duplicates import DuplicatePreferences, Group, KeepRule, Review
from findling.domain.files import Extraction, FileStatus, Reason, Stat, Unread, Wholeness
from findling.duplicates.comparer import Comparer
from findling.duplicates.group_builder import GroupBuilder, find_groups
from findling.duplicates.snapshot import load
from findling.extraction.inventory import digest_characters
from findling.formats import FileKind
from findling.messages.library_templates import ClearingMessage
from findling.storage.database import Database

TEXT = """The boiler in the basement is going to be replaced next month, and the water will be off while the work is
done. Please fill a bucket or two in the morning, and leave the door to the cellar open. The firm has promised to be
quick, and to clean the stairs when they leave. If you are away, give your key to someone, and tell us who has it."""
EDITED = TEXT.replace("quick", "fast").replace("a bucket or two", "some buckets")
PART = " ".join(TEXT.split()[10:50])
OTHER = "Minutes of the meeting on the garden. It was agreed to plant beans and to mend the fence before winter comes."


class ComparedLibrary:
    """A library whose files are given by name and text."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.database = Database.open_for_writing(place / "library.db")
        with self.database.transaction():
            self.folder = self.database.folders.add(place).id
        self.comparer = Comparer(self.database)

    def put(
        self,
        name: str,
        text: str,
        modified: int = 0,
        kind: FileKind = FileKind.TEXT,
        pages: int | None = None,
        look: str = "",
        unread: tuple[Unread, ...] = (),
    ) -> Path:
        path = self.place / name
        content = (str(kind) + look + text).encode()
        with self.database.transaction():
            known = self.database.documents.find(content)
            whole = Wholeness(unread, digest_characters(text))
            extraction = Extraction(kind, "", text, (), pages, wholeness=whole)
            document = known[0] if known else self.database.documents.add(content, "t", extraction)
            stat = Stat(len(text), modified, 1)
            file = self.database.files.add_pending(self.folder, path, stat, 0)
            self.database.files.set_indexed(file, document, stat, "t")
        return path

    def take(self, path: Path) -> None:
        row = self.database.files.find(path)
        with self.database.transaction():
            self.database.files.remove([row.id])
            self.database.documents.remove(self.database.totals.left_over(10))

    def groups(self, **options) -> list[Group]:
        self.comparer.run()
        return find_groups(load(self.database), Review(**options))

    def seen(self, **options) -> list[tuple[MatchKind, list[str]]]:
        return [
            (group.likeness, [str(member.path.relative_to(self.place)) for member in group.members])
            for group in self.groups(**options)
        ]


@pytest.fixture
def library(tmp_path):
    library = ComparedLibrary(tmp_path)
    yield library
    library.database.close()


def test_each_kind_of_likeness_is_found_with_the_file_to_keep_first(library):
    library.put("a.txt", TEXT, 1)
    library.put("b.txt", TEXT, 2)
    assert library.seen() == [(MatchKind.IDENTICAL, ["b.txt", "a.txt"])]
    library.put("c.pdf", TEXT.replace(" ", "\n"), 3, FileKind.PDF)
    assert library.seen() == [(MatchKind.SAME_TEXT, ["c.pdf", "b.txt", "a.txt"])]
    library.put("other name.txt", EDITED, 4)
    assert library.seen() == [(MatchKind.NEAR, ["c.pdf", "other name.txt", "b.txt", "a.txt"])]
    library.put("part.txt", PART, 5)
    (group,) = library.groups()
    assert [member.likeness for member in group.members if member.path.name == "part.txt"] == [MatchKind.CONTAINED]
    assert group.reason == ClearingMessage.HOLDS_THE_OTHERS()
    assert group.members[0].path.name != "part.txt"


def test_a_group_is_named_by_what_most_of_its_files_are_and_not_by_one_excerpt(library):
    library.put("a.txt", TEXT, 1)
    library.put("part.txt", PART, 5)
    assert library.groups()[0].likeness is MatchKind.CONTAINED
    for number, name in enumerate(("b.pdf", "c.pdf")):
        library.put(name, TEXT.replace(" ", "\n" * (number + 1)), number, FileKind.PDF)
    (group,) = library.groups()
    assert (group.likeness, len(group.members)) == (MatchKind.SAME_TEXT, 4)
    assert library.groups(kinds=(MatchKind.CONTAINED,)) == [group]
    library.put("d.txt", EDITED, 4)
    assert library.groups()[0].likeness is MatchKind.NEAR


def test_only_what_loses_nothing_is_selected(library):
    for name, text in (("plan.txt", TEXT), ("plan - Copy.txt", TEXT), ("elsewhere.txt", EDITED)):
        library.put(name, text)
    (group,) = library.groups(preferences=DuplicatePreferences((KeepRule.NOT_A_COPY, KeepRule.SHORTEST_PATH)))
    assert {member.path.name: (member.keep, member.selected) for member in group.members} == {
        "plan.txt": (True, False), "plan - Copy.txt": (False, True), "elsewhere.txt": (False, False),
    }  # fmt: skip


def test_every_member_says_by_which_file_it_is_survived(library):
    for name, text in (("b.txt", EDITED), ("a/plan.txt", TEXT), ("a/b/plan.txt", TEXT)):
        library.put(name, text)
    library.put("a/b/c/plan.pdf", TEXT, kind=FileKind.PDF)
    (group,) = library.groups(preferences=DuplicatePreferences((KeepRule.SHORTEST_PATH,)))
    assert (group.likeness, group.members[0].path.name) == (MatchKind.NEAR, "b.txt")
    own, plan = library.place / "b.txt", library.place / "a/plan.txt"
    assert {
        str(member.path.relative_to(library.place)): (member.survivor, member.likeness, member.selected)
        for member in group.members
    } == {
        "b.txt": (None, None, False),
        "a/plan.txt": (own, MatchKind.NEAR, False),
        "a/b/plan.txt": (plan, MatchKind.IDENTICAL, True),
        "a/b/c/plan.pdf": (plan, MatchKind.SAME_TEXT, True),
    }


def test_what_could_be_freed_is_what_is_selected(library):
    library.put("a.txt", TEXT)
    library.put("b.txt", EDITED)
    (group,) = library.groups()
    assert group.reclaimable_bytes == 0
    library.put("c.txt", TEXT)
    (group,) = library.groups()
    assert group.reclaimable_bytes == len(TEXT) == sum(member.size for member in group.members if member.selected)


INVOICE = """Invoice No. {number} of {day}. To Greta Holm, Mill Lane, Kiel. We thank you for your order and charge:
Cordless drill 2 x 119.50 EUR. Drill bits 3 x 18.90 EUR. Work gloves 5 x 7.25 EUR. Total 331.95 EUR, VAT 63.07 EUR.
We give {guarantee} guarantee on used parts. Please pay within fourteen days by bank transfer, and state the number."""


def test_an_invoice_and_its_copy_are_a_group_without_another_invoice_of_like_name(library):
    first = INVOICE.format(number=20231, day="3 March 2024", guarantee="a")
    for name in ("invoice0.txt", "copy/invoice0.txt"):
        library.put(name, first, 1)
    library.put("invoice1.txt", INVOICE.format(number=20232, day="17 May 2024", guarantee="no"), 2)
    (duplicates,) = library.groups()
    (template,) = library.groups(kinds=(MatchKind.TEMPLATE,))
    assert duplicates.likeness is MatchKind.IDENTICAL
    assert {member.path.name for member in duplicates.members} == {"invoice0.txt"}
    assert sum(member.selected for member in duplicates.members) == 1
    assert template.likeness is MatchKind.TEMPLATE
    assert (len(template.members), template.reclaimable_bytes) == (3, 0)
    assert not any(member.selected for member in template.members)


def test_a_chain_of_drafts_is_in_order_each_measured_by_the_next_later_one(library):
    words = TEXT.split()
    for number in range(1, 5):
        added = [f"added{place}" for place in range(25 * number - 25)]
        library.put(f"notice v{number}.txt", " ".join([*added, *words[12 * number - 12 :]]), number)
    (group,) = library.groups()
    assert group.likeness is MatchKind.VERSION
    assert [member.path.name for member in group.members] == [f"notice v{number}.txt" for number in (4, 3, 2, 1)]
    assert all(member.similarity >= 0.65 for member in group.members)
    assert group.similarity == min(member.similarity for member in group.members)
    assert group.reclaimable_bytes == 0


def test_drafts_of_one_time_are_in_the_order_of_the_numbers_in_their_names(library):
    for number in (9, 10, 2):
        library.put(f"notice {number}.txt", f"{TEXT} Version written by hand {'again ' * number}")
    (group,) = library.groups()
    assert [member.path.name for member in group.members] == ["notice 10.txt", "notice 9.txt", "notice 2.txt"]


def test_a_later_copy_of_an_early_draft_makes_it_no_later_version(library):
    library.put("notice draft.txt", TEXT, 1)
    library.put("notice final.txt", EDITED, 2)
    library.put("notice draft copy.txt", TEXT, 3)
    (group,) = library.groups()
    assert (group.likeness, group.members[0].path.name) == (MatchKind.VERSION, "notice final.txt")


def test_a_slider_gives_what_a_first_look_gives(library):
    for number in range(6):
        library.put(f"{number}.txt", f"{TEXT} {'again ' * (3 * number)}")
    library.comparer.run()
    found = load(library.database)
    builder = GroupBuilder(found, DuplicatePreferences())
    for threshold in (0.0, 0.95, 0.8, 0.9, 0.0):
        assert builder.build(threshold) == find_groups(found, Review(threshold=threshold))


def test_drafts_of_one_name_are_versions_the_latest_first(library):
    library.put("notice final.txt", EDITED, 2)
    library.put("notice draft.txt", TEXT, 1)
    (group,) = library.groups()
    assert (group.likeness, group.reason) == (MatchKind.VERSION, ClearingMessage.LATEST_VERSION())
    assert [member.path.name for member in group.members] == ["notice final.txt", "notice draft.txt"]
    assert not any(member.selected for member in group.members)


def test_a_new_file_is_compared_with_what_was_there(library):
    library.put("a.txt", TEXT)
    library.put("o.txt", OTHER)
    assert library.seen() == []
    library.put("b.txt", EDITED)
    assert [likeness for likeness, _ in library.seen()] == [MatchKind.NEAR]


def test_when_the_one_that_was_compared_goes_those_of_its_wording_take_its_place(library):
    first = library.put("a.txt", TEXT)
    library.put("b.txt", EDITED)
    library.put("c.pdf", TEXT, kind=FileKind.PDF)
    assert library.seen() == [(MatchKind.NEAR, ["c.pdf", "a.txt", "b.txt"])]
    library.take(first)
    assert library.seen() == [(MatchKind.NEAR, ["c.pdf", "b.txt"])]


def test_what_was_interrupted_is_compared_the_next_time(library):
    for number in range(3):
        library.put(f"{number}.txt", f"{TEXT} {'again ' * number}")
    answers = iter([False] * 5)
    library.comparer.run(should_stop=lambda: next(answers, True))
    assert len(library.groups()[0].members) == 3


def test_a_comparer_that_is_opened_later_knows_what_an_earlier_one_compared(library):
    library.put("a.txt", TEXT)
    assert library.seen() == []
    library.comparer = Comparer(library.database)
    library.put("b.txt", EDITED)
    assert len(library.seen()) == 1


def test_a_comparer_that_rests_after_each_document_knows_what_it_compared(library):
    library.comparer = Comparer(library.database, rest_seconds=0)
    for number in range(8):
        library.put(f"{number}.txt", (TEXT, EDITED, OTHER)[number % 3] + " again" * number)
        groups = library.seen()
    library.comparer = Comparer(library.database)
    assert library.seen() == groups
    assert [len(members) for _, members in groups] == [6, 2]


def test_a_pair_that_is_kept_apart_is_shown_no_more(library):
    library.put("a.txt", TEXT)
    library.put("b.txt", EDITED)
    (group,) = library.groups()
    hashes = [copy.content_hash for copy in library.database.duplicates.copies()]
    with library.database.transaction():
        library.database.duplicates.ignore_pair(*hashes)
    assert library.groups() == []
    with library.database.transaction():
        library.database.duplicates.unignore_pair(*reversed(hashes))
    assert library.groups() == [group]


def test_files_of_one_text_can_be_kept_apart(library):
    library.put("a.txt", TEXT)
    library.put("a.pdf", TEXT, kind=FileKind.PDF)
    with library.database.transaction():
        library.database.duplicates.ignore_pair(f"txt{TEXT}".encode(), f"pdf{TEXT}".encode())
    assert library.groups() == []


def test_groups_are_narrowed_by_kind_folder_and_threshold(library):
    library.put("x/a.txt", TEXT)
    library.put("y/b.txt", EDITED)
    assert len(library.groups(kinds=(MatchKind.NEAR,))) == 1
    assert library.groups(kinds=(MatchKind.IDENTICAL,)) == []
    assert len(library.groups(folder=library.place / "x")) == 1
    assert library.groups(folder=library.place / "z") == []
    assert library.groups(threshold=0.999) == []


def test_a_group_is_of_each_kind_in_which_a_file_of_it_is_like_the_one_that_stays_for_it(library):
    library.put("a.txt", TEXT)
    library.put("b.pdf", TEXT, kind=FileKind.PDF)
    library.put("part.txt", PART)
    (group,) = library.groups()
    assert group.likeness is MatchKind.CONTAINED
    assert library.groups(kinds=(MatchKind.SAME_TEXT,)) == library.groups(kinds=(MatchKind.CONTAINED,)) == [group]
    assert library.groups(kinds=(MatchKind.IDENTICAL,)) == library.groups(kinds=(MatchKind.TEMPLATE,)) == []


STAMP = "Received 4 March 2024, Northwood Housing, second floor, room twelve"


@pytest.mark.parametrize(
    ("text", "pages", "proposed"),
    [(STAMP, 1, False), (TEXT, 1, True), (TEXT, 9, False), (STAMP, None, False), (TEXT, None, True)],
)
def test_the_same_text_is_proposed_only_where_words_carry_the_document(library, text, pages, proposed):
    for name in ("one.pdf", "other.pdf"):
        library.put(name, text, kind=FileKind.PDF, pages=pages, look=name)
    (group,) = library.groups()
    assert (group.likeness, any(member.selected for member in group.members)) == (MatchKind.SAME_TEXT, proposed)


def test_of_scans_with_one_stamp_only_those_go_that_are_the_same_to_the_byte(library):
    for name, look in (("a.pdf", "one"), ("b.pdf", "other"), ("c.pdf", "other")):
        library.put(name, STAMP, kind=FileKind.PDF, pages=1, look=look)
    (group,) = library.groups(preferences=DuplicatePreferences((KeepRule.SHORTEST_PATH,)))
    assert {
        member.path.name: (member.selected, member.likeness, member.survivor and member.survivor.name)
        for member in group.members
    } == {
        "a.pdf": (False, None, None),
        "b.pdf": (False, MatchKind.SAME_TEXT, "a.pdf"),
        "c.pdf": (True, MatchKind.IDENTICAL, "b.pdf"),
    }


def test_what_was_read_in_part_is_listed_with_the_reason_and_not_proposed(library):
    for name, unread in (("a.docx", (Unread.TEXT_BOXES,)), ("b.docx", (Unread.TEXT_BOXES, Unread.NOTES))):
        library.put(name, TEXT, kind=FileKind.DOCX, look=name, unread=unread)
    (group,) = library.groups()
    assert (group.likeness, group.reclaimable_bytes) == (MatchKind.SAME_TEXT, 0)
    assert group.withheld == ClearingMessage.UNREAD_IN_BOTH(part=ClearingMessage.PART_TEXT_BOXES())
    assert str(group.withheld) == "a part of both was not read: text boxes"
    assert [member.has_twin for member in group.members if not member.keep] == [False]


def test_of_several_that_are_the_same_in_full_one_stays_beside_those_that_are_not(library):
    library.put("a.txt", TEXT)
    for name in ("b.pdf", "c.pdf"):
        library.put(name, TEXT.upper(), kind=FileKind.PDF, pages=1, look=name)
    (group,) = library.groups(preferences=DuplicatePreferences((KeepRule.SHORTEST_PATH,)))
    assert {each.path.name: (each.selected, each.survivor and each.survivor.name) for each in group.members} == {
        "a.txt": (False, None), "b.pdf": (False, "a.txt"), "c.pdf": (True, "b.pdf"),
    }  # fmt: skip
    assert group.withheld is None


@pytest.mark.parametrize(
    ("whole", "damaged", "likeness"),
    [
        (TEXT, TEXT, MatchKind.SAME_TEXT),
        (TEXT, EDITED, MatchKind.NEAR),
        (PART, TEXT, MatchKind.CONTAINED),
    ],
)
@pytest.mark.parametrize("rule", KeepRule)
def test_a_damaged_file_never_stays_before_a_whole_one(library, whole, damaged, likeness, rule):
    library.put("folder/letter - Copy.txt", whole, 1)
    library.put("report.docx", damaged, 9, FileKind.DOCX, unread=(Unread.REPAIRED,))
    preferences = DuplicatePreferences((rule,), preferred=(library.place,), protected=(library.place / "report.docx",))
    (group,) = library.groups(preferences=preferences)
    assert (group.likeness, group.members[0].path.name) == (likeness, "letter - Copy.txt")
    assert group.reason == ClearingMessage.WHOLE()
    assert not any(member.selected for member in group.members)


def test_of_damaged_versions_a_whole_one_stays(library):
    library.put("report-v1.txt", TEXT, 1)
    library.put("report-v2.txt", EDITED, 2, unread=(Unread.CUT,))
    (group,) = library.groups()
    assert (group.likeness, group.members[0].path.name) == (MatchKind.VERSION, "report-v1.txt")
    assert group.reason == ClearingMessage.WHOLE()


def test_drafts_that_grow_are_versions_where_names_and_ages_say_so(library):
    words = f"{TEXT} {OTHER}".split()
    for number, (name, length) in enumerate((("plan-v1.txt", 35), ("plan-v2.txt", 55), ("plan_final.txt", 95))):
        library.put(name, " ".join(words[:length]), number)
    (group,) = library.groups()
    assert (group.likeness, group.reason) == (MatchKind.VERSION, ClearingMessage.LATEST_VERSION())
    assert [member.path.name for member in group.members] == ["plan_final.txt", "plan-v2.txt", "plan-v1.txt"]


@pytest.mark.parametrize(("name", "modified"), [("elsewhere.txt", 1), ("plan-v1.txt", 9)])
def test_what_has_another_name_or_is_younger_than_what_holds_it_is_no_earlier_version(library, name, modified):
    words = TEXT.split()
    library.put(name, " ".join(words[:35]), modified)
    library.put("plan-v2.txt", TEXT, 2)
    (group,) = library.groups()
    assert (group.likeness, group.members[0].path.name) == (MatchKind.CONTAINED, "plan-v2.txt")


def test_an_excluded_folder_is_no_part_and_a_protected_one_is_never_selected(library):
    library.put("x/a.txt", TEXT, 1)
    library.put("y/b.txt", TEXT, 2)
    assert library.groups(preferences=DuplicatePreferences(excluded=(library.place / "x",))) == []
    (group,) = library.groups(preferences=DuplicatePreferences((KeepRule.NEWEST,), protected=(library.place / "x",)))
    assert [(member.path.name, member.keep, member.selected) for member in group.members] == [
        ("a.txt", True, False), ("b.txt", False, True),
    ]  # fmt: skip


def test_files_without_text_are_compared_by_their_bytes(library):
    for name, content in (("a.jpg", b"one picture"), ("b.jpg", b"one picture"), ("c.jpg", b"two picture")):
        path = library.place / name
        path.write_bytes(content)
        status = path.stat()
        stat = Stat(status.st_size, status.st_mtime_ns, status.st_ino)
        with library.database.transaction():
            file = library.database.files.add_pending(library.folder, path, stat, 0)
            library.database.files.set_unread(file, FileStatus.SKIPPED, Reason.UNSUPPORTED, None, stat, "t")
    ((likeness, names),) = library.seen()
    assert likeness is MatchKind.IDENTICAL
    assert sorted(names) == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize(("one", "other"), [("...", "!!!"), ("á", "á!"), ("Page 1\fPage 2", "page 1, page 2")])
def test_texts_that_say_too_little_are_alike_only_by_their_bytes(library, one, other):
    library.put("a.txt", one)
    library.put("b.md", other, kind=FileKind.MARKDOWN)
    assert library.groups() == []
    library.put("c.txt", one)
    assert library.seen() == [(MatchKind.IDENTICAL, ["a.txt", "c.txt"])]
