"""What `make run` promises: one sentence where it can't, and otherwise everything ready, the second time at once."""

import os
import re
import secrets
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

import config
from scripts import run

SLOW = 6
"""Seconds of work that a second start may take here, where other tests run beside it; alone it takes below 3."""


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a", "delapan", "²", "99999999999999999999"])
def test_an_odd_port_is_told_in_one_sentence(monkeypatch, port):
    monkeypatch.setenv("ELEARN_PORT", port)

    with pytest.raises(SystemExit) as stopped:
        run.main()

    assert stopped.value.code == f"PORT must be a number from 1 to 65535, not {port!r}."


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port on which somebody else listens."""
    with socket.socket() as other:
        other.bind((run.HOST, 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_told_in_one_sentence(taken_port, tmp_path):
    environment = {**os.environ, "ELEARN_PORT": str(taken_port), "DATABASE_URL": f"sqlite:///{tmp_path / 'new.db'}"}

    command = [sys.executable, "-m", "scripts.start"]
    answer = subprocess.run(command, cwd=config.ROOT, env=environment, capture_output=True, text=True, check=False)

    another = taken_port + 1 if taken_port < 65535 else 8001
    assert answer.returncode == 1
    assert answer.stderr == (
        f"Port {taken_port} can't be used (Address already in use). Try another: make run PORT={another}\n"
    )
    assert not list(tmp_path.iterdir())


class Served:
    """`make run` on a database of its own, until the block ends."""

    def __init__(self, database: Path) -> None:
        with socket.socket() as probe:
            probe.bind((run.HOST, 0))
            self.address = f"http://{run.HOST}:{probe.getsockname()[1]}"
        self.environment = {
            **os.environ,
            "ELEARN_ENV": "development",
            "ELEARN_PORT": self.address.rpartition(":")[2],
            "ELEARN_BASE_URL": self.address,
            "SECRET_KEY": secrets.token_hex(32),
            "DATABASE_URL": f"sqlite:///{database}",
        }

    def __enter__(self) -> "Served":
        command = [sys.executable, "-m", "scripts.start"]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(command, cwd=config.ROOT, env=self.environment, text=True, **streams)
        self.printed = self._read_greeting()
        return self

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)
        assert self.process.stdout
        self.process.stdout.close()

    def _read_greeting(self) -> str:
        assert self.process.stdout
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if "Ctrl+C" in line:
                break
        return "".join(lines)

    @property
    def seconds(self) -> float:
        """How long the process has worked so far; waiting for a busy machine doesn't count."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")

    def get(self, path: str) -> str:
        """A page, asked for once the server listens."""
        for _ in range(300):
            try:
                with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                    return answer.read().decode()
            except urllib.error.URLError as refused:
                if not isinstance(refused.reason, ConnectionRefusedError) or self.process.poll() is not None:
                    raise
            time.sleep(0.1)
        raise AssertionError("the server doesn't answer")


@pytest.fixture(scope="module")
def two_starts(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """What two starts one after the other printed and served."""
    database = tmp_path_factory.mktemp("run") / "elearn.db"
    with Served(database) as server:
        seen = SimpleNamespace(address=server.address, first=server.printed)
        seen.health, seen.sign_in, seen.people = server.get("/health"), server.get("/sign-in"), _people(database)
        seen.approved = _approve_all(server)
    with Served(database) as server:
        server.get("/health")
        seen.second, seen.seconds, seen.people_then = server.printed, server.seconds, _people(database)
    return seen


def _approve_all(server: Served) -> str:
    """What the demo admin reads after approving every certificate that waits."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())

    def page(path: str, **fields: str) -> str:
        body = urllib.parse.urlencode(fields, doseq=True).encode() if fields else None
        with browser.open(server.address + path, body, timeout=60) as answer:
            return answer.read().decode()

    def token(html: str) -> str:
        return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', html)[1]

    admin = next(line.split() for line in server.printed.splitlines() if line.strip().startswith("admin"))
    page("/sign-in", nip=admin[1], password=admin[2], csrf_token=token(page("/sign-in")))
    office = page("/office/certificates/")
    waiting = re.findall(r'name="shown" value="(\d+)"', office)
    return page("/office/certificates/approve", shown=waiting, which="shown", csrf_token=token(office))


def _people(database: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT nip, password_hash FROM user_account ORDER BY nip").fetchall()


def test_the_address_is_printed_and_answers(two_starts):
    assert f"elearn: {two_starts.address}\n" in two_starts.first
    assert two_starts.health == '{"status":"ok"}\n'
    assert '<html lang="id">' in two_starts.sign_in


def test_every_course_is_published_at_the_first_start(two_starts):
    courses = sorted(path.parent.name for path in (config.ROOT / "content").glob("*/course.md"))

    assert re.findall(r"^(\S+): edition 1 published", two_starts.first, re.MULTILINE) == courses


def test_the_demo_people_are_there_and_their_sign_ins_printed(two_starts):
    printed = [line.split() for line in two_starts.first.splitlines() if re.search(r"\d{18}", line)]

    assert [words[0] for words in printed] == ["peserta", "pengajar", "admin"]
    assert {words[1] for words in printed} < {nip for nip, _hash in two_starts.people}


def test_a_certificate_is_made_right_after_the_first_start(two_starts):
    assert "Sertifikat terbit dengan nomor" in two_starts.approved


def test_a_second_start_keeps_what_is_there(two_starts):
    assert two_starts.people_then == two_starts.people
    assert "published" not in two_starts.second
    assert "Demo sign-ins" in two_starts.second


def test_a_second_start_is_quick(two_starts):
    assert two_starts.seconds < SLOW
