"""Speed, start-up time and strictness of Findling's codec beside msgspec and cattrs, on Findling's own messages.

Peers that are not installed are left out, and a line on standard error says so.

    pip install msgspec cattrs
    python tests/benchmarks/codec.py --json > codec.json
"""

from __future__ import annotations

import argparse
import base64
import importlib.util
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, asdict, dataclass, fields, is_dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from findling.domain.library import Progress, Status
from findling.domain.search import Answer, Hit, Mode, Relevance, Result
from findling.formats import FileKind
from findling.ipc.codec import Codec
from findling.processes.reader.messages import FromReader, Response
from findling.processes.reader.search_messages import SearchResponse
from findling.processes.writer.messages import Event

ROUNDS = 5
STARTS = 15
SECONDS = 0.1
"""Seconds for which one message is encoded, or decoded, in one round."""

_STARTS = {
    "codec": "import findling.ipc.codec",
    "msgspec": "import msgspec",
    "cattrs": "import cattrs.preconf.json, cattrs.strategies",
}
_TO_BEGIN_WITH = "import dataclasses, enum, pathlib, typing\n"
"""Imports that every process of Findling makes anyhow."""


@dataclass(frozen=True, slots=True)
class Inner:
    """One of two that a field may hold."""

    count: int


@dataclass(frozen=True, slots=True)
class Other:
    """The other one, of the same shape: only its name tells them apart."""

    count: int


@dataclass(frozen=True, slots=True)
class Probe:
    """One field of each kind that messages have."""

    count: int
    share: float
    done: bool
    text: str
    path: Path
    data: bytes
    mode: Mode
    pair: tuple[int, str]
    many: tuple[str, ...]
    inner: Inner | Other
    note: str | None = None


PROBE = Probe(3, 0.5, True, "text", Path("/a"), b"\0", Mode.WORDS, (1, "one"), ("a", "b"), Other(4))
ROUND_TRIPS = {
    "a union of dataclasses": PROBE,
    "a path that is no text": Probe(
        3, 0.5, True, "text", Path(os.fsdecode(b"/caf\xe9")), b"\0", Mode.WORDS, (1, "one"), (), Inner(4)
    ),
    "a text with a lone surrogate": Probe(
        3, 0.5, True, "\udce9", Path("/a"), b"\0", Mode.WORDS, (1, "one"), (), Inner(4)
    ),
}
REFUSED: dict[str, dict[str, object]] = {
    "an unknown key": {"more": 1},
    "a text for int": {"count": "3"},
    "true for int": {"count": True},
    "a float for int": {"count": 3.5},
    "a whole float for int": {"count": 3.0},
    "a text for float": {"share": "0.5"},
    "1 for true": {"done": 1},
    "a number for a text": {"text": 3},
    "a number for a path": {"path": 3},
    "bytes that are no Base64": {"data": "*"},
    "an unknown member of an enum": {"mode": "loud"},
    "a tuple too long": {"pair": [1, "one", 2]},
    "a text for a tuple": {"many": "ab"},
    "an unknown kind in a union": {"inner": {"type": "third", "count": 4}},
    "a wrong type within": {"inner": {"type": "other", "count": "4"}},
}
MISSING_KEYS = {"a missing key": "count", "a missing key that has a default": "note", "no type": "type"}
ACCEPTED: dict[str, dict[str, object]] = {"an int for float": {"share": 1}}


@dataclass(frozen=True, slots=True)
class Peer:
    """One codec, for one set of messages.

    Attributes:
        take_in: what `encode` takes, made of a dataclass.
    """

    encode: Callable[[Any], bytes]
    decode: Callable[[bytes], Any]
    take_in: Callable[[Any], Any] = lambda message: message


@dataclass(frozen=True, slots=True)
class Start:
    """CPU time that importing a codec adds to the start of a process, in milliseconds."""

    peer: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Speed:
    """Wall time for one message, in microseconds."""

    peer: str
    message: str
    bytes: int
    encode: float
    decode: float


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a peer takes, loses or refuses other than Findling needs it."""

    peer: str
    case: str
    result: str


def main() -> None:
    """Measure all peers that are there, and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    options = parser.parse_args()
    makers = dict(_find_peers())
    starts = [Start(name, _measure_start(code)) for name, code in _STARTS.items() if name in makers]
    speeds = [speed for name, make in makers.items() for speed in _measure_speed(name, make)]
    faults = [fault for name, make in makers.items() for fault in _find_faults(name, make)]
    if options.json:
        json.dump([asdict(row) for row in (*starts, *speeds, *faults)], sys.stdout, indent=1)
        return
    for start in starts:
        print(f"{start.peer:16} import {start.milliseconds:7.1f} ms")
    for speed in speeds:
        print(f"{speed.peer:16} {speed.message:10} {speed.bytes:8,} bytes {speed.encode:9.1f} {speed.decode:9.1f} us")
    for fault in faults:
        print(f"{fault.peer:16} {fault.case}: {fault.result}")


