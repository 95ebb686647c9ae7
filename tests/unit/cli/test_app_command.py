"""`findling app` checks its arguments before anything is opened."""

from __future__ import annotations

from findling.cli.main import run


class Opened:
    """Records the arguments with which the window would be opened."""

    def __init__(self):
        self.folders = []

    def __call__(self, paths, folders, query, *, toggle):
        self.folders.append(tuple(folders))
        return 0


def test_a_folder_that_does_not_exist_is_said_in_one_line_and_nothing_opens(tmp_path, capsys):
    opened = Opened()
    missing = tmp_path / "nope"
    assert run(["--library", str(tmp_path / "library"), "app", str(tmp_path), str(missing)], opened) == 1
    said = capsys.readouterr().err
    assert str(missing) in said
    assert said.count("\n") == 1
    assert opened.folders == []


def test_folders_that_exist_are_opened(tmp_path):
    opened = Opened()
    assert run(["--library", str(tmp_path / "library"), "app", str(tmp_path)], opened) == 0
    assert opened.folders == [(tmp_path,)]
