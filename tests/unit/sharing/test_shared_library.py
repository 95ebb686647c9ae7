"""Other programs get the right file, page and passage, pieces of documents, and only what is shared."""

from __future__ import annotations

import pytest

from findling.errors import FindlingError, UsageError
from findling.sharing.operations import OPERATIONS

QUESTIONS = [
    ("moving out before the contract allows it", "Lease 14 Harrow Lane.pdf", 1, "three months' notice"),
    ("radiator stays cold", "Heating manual.docx", None, "air has gathered inside"),
    ("mould in the children's room", "Letter about the damp patch.pdf", 1, "a dark patch on the outer wall"),
    ("standby power consumption", "Electricity readings.ipynb", None, "what sleeps behind our walls"),
    ("stolen bike", "Neighbours.mbox", 4, "took my green bicycle"),
    ("compensation after flooding", "Insurance, water in the kitchen.odt", None, "we settle as follows"),
    ("free repair of a noisy appliance", "Washing machine guarantee.eml", None, "both dampers are therefore free"),
    ("nut allergy", "Kitchen notes.md", None, "Hazelnuts and walnuts, not even traces"),
    ("hearty meal for winter", "Family recipes.epub", None, "Potato soup for the first cold day"),
    ("looking after the cat in summer", "Summer by the sea.pptx", 7, "Orla from number 16"),
    ("learning to row as an adult", "Rowing club, autumn letter.html", None, "course for grown-ups"),
    ("detective novel", "Reading list.txt", None, "A crime story"),
]


@pytest.mark.parametrize(("question", "name", "page", "words"), QUESTIONS)
def test_one_call_answers_with_file_page_and_passage_that_can_be_read_on(door, question, name, page, words):
    found = door.ask("search", query=question)["files"][0]
    assert found["file"].endswith(f"/{name}")
    passage = next(each for each in found["passages"] if words in each["text"])
    assert passage["page"] == page
    piece = door.ask("read", file=found["file"], start=passage["start"], length=passage["end"] - passage["start"])
    assert piece["text"].strip() == passage["text"]
    assert piece["page"] == page


def test_answers_are_small_unless_more_is_asked_for(door):
    files = door.ask("search", query="the kitchen")["files"]
    assert len(files) <= 5
    assert [len(file["passages"]) for file in files[1:]] == [1] * (len(files) - 1)
    assert len(files[0]["passages"]) <= 3
    assert len(door.ask("search", query="the kitchen", limit=9)["files"]) == 9
    assert all(len(file["passages"]) <= 2 for file in door.ask("search", query="the kitchen", passages=2)["files"])


def test_filters_are_part_of_the_question_and_alone_list_files(door):
    files = door.ask("search", query=f'type:pdf in:"{door.open_folder / "Home"}"', limit=50)["files"]
    assert [file["type"] for file in files] == ["pdf", "pdf"]


def test_a_document_is_read_to_its_end_in_pieces(door):
    file = str(door.open_folder / "Home" / "Heating manual.docx")
    with door.workspace.looking_inside() as database:
        row = database.files.find(door.open_folder / "Home" / "Heating manual.docx")
        assert row is not None
        assert row.document_id is not None
        text = database.documents.text(row.document_id)
    assert text is not None
    pieces, start = [], 0
    while start is not None:
        pieces.append(door.ask("read", file=file, start=start, length=700))
        start = pieces[-1]["next"]
    assert "".join(piece["text"] for piece in pieces) == text[1]
    assert all(len(piece["text"]) <= 700 for piece in pieces)
    assert all(piece["length"] == len(text[1]) for piece in pieces)


def test_a_document_is_read_by_its_pages(door):
    file = str(door.open_folder / "Home" / "Lease 14 Harrow Lane.pdf")
    whole = door.ask("read", file=file, length=20_000)
    pages = [door.ask("read", file=file, page=page, length=20_000) for page in range(1, whole["pages"] + 1)]
    assert "".join(page["text"] for page in pages) == whole["text"]
    assert [page["page"] for page in pages] == list(range(1, whole["pages"] + 1))
    assert all(page["next"] is None for page in pages)
    middle = door.ask("read", file=file, page=2, start=pages[1]["start"] + 100, length=50)
    assert pages[1]["text"].startswith(middle["text"], 100)
    assert door.ask("read", file=file, page=2, start=0)["start"] == pages[1]["start"]
    with pytest.raises(FindlingError, match="has no page 99"):
        door.ask("read", file=file, page=99)


