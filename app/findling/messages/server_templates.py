"""Messages on servers that compute for Findling, and on Findling as a server."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class ServerMessage(Message):
    """Messages on servers and connections to them."""

    # The address.
    NO_ADDRESS = "{address} is no address of a server."
    NO_ADDRESS_FOR = "{address} is no address of a server: {reason}."
    ADDRESS_HOLDS_MORE = "The address of a server holds no name, password or question."
    READABLE_ON_THE_WAY = "Whatever is sent to {host} by http can be read on the way."
    NONE_USED = "No server is used."
    NOTHING_SENT = "Nothing can be sent to the server that the settings name. {reason}"
    # What it serves.
    SAYS_NOTHING = "The server {server} does not say what it serves."
    OTHER_MODELS = "The server {server} serves no model named {model}."
    GIVES = "The server {server} ({title}) gives {what}."
    NO_ROOM = "no room for texts of {number:number} tokens, only for {room:number}"
    NO_VECTOR_OF_LONG = "no vector of a text of {number:number} tokens"
    OTHER_DIMENSIONS = "vectors of {theirs} dimensions, not of {ours}"
    OTHER_VECTORS = "other vectors: likeness {likeness:number.4}, {needed} is needed"
    GIVES_NOW = (
        "The server {server} gives vectors {what}. It seems to serve another model; nothing of that was taken in."
    )
    OTHER_DIMENSIONS_NOW = "of {theirs} dimensions now, not of {ours}"
    OTHER_VECTORS_NOW = "other than before: likeness {likeness:number.4}, {needed} is needed"
    # What it answers.
    NO_VECTOR = "The server {server} answers with something that is no vector."
    OTHER_SHAPE = "The server {server} answers {count:number} texts with vectors of the shape {shape}."
    NO_NUMBERS = "The server {server} answers with vectors that are not numbers, or zero."
    NO_ORDER = "The server {server} answers with something that is no order of {count:number} texts."
    NO_JSON = "The server {server} answers with something that is no JSON."
    TOO_MUCH = "The server {server} answers with more than {number:number} bytes."
    TOO_SLOW = "The server {server} takes longer than {seconds:number} s to answer."
    NOT_IN_TIME = "The server {server} does not answer in time."
    NOT_TRUSTED = "The server {server} has a certificate that this computer does not trust."
    UNREACHABLE = "The server {server} cannot be reached: {reason}."
    NO_HTTP = "The server {server} does not speak HTTP as it should ({error})."
    WRONG_KEY = "The server {server} does not take the key that is stored for it."
    WANTS_KEY = "The server {server} wants a key."
    WANTS_LESS = "The server {server} wants less in one call."
    WANTS_LESS_SAYING = "The server {server} wants less in one call: {answer}."
    WANTS_LESS_OF_ONE = "The server {server} wants less in one call, even for a single text."
    WANTS_LESS_OF_ONE_SAYING = "The server {server} wants less in one call: {answer}, even for a single text."
    OVERLOADED = "The server {server} is overloaded or out of order ({answer})."
    REFUSES = "The server {server} refuses ({answer})."
    # Keys.
    KEY_NO_TEXT = "There is no key in {file}, but something that is no text."
    NO_KEY = "There is no key in {file}."
    KEY_TOO_SHORT = "{file} has to hold one key of at least {count} letters and figures."
    # Why another machine cannot be reached.
    NO_CONNECTION = "there is no connection, or no machine of that name"
    NOTHING_ANSWERS = "nothing answers there"
    CERTIFICATE = "this computer does not trust its certificate"
    BREAKS_OFF = "the connection breaks off"
    SILENT = "it does not answer in time"
    # Findling as a server.
    OPEN_WITHOUT_KEY = "At {host} other computers could ask, and there is no key."
    CERTIFICATE_UNUSABLE = "{certificate} and {key} cannot be used for https: {reason}."
    NOT_THIS_HOST = "This computer does not go by {host}: {reason}."
    PORT_UNUSABLE = "Port {port} of {host} cannot be used: {reason}."
