"""Trial of models on a sample of a library: asks questions of each, and of words alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from findling.domain.job_progress import TrialProgress
from findling.domain.search import Mode
from findling.domain.trials import (
    WORDS,
    ModelRun,
    QuestionOrigin,
    RankedAnswers,
    RankedContent,
    TrialQuestion,
    TrialState,
)
from findling.errors import FindlingError
from findling.evaluation.beir import read_collection
from findling.evaluation.evaluate import index_collection
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.trial_templates import TrialMessage
from findling.models.cost_estimate import CHARACTERS_A_TOKEN
from findling.models.embedder import SharedEmbedder
from findling.models.throughput import Throughput
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.storage.database import Database
from findling.storage.trial_folder import TrialFolder, write_questions
from findling.trial.library_sample import LEAST_SAMPLE, LibrarySample, RequiredText
from findling.trial.made_questions import hold_out

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from findling.settings import Settings
    from findling.trial.compared_models import ComparedModel

_DEPTH = 10
"""Contents that are looked at of each answer: what nDCG@10 asks for."""

USUAL_MINUTES = 30

_COMPUTING_SHARE = 0.4
"""Share of the user's time for computing; the rest is for judging, and for what embedding is not."""
_SECONDS_A_QUESTION = 0.05
"""Seconds that a question takes of one model, by rough measure, with loading the indexes."""


@dataclass(frozen=True, slots=True)
class TrialMonitor:
    """Listener to a trial while it computes, which may stop it."""

    report: Callable[[TrialProgress], None] = lambda _: None
    should_stop: Callable[[], bool] = lambda: False

    def check(self) -> None:
        """Raise an error if the trial is to stop; what was computed is kept."""
        if self.should_stop():
            raise FindlingError(TrialMessage.STOPPED(), SearchMessage.RUN_AGAIN())


