"""The file to keep is chosen by the rules in their order, and the reason is that of the rule that decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.duplicates import DuplicatePreferences, KeepRule
from findling.domain.files import Unread, Wholeness
from findling.duplicates.group_builder import find_stem
from findling.duplicates.keeper_rules import choose_keeper, is_copy_name
from findling.formats import FileKind
from findling.messages.library_templates import ClearingMessage
from findling.storage.duplicate_table import Copy

COPIES = (
    *("Copy of plan.txt", "plan - Copy.txt", "plan - Copy (2).txt", "plan (1).txt"),
    *("plan Kopie.txt", "plan.txt~", "plan.bak"),
)
ORIGINALS = ("plan.txt", "copyright.txt", "Copying machines.txt", "report (draft).txt", "sum (2024).txt")


def copy(path: str, modified: int = 0, size: int = 1, kind: FileKind = FileKind.TEXT) -> Copy:
    return Copy(1, b"", b"", Path(path), size, modified, kind)


OLD = copy("/d/old.docx", 1, 50, FileKind.DOCX)
NEW = copy("/d/folder/new.pdf", 9, 20, FileKind.PDF)
LARGE = copy("/d/folder/large.txt", 5, 90)


@pytest.mark.parametrize(
    ("rules", "kept", "reason"),
    [
        ((KeepRule.NEWEST,), NEW, ClearingMessage.NEWEST()),
        ((KeepRule.OLDEST,), OLD, ClearingMessage.OLDEST()),
        ((KeepRule.BEST_FORMAT, KeepRule.NEWEST), OLD, ClearingMessage.BEST_FORMAT()),
        ((KeepRule.LARGEST,), LARGE, ClearingMessage.LARGEST()),
        ((KeepRule.SHORTEST_PATH,), OLD, ClearingMessage.SHORTEST_PATH()),
        ((), LARGE, ClearingMessage.NO_RULE()),
    ],
)
def test_the_first_rule_that_decides_gives_the_reason(rules, kept, reason):
    assert choose_keeper([OLD, NEW, LARGE], DuplicatePreferences(rules)) == (kept, reason)


def test_a_rule_that_leaves_two_hands_them_to_the_next():
    preferences = DuplicatePreferences((KeepRule.PREFERRED_FOLDER, KeepRule.NEWEST), preferred=(Path("/d/folder"),))
    assert choose_keeper([OLD, NEW, LARGE], preferences) == (NEW, ClearingMessage.NEWEST())


def test_a_protected_file_stays_before_all_rules():
    preferences = DuplicatePreferences((KeepRule.NEWEST,), protected=(Path("/d/old.docx"),))
    assert choose_keeper([OLD, NEW, LARGE], preferences) == (OLD, ClearingMessage.PROTECTED_FOLDER())


@pytest.mark.parametrize("rules", [*((rule,) for rule in KeepRule), ()])
@pytest.mark.parametrize(
    ("unread", "less"),
    [
        ((), (Unread.NOTES,)),
        ((), (Unread.UNKNOWN, Unread.REPAIRED)),
        ((Unread.UNKNOWN,), (Unread.CUT,)),
        ((Unread.UNKNOWN,), (Unread.PICTURES,)),
        ((Unread.NOTES,), (Unread.NOTES, Unread.UNDECODABLE)),
    ],
)
def test_what_was_read_more_wholly_stays_before_all_rules_and_before_what_is_protected(rules, unread, less):
    more, other = (replace(OLD, wholeness=Wholeness(unread)), replace(NEW, wholeness=Wholeness(less)))
    assert choose_keeper([other, more], DuplicatePreferences(rules, protected=(other.path,))) == (
        more,
        ClearingMessage.WHOLE(),
    )
    more, other = (replace(NEW, wholeness=Wholeness(unread)), replace(OLD, wholeness=Wholeness(less)))
    assert choose_keeper([other, more], DuplicatePreferences(rules)) == (more, ClearingMessage.WHOLE())


def test_of_files_that_were_all_read_alike_the_rules_decide():
    files = [replace(each, wholeness=Wholeness((Unread.REPAIRED,))) for each in (OLD, NEW)]
    assert choose_keeper(files, DuplicatePreferences((KeepRule.NEWEST,)))[1] == ClearingMessage.NEWEST()


@pytest.mark.parametrize("name", COPIES)
def test_names_of_copies_are_known(name):
    assert is_copy_name(Path(name))


@pytest.mark.parametrize("name", ORIGINALS)
def test_names_of_originals_are_not_taken_for_copies(name):
    assert not is_copy_name(Path(name))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("report-v1.docx", "report_final.docx", True),
        ("Lease 2024-03-01.pdf", "Lease.pdf", True),
        ("draft of speech.txt", "speech.txt", True),
        ("report.docx", "minutes.docx", False),
    ],
)
def test_names_of_versions_have_a_stem_in_common(one, other, alike):
    assert (find_stem(Path("/a") / one) == find_stem(Path("/b") / other)) is alike
