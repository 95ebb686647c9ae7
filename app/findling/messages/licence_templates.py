"""Messages on the licences of models."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class LicenceMessage(Message):
    """Messages on a model's licence beside its name."""

    NON_COMMERCIAL = "It may not be used to earn money: {name} allows non-commercial use only."
    OWN_TERMS = "{name} is a licence of its maker's own, which says what the model may be used for."
    CONTRADICTED = "Its model card names the licence {stated}, but the text beside it is that of {name}."
    STATED_ONLY = "Its model card names the licence {stated}; the text of it is not there."
    STATED_AND_UNKNOWN = "Its model card names the licence {stated}; the text beside it is none that Findling knows."
    UNKNOWN = "The text of its licence is none that Findling knows."
    SEVERAL = "Several licences lie beside it. Whether one of them holds, or all, only its maker says."
    NONE_KNOWN = "It is not known under which licence it is."
