"""Comparison of a model's scores with its published figures.

Other than `evaluate`, which measures Findling's own search, this embeds each document whole, cut at the model's window,
with its title before it, and compares every query with every document exactly, as MTEB does (arXiv 2210.07316).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from findling.errors import FindlingError
from findling.evaluation import metrics
from findling.evaluation.beir import read_collection
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from findling.embedding.catalogue import ModelSpec
    from findling.embedding.encoder import Encoder
    from findling.messages.notice import Notice

_TOLERANCE = 0.01
"""Largest difference, as a share of the published figure, at which ours agrees."""

_DEPTH = 1000
_BATCH = 64
_LEAST_PAIRS = 2
_TASKS = {"stsb": "STSBenchmark", "xquaden": "XQuADRetrieval", "quora": "QuoraRetrieval", "fiqa": "FiQA2018"}
"""Names of MTEB's tasks that differ from a collection's usual name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreComparison:
    """A model's result beside the published one.

    Attributes:
        collection: name of the folder or file.
        task: what MTEB calls it; "" where no figure of it was published for this model.
        precision: of the weights that were tried; published figures are of full precision.
        measure: "ndcg@10" or "spearman".
        items: queries, or pairs of sentences.
        measured: our figure.
        published: theirs; None where there is none.
    """

    collection: str
    task: str
    model: str
    precision: str
    measure: str
    items: int
    measured: float
    published: float | None

    @property
    def difference(self) -> float | None:
        """Deviation of our figure as a share of the published one."""
        return self.measured / self.published - 1 if self.published else None

    @property
    def agrees(self) -> bool | None:
        """Agreement within `_TOLERANCE`; None where nothing was published."""
        return None if self.difference is None else abs(self.difference) <= _TOLERANCE


def compare_with_published(
    place: Path,
    encoder: Encoder,
    published: ModelSpec,
    *,
    task: str = "",
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> ScoreComparison:
    """Score a model on a BEIR collection or on a file of sentence pairs.

    Args:
        place: the collection's folder, or the file: tab-separated with columns score, sentence1 and sentence2.
        encoder: the model.
        published: whose figures to compare with: the model itself, or the one that it is a build of.
        task: what MTEB calls it; by default found from the collection's name.
        report: called with the number of embedded texts, and of all.

    Raises:
        FindlingError: the collection cannot be read.
    """
    task, figure = _find_figure(task or place.stem, published)
    texts = _WholeTexts(encoder, report)
    if place.is_file():
        measure, (items, measured) = "spearman", _score_pairs(place, texts)
    else:
        measure, (items, measured) = "ndcg@10", _score_collection(place, texts)
    spec = encoder.spec
    return ScoreComparison(
        collection=place.stem,
        task=task,
        model=spec.id,
        precision=spec.precision,
        measure=measure,
        items=items,
        measured=measured,
        published=figure,
    )


class _WholeTexts:
    """Embeds whole texts; what does not fit the window is left out, as MTEB does."""

    def __init__(self, encoder: Encoder, report: Callable[[int, int], None]) -> None:
        self._encoder = encoder
        self._report = report
        spec = encoder.spec
        self._room = spec.max_tokens - len(encoder.tokenizer.encode(spec.passage_prefix))

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed passages for retrieval: (texts, dimensions) float32."""
        return self._encode(texts, self._encoder.encode_passages)

    def documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed texts without a prefix, for symmetric comparison: (texts, dimensions) float32."""
        return self._encode(texts, self._encoder.encode_documents)

    def queries(self, texts: Iterable[str]) -> NDArray[np.float32]:
        """Embed queries: (texts, dimensions) float32."""
        return np.stack([self._encoder.encode_query(text) for text in texts])

    def _encode(
        self, texts: Sequence[str], encode: Callable[[Sequence[str]], NDArray[np.float32]]
    ) -> NDArray[np.float32]:
        parts = []
        for start in range(0, len(texts), _BATCH):
            parts.append(encode([self._cut(text) for text in texts[start : start + _BATCH]]))
            self._report(min(start + _BATCH, len(texts)), len(texts))
        return np.concatenate(parts)

    def _cut(self, text: str) -> str:
        """Return the beginning of a text that fits the window."""
        tokenizer, kept = self._encoder.tokenizer, self._room
        beginning = tokenizer.cut(text, kept)
        # A word that was cut through may have turned into more tokens than it had.
        while (excess := tokenizer.count(beginning) - self._room) > 0:
            kept -= excess
            beginning = tokenizer.cut(text, kept)
        return beginning


def _score_collection(folder: Path, texts: _WholeTexts) -> tuple[int, float]:
    """Return the number of queries and the mean nDCG@10 of exact search."""
    collection = read_collection(folder)
    documents = list(collection.documents())
    if not documents or not collection.queries:
        raise FindlingError(SearchMessage.COLLECTION_EMPTY(folder=folder), Remedy.CHOOSE_ANOTHER())
    names = [document.id for document in documents]
    passages = texts.passages([f"{document.title} {document.text}".strip() for document in documents])
    queries = texts.queries(collection.queries.values())
    scores = []
    for query, vector in zip(collection.queries, queries, strict=True):
        similarity = passages @ vector
        nearest = np.argsort(-similarity, kind="stable")[:_DEPTH]
        # BEIR's rule for collections whose queries are documents of their own.
        ranked = [names[row] for row in nearest if names[row] != query]
        scores.append(metrics.score(ranked, collection.judgements[query]))
    return len(scores), metrics.mean(scores).ndcg_10


def _score_pairs(path: Path, texts: _WholeTexts) -> tuple[int, float]:
    """Return the number of pairs and the rank correlation of cosines and judgements."""
    pairs = _read_pairs(path)
    if len(pairs) < _LEAST_PAIRS:
        raise FindlingError(SearchMessage.TOO_FEW_PAIRS(file=path, count=len(pairs)), Remedy.CHOOSE_ANOTHER())
    judged, firsts, seconds = zip(*pairs, strict=True)
    cosines = np.einsum("ij,ij->i", texts.documents(firsts), texts.documents(seconds))
    return len(judged), metrics.spearman(cosines, np.array(judged))


def _read_pairs(path: Path) -> list[tuple[float, str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
            return [(float(row["score"]), row["sentence1"], row["sentence2"]) for row in rows]
    except (OSError, ValueError, KeyError) as error:
        unreadable = SearchMessage.PAIRS_UNREADABLE(file=path, reason=_explain(error))
        raise FindlingError(unreadable, SearchMessage.PAIRS_FORMAT()) from error


def _explain(error: OSError | ValueError | KeyError) -> Notice | str:
    match error:
        case KeyError(args=(column, *_)):
            return SearchMessage.NO_COLUMN(column=str(column))
        case OSError():
            return explain_os_error(error)
    return str(error)


def _find_figure(name: str, spec: ModelSpec) -> tuple[str, float | None]:
    """Find the published figure by a collection's name, ignoring case and punctuation."""
    plain = _plain(name).removesuffix("test")
    wanted = _plain(_TASKS.get(plain, plain))
    return next(((task, score) for task, score in spec.scores if _plain(task) == wanted), ("", None))


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())
