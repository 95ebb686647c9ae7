"""Commands that speed models up: faster builds and execution providers."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, print_json, size_text
from findling.cli.progress_meter import running_meter
from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from findling.domain.job_progress import BuildStep
    from findling.domain.models import BuildReport, ProviderReport

_FORMS = {"int8": "for processors", "fp16": "for graphics cards"}


@click.command("speed-up")
@click.argument("model_id", metavar="ID")
@click.option(
    "--form", type=click.Choice(list(_FORMS)), default="int8", show_default=True,
    help=f"What to make: {', '.join(f'{form} {purpose}' for form, purpose in _FORMS.items())}.",
)  # fmt: skip
@pass_context
def speed_up(context: Context, model_id: str, form: str) -> None:
    """Make a faster build of an installed model, if its vectors agree on your own passages."""
    from findling.domain.job_progress import BuildStage
    from findling.embedding.quantise.builder import BuildForm, BuildMonitor
    from findling.embedding.quantise.parity import LEAST_COSINE, LEAST_OVERLAP
    from findling.models.optimisation import optimise_model

    stages = {
        BuildStage.CONVERTING: "making the build",
        BuildStage.ORIGINAL: "passages, with the original",
        BuildStage.BUILD: "passages, with the build",
    }
    context.paths.create()
    with running_meter(context, "{:,}".format) as meter:

        def show(step: BuildStep) -> None:
            meter(step.done, step.total or None, stages[step.stage])

        made = optimise_model(context.paths, model_id, BuildForm(form), BuildMonitor(show))
    if context.json:
        print_json(asdict(made))
    else:
        _print_build(made)
    if not made.used:
        raise ModelError(
            ModelMessage.BUILD_DISAGREES(model=model_id, cosine=LEAST_COSINE, overlap=LEAST_OVERLAP),
            ModelRemedy.USE_ORIGINAL(),
        )


@click.command()
@click.argument("model_id", metavar="[ID]", default="")
@pass_context
def hardware(context: Context, model_id: str) -> None:
    """Measure what models can be computed with here, and whether it computes right."""
    from findling.models.embedder import installed_model
    from findling.models.provider_choice import ProviderSelector

    context.paths.create()
    model = installed_model(context.paths, model_id or context.settings.model)
    reports = ProviderSelector(context.paths, context.settings).measure(model, fresh=True)
    if context.json:
        print_json({"model": model.spec.id, "providers": [_as_document(report) for report in reports]})
        return
    for report in reports:
        console().print(_describe_provider(report))


def _print_build(made: BuildReport) -> None:
    agreement = made.agreement
    out = console()
    out.print(_describe_speed(made))
    out.print(f"{size_text(made.bytes)} instead of {size_text(made.original_bytes)}.")
    out.print(
        f"Compared on {agreement.passages:,} passages: cosine {agreement.cosine:.4f} ({agreement.least:.4f} at least),"
        f" {agreement.overlap:.0%} of the ten nearest are the same."
    )
    if made.used:
        out.print(f"It is there as {made.model}. Use it: findling models use {made.model}")


def _describe_speed(made: BuildReport) -> str:
    """Describe the speed of a build, or its purpose where it is no faster here."""
    if made.speed > made.original_speed:
        return f"{made.speed:,.0f} passages a second instead of {made.original_speed:,.0f} on one core."
    return (
        f"This build is {_FORMS[made.form]}. On this processor it is no faster: {made.speed:,.0f} passages a second,"
        f" the original {made.original_speed:,.0f} on one core."
    )


def _as_document(report: ProviderReport) -> dict[str, object]:
    return {
        "name": report.name,
        "words": str(report.device),
        "ok": report.ok,
        "off": report.off,
        "speed": report.speed,
        "detail": str(report.detail or ""),
    }


def _describe_provider(report: ProviderReport) -> str:
    name = f"{report.device} ({report.name.removesuffix('ExecutionProvider')})"
    if not report.ok:
        return f"{name}: not used, {report.detail}."
    off = f"; its vectors are {report.off:.1g} off the processor's at most" if report.off else ""
    return f"{name}: {report.speed:,.0f} passages a second{off}."
