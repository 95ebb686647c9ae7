"""Messages on the trial of models on the user's own files."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class TrialMessage(Message):
    """Messages on what a trial found, and why there can be none."""

    CHANGE_JUDGED = (
        "Change to {model}: over {count:number} questions whose answers you judged, it scores {low:number.3} to"
        " {high:number.3} more than {used} (nDCG@10)."
    )
    CHANGE_MADE = (
        "Change to {model}: over {count:number} questions made from your files, it scores {low:number.3} to"
        " {high:number.3} more than {used} (nDCG@10). Nobody asked these questions, and too few are judged to tell."
    )
    KEEP_JUDGED = (
        "Keep {used}: over {count:number} questions whose answers you judged, no other model scores higher by"
        " more than {high:number.3} (nDCG@10)."
    )
    KEEP_MADE = (
        "Keep {used}: over {count:number} questions made from your files, no other model scores higher by"
        " more than {high:number.3} (nDCG@10). Nobody asked these questions, and too few are judged to tell."
    )
    UNDECIDED = "Too little is judged to tell whether another model is better than {used} for your files."
    TOO_FEW_DOCUMENTS = (
        "There are too few documents for a trial: {documents:number} with enough text, and it takes {least:number}."
    )
    ONE_MODEL = "There is only one model, {model}, and nothing to compare it with."
    MODEL_IN_USE = "{model} is the model in use, and is compared with the others in any case."
    TOO_MANY_MODELS = "A trial compares the model in use with {most:number} others at most."
    NOTHING_TO_JUDGE = "All questions are judged."
    NO_QUESTIONS = "There are no questions of your own to judge."
    QUESTIONS_UNREADABLE = "The questions in {file} cannot be read: {reason}."
    UNWRITABLE = "The folder {folder} cannot be written to: {reason}."
    STOPPED = "The trial was stopped."
    AT_WORK = "A trial is at work already."
    FORGOTTEN = "The trial was deleted meanwhile, with the documents of its sample."
