"""Measuring search on a judged collection: evaluate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from findling.cli.context import Context, pass_context
from findling.cli.indexing import choose_display
from findling.cli.output import console, print_json
from findling.types import Mode


@click.command()
@click.argument("folder", metavar="BEIR_FOLDER", type=click.Path(path_type=Path))
@click.option("--model", metavar="ID", help="Another model than the one in use.")
@click.option("--mode", default="hybrid", show_default=True, type=click.Choice([mode.value for mode in Mode]))
@click.option(
    "--run-out", type=click.Path(path_type=Path), metavar="FILE", help="Write the lists in TREC's run format."
)
@pass_context
def evaluate(context: Context, folder: Path, model: str | None, mode: str, run_out: Path | None) -> None:
    """Index a judged collection the way files are, and score the search.

    The collection is a folder in BEIR's layout: corpus.jsonl, queries.jsonl, qrels.tsv.
    """
    from findling.engine import evaluate as evaluation

    context.paths.create()
    settings = replace(context.settings, model=model) if model else context.settings
    display = choose_display(context)
    try:
        done = evaluation.evaluate(
            folder, context.paths, settings, mode=Mode(mode), run_out=run_out, report=display.show
        )
    finally:
        display.close()
    scores = done.scores
    document = {
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
    if context.json:
        print_json(document)
        return
    for name, value in document.items():
        console().print(f"{name:12} {value}")
