"""Licences are recognised by their text, compared with the model card, and never guessed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findling.embedding.catalogue import read_license, read_published
from findling.embedding.install.licence_files import find_licence
from findling.embedding.install.licence_text import recognise_licence
from findling.embedding.licence import Licence
from findling.messages.licence_templates import LicenceMessage
from findling.paths import resources

FOLDER = resources() / "models" / "licence_texts"
TEXTS = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}
GEMMA = "Gemma Terms of Use\n\nLast modified: April 1, 2024\n\nBy using, reproducing, ..."
LLAMA = "META LLAMA 3 COMMUNITY LICENSE AGREEMENT\nMeta Llama 3 Version Release Date: April 18, 2024\n..."


def messages(licence: Licence) -> list[LicenceMessage]:
    return [note.message for note in licence.list_notes()]


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_is_that_of_its_own_licence(name: str):
    assert recognise_licence(TEXTS[name]) == name


@pytest.mark.parametrize("spec", read_published(), ids=lambda spec: spec.id)
def test_the_name_in_the_catalogue_is_that_of_the_text(spec):
    assert recognise_licence(read_license(spec)) == spec.license


@pytest.mark.parametrize("name", ["MIT", "BSD-3-Clause", "Apache-2.0", "CC-BY-NC-4.0"])
def test_neither_form_nor_holder_matters(name: str):
    text = TEXTS[name].replace("<copyright holders>", "The Boatyard, Inc.").replace("<year>", "2024")
    wide = " ".join(text.replace("(c)", "©").split())
    assert recognise_licence(wide) == name
    assert recognise_licence(f"SPDX-License-Identifier: {name}\n\n# {name} licence\n\n" + text.upper()) == name
    assert recognise_licence("\n".join(f"> {line}" for line in text.splitlines())) == name


def test_a_copyright_holder_may_stand_in_the_text_itself():
    text = TEXTS["BSD-3-Clause"].replace("the copyright holder nor", "the Regents of the University nor")
    assert recognise_licence(text) == "BSD-3-Clause"


@pytest.mark.parametrize("name", ["CC-BY-4.0", "CC-BY-NC-SA-4.0", "Apache-2.0", "GPL-3.0"])
def test_preface_and_advice_may_be_left_out(name: str):
    body = TEXTS[name]
    if name.startswith("CC"):
        body = body[body.rindex("International Public License\n\nBy exercising") :]
        body = f"Creative Commons {body[: body.index('Creative Commons is not a party')]}"
    else:
        body = body[: body.index("END OF TERMS AND CONDITIONS")] + "END OF TERMS AND CONDITIONS"
    assert recognise_licence(body) == name


@pytest.mark.parametrize("name", ["MIT", "Apache-2.0", "BSD-2-Clause"])
@pytest.mark.parametrize("clause", [
    "The Software must not be used for commercial purposes.",
    "For research use only.",
    "The licence does not grant the right to Sell the Software.",
])  # fmt: skip
def test_a_clause_that_was_added_makes_it_another_licence(name: str, clause: str):
    assert recognise_licence(f"{TEXTS[name]}\n\n{clause}") == ""
    assert recognise_licence(f"{clause}\n\n{TEXTS[name]}") == ""


@settings(max_examples=40)
@given(st.sampled_from(sorted(TEXTS)), st.integers(0, 10_000), st.sampled_from(["not", "noncommercial", "only", "may"]))
def test_one_weighty_word_makes_it_another_licence(name: str, at: int, word: str):
    words = TEXTS[name].split()
    at %= len(words)
    # A line of copyright is no part of the licence, so nothing is added to one.
    lines = TEXTS[name].splitlines()
    if any("copyright" in line.lower() and words[at] in line for line in lines):
        return
    assert recognise_licence(" ".join([*words[:at], word, *words[at:]])) == ""


def test_permissions_are_not_taken_for_restrictions_of_the_like():
    free = re.sub("(?i)non-?commercial", "", TEXTS["CC-BY-NC-4.0"])
    assert recognise_licence(free) == ""
    assert recognise_licence("Permission is hereby granted, free of charge, to any person.") == ""
    assert recognise_licence("") == ""


@pytest.mark.parametrize(
    ("text", "name"), [(GEMMA, "Gemma"), (LLAMA, "Llama-3"), ("LLAMA 3.1 COMMUNITY LICENSE AGREEMENT\n", "Llama-3.1")]
)
def test_licences_of_makers_own_are_known_by_their_titles(text: str, name: str):
    assert recognise_licence(text) == name
    assert messages(Licence(name, text=text)) == [LicenceMessage.OWN_TERMS]


def folder_of(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, "utf-8")
    return tmp_path


def card(*lines: str) -> str:
    return "\n".join(["---", "tags:", "- sentence-similarity", *lines, "---", "# A model", "license: nothing"])


@pytest.mark.parametrize("name", ["LICENSE", "LICENSE.txt", "Licence.md", "COPYING", "license-mit", "LICENSE-2.0.txt"])
def test_the_text_is_found_under_usual_names(tmp_path: Path, name: str):
    (tmp_path / name).write_text(TEXTS["MIT"])
    assert find_licence(tmp_path).name == "MIT"


@pytest.mark.parametrize(
    ("lines", "stated"),
    [
        (["license: mit"], "MIT"),
        (["license: 'Apache-2.0'  # as the code"], "Apache-2.0"),
        (["license: [mit, apache-2.0]"], "MIT, Apache-2.0"),
        (["license:", "- cc-by-nc-4.0", "language:", "- en"], "CC-BY-NC-4.0"),
        (["license: llama3.1"], "Llama-3.1"),
        (["license: other", "license_name: the boatyard terms"], "the boatyard terms"),
        (["license: other"], ""),
        (["license: some-new-licence"], "some-new-licence"),
        (["model-index:", "  license: mit"], ""),
        ([], ""),
    ],
)
def test_the_model_card_s_licence_is_read_from_its_front_matter(tmp_path: Path, lines: list[str], stated: str):
    assert find_licence(folder_of(tmp_path, README_md=card(*lines))).stated == stated


def test_a_card_without_front_matter_states_nothing(tmp_path: Path):
    assert find_licence(folder_of(tmp_path, README_md="# A model\nlicense: mit\n")) == Licence()


@pytest.mark.parametrize(
    ("files", "shown", "notes"),
    [
        ({}, "", [LicenceMessage.NONE_KNOWN]),
        ({"LICENSE": TEXTS["MIT"]}, "MIT", []),
        ({"LICENSE": TEXTS["MIT"], "README_md": card("license: mit")}, "MIT", []),
        ({"README_md": card("license: mit")}, "MIT", [LicenceMessage.STATED_ONLY]),
        ({"LICENSE": "Do good."}, "", [LicenceMessage.UNKNOWN]),
        ({"LICENSE": "Do good.", "README_md": card("license: mit")}, "MIT", [LicenceMessage.STATED_AND_UNKNOWN]),
        ({"LICENSE": TEXTS["MIT"], "README_md": card("license: apache-2.0")}, "", [LicenceMessage.CONTRADICTED]),
        (
            {"LICENSE-MIT": TEXTS["MIT"], "LICENSE-APACHE": TEXTS["Apache-2.0"]},
            "Apache-2.0, MIT",
            [LicenceMessage.SEVERAL],
        ),
        ({"LICENSE-MIT": TEXTS["MIT"], "LICENSE-MORE": "Do good."}, "", [LicenceMessage.UNKNOWN]),
        (
            {"LICENSE": TEXTS["MIT"], "README_md": card("license: cc-by-nc-4.0")},
            "",
            [LicenceMessage.CONTRADICTED, LicenceMessage.NON_COMMERCIAL],
        ),
        ({"LICENSE": TEXTS["CC-BY-NC-SA-4.0"]}, "CC-BY-NC-SA-4.0", [LicenceMessage.NON_COMMERCIAL]),
        (
            {"README_md": card("license: other", "license_name: Boatyard Non-Commercial")},
            "Boatyard Non-Commercial",
            [LicenceMessage.STATED_ONLY, LicenceMessage.NON_COMMERCIAL],
        ),
    ],
)  # fmt: skip
def test_what_text_and_card_say_is_told_and_nothing_else(tmp_path: Path, files: dict, shown: str, notes: list):
    licence = find_licence(folder_of(tmp_path, **files))
    assert (licence.shown, messages(licence)) == (shown, notes)


def test_names_that_sound_alike_are_not_non_commercial():
    assert messages(Licence("", "ncsa", "")) == [LicenceMessage.STATED_ONLY]
    assert messages(Licence("CC-BY-4.0")) == []


def test_texts_in_an_old_encoding_are_read(tmp_path: Path):
    (tmp_path / "LICENSE").write_bytes(TEXTS["MIT"].replace("<copyright holders>", "José").encode("cp1252"))
    assert find_licence(tmp_path).name == "MIT"


def test_what_is_too_large_for_a_licence_is_left_alone(tmp_path: Path):
    assert find_licence(folder_of(tmp_path, LICENSE="x" * 1_000_001)) == Licence()