def _find_peers() -> Iterator[tuple[str, Callable[[tuple[type, ...]], Peer]]]:
    yield "codec", _make_codec
    if importlib.util.find_spec("msgspec"):
        yield "msgspec", _make_msgspec
        yield "msgspec + json", _make_msgspec_over_json
    else:
        print("msgspec is not installed and is left out", file=sys.stderr)
    if importlib.util.find_spec("cattrs"):
        yield "cattrs", _make_cattrs
    else:
        print("cattrs is not installed and is left out", file=sys.stderr)


def _make_codec(kinds: tuple[type, ...]) -> Peer:
    codec = Codec(*kinds)
    return Peer(codec.to_line, codec.from_line)


class _Structs:
    """Dataclasses as `msgspec.Struct`: msgspec knows tagged unions, and refuses unknown keys, for these alone."""

    def __init__(self) -> None:
        self._made: dict[type, type] = {}

    def of(self, kind: Any) -> Any:
        import msgspec

        if _is_union(kind):
            return _unite(self.of(part) for part in get_args(kind))
        if get_origin(kind) is tuple:
            return tuple[tuple(part if part is Ellipsis else self.of(part) for part in get_args(kind))]
        if not is_dataclass(kind):
            return kind
        assert isinstance(kind, type)
        if kind not in self._made:
            hints = get_type_hints(kind)
            described = [self._describe(field, hints[field.name]) for field in fields(kind)]
            self._made[kind] = msgspec.defstruct(
                kind.__name__, described, frozen=True, tag=kind.__name__.lower(), forbid_unknown_fields=True
            )
        return self._made[kind]

    def _describe(self, field: Field[Any], expected: Any) -> tuple[Any, ...]:
        described = (field.name, self.of(expected))
        return described if field.default is MISSING else (*described, self.convert(field.default))

    def convert(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self.convert, value))
        if not is_dataclass(value):
            return value
        return self.of(type(value))(*(self.convert(getattr(value, field.name)) for field in fields(value)))


def _read_path(expected: type, value: Any) -> Any:
    if expected is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError


def _make_msgspec(kinds: tuple[type, ...]) -> Peer:
    import msgspec

    structs = _Structs()
    decoder = msgspec.json.Decoder(_unite(map(structs.of, kinds)), dec_hook=_read_path)
    encoder = msgspec.json.Encoder(enc_hook=str)
    return Peer(encoder.encode, decoder.decode, structs.convert)


def _make_msgspec_over_json(kinds: tuple[type, ...]) -> Peer:
    import msgspec

    structs = _Structs()
    expected = _unite(map(structs.of, kinds))
    return Peer(
        lambda message: json.dumps(msgspec.to_builtins(message, enc_hook=str)).encode("ascii"),
        lambda line: msgspec.convert(json.loads(line), expected, dec_hook=_read_path),
        structs.convert,
    )


def _make_cattrs(kinds: tuple[type, ...]) -> Peer:
    """Return a converter made stricter: by itself it turns "3" into 3 and passes over unknown keys."""
    from cattrs.preconf.json import make_converter
    from cattrs.strategies import configure_tagged_union

    converter = make_converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_structure_hook(int, _check)
    converter.register_structure_hook(bool, _check)
    converter.register_structure_hook(float, _check_number)
    # Is asked for enums of texts, too.
    converter.register_structure_hook(str, lambda value, expected: expected(_check(value, str)))
    converter.register_structure_hook(bytes, lambda value, _: base64.b64decode(_check(value, str), validate=True))
    converter.register_unstructure_hook(bytes, lambda value: base64.b64encode(value).decode("ascii"))
    converter.register_structure_hook(Path, lambda value, _: Path(_check(value, str)))
    converter.register_unstructure_hook(Path, str)
    for union in {union for kind in kinds for union in _unions_of(kind)}:
        configure_tagged_union(union, converter, tag_name="type", tag_generator=lambda kind: kind.__name__.lower())
    message = _unite(kinds)
    configure_tagged_union(message, converter, tag_name="type", tag_generator=lambda kind: kind.__name__.lower())
    return Peer(
        lambda each: json.dumps(converter.unstructure(each, unstructure_as=message)).encode("ascii"),
        lambda line: converter.structure(json.loads(line), message),
    )


