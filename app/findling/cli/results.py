"""Shows the answer to a search: a document for programs, a short list for people."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from findling.cli.excerpt import matches, query_words, shorten
from findling.cli.text import count, escape
from findling.types import Relevance

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from findling.types import Answer, Hit, Result

_EXCERPT = 240
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_STYLES = {Relevance.STRONG: "green", Relevance.FAIR: "yellow", Relevance.WEAK: "dim"}


def answer_document(answer: Answer) -> dict[str, object]:
    """An answer as programs read it."""
    return {
        "query": answer.query,
        "mode": str(answer.mode),
        "took_ms": answer.took_ms,
        "indexing": answer.indexing,
        "notes": list(answer.notes),
        "results": [_result_document(result) for result in answer.results],
    }


def print_answer(console: Console, answer: Answer, *, whole: bool) -> None:
    """Print an answer for people.

    Args:
        console: where to.
        answer: what was found.
        whole: all passages in full, not the telling lines of the best.
    """
    words = query_words(answer.query)
    for note in answer.notes:
        console.print(escape(note), style="yellow")
    divided = False
    for number, result in enumerate(answer.results, 1):
        if result.relevance is Relevance.WEAK and not divided:
            divided = True
            console.print("── weaker matches ──" if number > 1 else "── only weak matches ──", style="dim")
        _print_result(console, number, result, words, whole=whole)
    if not answer.results:
        console.print("No good match. Try other words, fewer filters, or --mode meaning.")
    if answer.indexing:
        console.print("Files are still waiting to be read; more may be found later.", style="yellow")
    console.print(f"{count(len(answer.results), 'result')} in {answer.took_ms:.0f} ms", style="dim")


def format_moment(nanoseconds: int) -> str | None:
    """A file's time as ISO 8601 with the zone of this place; None where the calendar has no such day."""
    moment = _moment(nanoseconds)
    return moment.isoformat(timespec="seconds") if moment else None


def _moment(nanoseconds: int) -> datetime | None:
    try:
        return (_EPOCH + timedelta(microseconds=nanoseconds // 1000)).astimezone()
    except (OverflowError, OSError, ValueError):
        return None


def _result_document(result: Result) -> dict[str, object]:
    return {
        "path": str(result.path),
        "title": result.title,
        "type": str(result.kind),
        "score": result.score,
        "relevance": str(result.relevance),
        "modified": format_moment(result.modified_ns),
        "passages": [_hit_document(hit) for hit in result.hits],
        "copies": [str(path) for path in result.copies],
    }


def _hit_document(hit: Hit) -> dict[str, object]:
    return {
        "text": hit.text,
        "score": hit.score,
        "page": hit.page,
        "heading": hit.heading,
        "start": hit.start,
        "end": hit.end,
        "by": list(hit.by),
    }


def _print_result(console: Console, number: int, result: Result, words: frozenset[str], *, whole: bool) -> None:
    from rich.text import Text

    moment = _moment(result.modified_ns)
    head = Text(f"{number:>2}. ")
    head.append(escape(result.path.name), "bold")
    head.append(f"  {escape(str(result.path.parent))}", "dim")
    head.append(f"  {moment:%Y-%m-%d}" if moment else "")
    if result.hits and result.hits[0].page is not None:
        head.append(f"  page {result.hits[0].page}")
    head.append(f"  {result.relevance}", _STYLES[result.relevance])
    console.print(head)
    for hit in result.hits if whole else result.hits[:1]:
        _print_hit(console, hit, words, whole=whole)
    for copy in result.copies:
        console.print(f"    same content: {escape(str(copy))}", style="dim")


def _print_hit(console: Console, hit: Hit, words: frozenset[str], *, whole: bool) -> None:
    from rich.padding import Padding

    if whole and (hit.heading or hit.page is not None):
        place = " · ".join([f"page {hit.page}"] * (hit.page is not None) + [hit.heading] * bool(hit.heading))
        console.print(f"    {escape(place)}", style="dim")
    lines = hit.text.splitlines() if whole else [shorten(hit.text, words, _EXCERPT)]
    for line in lines:
        console.print(Padding(_emphasised(escape(line), words), (0, 2, 0, 4)), soft_wrap=False)


def _emphasised(line: str, words: frozenset[str]) -> Text:
    from rich.text import Text

    text = Text(line)
    for start, end in matches(line, words):
        text.stylize("bold cyan", start, end)
    return text
