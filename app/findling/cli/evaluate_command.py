"""Command that scores search and models on judged collections."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.index_command import choose_display
from findling.cli.output import console, print_json
from findling.cli.progress_meter import running_meter
from findling.domain.search import Mode
from findling.errors import UsageError
from findling.messages.command_templates import CommandMessage

if TYPE_CHECKING:
    from findling.embedding.catalogue import InstalledModel
    from findling.evaluation.evaluate import Evaluation
    from findling.evaluation.mteb import ScoreComparison


@click.command()
@click.argument("place", metavar="BEIR_FOLDER|PAIRS_FILE", type=click.Path(path_type=Path))
@click.option("--model", metavar="ID", help="Another model than the one in use.")
@click.option("--mode", default="hybrid", show_default=True, type=click.Choice([mode.value for mode in Mode]))
@click.option(
    "--run-out", type=click.Path(path_type=Path), metavar="FILE", help="Write the lists in TREC's run format."
)
@click.option("--as-published", is_flag=True, help="Score the model as its published figures were made, and compare.")
@click.option("--task", default="", metavar="NAME", help="What the published figures call the collection.")
@click.option("--published-for", metavar="ID", help="Whose published figures, for a build of your own.")
@pass_context
def evaluate(
    context: Context,
    place: Path,
    model: str | None,
    mode: str,
    run_out: Path | None,
    as_published: bool,
    task: str,
    published_for: str | None,
) -> None:
    """Index a judged collection the way files are, and score the search.

    The collection is a folder in BEIR's layout: corpus.jsonl, queries.jsonl, qrels.tsv. With --as-published the model
    alone is scored, in full precision where that is installed; then it may also be a file of sentence pairs.
    """
    if as_published:
        if run_out or mode != "hybrid":
            raise UsageError(CommandMessage.AS_PUBLISHED_ALONE(), CommandMessage.COMPARES_VECTORS())
        _compare(context, place, model, task, published_for)
    elif task or published_for:
        raise UsageError(CommandMessage.WITH_AS_PUBLISHED())
    else:
        _evaluate(context, place, model, Mode(mode), run_out)


def _evaluate(context: Context, folder: Path, model: str | None, mode: Mode, run_out: Path | None) -> None:
    from findling.evaluation import evaluate as evaluation

    context.paths.create()
    settings = replace(context.settings, model=model) if model else context.settings
    display = choose_display(context)
    try:
        done = evaluation.evaluate(folder, context.paths, settings, mode=mode, run_out=run_out, report=display.show)
    finally:
        display.close()
    _print(context, _as_document(done))


def _compare(context: Context, place: Path, named: str | None, task: str, published_for: str | None) -> None:
    from findling.embedding.catalogue import find_model, read_catalogue
    from findling.embedding.encoder import Encoder
    from findling.evaluation.mteb import compare_with_published

    model = _choose_model(context, named)
    original = published_for or ("" if model.spec.scores else model.spec.full_precision)
    published = find_model(original, read_catalogue()) if original else model.spec
    encoder = Encoder.open(model, threads=context.settings.indexing_threads)
    try:
        with running_meter(context, "{:,}".format) as meter:
            done = compare_with_published(
                place.expanduser(),
                encoder,
                published,
                task=task,
                report=lambda number, total: meter(number, total, "texts"),
            )
    finally:
        encoder.close()
    if context.json:
        _print(context, _as_comparison(done))
    else:
        console().print(_describe(done))


def _choose_model(context: Context, named: str | None) -> InstalledModel:
    """Choose the named model, or the one in use, in full precision where installed."""
    from findling.embedding.model_store import ModelStore

    store = ModelStore.open(context.paths.models)
    model = store.model(named or context.settings.model)
    full = model.spec.full_precision
    return store.model(full) if not named and full and store.has(full) else model


def _describe(done: ScoreComparison) -> str:
    figure = f"{done.model} ({done.precision}) on {done.collection}: {done.measure} {done.measured:.4f}"
    if done.published is None or done.difference is None:
        return f"{figure}; nothing was published of it"
    verdict = "agrees within 1 %" if done.agrees else "does not agree within 1 %"
    return f"{figure}; published for {done.task}: {done.published:.4f}; {done.difference:+.2%}, {verdict}"


def _as_comparison(done: ScoreComparison) -> dict[str, object]:
    return {
        **asdict(done),
        "task": done.task or None,
        "measured": round(done.measured, 5),
        "difference": None if done.difference is None else round(done.difference, 5),
        "agrees": done.agrees,
    }


def _as_document(done: Evaluation) -> dict[str, object]:
    scores = done.scores
    return {
        "collection": done.collection,
        "model": done.model,
        "mode": done.mode.value,
        "queries": done.queries,
        "ndcg@10": round(scores.ndcg_10, 5),
        "recall@100": round(scores.recall_100, 5),
        "mrr@10": round(scores.mrr_10, 5),
        "map": round(scores.average_precision, 5),
        "p50_ms": done.p50_ms,
        "p95_ms": done.p95_ms,
    }


def _print(context: Context, document: dict[str, object]) -> None:
    if context.json:
        print_json(document)
        return
    for name, value in document.items():
        console().print(f"{name:12} {value}")