def _unite(kinds: Iterable[Any]) -> Any:
    return reduce(or_, kinds)


def _is_union(kind: Any) -> bool:
    return isinstance(kind, UnionType) or get_origin(kind) is Union


def _unions_of(kind: Any) -> Iterator[Any]:
    """All unions of dataclasses that a dataclass holds, however deep."""
    if _is_union(kind) and sum(map(is_dataclass, get_args(kind))) > 1:
        yield kind
    for part in get_type_hints(kind).values() if is_dataclass(kind) else get_args(kind):
        yield from _unions_of(part)


def _check_number(value: Any, _: type) -> float:
    return float(_check(value, int if type(value) is int else float))


def _check(value: Any, expected: type) -> Any:
    if type(value) is not expected:
        raise TypeError(f"{value!r} is no {expected.__name__}")
    return value


def _measure_start(code: str) -> float:
    with_it, without = [], []
    for _ in range(STARTS):
        without.append(_cpu_of(_TO_BEGIN_WITH))
        with_it.append(_cpu_of(_TO_BEGIN_WITH + code))
    return 1_000 * (statistics.median(with_it) - statistics.median(without))


def _cpu_of(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _measure_speed(name: str, make: Callable[[tuple[type, ...]], Peer]) -> Iterator[Speed]:
    peer = make((*get_args(FromReader), *get_args(Event)))
    for message, value in _messages().items():
        taken = peer.take_in(value)
        line = peer.encode(taken)
        assert peer.decode(line) == taken
        yield Speed(name, message, len(line), _time(peer.encode, taken), _time(peer.decode, line))


def _time(action: Callable[[Any], Any], value: Any) -> float:
    """The best of some rounds, in microseconds."""
    best = float("inf")
    for _ in range(ROUNDS):
        count, started = 0, time.perf_counter()
        while time.perf_counter() - started < SECONDS:
            action(value)
            count += 1
        best = min(best, (time.perf_counter() - started) / count)
    return best * 1e6


def _messages() -> dict[str, object]:
    words = "Some words of a lease. " * 20
    hits = (Hit(words, 0.5, 3, "Terms › Rent", 1_000, 1_460, ("meaning", "words")),) * 5
    paths = [Path(f"/home/ann/Documents/Flat/lease {number}.pdf") for number in range(50)]
    results = tuple(Result(path, "Lease", FileKind.PDF, 0.5, Relevance.FAIR, 17 * 10**17, hits) for path in paths)
    status = Status(
        model="all-MiniLM-L6-v2",
        files=100_000,
        indexed=98_000,
        skipped=1_500,
        failed=400,
        pending=100,
        chunks=1_200_000,
    )
    return {
        "answer": Response(7, SearchResponse(Answer("lease of the flat", Mode.HYBRID, results, 12.5))),
        "status": Response(8, status),
        "progress": Progress(
            found=1_000, indexed=500, unchanged=400, chunks=4_000, seconds=12.5, path="/home/ann/lease.pdf"
        ),
    }


def _find_faults(name: str, make: Callable[[tuple[type, ...]], Peer]) -> Iterator[Fault]:
    peer = make((Probe, Inner))
    for case, value in ROUND_TRIPS.items():
        try:
            taken = peer.take_in(value)
            if peer.decode(peer.encode(taken)) != taken:
                yield Fault(name, case, "comes back as something else")
        except Exception as error:
            yield Fault(name, case, f"{type(error).__name__}")
    written = json.loads(Codec(Probe).to_line(PROBE))
    for case, change in ACCEPTED.items():
        if (error := _refusal(peer, written | change)) is not None:
            yield Fault(name, case, f"refused: {type(error).__name__}")
    for case, change in REFUSED.items():
        if _refusal(peer, written | change) is None:
            yield Fault(name, case, "accepted")
    for case, missing in MISSING_KEYS.items():
        if _refusal(peer, {key: value for key, value in written.items() if key != missing}) is None:
            yield Fault(name, case, "accepted")


def _refusal(peer: Peer, written: dict[str, Any]) -> Exception | None:
    try:
        peer.decode(json.dumps(written).encode())
    except Exception as error:
        return error
    return None


if __name__ == "__main__":
    main()
