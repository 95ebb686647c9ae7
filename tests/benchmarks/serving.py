"""Cost of `findling serve`, and whether slow clients hold up fast ones.

    python tests/benchmarks/serving.py [--app FOLDER] [--requests N] [--json]

Fast clients ask for one short text each, again and again on a connection of their own; slow ones send a byte of a
request now and then. `--app` names the `app` folder of another checkout, to be compared.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

FAST, SLOW = 50, 200
HEAD = "POST /embed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
BODY = json.dumps({"inputs": "where is the lease of the house"})
REQUEST = f"{HEAD}Content-Length: {len(BODY)}\r\n\r\n{BODY}".encode()


async def ask(port: int, count: int) -> tuple[list[float], int]:
    """Return the seconds of each request that was answered, and how many were turned away."""
    times, refused = [], 0
    reader = writer = None
    for _ in range(count):
        started = time.perf_counter()
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(REQUEST)
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(re.search(rb"content-length: (\d+)", head.lower())[1])
            await reader.readexactly(length)
        except (OSError, asyncio.IncompleteReadError):
            refused, writer = refused + 1, None
            continue
        if head.split()[1] == b"200":
            times.append(time.perf_counter() - started)
        else:
            refused, writer = refused + 1, None
    if writer is not None:
        writer.close()
    return times, refused


async def dawdle(port: int) -> None:
    """Send a request a byte at a time, and begin again where the other side has had enough."""
    while True:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            for byte in REQUEST:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(1)
        except OSError:
            await asyncio.sleep(1)


async def measure(port: int, count: int, slow: int) -> dict[str, float]:
    dawdling = [asyncio.create_task(dawdle(port)) for _ in range(slow)]
    await asyncio.sleep(2 if slow else 0)
    found = await asyncio.gather(*(ask(port, count) for _ in range(FAST)))
    for task in dawdling:
        task.cancel()
    times = sorted(each for part, _ in found for each in part)
    refused = sum(part for _, part in found)
    return {
        "answered": len(times),
        "refused": refused,
        "p50_ms": round(1000 * times[len(times) // 2], 1) if times else 0.0,
        "p95_ms": round(1000 * times[int(len(times) * 0.95)], 1) if times else 0.0,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--app", type=Path, default=Path(__file__).resolve().parents[2] / "app")
    parser.add_argument("--requests", type=int, default=20, help="of each of the fast clients")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as library:
        command = [sys.executable, "-P", "-m", "findling", "--library", library, "--json", "serve", "--port", "0"]
        environment = {**os.environ, "PYTHONPATH": str(options.app)}
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as server:
            text = ""
            while not text.rstrip().endswith("}"):
                text += server.stdout.readline()
            port = int(re.search(r":(\d+)\"", text)[1])
            process = psutil.Process(server.pid)
            started = sum(process.cpu_times()[:2])
            result: dict[str, object] = {"start_cpu_s": round(started, 2)}
            asyncio.run(measure(port, 2, 0))
            before = sum(process.cpu_times()[:2])
            result["fast alone"] = asyncio.run(measure(port, options.requests, 0))
            spent = sum(process.cpu_times()[:2]) - before
            result["cpu_ms_a_request"] = round(1000 * spent / max(result["fast alone"]["answered"], 1), 2)
            result["beside slow ones"] = asyncio.run(measure(port, options.requests, SLOW))
            result["memory_mb"] = round(process.memory_info().rss / 1e6)
            server.terminate()
    if options.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name}: {value}")


if __name__ == "__main__":
    main()
