"""Commands that query the library: search, similar."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from findling.cli.context import Context, pass_context
from findling.cli.output import (
    console,
    iso_time,
    make_line,
    make_printable,
    plural,
    print_json,
    show_path,
    size_text,
)
from findling.domain.files import FileStatus
from findling.domain.origin import Origin
from findling.domain.reasons import explain_absence, explain_unread
from findling.domain.result_folding import fold_versions
from findling.domain.search import Answer, Mode, Relevance, SortOrder, TypingStage
from findling.errors import FindlingError, UsageError
from findling.extraction.snippet import make_snippet
from findling.format_table import format_of
from findling.messages.library_templates import SearchMessage
from findling.paths import LibraryPaths

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from findling.domain.search import Hit, Result
    from findling.formats import FileKind
    from findling.messages.notice import Notice
    from findling.search.library_reader import Library
    from findling.search.reranking import Reranker

_EXCERPT = 240
_LONGEST_PASSAGE = 20_000
_MANY = 1000


def complete_filter(context: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return the values for a filter being typed in the shell, with how many files each leaves."""
    from findling.search.filter_completion import is_filter_unfinished, propose
    from findling.search.library_reader import Library
    from findling.settings import Settings

    if not is_filter_unfinished(typed):
        return []
    paths = LibraryPaths.choose(context.find_root().params.get("library"))
    try:
        library = Library.open(paths, Settings(), once=True)
    except FindlingError:
        # A shell that waits for a word has no place for what is wrong.
        return []
    with closing(library):
        proposals = propose(typed, library.facets(), Path.home(), _MANY)
    return [CompletionItem(each.text, help=plural(each.count, "file")) for each in proposals]


@click.command()
@click.argument("query", nargs=-1, required=True, shell_complete=complete_filter)
@click.option("-n", "limit", default=10, show_default=True, type=click.IntRange(1, _MANY), help="How many files.")
@click.option("--mode", default="hybrid", show_default=True, type=click.Choice([mode.value for mode in Mode]))
@click.option(
    *("--sort", "order"),
    default="relevance",
    show_default=True,
    type=click.Choice([order.value for order in SortOrder]),
    help="Order of the files: the best, the latest, the largest first, or by name; weak matches stay last.",
)
@click.option("--passages", is_flag=True, help="Show every passage that answers, not only the best.")
@click.option("--typing", is_flag=True, help="Answer as the window does while QUERY is typed: its last word may go on.")
@click.option("--rerank", is_flag=True, help="Have a second, larger model read the best again, and order them.")
@click.option("--shared", is_flag=True, help="Search the library that you share with others, in place of your own.")
@click.option(
    "--all-versions", is_flag=True, help="List each version of a document by itself, in place of one for all."
)
@pass_context
def search(
    context: Context,
    query: tuple[str, ...],
    limit: int,
    mode: str,
    order: str,
    passages: bool,
    typing: bool,
    rerank: bool,
    shared: bool,
    all_versions: bool,
) -> None:
    """Search for what you mean, in your own words.

    In QUERY may stand: type:pdf in:~/notes name:lease after:2024-01 before:2025 lang:de date:2019 from:ann to:bob
    subject:rent author:lee "exact words" -without
    """
    if rerank and typing:
        raise click.UsageError("A query is read again only once it is typed: leave out --typing or --rerank.")
    if rerank and order != SortOrder.RELEVANCE:
        raise click.UsageError("What is read again is put in the order of that model: leave out --rerank or --sort.")
    if shared and (rerank or typing):
        raise click.UsageError(
            "The shared library is asked once, and in its own order: leave out --rerank or --typing."
        )
    shown = 12 if passages else 3
    notes: tuple[Notice, ...] = ()
    if shared:
        from findling.cli.shared_search import search_shared

        found = search_shared(
            context, " ".join(query), mode=Mode(mode), limit=limit, passages=shown, order=SortOrder(order)
        )
        if isinstance(found, Answer):
            _print_answer(context, found, every_passage=passages)
            return
        notes = (found,)
    stage = TypingStage.TYPING if typing else TypingStage.DONE
    with context.library(once=True) as library:

        def ask(number: int) -> Answer:
            if rerank:
                return _search_and_rerank(context, library, " ".join(query), Mode(mode), number, shown)
            return library.search(
                " ".join(query), mode=Mode(mode), limit=number, passages=shown, stage=stage, order=SortOrder(order)
            )

        answer = ask(limit) if all_versions else _fold(ask, limit)
    _print_answer(context, replace(answer, notes=(*notes, *answer.notes)), every_passage=passages)


