"""Command that finds out which model is best for the user's own files: trial."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import (
    as_document,
    console,
    duration_text,
    make_line,
    make_printable,
    plural,
    print_json,
    show_path,
    size_text,
)
from findling.cli.progress_meter import running_meter
from findling.cli.writer_commands import start_writer
from findling.domain.judgements import JudgedAnswer
from findling.errors import FindlingError, UsageError
from findling.messages.command_templates import CommandMessage
from findling.messages.library_templates import SearchMessage
from findling.messages.trial_templates import TrialMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.job_progress import TrialProgress
    from findling.domain.trials import (
        AnswerPool,
        Interval,
        QuestionScores,
        TrialledModel,
        TrialQuestion,
        TrialReport,
        TrialState,
    )
    from findling.trial.compared_models import ComparedModel

_MINUTES = 30
_SHOWN_CHARACTERS = 300
_WIDTH = 96
_STOP, _SKIP = "q", "s"


@click.command()
@click.option("--models", metavar="ID,ID", default="", help="Models, or their folders, to compare with the one in use.")
@click.option("--queries", type=click.Path(path_type=Path), metavar="FILE", help="Questions of your own, one a line.")
@click.option("--judge", is_flag=True, help="Say which of the answers to your own questions are right.")
@click.option(
    "--minutes", default=_MINUTES, show_default=True, type=click.IntRange(1, 600),
    help="How long a new trial may take, with judging.",
)  # fmt: skip
@click.option("--fresh", is_flag=True, help="Draw a new sample, of the library as it is now.")
@click.option("--export", "target", type=click.Path(path_type=Path), metavar="DIR", help="Write it in BEIR's layout.")
@click.option("--forget", is_flag=True, help="Delete the trial and all that was judged.")
@pass_context
def trial(
    context: Context,
    models: str,
    queries: Path | None,
    minutes: int,
    target: Path | None,
    *,
    judge: bool,
    fresh: bool,
    forget: bool,
) -> None:
    """Find out which model is best for your own files.

    Questions are made from a sample of your documents, and asked of the model in use, of the others that are installed,
    and of words alone. Questions that you type, and your earlier searches, are asked too; which answers are right you
    say with --judge. A trial that was stopped goes on where it was.
    """
    if forget:
        if models or queries or judge or fresh or target:
            raise UsageError(CommandMessage.FORGET_ALONE())
        _forget(context)
        return
    from findling.storage.trial_folder import TrialFolder, export_collection
    from findling.trial.compared_models import choose_candidates

    folder = TrialFolder(context.paths.trial)
    if fresh:
        folder.forget()
    candidates = choose_candidates(context.paths, context.settings, [name for name in models.split(",") if name])
    state = _run(context, candidates, _find_questions(context, queries), minutes)
    if judge:
        _judge(context, state)
    report = _report(context, candidates)
    if target:
        export_collection(folder, target.expanduser())
    if context.json:
        print_json(_as_document(report))
    else:
        _print(report)


def _find_questions(context: Context, queries: Path | None) -> list[TrialQuestion]:
    from findling.trial.own_questions import read_past, read_questions

    typed = read_questions(queries) if queries else []
    return [*typed, *read_past(context.paths.searches, context.paths.key)]


def _run(
    context: Context, candidates: Sequence[ComparedModel], own: Sequence[TrialQuestion], minutes: int
) -> TrialState:
    from findling.trial.model_trial import ModelTrial, TrialMonitor

    with running_meter(context, "{:,}".format) as meter:

        def tell(progress: TrialProgress) -> None:
            if progress.seconds is not None and progress.seconds > 1 and context.progress:
                print(f"findling: This takes about {duration_text(progress.seconds)}.", file=sys.stderr)
            meter(progress.done, progress.total or None, progress.model)

        return ModelTrial(context.paths, context.settings, TrialMonitor(tell)).run(candidates, own, minutes)


def _report(context: Context, candidates: Sequence[ComparedModel]) -> TrialReport:
    from findling.storage.trial_folder import TrialFolder, write_questions
    from findling.trial.trial_report import list_judgements, report_trial

    folder = TrialFolder(context.paths.trial)
    with context.library() as library, library.database.reading(), folder.changing():
        # While answers were judged, files may have been deleted.
        state = folder.read()
        if state is None:
            raise FindlingError(TrialMessage.FORGOTTEN(), SearchMessage.RUN_AGAIN())
        judged = list_judgements(library.database, state)
        write_questions(folder.collection, [each.text for each in state.questions], judged)
        return report_trial(library.database, candidates, state)


def _forget(context: Context) -> None:
    from findling.storage.trial_folder import TrialFolder

    TrialFolder(context.paths.trial).forget()
    with start_writer(context) as writer:
        writer.forget_judgements()
    if context.json:
        print_json({"forgotten": True})
    else:
        console().print("The trial and all that was judged are deleted.")


def _judge(context: Context, state: TrialState) -> None:
    """Show questions one by one on standard error, and store judgements from standard input."""
    from findling.trial.answer_pool import find_next_pool

    skipped: frozenset[str] = frozenset()
    with context.library() as library, start_writer(context) as writer:
        while True:
            with library.database.reading():
                pool = find_next_pool(library.database, state, skipped)
            if pool is None:
                nothing = TrialMessage.NOTHING_TO_JUDGE() if _has_own(state) else TrialMessage.NO_QUESTIONS()
                print(f"findling: {nothing}", file=sys.stderr)
                return
            said = _ask(pool)
            if said == _STOP:
                return
            if said == _SKIP:
                skipped |= {pool.question}
                continue
            numbers = {int(number) for number in said.replace(",", " ").split()}
            answers = [
                JudgedAnswer(each.content, each.path, number in numbers)
                for number, each in enumerate(pool.answers, start=1)
            ]
            writer.judge_answers(pool.question, answers)


def _has_own(state: TrialState) -> bool:
    return any(not each.origin.is_made for each in state.questions)


def _ask(pool: AnswerPool) -> str:
    """Show a pool until what the user types can be meant; "q" at the end of the input."""
    lines = [f"\n{plural(pool.left, 'question')} to judge. {make_line(pool.question)}"]
    for number, each in enumerate(pool.answers, start=1):
        lines.append(f"{number:3}  {make_line(each.title) or show_path(each.path)}  ({show_path(each.path)})")
        passage = make_printable(" ".join(each.passage.split()))[:_SHOWN_CHARACTERS]
        lines += textwrap.wrap(passage, _WIDTH, initial_indent="     ", subsequent_indent="     ")
    print("\n".join(lines), file=sys.stderr)
    while True:
        print("Which answer it? Numbers, Enter for none, s to skip, q to stop: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        said = line.strip().lower() if line else _STOP
        parts = said.replace(",", " ").split()
        if said in (_STOP, _SKIP) or all(part.isdecimal() and 0 < int(part) <= len(pool.answers) for part in parts):
            return said


def _print(report: TrialReport) -> None:
    out = console()
    asked = f"{plural(report.questions, 'question')} over {plural(report.documents, 'document')}"
    unanswered = f", {report.unanswered} that nothing answers" if report.unanswered else ""
    out.print(f"{asked}; {report.judged} judged{unanswered}, {report.waiting} to judge.")
    for each in report.models:
        out.print(f"{make_line(each.id)}{_describe_cost(each)}")
        for kind, scores in (("made", each.made), ("judged", each.judged)):
            if scores:
                low, high = scores.interval.low, scores.interval.high
                out.print(
                    f"    {kind:6}  nDCG@10 {scores.ndcg:.3f} ({low:.3f} to {high:.3f}),"
                    f" right one first {scores.success:.0%}, over {plural(scores.questions, 'question')}"
                )
    out.print(str(report.reason))


def _describe_cost(model: TrialledModel) -> str:
    if model.passages_per_second is None or model.hours is None:
        return ""
    size = f", {size_text(model.bytes)}" if model.bytes else ""
    time = duration_text(model.hours * 3600)
    return f"{size}, {model.passages_per_second:,.0f} passages a second, {time} for the whole library"


def _as_document(report: TrialReport) -> dict[str, object]:
    return {
        "documents": report.documents,
        "queries": report.questions,
        "judged": report.judged,
        "waiting": report.waiting,
        "unanswered": report.unanswered,
        "models": [_as_model(each) for each in report.models],
        "advice": report.advice.value,
        "recommended": report.recommended or None,
        "reason": as_document(report.reason),
    }


def _as_model(model: TrialledModel) -> dict[str, object]:
    shown = model.judged if model.is_judged else model.made
    return {
        "id": model.id,
        "basis": "judged" if model.is_judged else "made",
        "ndcg@10": round(shown.ndcg, 5) if shown else None,
        "interval": _as_pair(shown.interval) if shown else None,
        "success@1": round(shown.success, 5) if shown else None,
        "passages_per_second": round(model.passages_per_second, 2) if model.passages_per_second else None,
        "bytes": model.bytes,
        "hours": round(model.hours, 3) if model.hours is not None else None,
        "made": _as_scores(model.made),
        "judged": _as_scores(model.judged),
    }


def _as_scores(scores: QuestionScores | None) -> dict[str, object] | None:
    if scores is None:
        return None
    return {
        "queries": scores.questions,
        "ndcg@10": round(scores.ndcg, 5),
        "interval": _as_pair(scores.interval),
        "success@1": round(scores.success, 5),
        "difference": None if scores.difference is None else round(scores.difference, 5),
        "difference_interval": _as_pair(scores.difference_interval) if scores.difference_interval else None,
    }


def _as_pair(interval: Interval) -> list[float]:
    return [round(interval.low, 5), round(interval.high, 5)]
