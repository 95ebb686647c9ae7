"""`findling app` checks its arguments before anything is opened."""

from __future__ import annotations

import pytest

from findling.cli.main import run
from findling.domain.launch_request import LaunchRequest


class Opened:
    """Records what would be asked of the window."""

    def __init__(self):
        self.requests = []

    def __call__(self, paths, request):
        self.requests.append(request)
        return 0


def ask(tmp_path, *arguments):
    opened = Opened()
    assert run(["--library", str(tmp_path / "library"), *map(str, arguments)], opened) == 0
    (request,) = opened.requests
    return request


def test_a_folder_that_does_not_exist_is_said_in_one_line_and_nothing_opens(tmp_path, capsys):
    opened = Opened()
    missing = tmp_path / "nope"
    assert run(["--library", str(tmp_path / "library"), "app", str(tmp_path), str(missing)], opened) == 1
    said = capsys.readouterr().err
    assert str(missing) in said
    assert said.count("\n") == 1
    assert opened.requests == []


def test_folders_that_exist_are_opened(tmp_path):
    assert ask(tmp_path, "app", tmp_path) == LaunchRequest(folders=(tmp_path,))


def test_a_file_is_a_question_for_its_like(tmp_path):
    letter = tmp_path / "letter.pdf"
    letter.touch()
    assert ask(tmp_path, "app", letter) == LaunchRequest(alike=letter)


@pytest.mark.parametrize(
    ("option", "request_"),
    [
        ("--toggle", LaunchRequest(toggle=True)),
        ("--background", LaunchRequest(background=True)),
        ("--quit", LaunchRequest(quits=True)),
    ],
)
def test_each_option_asks_for_its_own(tmp_path, option, request_):
    assert ask(tmp_path, "app", option) == request_


def test_alone_it_opens_the_window(tmp_path):
    assert ask(tmp_path) == LaunchRequest()


@pytest.mark.parametrize(("shell", "told"), [("bash", "_findling_completion"), ("zsh", "#compdef findling")])
def test_a_shell_gets_its_completion_and_no_window(shell, told, monkeypatch, capsys):
    monkeypatch.setenv("_FINDLING_COMPLETE", f"{shell}_source")
    opened = Opened()
    assert run([], opened) == 0
    assert told in capsys.readouterr().out
    assert opened.requests == []


def test_a_shell_is_told_how_a_line_goes_on(monkeypatch, capsys):
    for name, value in {"_FINDLING_COMPLETE": "bash_complete", "COMP_WORDS": "findling sim", "COMP_CWORD": "1"}.items():
        monkeypatch.setenv(name, value)
    assert run([], Opened()) == 0
    assert capsys.readouterr().out.strip() == "plain,similar"


def test_a_link_is_followed_by_the_window(tmp_path):
    assert ask(tmp_path, "app", "findling:search?q=damp+patch") == LaunchRequest(query="damp patch")


@pytest.mark.parametrize("more", [[], ["findling:search?q=b"]])
def test_a_link_that_is_not_understood_or_not_alone_opens_nothing(tmp_path, capsys, more):
    opened = Opened()
    link = "findling:search?q=a" if more else "findling:delete?path=/a"
    assert run(["--library", str(tmp_path / "library"), "app", link, *more], opened) == 2
    assert opened.requests == []
    assert capsys.readouterr().err.strip()


def test_a_file_may_be_named_by_its_address_as_desktops_do(tmp_path):
    letter = tmp_path / "my letter.pdf"
    letter.touch()
    assert ask(tmp_path, "app", letter.as_uri()) == LaunchRequest(alike=letter)