def _fold(ask: Callable[[int], Answer], limit: int) -> Answer:
    """Return an answer with one result for all versions of a document.

    More are asked for in place of those that are folded.
    """
    number = limit
    while True:
        answer = ask(number)
        folded = tuple(fold_versions(answer.results))
        if len(folded) >= limit or len(answer.results) < number or number >= _MANY:
            return replace(answer, results=folded[:limit])
        number = min(2 * number, _MANY)


def _search_and_rerank(context: Context, library: Library, query: str, mode: Mode, limit: int, passages: int) -> Answer:
    from findling.search.reranking import open_reranker, search_and_rerank

    def opened() -> closing[Reranker]:
        return closing(open_reranker(context.paths, context.settings))

    return search_and_rerank(library, opened, query, mode=mode, limit=limit, passages=passages)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("-n", "limit", default=10, show_default=True, type=click.IntRange(1, _MANY), help="How many files.")
@pass_context
def similar(context: Context, file: Path, limit: int) -> None:
    """Find the files that are most like FILE, which need not be in the library.

    With - in place of FILE a passage is read from standard input, however misremembered or misread by a scanner: where
    it comes from is named first, with what differs there.
    """
    with context.library(once=True) as library:
        if str(file) == "-":
            answer = library.search(_read_passage(), limit=limit, plain=True, traces=True)
        else:
            answer = library.similar(file, limit=limit)
    _print_answer(context, answer, every_passage=False)


def _read_passage() -> str:
    """Read standard input, as much of it as a passage may have."""
    text = sys.stdin.buffer.read(_LONGEST_PASSAGE).decode("utf-8", "replace").strip()
    if not text:
        raise UsageError(SearchMessage.NO_PASSAGE())
    return text


def _print_answer(context: Context, answer: Answer, *, every_passage: bool) -> None:
    if context.json:
        print_json(_as_document(answer))
        return
    for note in answer.notes:
        print(f"findling: {make_line(str(note))}", file=sys.stderr)
    out = console()
    weak = False
    for number, result in enumerate(answer.results, 1):
        if result.relevance is Relevance.WEAK and not weak:
            weak = True
            out.print("No good match. Weaker ones:" if number == 1 else "── weaker matches ──", style="dim")
        _print_result(out, number, result, answer.searched, every_passage=every_passage)
    if not answer.results:
        helps = "Fewer or other words, or no filters, may help." if answer.query.strip() else "Write what you look for."
        out.print(f"Nothing found. {helps}")
    more = " Files are still being indexed, so more may be found later." if answer.indexing else ""
    out.print(f"{plural(len(answer.results), 'file')} in {answer.took_ms:.0f} ms.{more}", style="dim")


def _print_result(out: Console, number: int, result: Result, query: str, *, every_passage: bool) -> None:
    from rich.text import Text

    head = Text(f"{number:2}. ")
    head.append(show_path(Path(result.path.name)), style="bold")
    if result.title and result.title != result.path.name:
        head.append(f"  {make_line(result.title)}")
    if result.found_by_name:
        head.append("  found by name", style="dim")
    elif result.relevance is not Relevance.UNRATED:
        head.append(f"  {result.relevance}", style={"strong": "green", "fair": "yellow"}.get(result.relevance, "dim"))
    out.print(head)
    facts = f"    {_place(result)} · {iso_time(result.modified_ns)[:10]}{_tell_origin(result.origin)}"
    if result.found_by_name:
        facts += f" · {size_text(result.size)}"
    if result.absence:
        facts += f" · {make_line(str(explain_absence(result.absence)))}"
    if result.copies:
        facts += f" · {len(result.copies)} more {'copy' if len(result.copies) == 1 else 'copies'}"
    out.print(facts + _tell_more(result), style="dim")
    if result.found_by_name and result.status is not FileStatus.INDEXED:
        out.print(f"    {make_line(str(explain_unread(result.status, result.reason)))}", style="dim italic")
    for hit in result.hits if every_passage else result.hits[:1]:
        _print_hit(out, hit, result.kind, query)