class ModelTrial:
    """Trial in one library's cache, which goes on where it was stopped."""

    def __init__(self, paths: LibraryPaths, settings: Settings, monitor: TrialMonitor = TrialMonitor()) -> None:
        self._paths = paths
        self._settings = replace(settings, remote="", topics=False, keep_vectors=True)
        self._monitor = monitor
        self._folder = TrialFolder(paths.trial)

    def run(
        self, candidates: Sequence[ComparedModel], own: Sequence[TrialQuestion], minutes: float = USUAL_MINUTES
    ) -> TrialState:
        """Ask all questions of all models; those of the user beside the ones that are made.

        The sample stays as it was drawn the first time, less what the library has no more of it, unless that leaves too
        few documents. What the library lost meanwhile is erased at the end, however it ends.

        Args:
            candidates: the model in use first.
            own: questions of the user.
            minutes: that all of it may take, with judging.

        Raises:
            FindlingError: there are too few documents, a model does not load, the disk is full, it was stopped, or
                another trial is at work.
        """
        with self._folder.changing():
            try:
                self._compute(candidates, own, minutes)
            finally:
                self._erase()
            state = self._folder.read()
        if state is None:
            raise FindlingError(TrialMessage.FORGOTTEN(), SearchMessage.RUN_AGAIN())
        return state

    def _compute(self, candidates: Sequence[ComparedModel], own: Sequence[TrialQuestion], minutes: float) -> None:
        speeds = {each.model: self._find_speed(each) for each in candidates}
        library = Library.open(self._paths, self._settings)
        try:
            state = self._provide_sample(library.database, candidates[0].model, speeds, minutes)
            state = self._add_questions(library, state, own)
        finally:
            library.close()
        self._folder.write(state)
        self._tell_expected(state, speeds)
        for each in candidates:
            state = self._try(each, state, speeds[each.model])

    def _erase(self) -> None:
        database = Database.open_for_reading(self._paths.database, self._paths.key)
        try:
            self._folder.erase(database.contents.find)
        finally:
            database.close()

    def _find_speed(self, candidate: ComparedModel) -> float:
        """Return a model's tokens embedded a second, measured unless an earlier run did so."""
        state = self._folder.read()
        earlier = next((run for run in state.runs if run.model == candidate.model), None) if state else None
        if earlier:
            return earlier.tokens_a_second
        self._monitor.check()
        paths = replace(self._paths, installed=candidate.models)
        shared = SharedEmbedder(paths, self._settings)
        embedder = shared.get(candidate.model)
        try:
            return Throughput(shared, self._settings.indexing_threads).tokens_a_second()
        finally:
            embedder.close()

    def _provide_sample(self, database: Database, used: str, speeds: Mapping[str, float], minutes: float) -> TrialState:
        with database.reading():
            self._folder.erase(database.contents.find)
            state = self._folder.read()
            if state and len(state.contents) >= LEAST_SAMPLE:
                return replace(state, used=used)
            self._folder.clear()
            sample = LibrarySample(database)
            seconds = minutes * 60 * _COMPUTING_SHARE
            tokens = seconds / sum(1 / speed for speed in speeds.values())
            documents = sample.draw(tokens * CHARACTERS_A_TOKEN)
        if len(documents) < LEAST_SAMPLE:
            few = TrialMessage.TOO_FEW_DOCUMENTS(documents=len(documents), least=LEAST_SAMPLE)
            raise FindlingError(few, Remedy.ADD_FOLDER())
        held = hold_out(documents)
        self._folder.add_documents(held.documents)
        return TrialState(used=used, contents=tuple(each.content for each in documents), questions=held.questions)

    def _add_questions(self, library: Library, state: TrialState, own: Sequence[TrialQuestion]) -> TrialState:
        """Add questions of the user that are new, and the documents that may answer them."""
        judged = library.database.judgements.all()
        known = {question.text for question in state.questions}
        judged_before = [TrialQuestion(text, QuestionOrigin.TYPED) for text in judged]
        new = {each.text: each for each in (*judged_before, *own) if each.text not in known}
        required = [RequiredText(name) for each in judged.values() for name, one in each.items() if one.answers]
        for text in new:
            self._monitor.check()
            required += _find_candidates(library, text)
        missing = {each.content: each for each in required if each.content not in set(state.contents)}
        with library.database.reading():
            documents = LibrarySample(library.database).read(tuple(missing.values()))
        self._folder.add_documents(documents)
        return replace(
            state,
            contents=(*state.contents, *(each.content for each in documents)),
            questions=(*state.questions, *new.values()),
        )

    def _tell_expected(self, state: TrialState, speeds: Mapping[str, float]) -> None:
        corpus = self._folder.collection / "corpus.jsonl"
        tokens = corpus.stat().st_size / CHARACTERS_A_TOKEN
        left = [model for model in speeds if state.run_of(model) is None]
        seconds = sum(tokens / speeds[model] + len(state.questions) * _SECONDS_A_QUESTION for model in left)
        self._monitor.report(TrialProgress(state.used, 0, 0, seconds))

    def _try(self, candidate: ComparedModel, state: TrialState, speed: float) -> TrialState:
        """Index the sample with a model, and ask it all questions; and words, with the model in use."""
        systems = [candidate.model, *([WORDS] if candidate.model == state.used else [])]
        if all(state.run_of(system) for system in systems):
            return state
        write_questions(self._folder.collection, [each.text for each in state.questions], {})
        own = self._folder.library_of(candidate.model)
        inside = LibraryPaths.inside(own / "library", candidate.models)
        settings = replace(self._settings, model=candidate.model)
        names = index_collection(
            read_collection(self._folder.collection),
            *(own, inside, settings),
            report=lambda seen: self._monitor.report(
                TrialProgress(candidate.model, seen.indexed + seen.unchanged - seen.unembedded, seen.found)
            ),
            should_stop=self._monitor.should_stop,
        )
        library = Library.open(inside, settings)
        try:
            for system in systems:
                mode = Mode.WORDS if system == WORDS else Mode.HYBRID
                answers = self._ask(library, state, names, mode, system)
                counts = {"documents": len(state.contents), "questions": len(state.questions)}
                run = ModelRun(
                    model=system, answers=answers, tokens_a_second=0.0 if system == WORDS else speed, **counts
                )
                state = state.with_run(run)
        finally:
            library.close()
        self._folder.write(state)
        return state

    def _ask(
        self, library: Library, state: TrialState, names: Mapping[str, str], mode: Mode, system: str
    ) -> tuple[RankedAnswers, ...]:
        """Ask what was not asked before of this very sample."""
        known = state.answers_of(system)
        answers = []
        for number, question in enumerate(state.questions):
            if question.text in known:
                answers.append(known[question.text])
                continue
            self._monitor.check()
            self._monitor.report(TrialProgress(system, number, len(state.questions)))
            ranked = [names[path.name] for path, _ in library.rank(question.text, mode=mode, limit=_DEPTH)]
            passages = {} if question.origin.is_made else _find_passages(library, question.text, names, mode)
            found = tuple(RankedContent(name, passages.get(name, "")) for name in ranked)
            answers.append(RankedAnswers(question.text, found))
        return tuple(answers)


def _find_candidates(library: Library, question: str) -> list[RequiredText]:
    """Return what the library has for a question, by words and meaning, for the sample.

    So the sample can answer it.
    """
    database = library.database
    required = []
    for mode in (Mode.WORDS, Mode.MEANING):
        for result in library.search(question, mode=mode, limit=_DEPTH, passages=1, plain=True).results:
            row = database.files.find(result.path)
            if row and row.document_id:
                place = result.hits[0].start if result.hits else 0
                required.append(RequiredText(database.contents.names_of([row.document_id])[row.document_id], place))
    return required


def _find_passages(library: Library, question: str, names: Mapping[str, str], mode: Mode) -> dict[str, str]:
    """Return the best passage of each content that a search shows."""
    results = library.search(question, mode=mode, limit=2 * _DEPTH, passages=1, plain=True).results
    return {names[each.path.name]: each.hits[0].text for each in results if each.hits}
