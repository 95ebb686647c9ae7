"""Answers as the window tells of them: what the processes say in English, for the terminal too, in its own language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from findling.ipc.failures import Failed
from findling.models import Finding, ProviderReport, Verification
from findling.modelworker.messages import Installed, Measured
from findling.reports import AilingFile, Ailment, Facts, RulesTrial, Status
from findling.searcher.messages import Ailing, Found, Health
from findling.searcher.offers import Hardware
from findling.ui import reasons
from findling.ui.bridge.plainwords import to_plain_words
from findling.ui.phrases import reword

if TYPE_CHECKING:
    from findling.modelworker.messages import Outcome
    from findling.paths import LibraryPaths
    from findling.searcher.messages import Reply


def reword_reply(reply: Reply, paths: LibraryPaths) -> Reply:
    """An answer of the searching process, in the window's language.

    Args:
        reply: as it came.
        paths: of the library.
    """
    match reply:
        case Failed():
            return _reword_refusal(reply, paths)
        case Found(answer) if answer.notes:
            return Found(replace(answer, notes=tuple(map(reword, answer.notes))))
        case Health(ailments):
            return Health(tuple(map(_reword_ailment, ailments)))
        case Ailing(reason, files):
            return Ailing(reason, tuple(AilingFile(each.path, reword(each.detail)) for each in files))
        case Facts(reason=reason) if reason is not None:
            words = reasons.words(reason, reply.reason_words)
            return replace(reply, reason_words=words, remedy=reasons.remedy(reason, reply.remedy))
        case RulesTrial(problem=problem) if problem:
            return replace(reply, problem=reword(problem))
        case Status(notice=notice) if notice:
            return replace(reply, notice=reword(notice))
        case Hardware(providers):
            return Hardware(tuple(map(_reword_provider, providers)))
    return reply


def reword_outcome(outcome: Outcome) -> Outcome:
    """What came of work on a model, in the window's language."""
    match outcome:
        case Verification():
            return _reword_verification(outcome)
        case Installed(model, Verification() as verification):
            return Installed(model, _reword_verification(verification))
        case Measured(model, providers):
            return Measured(model, tuple(map(_reword_provider, providers)))
    return outcome


def _reword_refusal(refused: Failed, paths: LibraryPaths) -> Failed:
    if refused.reason is None:
        message, remedy = to_plain_words(refused.message, refused.remedy, refused.kind, paths)
        return replace(refused, message=message, remedy=remedy)
    remedy = reasons.remedy(refused.reason, refused.remedy)
    return replace(refused, message=reword(refused.message), remedy=remedy)


def _reword_ailment(ailment: Ailment) -> Ailment:
    return replace(
        ailment,
        words=reasons.words(ailment.reason, ailment.words),
        remedy=reasons.remedy(ailment.reason, ailment.remedy),
    )


def _reword_verification(verification: Verification) -> Verification:
    findings = tuple(Finding(each.name, each.ok, reword(each.detail)) for each in verification.findings)
    return replace(verification, findings=findings)


def _reword_provider(report: ProviderReport) -> ProviderReport:
    return replace(report, words=reword(report.words), detail=reword(report.detail))
