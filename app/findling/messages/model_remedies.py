"""Remedies on models and servers, as in `remedy_templates`."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message

_LISTED = "The models are listed under Models."


@unique
class ModelRemedy(Message):
    """Advice on models and servers, shown after a message."""

    # Finding and choosing one.
    KNOWN_MODELS = "Known are: {models:list}."
    KNOWN_MODELS_OR_OWN = "Known are: {models:list}. Your own needs --from DIR.", "Known are: {models:list}."
    SEE_ALL = "See what there is: findling models", _LISTED
    SEE_INSTALLED = "See what is: findling models", _LISTED
    CHOOSE_ANOTHER = "Choose another: findling models", "Choose another model under Models."
    CHOOSE_OTHER_FIRST = "Choose another first: findling models use ID", "Choose another model first."
    CALL_OFF_FIRST = "Call that off first: findling models use {model}", "Call that change off first."
    COMPLETE_FIRST = (
        "Complete it first, with findling index, or keep it: findling models use {model}",
        "Wait until the change is done, or keep {model}.",
    )
    USE_ORIGINAL = "Use the model as it is."
    # Installing one.
    INSTALL = "Install it: findling models install {model}", "Install it under Models."
    INSTALL_ANOTHER = "Install another: findling models install ID", "Install another model under Models."
    INSTALL_FIRST = (
        "Install it first: findling models install NAME --from {folder}",
        "Install it first, by a model of your own under Models.",
    )
    JUDGE_SOME = "Judge some: findling trial --judge", "Judge some answers under Compare models."
    INSTALL_ONE = "Install one: findling models install {model}", "Install one under Models."
    INSTALL_AGAIN_OR_CHOOSE = (
        "Install it again: findling models install {model}. Or choose another: findling models use {other}",
        "Install it again under Models, or choose another there.",
    )
    INSTALL_AGAIN_FROM_FOLDER_OR_CHOOSE = (
        "Install it again: findling models install {model} --from DIR. Or choose another: findling models use {other}",
        "Install it again from its folder under Models, or choose another there.",
    )
    INSTALL_FOR_THESE = (
        "The model {model} knows them: findling models install {model}",
        "The model {model} knows them.",
    )
    INSTALL_FOR_LANGUAGES = (
        "The model {model} knows {languages:list}: findling models install {model}",
        "The model {model} knows {languages:list}.",
    )
    USE_FOR_QUESTION = (
        "The model {model} understands it, and is installed: findling models use {model}",
        "The model {model} understands it, and is installed.",
    )
    INSTALL_FOR_QUESTION = (
        "The model {model} understands it: findling models install {model}",
        "The model {model} understands it.",
    )
    INSTALL_AGAIN = "Install the model again."
    REMOVE_OR_INSTALL_AGAIN = "Remove it, or install it again."
    DELETE_AND_INSTALL = "Delete the folder {folder} and install the model again."
    INSTALL_FROM_FOLDER = (
        "Install it from a folder instead: findling models install {model} --from DIR",
        "Or install it from a folder that holds its files.",
    )
    START_AGAIN = "Start it again: what has arrived is kept."
    MAKE_ROOM_AND_START = "Make room, then start again: it goes on."
    MAKE_ROOM_OR_SMALLER = "Make room, or choose a smaller model."
    CHECK_LIBRARY_FOLDER = "Check the folder of the library."
    END_OTHERS = "End other programs that use it."
    OTHER_NAME = "Give a model of your own another name."
    NAME_CHARACTERS = "Use letters, digits, dots, dashes and underscores."
    # From the hub.
    WRITE_HUB = "Write it like https://models.example.org."
    NOT_PUBLISHED = "It is not the one that was published."
    TRY_MIRROR = "Try a mirror."
    TRY_LATER_ARRIVED = "Try again later; what has arrived is kept."
    MIRROR = "A mirror of it can be named in the environment variable HF_ENDPOINT."
    UNSET = "Unset it."
    CHECK_PROXY = "Check the proxy, which the environment names. What has arrived is kept."
    # From a folder.
    UNPACK_IF_ARCHIVE = "Unpack it first, if it is an archive."
    UNPACK_FIRST = "Unpack it first."
    EXPORT_TO_ONNX = "Export the model to ONNX first."
    SAVE_SAFELY = "Have it saved as model.safetensors: save_pretrained of transformers does so."
    GET_WEIGHTS_ANEW = "Get the file anew."
    WEIGHTS_AND_CONFIG = "Take weights and config.json from the same model."
    TYPES_TAKEN = "Findling takes {names:list}."
    ARCHITECTURES_KNOWN = "It does so for {names:list}. Export others to ONNX first."
    SAY_SHORTER = "Give a smaller --max-tokens.", "Choose a smaller longest input."
    SMALLER_MODEL = "Choose a smaller model."
    EXPORT_TOKENIZER = "Export the model's fast tokenizer too."
    EXPORT_AGAIN = "Export the model again."
    EXPORT_HIDDEN_STATE = "Export it without a pooling layer, with its last hidden state as the first output."
    FOLDER_HAS = "It has: {names:list}."
    AS_PUBLISHED = "It has to hold the model's files as its publisher has them."
    NAME_GRAPH = "Name one with --graph.", "Choose one of them."
    ONLY_SIMPLE_POOLING = "Choose a model that pools and normalises only."
    POOLS_BY = "Findling can pool by mean and by cls."
    PUBLISHER_SAYS = "Its publisher does; give {names:list}."
    CODE_OF_LANGUAGE = "A code has two letters, such as en, de or fr."
    # Whether its files are whole, and no stranger's program.
    ONE_FILE_ONLY = "Only models in one file are supported."
    OTHER_BUILD_OF_MODEL = "They would be programs of strangers; choose another build of the model."
    ONLY_THESE_FILES = "Only .onnx files, tokenizers and settings are."
    GET_ANEW = "The copy of it was deleted again; get that file anew, and install once more."
    OTHER_BUILD = "Choose another build."
    OTHER_BUILD_OF_IT = "Choose another build of it."
    # Servers.
    WRITE_ADDRESS = "Write it like https://embed.example.org or http://127.0.0.1:8080."
    USE_HTTPS = "Use its https address, or bring it to this computer with ssh -L and use http://127.0.0.1."
    OPENAI_ADDRESS = "Check the address; one that speaks OpenAI's way ends with /v1."
    SERVE_MODEL = (
        "Let it serve that one, or use the one that it has: findling models",
        "Let it serve that one, or use the one that it has.",
    )
    SERVE_AGAIN = (
        "Let it serve {model} again, or turn it off: findling remote off",
        "Let it serve {model} again, or turn it off in the settings.",
    )
    SERVE_PRECISION = (
        "Let it serve {model} in the precision installed here ({precision}), or turn it off: findling remote off",
        "Let it serve {model} in the precision installed here ({precision}), or do without it.",
    )
    SERVE_FULL_LENGTH = (
        "Let the server take texts of the model's full length, or turn it off: findling remote off",
        "Let the server take texts of the model's full length, or turn it off in the settings.",
    )
    STORE_KEY = "Store its key: findling remote use {address}", "Enter its key in the settings."
    CHECK_ADDRESS = "Check that the address is the right one."
    TRUST_CERTIFICATE = "Check the address; a certificate of your own has to be in the system's store."
    TRY_LATER_NOTHING_LOST = "Try again later; nothing is lost."
    KEY_IN_ENVIRONMENT = "Set the key in the environment instead: {variable}=..."
    NAME_SERVER = "Name one: findling remote use ADDRESS", "Name one in the settings."
