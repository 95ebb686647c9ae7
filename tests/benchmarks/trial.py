"""Agreement of a trial's advice with the true order of models, on judged collections, and what made questions tell.

    python tests/benchmarks/trial.py COLLECTION... [--documents N] [--queries N] [--seed N] [--json]

Each COLLECTION is a folder in BEIR's layout. Of each, up to `--documents` are indexed as files: what answers up to
`--queries` judged queries, and others by chance. The models are the bundled one, weaker ones made of it, and words
alone. Of each pair the true order is nDCG@10 over all the judged queries on those files; the trial has the questions
that it makes, and the same queries judged by the collection's judgements, as a user would. One that differ by more
than .02 count: reported are how often the made questions' mean puts the pair in its true order; and how often advice,
from intervals, is right, wrong or undecided, by judged questions, by made ones, and by both as the trial gives it,
with each model of a pair in turn as the one in use.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations, permutations
from pathlib import Path

import numpy as np

from findling.domain.search import Mode
from findling.domain.trials import WORDS, ModelAdvice, QuestionOrigin, TrialledModel, TrialQuestion, TrialState
from findling.evaluation.beir import Document, read_collection
from findling.evaluation.evaluate import evaluate
from findling.indexing.indexer import Indexer
from findling.paths import LibraryPaths
from findling.settings import Settings
from findling.storage.database import Database
from findling.trial.compared_models import ComparedModel
from findling.trial.model_advice import QuestionResults, advise, compare_models, measure_ranking
from findling.trial.model_trial import ModelTrial
from secondmodel import BUNDLED
from weakenedmodels import add_noise, cut_layers, install_weakened

DIFFERENT = 0.02
WEAKENED = {"noise-20": add_noise(0.2), "noise-40": add_noise(0.4), "two-layers": cut_layers(2)}


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a collection."""

    name: str
    documents: list[Document]
    queries: dict[str, str]
    judgements: dict[str, dict[str, int]]


