"""Papers of one template are a family: each is compared with its head, and copies among them are found all the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from findling.domain.comparisons import MatchKind, Pair
from findling.domain.duplicates import DuplicatePreferences, Group, Review
from findling.domain.files import Extraction, Stat
from findling.duplicates.comparer import Comparer
from findling.duplicates.group_builder import GroupBuilder, find_groups
from findling.duplicates.snapshot import load
from findling.duplicates.template_families import choose_heads, find_templates
from findling.formats import FileKind
from findling.messages.library_templates import ClearingMessage
from findling.storage.database import Database

NAMES = ("Adler", "Brandt", "Castillo", "Dupont", "Ekberg", "Fischer", "Garcia", "Holm", "Ivanov", "Jansen")
STATEMENT = """Harbour Savings Bank, statement No. {number} for the account {account} of {name}. The balance is
{balance} EUR. Objections to this statement are to be raised within six weeks in writing, and all entries are to be
checked without delay. Interest on arranged overdrafts is charged quarterly by the rates on display. Cheques are
credited under the usual reserve, and the general terms of the bank apply to all that is not settled here."""
REMINDER = """Dear {name}, our invoice No. {number} over {balance} EUR is overdue. Kindly transfer the amount to account
{account} within ten days from today. Should your payment have crossed with this letter, please regard it as void. Any
further reminder will be sent by our lawyers, and what that costs will be charged to you as the law allows it."""


def fill(form: str, number: int) -> str:
    chance = random.Random(number)
    return form.format(
        number=20_000 + number,
        account=chance.randint(10**7, 10**8),
        name=chance.choice(NAMES),
        balance=f"{chance.randint(100, 10**6) / 100:.2f}",
    )


def edit(text: str) -> str:
    return text.replace("without", "with no undue").replace("Kindly transfer", "Please be so kind as to transfer")


class Papers:
    """Library of texts by name, compared by one comparer after the other."""

    def __init__(self, folder: Path) -> None:
        self.database = Database.open_for_writing(folder / "library.db")
        with self.database.transaction():
            self._folder = self.database.folders.add(folder / "files").id
        self._place = folder / "files"
        self._files: dict[str, int] = {}
        self._comparer = Comparer(self.database)

    def put(self, texts: dict[str, str]) -> None:
        with self.database.transaction():
            for name, text in texts.items():
                content = text.encode().rjust(16)
                known = self.database.documents.find(content)
                document = (
                    known[0]
                    if known
                    else self.database.documents.add(content, "test", Extraction(FileKind.TEXT, "", text, ()))
                )
                stat = Stat(len(text), 1, len(self._files) + 1)
                file = self.database.files.add_pending(self._folder, self._place / name, stat, 0)
                self.database.files.set_indexed(file, document, stat, "test")
                self._files[name] = file

    def remove(self, *names: str) -> None:
        with self.database.transaction():
            self.database.files.remove([self._files.pop(name) for name in names])
            self.database.documents.remove(self.database.totals.left_over(1000))

    def compare(self, stop_after: int | None = None) -> None:
        """Compare what is new; stopped, it is as if the process had died then."""
        left = iter(range(stop_after)) if stop_after is not None else None
        self._comparer.run(should_stop=lambda: left is not None and next(left, None) is None)
        if stop_after is not None:
            self.restart()

    def restart(self) -> None:
        self._comparer = Comparer(self.database)

    def groups(self, **options) -> list[Group]:
        return find_groups(load(self.database), Review(**options))

    def names(self, kind: MatchKind | None = None) -> set[frozenset[str]]:
        groups = self.groups(kinds=(kind,) if kind else ())
        return {frozenset(member.path.name for member in group.members) for group in groups}

    def count_rows(self) -> int:
        return sum(1 for _ in self.database.duplicates.pairs())


@contextmanager
def temporary_papers() -> Iterator[Papers]:
    with TemporaryDirectory() as folder:
        papers = Papers(Path(folder))
        try:
            yield papers
        finally:
            papers.database.close()


@pytest.fixture
def papers() -> Iterator[Papers]:
    with temporary_papers() as made:
        yield made


def fill_many(form: str, count: int) -> dict[str, str]:
    return {f"{number}.txt": fill(form, number) for number in range(count)}


def test_a_family_is_one_group_with_a_row_or_so_for_each_of_its_files(papers):
    papers.put(fill_many(STATEMENT, 60))
    papers.compare()
    (family,) = papers.groups(kinds=(MatchKind.TEMPLATE,))
    assert len(family.members) == 60
    assert family.reason == ClearingMessage.COMPARED_WITH()
    assert {member.likeness for member in family.members[1:]} == {MatchKind.TEMPLATE}
    assert all(0.65 <= member.similarity < 1 and not member.selected for member in family.members[1:])
    assert papers.count_rows() < 2 * 60
    assert papers.groups() == []


def test_two_forms_are_two_families(papers):
    papers.put(fill_many(STATEMENT, 12))
    papers.put({f"reminder {name}": text for name, text in fill_many(REMINDER, 12).items()})
    papers.compare()
    assert {len(names) for names in papers.names(MatchKind.TEMPLATE)} == {12}


def test_an_edited_copy_in_a_family_is_found_whether_it_comes_with_the_others_or_later(papers):
    papers.put(fill_many(STATEMENT, 300) | {"copy of 150.txt": edit(fill(STATEMENT, 150))})
    papers.compare()
    papers.put({"copy of 290.txt": edit(fill(STATEMENT, 290))})
    papers.compare()
    assert papers.names() == {frozenset({f"{n}.txt", f"copy of {n}.txt"}) for n in (150, 290)}


def test_a_family_stays_together_when_its_head_goes_and_rows_go_with_their_documents(papers):
    papers.put(fill_many(STATEMENT, 20) | {"copy.txt": edit(fill(STATEMENT, 7))})
    papers.compare()
    (family,) = papers.groups(kinds=(MatchKind.TEMPLATE,))
    papers.remove(family.members[0].path.name)
    papers.compare()
    (left,) = papers.groups(kinds=(MatchKind.TEMPLATE,))
    assert {member.path for member in left.members} == {member.path for member in family.members[1:]}
    assert papers.names() == {frozenset({"7.txt", "copy.txt"})}


def test_another_file_of_a_family_may_be_kept_and_all_stay_of_its_template(papers):
    papers.put(fill_many(STATEMENT, 5))
    papers.compare()
    found = load(papers.database)
    builder = GroupBuilder(found, DuplicatePreferences())
    (family,) = builder.build(kinds={MatchKind.TEMPLATE})
    other = builder.keep_other({found.documents()[each.path] for each in family.members}, family.members[3].path)
    assert other.members[0].path == family.members[3].path
    assert {member.likeness for member in other.members[1:]} == {MatchKind.TEMPLATE}


CONTENTS: dict[str, str] = {
    **{f"statement {number}": fill(STATEMENT, number) for number in range(5)},
    **{f"reminder {number}": fill(REMINDER, number) for number in range(4)},
    "statement 1 again": fill(STATEMENT, 1).replace(" ", "\n"),
    "statement 1 edited": edit(fill(STATEMENT, 1)),
    "statement 3 edited": edit(fill(STATEMENT, 3)),
    "reminder 2 edited": edit(fill(REMINDER, 2)),
}

_put = st.sets(st.sampled_from(sorted(CONTENTS)), min_size=1).map(lambda names: ("put", tuple(sorted(names))))
_gone = st.sets(st.sampled_from(sorted(CONTENTS)), min_size=1).map(lambda names: ("remove", tuple(sorted(names))))
_compared = st.sampled_from([None, 3, 6, 9]).map(lambda stop: ("compare", stop))
_steps = st.lists(st.one_of(_put, _gone, _compared, st.just(("restart", None))), max_size=10)


@settings(max_examples=30, deadline=None)
@given(_steps)
@example(
    [
        ("put", ("reminder 0", "reminder 1", "reminder 2", "reminder 2 edited", "reminder 3")),
        ("remove", ("reminder 1",)),
        ("compare", None),
        ("remove", ("reminder 0",)),
    ]
)
@example(
    [
        ("put", ("reminder 0", "statement 1", "statement 1 edited", "statement 3")),
        ("put", ("statement 3 edited",)),
        ("compare", None),
        ("remove", ("reminder 0", "statement 3")),
    ]
)
def test_whatever_came_and_went_the_groups_are_those_of_a_library_that_is_compared_for_the_first_time(steps):
    present: dict[str, str] = {}
    with temporary_papers() as papers, temporary_papers() as fresh:
        for step, value in steps:
            match step:
                case "put":
                    new = {name: CONTENTS[name] for name in value if name not in present}
                    papers.put(new)
                    present |= new
                case "remove":
                    gone = [name for name in value if present.pop(name, None)]
                    papers.remove(*gone)
                case "compare":
                    papers.compare(value)
                case _:
                    papers.restart()
        papers.compare()
        fresh.put(present)
        fresh.compare()
        assert papers.names(None) == fresh.names(None)
        families, expected = (each.names(MatchKind.TEMPLATE) for each in (papers, fresh))
        assert _without_copies(families) == _without_copies(expected)


def _without_copies(families):
    """Count copies as one: which of them is tied to the others of the family depends on which was there first."""
    return {frozenset(" ".join(name.split()[:2]) for name in family) for family in families}


_ends = st.sets(st.tuples(st.integers(0, 15), st.integers(0, 15)).filter(lambda ends: ends[0] < ends[1]))


@given(_ends)
def test_each_document_is_a_head_or_is_of_the_template_of_one(ends):
    heads = choose_heads(ends)
    members = {member for partners in heads.values() for member in partners}
    assert members | heads.keys() == {number for pair in ends for number in pair}
    assert members.isdisjoint(heads)
    assert all((min(head, one), max(head, one)) in ends for head, partners in heads.items() for one in partners)


@given(_ends)
def test_what_hangs_together_is_one_family(ends):
    def make(one: int, other: int) -> Pair:
        return Pair(
            first=one, second=other, likeness=MatchKind.TEMPLATE, similarity=0.8, first_within=0.8, second_within=0.8
        )

    families = find_templates(make(*pair) for pair in ends)
    assert families.keys() == {number for pair in ends for number in pair}
    assert all(families[one] == families[other] for one, other in ends)
    assert all(families[number] <= number for number in families)
