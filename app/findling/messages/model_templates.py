"""Messages on models: finding, installing, loading, building and verifying them."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class ModelMessage(Message):
    """Messages on models and devices."""

    # Finding one.
    NO_MODEL = "There is no model named {model}."
    NONE_NAMED = "No model is named {model}."
    NOT_INSTALLED = "The model {model} is not installed."
    RERANKS = "The model {model} reranks and makes no vectors."
    DOES_NOT_RERANK = "The model {model} does not rerank."
    NO_RERANKER = "No reranking model is installed."
    BUNDLED_STAYS = "The model {model} ships with Findling and stays."
    BUNDLED = "The model {model} ships with Findling; there is nothing to install."
    NOT_DELETED = "The model {model} cannot be deleted: {reason}."
    NAME_PUBLISHED = "{model} is the name of a published model."
    NAME_INVALID = "A model cannot be named {model}."
    ALL_KNOWN = "Everything about {model} is known."
    IN_USE = "The model {model} is in use."
    TAKING_OVER = "The model {model} is on its way to take over from {answering}."
    STILL_ANSWERS = "The index of {model} still answers, until that of {wanted} is complete."
    ONLY_WORDS = "Only words are searched, not the meaning. {reason}"
    ONLY_WORDS_FILES_GONE = "Only words are searched, not the meaning: the files of {model} are gone."
    CHANGE_STOPPED = "The change to {model} has stopped: the files of that model are gone."
    LIST_UNREADABLE = "The list of models {file} cannot be read: {reason}."
    # Installing it.
    INSTALLING_ELSEWHERE = "Another process is installing {model}."
    INSTALLATION_STOPPED = "The installation was stopped."
    DISK_FULL = "The disk is full: {model} could not be installed."
    NO_ROOM = "The disk of {folder} has {free:size} free; the model needs {needed:size}."
    NOT_INSTALLABLE = "The model {model} cannot be installed: {reason}."
    NOT_AS_IT_SHOULD_BE = "The model {model} is not as it should be: {names:list}."
    # From the hub.
    NO_HUB = "The environment variable HF_ENDPOINT names no address of a model server: {address}."
    HUB_OTHER_SIZE = "The model server {address} has {file} of {model} with {size:number} bytes, not {expected:number}."
    HUB_MORE = "The model server {address} gives more of {file} than there is."
    HUB_REFUSES = "The model server {address} does not give the file {file} of {model} (answer {status})."
    HUB_FAILS = "The model server {address} fails (answer {status})."
    HUB_FORBIDDEN = "The environment variable HF_HUB_OFFLINE forbids fetching models."
    HUB_UNREACHABLE = "The model server {address} cannot be reached: {reason}."
    HUB_UNREACHABLE_BY_PROXY = "The model server {address} cannot be reached through the proxy {proxy}: {reason}."
    # From a folder.
    NO_FOLDER = "{folder} is no folder."
    HOLDS_ARCHIVE = "The folder {folder} holds an archive, {file}."
    NO_GRAPH = "The folder {folder} has no .onnx file and no model.safetensors."
    NO_TOKENIZER = "The folder {folder} has no tokenizer.json."
    NO_SUCH_FILE = "The folder {folder} has no file {file}."
    SEVERAL_GRAPHS = "The folder {folder} has several graphs: {names:list}."
    FORM_UNKNOWN = "The file {file} does not have the form that such a file has in a model."
    PART_NOT_COMPUTED = "The model in {folder} has a part that Findling does not compute: {parts:list}."
    POOLS_OTHERWISE = "The model in {folder} pools by {ways:list}."
    POOLS_BY_NOTHING = "The model in {folder} pools by nothing."
    NOT_ALL_SAID = "The files of {model} do not say everything about it."
    NO_LANGUAGE_CODE = "{code} is no code of a language."
    # Weights in a folder, of which the graph is made here.
    WEIGHTS_PICKLED = (
        "The folder {folder} has its weights as {file} only. That is a format (pickle) that runs programs while it is"
        " read, and Findling does not read it."
    )
    WEIGHTS_IN_PARTS = "The weights in {folder} are in several files, which {file} lists."
    WEIGHTS_DAMAGED = "The weights {file} are damaged: {reason}."
    WEIGHTS_MISSING = "The weights {file} lack {count:number} of those that config.json asks for: {names:list}."
    WEIGHTS_TOO_LARGE = "The weights {file} take {size:size} in full precision; a graph in one file ends at 2 GB."
    HEADER_UNREADABLE = "its list of tensors cannot be read"
    TENSOR_MISPLACED = "the tensor {tensor} does not lie where the list says"
    TENSOR_NOT_FINITE = "the tensor {tensor} holds what is no number"
    MORE_THAN_TENSORS = "it holds more than the tensors that it lists"
    TENSOR_OTHER_TYPE = "The weights {file} have {tensor} as {kind}."
    TENSOR_OTHER_SHAPE = "The weights {file} have {tensor} in the shape {shape}; config.json asks for {expected}."
    ARCHITECTURE_UNKNOWN = "The model in {folder} is built in a way for which Findling makes no graph: {kind}."
    VARIANT_NOT_COMPUTED = "The model in {folder} has {setting} {value}, for which Findling makes no graph."
    OWN_PROGRAM = "The model in {folder} is computed by a program of its maker's own, which Findling does not run."
    WINDOW_SHORTER = "The model {model} has positions for {tokens:number} tokens, not for {asked:number}."
    CONFIG_LACKS = "The config.json in {folder} gives no sensible value for {names:list}."
    # Whether its files are whole, and no stranger's program.
    REFERS_TO_OTHERS = "The model {model} refers to other files."
    FOREIGN_OPERATORS = "The model {model} wants operators that are not part of ONNX Runtime: {names:list}."
    FILE_NOT_OF_MODEL = "A model has no file such as {file}."
    OTHER_SIZE = "The file {file} of {model} has {size:number} bytes, not {expected:number}."
    NOT_AS_PUBLISHED = "The file {file} of {model} is damaged: it is not the one that was published."
    NOT_AS_ANNOUNCED = "The file {file} of {model} is damaged: it is not the one that its source announced."
    MODEL_FILE_UNREADABLE = "The file {file} of the model {model} cannot be read: {reason}."
    MODEL_FILE_DAMAGED = "The file {file} of the model {model} is damaged."
    # Loading it.
    GRAPH_UNREADABLE = "The model {model} cannot be read: {reason}."
    NOT_LOADED = "The model {model} cannot be loaded: {reason}."
    TOKENIZER_NOT_LOADED = "The tokenizer {file} of the model {model} cannot be loaded: {reason}."
    LOADS_TOO_LONG = "The model {model} does not load within {seconds} seconds."
    BRINGS_DOWN = "The model {model} brings ONNX Runtime down while it loads."
    NO_SCORES = "The model {model} does not score as a cross-encoder does."
    GIVES_OTHER_SHAPE = "The model {model} gives {shape} first, not a vector for each token of each text."
    NOT_ONNX = "not an ONNX file"
    ENDS_EARLY = "it ends too early"
    # A faster build of it.
    BUILD_STOPPED = "The build was stopped."
    BUILD_UNWRITABLE = "The build {model} cannot be written: {reason}."
    BUILD_NO_ROOM = "There is no room for a build of {model}."
    BUILD_IMPOSSIBLE = "No build can be made of {model}: {reason}."
    COMPUTES_WITH_INTEGERS = "it computes with 8-bit integers already, and a build is made from full precision"
    NOT_FULL_PRECISION = "it has no weights of 32 bits, so it is such a build already or of a kind of its own"
    BUILD_DISAGREES = (
        "The build does not agree with {model} closely enough, and was not kept: a cosine of {cosine} and"
        " {overlap:percent} of the nearest are the least."
    )
    # What it is computed with.
    PROCESSOR = "processor"
    NVIDIA = "NVIDIA graphics card"
    DIRECTML = "graphics card by DirectML"
    APPLE = "Apple's neural engine"
    OPENVINO = "OpenVINO"
    WEBGPU = "graphics card by WebGPU"
    TENSORRT = "NVIDIA graphics card by TensorRT"
    DEVICE = "{device} ({name})"
    NO_DEVICE = "there is no such device, no driver, or it does not take this model"
    VECTORS_OFF = "its vectors are {far:number.4} off"
    NO_UNIT_VECTOR = "it gave a vector that is zero or not finite"
    ENDED_PROCESS = "it ended the process"
    DEVICE_MISSING = "There is no {name} on this computer; the processor stands in for it."
    DEVICE_FAILED = "The {device} failed; the processor goes on in its place, and nothing is lost."


@unique
class ChoiceMessage(Message):
    """Reasons for which a model is worth choosing."""

    READY = "It is part of Findling and understands English, and is fast on every computer."
    READY_IN_TIME = "It is part of Findling. For all of these files a larger one would take more than a night here."
    BETTER = "In published tests it finds the right English document more often than the one that is part of Findling."
    WIDER = "It understands more languages: about {share:percent} of these documents are in {languages:languages}."


@unique
class FindingMessage(Message):
    """Findings of a verification."""

    FILES_PUBLISHED = "all {count:number} files are those that were published"
    FILES_MADE_HERE = "all {count:number} files are as they were made here, of {model}"
    FILES_UNPUBLISHED = (
        "nothing published was there to compare the {count:number} files with: what is checked is that they load and"
        " compute"
    )
    FILES_UNPUBLISHED_BUT = (
        "nothing published was there to compare the {count:number} files with: what is checked is that they load and"
        " compute; {detail}"
    )
    FILES_WHOLE = "{count:number} files are whole"
    SAME_GRAPH = "its graph is that of {model}, bit by bit"
    SAME_SIZE = "its graph is as large as that of {model} and differs from it: it is another model, or a damaged copy"
    NO_VECTORS = "computes no vectors: {reason}"
    OTHER_DIMENSIONS = "vectors do not have the {number:number} numbers that they should have"
    LOADS = "loads; the {device} computes it"
    DIMENSIONS = "{number:number} numbers a vector"
    LENGTH = "vectors have length {length:number.4}"
    NOTHING_TO_COMPARE = "no vector of this model was published to compare with"
    ANSWER = 'the first values for "{text}" are {off:number.5} off, {allowed} allowed'
    ANSWER_DIFFERS = (
        'the first values for "{text}" are {off:number.5} off, {allowed} allowed: the tokenizer or the precision'
        " differs from what was published"
    )
    PREFIX = 'queries get "{prefix}", which moves a vector by up to {far:number.3}'
    NO_PREFIX = "queries get no prefix"
    SPEED = "{tokens:number} tokens a second on one core, {milliseconds:number} ms a query"
    RERANKING_SPEED = "{seconds:number.1} seconds for the {number:number} best passages of a search"
    ORDER = "what answers a question is put before what does not"
    NOT_SO = "not so: {what}"