def main() -> None:
    """Measure, and print lines or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", type=Path, nargs="+")
    parser.add_argument("--documents", type=int, default=150)
    parser.add_argument("--queries", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    report, outcomes = {}, Counter[str]()
    for place in arguments.collections:
        part = take_part(place, arguments.documents, arguments.queries, arguments.seed)
        with tempfile.TemporaryDirectory() as folder:
            report[part.name] = try_collection(part, Path(folder))
        outcomes.update(report[part.name]["outcomes"])
        if not arguments.json:
            print(part.name, json.dumps(report[part.name]), flush=True)
    summary = summarise(outcomes)
    print(json.dumps({"collections": report, "all": summary}, indent=1) if arguments.json else f"all {summary}")


def take_part(place: Path, most: int, queries: int, seed: int) -> Part:
    """Take judged queries by chance, what answers them, and other documents."""
    collection, rng = read_collection(place), random.Random(seed)
    documents = {each.id: each for each in collection.documents()}
    chosen: set[str] = set()
    asked: list[str] = []
    for query in rng.sample(sorted(collection.queries), len(collection.queries)):
        answers = {name for name, grade in collection.judgements[query].items() if grade > 0 and name in documents}
        if answers and len(asked) < queries and len(chosen | answers) <= most:
            chosen |= answers
            asked.append(query)
    others = rng.sample(sorted(set(documents) - chosen), min(len(documents), most) - len(chosen))
    return Part(
        collection.name,
        [documents[name] for name in sorted({*chosen, *others})],
        {query: collection.queries[query] for query in asked},
        {query: {d: g for d, g in collection.judgements[query].items() if d in {*chosen, *others}} for query in asked},
    )


def try_collection(part: Part, folder: Path) -> dict[str, object]:
    """Compare the trial of all models with the truth."""
    paths, settings = LibraryPaths.inside(folder / "library"), Settings(recognise=False, topics=False)
    for name, change in WEAKENED.items():
        install_weakened(paths, name, change)
    models = [BUNDLED, *WEAKENED]
    truth = measure_truth(part, folder, paths, settings, models)
    files = index_files(part, folder / "files", paths, settings)
    own = [TrialQuestion(" ".join(text.split()), QuestionOrigin.TYPED) for text in part.queries.values()]
    state = ModelTrial(paths, settings).run([ComparedModel(model, paths.models, None) for model in models], own, 600)
    judged = judge(part, files, state, paths)
    made = {each.text: {each.source: True} for each in state.questions if each.origin.is_made}
    results = {}
    for model in (*models, WORDS):
        run = state.run_of(model)
        assert run is not None
        found = {each.question: [one.content for one in each.found] for each in run.answers}
        results[model] = tuple(
            measure_ranking([found[text] for text in kind], list(kind.values())) for kind in (made, judged)
        )
    counts = {"documents": len(state.contents), "made": len(made), "judged": len(judged)}
    means = {name: round(float(np.mean(results[name][0].ndcg)), 3) for name in results}
    return {**counts, "truth": truth, "made_ndcg": means, "outcomes": dict(compare_all(truth, results))}


def measure_truth(
    part: Part, folder: Path, paths: LibraryPaths, settings: Settings, models: list[str]
) -> dict[str, float]:
    """Return nDCG@10 of each model, and of words, by way of `evaluate`."""
    place = write_collection(part, folder / "beir" / part.name)
    truth = {}
    for model in models:
        with_model = replace(settings, model=model)
        own = replace(paths, cache=folder / "truth" / model)
        truth[model] = evaluate(place, own, with_model).scores.ndcg_10
        if model == BUNDLED:
            truth[WORDS] = evaluate(place, own, with_model, mode=Mode.WORDS).scores.ndcg_10
    return truth


def write_collection(part: Part, place: Path) -> Path:
    """Write a part in BEIR's layout."""
    place.mkdir(parents=True)
    rows = [{"_id": each.id, "title": each.title, "text": each.text} for each in part.documents]
    (place / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    queries = [{"_id": query, "text": text} for query, text in part.queries.items()]
    (place / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
    lines = [f"{q}\t{d}\t{grade}" for q, grades in part.judgements.items() for d, grade in grades.items()]
    (place / "qrels.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *lines]), "utf-8")
    return place


def index_files(part: Part, folder: Path, paths: LibraryPaths, settings: Settings) -> dict[Path, str]:
    """Index the documents as a user's files, titles as headings; return the documents' ids by path."""
    folder.mkdir(parents=True)
    files = {}
    for number, document in enumerate(part.documents):
        path = folder / f"{number:05}.md"
        path.write_text(f"# {document.title}\n\n{document.text}" if document.title else document.text, "utf-8")
        files[path] = document.id
    indexer = Indexer.open(paths, settings)
    try:
        indexer.index([folder], report=lambda _: None, should_stop=lambda: False)
    finally:
        indexer.close()
    return files


def judge(part: Part, files: dict[Path, str], state: TrialState, paths: LibraryPaths) -> dict[str, dict[str, bool]]:
    """Judge what the models found as the collection does; return the judgements that have an answer."""
    database = Database.open_for_reading(paths.database)
    ids = {each.name: files[each.path] for each in database.contents.all()}
    database.close()
    judged = {}
    pools: dict[str, set[str]] = {}
    for run in state.runs:
        for each in run.answers:
            pools.setdefault(each.question, set()).update(one.content for one in each.found)
    for query, text in part.queries.items():
        question = " ".join(text.split())
        grades = part.judgements[query]
        answers = {content: grades.get(ids[content], 0) > 0 for content in pools.get(question, ())}
        if any(answers.values()):
            judged[question] = answers
    return judged


def compare_all(truth: dict[str, float], results: dict[str, tuple[QuestionResults, QuestionResults]]) -> Counter[str]:
    """Count how the pairs that truly differ are put in order, and what is advised of them."""
    outcomes: Counter[str] = Counter()
    for one, other in combinations(results, 2):
        if abs(truth[one] - truth[other]) > DIFFERENT:
            gain = np.mean(results[one][0].ndcg) - np.mean(results[other][0].ndcg)
            outcomes["made order right" if gain * (truth[one] - truth[other]) > 0 else "made order wrong"] += 1
    for used, candidate in permutations(results, 2):
        if abs(truth[used] - truth[candidate]) <= DIFFERENT:
            continue
        right = ModelAdvice.CHANGE if truth[candidate] > truth[used] else ModelAdvice.KEEP
        made, judged = (
            compare_models({used: results[used][kind], candidate: results[candidate][kind]}, used, 1)[candidate]
            for kind in (0, 1)
        )
        for name, tried in (
            ("made", TrialledModel(id=candidate, made=made, judged=None)),
            ("judged", TrialledModel(id=candidate, made=None, judged=judged)),
            ("trial", TrialledModel(id=candidate, made=made, judged=judged)),
        ):
            advice = advise(used, [tried])[0]
            is_open = advice is ModelAdvice.UNDECIDED
            outcomes[f"{name} {'undecided' if is_open else 'right' if advice is right else 'wrong'}"] += 1
    return outcomes


def summarise(outcomes: Counter[str]) -> dict[str, float]:
    """Return shares of the counts."""
    order = outcomes["made order right"] + outcomes["made order wrong"]
    summary = {"pairs": order, "made_order_right": round(outcomes["made order right"] / max(order, 1), 3)}
    for name in ("made", "judged", "trial"):
        right, wrong = outcomes[f"{name} right"], outcomes[f"{name} wrong"]
        total = right + wrong + outcomes[f"{name} undecided"]
        summary |= {
            f"{name}_right": round(right / max(total, 1), 3),
            f"{name}_wrong": round(wrong / max(total, 1), 3),
            f"{name}_right_if_decided": round(right / max(right + wrong, 1), 3),
        }
    return summary


if __name__ == "__main__":
    main()