def test_an_outline_leads_to_its_headings(door):
    file = str(door.open_folder / "Home" / "Heating manual.docx")
    outline = door.ask("outline", file=file)
    assert outline["headings_in_all"] == len(outline["headings"]) > 3
    for heading in outline["headings"]:
        assert door.ask("read", file=file, start=heading["start"], length=500)["text"].startswith(heading["text"])
    assert door.ask("outline", file=file, skip=1, limit=2)["headings"] == outline["headings"][1:3]


def test_exact_words_are_found_with_what_is_around_them(door):
    found = door.ask("find", text="DAMP   patch")
    assert {place["file"].rsplit("/", 1)[-1] for place in found["places"]} >= {
        "Letter about the damp patch.docx",
        "Letter about the damp patch.pdf",
    }
    for place in found["places"]:
        text = door.ask("read", file=place["file"], start=place["start"], length=place["end"] - place["start"])["text"]
        assert text.lower().split() == ["damp", "patch"]
        assert " ".join(text.split()) in place["context"]
    one = door.ask("find", text="a", file=str(door.open_folder / "Kitchen" / "Kitchen notes.md"), limit=1)
    assert (len(one["places"]), one["more"]) == (1, True)
    with pytest.raises(FindlingError, match="no letters or figures"):
        door.ask("find", text="...")


def test_like_files_and_duplicates_are_found(door):
    letter = str(door.open_folder / "Home" / "Letter about the damp patch.docx")
    assert door.ask("similar", file=letter)["files"][0]["file"].endswith("Letter about the damp patch.pdf")
    duplicates = door.ask("duplicates", file=str(door.open_folder / "Kitchen" / "Kitchen notes.md"))["files"]
    assert [(each["file"], each["kind"]) for each in duplicates] == [
        (str(door.open_folder / "Old laptop" / "Kitchen notes.md"), "identical")
    ]


def test_the_same_text_in_another_format_is_a_duplicate_and_an_edited_copy_that_is_kept_back_is_none(door):
    letter = str(door.open_folder / "Home" / "Letter about the damp patch.docx")
    found = door.ask("duplicates", file=letter)["files"]
    assert [each["file"].rsplit("/", 1)[-1] for each in found] == ["Letter about the damp patch.pdf"]
    assert found[0]["kind"] in ("same-text", "near")
    assert 0.9 < found[0]["similarity"] <= 1
    with door.workspace.looking_inside() as database:
        notes = database.files.find(door.open_folder / "Kitchen" / "Kitchen notes.md")
        edited = database.files.find(next(door.closed_folder.glob("*version.md")))
        assert notes is not None
        assert edited is not None
        assert notes.document_id is not None
        # The library knows of it; the answer above, within what is shared, says nothing.
        assert edited.document_id in {number for number, *_ in database.duplicates.find_alike(notes.document_id)}


def test_documents_are_listed_in_parts_without_gap_or_repetition(door):
    whole = [each["file"] for each in door.ask("documents", limit=500)["documents"]]
    listed, after = [], None
    while True:
        part = door.ask("documents", limit=3, after=after)
        listed += [each["file"] for each in part["documents"]]
        if (after := part["after"]) is None:
            break
    assert listed == whole == sorted(whole)
    kitchen = door.ask("documents", folder=str(door.open_folder / "Kitchen"))["documents"]
    assert [each["file"].rsplit("/", 1)[-1] for each in kitchen] == ["Family recipes.epub", "Kitchen notes.md"]


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("search", {}, "query: Field required"),
        ("search", {"query": "x", "limit": 0}, "limit: "),
        ("search", {"query": "x", "within": ["/"]}, "within: "),
        ("read", {"file": "", "page": 1}, "file: "),
        ("read", {"file": "/a", "page": 0}, "page: "),
        ("delete", {"file": "/a"}, "Nothing called delete"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(door, name, arguments, said):
    with pytest.raises(UsageError, match=said):
        door.ask(name, **arguments)


def test_there_is_no_operation_that_changes_anything():
    assert set(OPERATIONS) == {"search", "read", "outline", "find", "similar", "duplicates", "documents", "folders"}