def _tell_more(result: Result) -> str:
    """Return what else is known of the file of a result."""
    newest = ", this is the newest" if result.is_newest else ""
    facts = (
        f"{len(result.versions)} versions{newest}" if result.versions else "",
        f"shared by {make_line(result.shared_by)}" if result.shared_by else "",
        make_line(", ".join(result.labels)),
        "read by text recognition" if result.is_recognised else "",
        "no longer there, or its disk is not connected" if result.is_missing else "",
    )
    return "".join(f" · {each}" for each in facts if each)


def _tell_origin(origin: Origin | None) -> str:
    """Return when a document is dated and who sent it, as far as it says."""
    dated = f" · dated {iso_time(origin.dated_ns)[:10]}" if origin and origin.dated_ns is not None else ""
    return f"{dated} · from {make_line(origin.senders[0])}" if origin and origin.senders else dated


def _place(result: Result) -> str:
    """Return the folder of a file; of one inside another, that and where that is."""
    if result.outermost is None:
        return show_path(result.path.parent)
    within = " › ".join((result.outermost.name, *result.path.relative_to(result.outermost).parts[:-1]))
    return f"in {make_line(within)} · {show_path(result.outermost.parent)}"


def _print_hit(out: Console, hit: Hit, kind: FileKind, query: str) -> None:
    from rich.text import Text

    page = f"{format_of(kind).unit} {hit.page}" if hit.page else ""
    heading = make_printable(hit.heading)
    place = " · ".join(filter(None, (page, heading)))
    if place:
        out.print(f"    {place}", style="dim italic")
    snippet = make_snippet(make_printable(hit.text), query, heading.rpartition(" › ")[2])
    excerpt = Text(_cut_excerpt(snippet.text))
    for start, end in snippet.words:
        excerpt.stylize("bold cyan", start, end)
    out.print(Text("    ").append_text(excerpt))


def _cut_excerpt(text: str) -> str:
    """Return a text up to the last word that an excerpt has room for."""
    if len(text) <= _EXCERPT:
        return text
    end = text.rfind(" ", 1, _EXCERPT)
    return f"{text[: end if end > 0 else _EXCERPT]} …"


def _name_gap(result: Result) -> str | None:
    """Return the reason why a file was not read, "pending" while it waits; None where it was."""
    if result.status is FileStatus.INDEXED:
        return None
    return (result.reason or result.status).value


def _describe_origin(origin: Origin) -> dict[str, Any]:
    """Return a document's own date and people; none where it names none, as in a mailbox."""
    return {
        "date": iso_time(origin.dated_ns) if origin.dated_ns is not None else None,
        "from": list(origin.senders),
        "to": list(origin.recipients),
        "cc": list(origin.copied),
        "subject": origin.subject or None,
        "author": list(origin.authors),
    }


def _as_document(answer: Answer) -> dict[str, Any]:
    return {
        "query": answer.query,
        "mode": answer.mode.value,
        "took_ms": answer.took_ms,
        "indexing": answer.indexing,
        "notes": list(map(str, answer.notes)),
        "results": [
            {
                "path": str(result.path),
                "container": str(result.outermost) if result.outermost else None,
                "member": result.path.relative_to(result.outermost).as_posix() if result.outermost else None,
                "title": result.title,
                "type": result.kind.value,
                "score": result.score,
                "relevance": result.relevance.value,
                "modified": iso_time(result.modified_ns),
                **_describe_origin(result.origin or Origin()),
                "recognised": result.is_recognised,
                "copies": [str(path) for path in result.copies],
                "shared_by": result.shared_by or None,
                "computer": result.machine or None,
                "labels": list(result.labels),
                "versions": [
                    {"path": str(each.path), "modified": iso_time(each.modified_ns), "newer_by": each.newer_by}
                    for each in result.versions
                ],
                "missing": result.is_missing,
                "found_by_name": result.found_by_name,
                "unread": _name_gap(result),
                "offline": result.absence is not None,
                "differs": None if result.differs is None else list(map(asdict, result.differs)),
                "passages": list(map(asdict, result.hits)),
            }
            for result in answer.results
        ],
    }
