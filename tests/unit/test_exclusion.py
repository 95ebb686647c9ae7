"""Exclusion rules, by tables of paths."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.exclusion import Exclusion

ROOT = Path("/home/ada/files")


def covers(path: str, *patterns: str, own: tuple[str, ...] = ()) -> bool:
    exclusion = Exclusion(ROOT, patterns, [ROOT / folder for folder in own])
    return exclusion.covers(str(ROOT / path), directory=path.endswith("/"))


@pytest.mark.parametrize(
    "path",
    [
        ".git/", ".hidden.txt", "a/.cache/", "node_modules/", "deep/er/node_modules/", "~$Letter.docx", "notes.txt~",
        "a/.ssh/", "Thumbs.db", "film.mp4.part", "lost+found/", "$RECYCLE.BIN/",
    ],
)  # fmt: skip
def test_what_nobody_searches_is_left_out(path):
    assert covers(path)


@pytest.mark.parametrize(
    "path", ["Letter.docx", "node_modules.txt", "keys/", "a.b/c.txt", "my venv.md", "~Letter.docx", "AppData.pdf"]
)
def test_what_a_user_wrote_is_not(path):
    assert not covers(path)


@pytest.mark.parametrize(
    ("path", "patterns", "left_out"),
    [
        ("drafts/", ("drafts/",), True),
        ("a/drafts/", ("drafts/",), True),
        ("a/drafts/", ("/drafts/",), False),
        ("a.log", ("*.log",), True),
        ("keep.log", ("*.log", "!keep.log"), False),
        ("keep.log", ("!keep.log", "*.log"), True),
        (".notes/", ("!.notes",), False),
        (".git/", ("!.notes",), True),
        ("2023/old.txt", ("2023/**",), True),
        ("a#b.txt", ("# a comment", ""), False),
        ("größe.txt", ("gr*e.txt",), True),
    ],
)
def test_own_patterns_add_to_the_built_in_ones_and_take_them_back(path, patterns, left_out):
    assert covers(path, *patterns) is left_out


@pytest.mark.parametrize(
    ("path", "patterns", "let_in"),
    [
        ("a/id_rsa", (), False),
        ("a/id_rsa", ("*.log",), False),
        ("a/id_rsa", ("!id_rsa",), True),
        ("a/id_rsa", ("!/id_rsa",), False),
        ("a/id_rsa", ("!a/",), True),
        ("a/id_rsa", ("!id_rsa", "id_*"), False),
        ("a/id_rsa", ("id_*", "!id_rsa"), True),
    ],
)
def test_only_a_rule_of_the_users_own_lets_in_what_is_secret(path, patterns, let_in):
    assert Exclusion(ROOT, patterns).lets_in(str(ROOT / path)) is let_in


def test_the_librarys_own_folder_is_left_out_even_if_a_pattern_takes_it_back():
    assert covers("library", "!library", own=("library",))
    assert not covers("library2", own=("library",))


@pytest.mark.parametrize(
    ("path", "left_out"),
    [(".git/objects/ab/cd", True), ("a/node_modules/b/c.txt", True), ("a/b/c.txt", False), (".profile", True)],
)
def test_a_file_is_left_out_with_any_directory_above_it(path, left_out):
    assert Exclusion(ROOT, ()).covers_somewhere(str(ROOT / path)) is left_out


def test_directories_above_the_root_do_not_count():
    root = Path("/home/ada/.config/node_modules")
    assert not Exclusion(root, ()).covers_somewhere(str(root / "a.txt"))
