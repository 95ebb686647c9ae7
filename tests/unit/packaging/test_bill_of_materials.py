"""All of a frozen program is somebody's, under a licence that goes with it and whose text is there."""

from __future__ import annotations

import json
import shutil
from importlib.metadata import distributions
from pathlib import Path

import pytest

import bill_of_materials
import components
import crates
import shipped_parts
from components import Component

FINE = Component("fine", "1.0", "MIT", ("Permission is hereby granted",), ("fine.so",), "pkg:pypi/fine@1.0")


def install(site: Path, name: str, files: dict[str, str], **metadata: str) -> None:
    """Make what an installer leaves of a package: its files, its metadata, and the list of both."""
    folder = f"{name}-1.0.dist-info"
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in metadata.items()]
    files = {
        **files,
        f"{folder}/METADATA": "\n".join(["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *lines]),
    }
    files[f"{folder}/RECORD"] = "".join(f"{path},,\n" for path in files)
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(content)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    texts = {"native-1.0.dist-info/licenses/LICENSE": "its own words"}
    install(site, "native", {"native/fast.so": "ELF", **texts}, License_Expression="BSD-3-Clause")
    install(site, "plain", {"plain/__init__.py": "", "plain/rest.py": ""}, License="MIT", Author="A. Writer")
    install(site, "unused", {"unused/__init__.py": ""}, License="MIT")
    return site


def find(site: Path, internal: Path, modules: set[str]) -> dict[str, Component]:
    found = components.find_packages(internal, modules, list(distributions(path=[str(site)])))
    return {each.name: each for each in found}


def test_a_package_is_in_it_by_a_file_or_by_a_module_and_not_by_its_metadata(site: Path, tmp_path: Path):
    internal = tmp_path / "_internal"
    (internal / "native").mkdir(parents=True)
    shutil.copy(site / "native" / "fast.so", internal / "native")
    (internal / "unused-1.0.dist-info").mkdir()
    found = find(site, internal, {"plain.rest"})
    assert set(found) == {"native", "plain"}
    assert found["native"].files == ("native/fast.so",)
    assert found["native"].texts == ("its own words",)
    assert found["native"].source == "pkg:pypi/native@1.0"
    bill_of_materials.drop_metadata(found.values(), internal)
    assert not (internal / "unused-1.0.dist-info").exists()


def test_a_file_beside_the_program_puts_no_package_into_it(tmp_path: Path):
    (tmp_path / "command").write_text("#!/bin/sh\n")
    install(tmp_path / "site", "tool", {"../command": "#!/bin/sh\n"}, License="GPL-2.0-only")
    internal = tmp_path / "_internal"
    internal.mkdir()
    assert find(tmp_path / "site", internal, set()) == {}


def test_a_package_without_a_text_gets_that_of_the_licence_it_names(site: Path, tmp_path: Path):
    found = find(site, tmp_path, {"plain"})
    assert found["plain"].texts[0].startswith("Copyright: A. Writer\n")
    assert "Permission is hereby granted" in found["plain"].texts[0]


def test_a_package_whose_metadata_name_no_licence_is_under_that_of_its_text(tmp_path: Path):
    text = "This software is provided 'as-is', without any express or implied warranty."
    install(tmp_path, "sqlcipher3", {"sqlcipher3/__init__.py": "", "sqlcipher3-1.0.dist-info/licenses/LICENSE": text})
    found = find(tmp_path, tmp_path, {"sqlcipher3"})["sqlcipher3"]
    assert (found.licence, found.texts) == ("Zlib", (text,))
    assert components.find_faults([found]) == []


def test_a_package_that_names_no_licence_is_under_the_one_whose_text_it_brings_word_for_word(tmp_path: Path):
    text = (components.ROOT / "LICENSE").read_text()
    for name, content in (("resvg", text), ("changed", text.replace("free of charge", "for a fee"))):
        files = {f"{name}/__init__.py": "", f"{name}-1.0.dist-info/licenses/LICENSE": content}
        install(tmp_path, name, files)
    found = find(tmp_path, tmp_path, {"resvg", "changed"})
    assert (found["resvg"].licence, found["changed"].licence) == ("MIT", "")


def find_crates(tmp_path: Path, *told: dict[str, object]) -> list[Component]:
    """Return what is found of a compiled package that brings a bill of these."""
    bill = json.dumps({"components": told})
    install(tmp_path, "fine", {"fine.so": "ELF", "fine-1.0.dist-info/sboms/fine.cyclonedx.json": bill})
    return crates.find_crates([FINE], list(distributions(path=[str(tmp_path)])))


def tell_crate(name: str, licence: str, source: str = "", scope: str = "required") -> dict[str, object]:
    purl = source or f"pkg:cargo/{name}@2.0"
    licences = [{"expression": licence}]
    return {"name": name, "version": "2.0", "author": "A. Writer", "scope": scope, "purl": purl, "licenses": licences}


def test_the_crates_in_a_package_s_file_are_told_with_licence_text_and_holder(tmp_path: Path):
    (found,) = find_crates(
        tmp_path,
        tell_crate("drawing", "MIT OR Apache-2.0"),
        tell_crate("only for building", "MIT", scope="excluded"),
        tell_crate("its own", "MIT", source="pkg:cargo/own@2.0?download_url=file://."),
        tell_crate("what may be there", "GPL-3.0-only", source="pkg:github/else/where@2.0"),
    )
    assert (found.name, found.version, found.source) == ("drawing", "2.0", "pkg:cargo/drawing@2.0")
    assert components.find_faults([found]) == []
    bill_of_materials.write_notices([found], tmp_path / "notices")
    text = (tmp_path / "notices").read_text()
    assert "drawing 2.0 (MIT OR Apache-2.0), copyright: A. Writer" in text
    assert "Permission is hereby granted" in text
    assert write(tmp_path, [found])["components"][0]["copyright"] == "A. Writer"


@pytest.mark.parametrize(
    ("licence", "chosen"),
    [
        ("Apache-2.0 OR MIT", ("MIT",)),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", ("MIT", "Unicode-3.0")),
        ("Apache-2.0 WITH LLVM-exception", ("Apache-2.0",)),
        ("Apache-2.0 OR GPL-2.0-only", ("Apache-2.0",)),
        ("MIT AND GPL-3.0-only", ()),
        ("", ()),
    ],
)
def test_of_a_crate_s_licences_those_are_chosen_that_may_be_in_it(licence: str, chosen: tuple[str, ...]):
    assert crates.choose_licences(licence) == chosen


def test_a_crate_without_a_licence_that_may_be_in_it_is_a_fault(tmp_path: Path):
    assert components.find_faults(find_crates(tmp_path, tell_crate("copyleft", "MIT AND GPL-3.0-only")))


def test_what_a_package_has_linked_into_its_files_is_told_with_its_own_licence(tmp_path: Path):
    (tmp_path / "fine.so").write_bytes(b"ELF\0OpenSSL 3.6.0 1 Oct 2025\0sqlcipher_export\0community\0004.19.0\0")
    found = components.find_linked(tmp_path, [FINE])
    assert {(each.name, each.version, each.licence) for each in found} == {
        ("OpenSSL", "3.6.0", "Apache-2.0"),
        ("SQLCipher", "4.19.0", "BSD-3-Clause"),
    }
    assert components.find_faults(found) == []
    texts = {each.name: each.texts[0] for each in found}
    assert texts["OpenSSL"].startswith("Copyright: The OpenSSL Project Authors")
    assert "ZETETIC LLC" in texts["SQLCipher"]


def test_what_qt_orders_texts_by_names_all_who_made_it(tmp_path: Path):
    library = tmp_path / "PySide6" / "Qt" / "lib" / "libicuuc.so.73"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"ELF")
    (icu,) = components.find_icu(tmp_path)
    assert components.find_faults([icu]) == []
    for maker in ("Unicode, Inc.", "International Business Machines Corporation", "the V8 project authors"):
        assert maker in icu.texts[0]
    # Of its build system, which is under the GPL with an exception, nothing is in the library.
    assert "General Public License" not in icu.texts[0]


def test_a_file_that_only_asks_for_a_library_has_none_linked_into_it(tmp_path: Path):
    (tmp_path / "fine.so").write_bytes(b"ELF\0OpenSSL 3 is needed\0libcrypto.so.3\0")
    assert components.find_linked(tmp_path, [FINE]) == []


def test_the_lgpl_comes_with_the_gpl_that_it_adds_to(tmp_path: Path):
    said = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    install(tmp_path, "qt", {"qt/__init__.py": ""}, License=said)
    found = find(tmp_path, tmp_path, {"qt"})["qt"]
    assert found.licence == "LGPL-3.0-only"
    assert ["LESSER" in text for text in found.texts] == [True, False]
    assert components.find_faults([found]) == []


@pytest.mark.parametrize("licence", ["MIT", "LGPL-3.0-only", "MIT OR GPL-2.0-only", "GPL-2.0-only WITH an-exception"])
def test_these_licences_may_be_in_it(licence: str):
    assert components.find_faults([Component("it", "1", licence, ("text",))]) == []


@pytest.mark.parametrize("licence", ["GPL-3.0-only", "AGPL-3.0", "GPLv2", "GPL-2.0-only OR GPL-3.0-only", ""])
def test_these_licences_may_not(licence: str):
    assert len(components.find_faults([Component("it", "1", licence, ("text",))])) == 1


def test_a_licence_without_its_text_is_a_fault():
    assert components.find_faults([Component("it", "1", "MIT", (" \n",))]) == ["it: no text of its licence"]


def test_a_compiled_file_that_is_nobody_s_is_found(tmp_path: Path):
    binaries = [tmp_path / "fine.so", tmp_path / "deep" / "stray.so"]
    assert components.find_unowned(tmp_path, binaries, [FINE]) == ["deep/stray.so"]


@pytest.mark.parametrize(("name", "licence"), [("libz.so.1", "Zlib"), ("libzstd.so.1", "BSD-3-Clause")])
def test_libraries_of_the_system_have_known_licences(name: str, licence: str):
    assert components.find_system_libraries([name])[0].licence == licence


@pytest.mark.parametrize("name", ["libreadline.so.8", "libgtk-3.so.0", "libzbar.so.0"])
def test_a_library_of_the_system_that_nobody_looked_at_is_a_fault(name: str):
    assert components.find_faults(components.find_system_libraries([name]))


def test_python_and_what_ships_in_resources_bring_their_texts():
    resources = components.ROOT / "resources"
    shipped = shipped_parts.find_shipped(resources, Path())
    assert components.find_faults([*shipped, components.find_python(Path())]) == []
    versions = {each.name: each.version for each in shipped}
    assert versions["hnswlib"] == "0.8.0"
    assert versions["all-MiniLM-L6-v2"]


def write(tmp_path: Path, parts: list[Component]) -> dict[str, object]:
    (tmp_path / "fine.so").write_bytes(b"ELF")
    bill_of_materials.write_bill(parts, tmp_path, tmp_path / "bill.json")
    return json.loads((tmp_path / "bill.json").read_text())


@pytest.fixture(autouse=True)
def time_of_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796000000")


def test_the_bill_names_each_part_with_licence_source_and_hash(tmp_path: Path):
    bill = write(tmp_path, [FINE])
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    part = bill["components"][0]
    assert (part["name"], part["version"], part["purl"]) == ("fine", "1.0", "pkg:pypi/fine@1.0")
    assert part["licenses"] == [{"license": {"id": "MIT"}}]
    assert part["components"][0]["name"] == "fine.so"
    assert len(part["components"][0]["hashes"][0]["content"]) == 64


def test_packages_bear_the_hashes_that_the_lock_allows(tmp_path: Path):
    click = Component("click", "", "BSD-3-Clause", ("text",), (), "pkg:pypi/click@8.5.1")
    lock = bill_of_materials.read_hashes(bill_of_materials.LOCK.read_text(encoding="utf-8"))
    reference = write(tmp_path, [click])["components"][0]["externalReferences"][0]
    assert sorted(each["content"] for each in reference["hashes"]) == sorted(lock["click@8.5.1"])


def test_the_same_parts_make_the_same_bill_and_others_another(tmp_path: Path):
    first, again = write(tmp_path, [FINE]), write(tmp_path, [FINE])
    assert first == again
    assert write(tmp_path, [FINE, Component("b", "2", "MIT", ("x",))])["serialNumber"] != first["serialNumber"]


def test_the_notices_show_each_text_once_under_all_that_it_is_for(tmp_path: Path):
    parts = [FINE, Component("second", "2.0", "MIT", FINE.texts), Component("third", "3.0", "ISC", ("other",))]
    bill_of_materials.write_notices(parts, tmp_path / "notices")
    text = (tmp_path / "notices").read_text()
    assert text.count("Permission is hereby granted") == 1
    assert "fine 1.0 (MIT)\nsecond 2.0 (MIT)\n" in text
    assert "third 3.0 (ISC)" in text
