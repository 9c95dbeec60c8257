"""Load one request with wrk and read what it prints."""

import re
import secrets
import subprocess
import tempfile
from dataclasses import dataclass, field

CONNECTIONS = 8
THREADS = 2
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Ask:
    """A request to load. In `body` each `UNIQUE` becomes a text that no other request of the run has."""

    name: str
    path: str
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""


@dataclass(frozen=True)
class Load:
    """What came of it: requests per second, milliseconds, and how many answers weren't 2xx or 3xx."""

    per_second: float
    p50: float
    p99: float
    failed: int


def run(address: str, ask: Ask, seconds: int) -> Load:
    """Load `ask` for some seconds."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_script(ask))
        script.flush()
        command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", script.name]
        done = subprocess.run([*command, address + ask.path], capture_output=True, text=True, check=True)
    if done.stderr:
        raise RuntimeError(done.stderr)
    return _read(done.stdout)


def _script(ask: Ask) -> str:
    headers = "\n".join(f"wrk.headers[ {_lua(name)} ] = {_lua(value)}" for name, value in ask.headers.items())
    return f"""
wrk.method = {_lua(ask.method)}
{headers}
local threads = 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
local count = 0
local body = {_lua(ask.body)}
function request()
  count = count + 1
  local unique = number .. "-" .. count .. "-" .. {_lua(secrets.token_hex(6))}
  return wrk.format(nil, nil, nil, body ~= "" and body:gsub("UNIQUE", unique) or nil)
end
"""


def _lua(text: str) -> str:
    return f"[==[{text}]==]"


def _read(output: str) -> Load:
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    return Load(
        float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]),
        _milliseconds(output, "50%"),
        _milliseconds(output, "99%"),
        int(failed[1]) if failed else 0,
    )


def _milliseconds(output: str, share: str) -> float:
    found = re.search(rf"\s{share}\s+([\d.]+)(us|ms|s)", output)
    return float(found[1]) * UNITS[found[2]]
