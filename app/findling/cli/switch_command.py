"""Command that switches to another model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.model_output import list_as_documents
from findling.cli.output import console, duration_text, plural, print_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.models.cost_estimate import SwitchPlan
    from findling.processes.writer.messages import Holder


@click.command()
@click.argument("model_id", metavar="ID")
@pass_context
def use(context: Context, model_id: str) -> None:
    """Use another installed model; the one before answers until all is embedded with it.

    A Findling that is open begins with it by itself, else the next `findling index` does. With the model before, it is
    called off.
    """
    from findling.embedding.model_store import ModelStore
    from findling.models.cost_estimate import plan_switch
    from findling.processes.writer.writer_lock import find_holder
    from findling.settings import write_settings

    before = context.settings
    chosen = replace(before, model=model_id)
    ModelStore.open(context.paths.models).model(model_id).verify()
    plan = plan_switch(context.paths, chosen)
    context.paths.create()
    write_settings(context.paths.settings, chosen)
    holder = find_holder(context.paths)
    if context.json:
        print_json(_as_document(context, plan, holder))
        return
    for line in _describe(plan, before.model, holder, keeps=before.keep_vectors):
        console().print(line)


def _describe(plan: SwitchPlan, before: str, holder: Holder | None, *, keeps: bool) -> Iterator[str]:
    model, answering = plan.model, plan.answering
    if not plan.documents:
        yield f"{model} is in use. Nothing is embedded yet: findling index FOLDER"
    elif answering == model and not plan.left:
        if before == model:
            yield f"{model} is in use, as it was before."
            return
        fate = "kept, for going on with it later" if keeps else "deleted now" if holder else "deleted with the next run"
        yield f"{model} goes on answering: the change to {before} is called off. What was made with {before} is {fate}."
    else:
        yield from _describe_change(plan, holder)


def _describe_change(plan: SwitchPlan, holder: Holder | None) -> Iterator[str]:
    model, answering = plan.model, plan.answering
    if plan.left:
        time = f", which takes about {duration_text(plan.seconds)} here" if plan.seconds is not None else ""
        yield (
            f"{model} is chosen. {plural(plan.left, 'document')} of {plan.documents:,}"
            f" {_is_or_are(plan.left)} to be embedded with it{time}; no file is read again."
        )
    else:
        yield f"{model} is chosen. All documents are embedded with it already."
    yield _describe_begin(plan.waiting, holder)
    if answering != model:
        yield f"Until it is done, {answering} answers. Call it off: findling models use {answering}"
    yield "How far it is: findling status"


def _describe_begin(waiting: int, holder: Holder | None) -> str:
    """Describe who embeds and when: unread files come first."""
    if holder is None:
        first = f", after {plural(waiting, 'file')} that {_is_or_are(waiting)} waiting to be read" if waiting else ""
        return f"The next `findling index` does that{first}, or Findling's window as soon as it is opened."
    if waiting:
        return (
            f"{holder.notice} first reads {plural(waiting, 'file')} that {_is_or_are(waiting)} waiting, and begins with"
            " that then, unless it is paused."
        )
    return f"{holder.notice} begins with that now, unless it is paused."


def _is_or_are(number: int) -> str:
    return "is" if number == 1 else "are"


def _as_document(context: Context, plan: SwitchPlan, holder: Holder | None) -> dict[str, object]:
    change = {
        "from": plan.answering,
        "to": plan.model,
        "documents": plan.documents,
        "left": plan.left,
        "seconds": None if plan.seconds is None else round(plan.seconds, 1),
        "waiting": plan.waiting,
        "process": holder.pid if holder else None,
    }
    goes_on = plan.documents and (plan.left or plan.answering != plan.model)
    return {"models": list_as_documents(context), "change": change if goes_on else None}
