"""`make bench`: print requests per second, p50, p99, the ratio to a bare Flask page, queries and bytes.

The production server (gunicorn, two workers of four threads) runs on SQLite and then on PostgreSQL, with 2,000 people
and the courses of `content/`. wrk loads each request with 8 connections, in several short rounds; the bare page of the
same server is loaded before and after each. Load tool, server and database share the machine, and machines drift and
stall for seconds: only ratios of neighbours say something, and the median of several is what is printed.
"""

import gzip
import logging
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from urllib.request import Request, urlopen

from flask import Flask, session
from flask_migrate import upgrade
from flask_wtf.csrf import generate_csrf
from sqlalchemy import Engine, event

import config
from elearn import clock
from elearn.app import create_app
from elearn.courses.editions import live_courses
from elearn.database import db
from elearn.reads import statement_sent
from scripts.bench.load import Ask, Load, run
from scripts.bench.population import Learner, populate
from scripts.run import server_options
from tests.support.servers import fresh_database


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


PORT = _free_port()
ADDRESS = f"http://127.0.0.1:{PORT}"
PEOPLE = int(os.environ.get("ELEARN_BENCH_PEOPLE", "2000"))
ROUNDS = int(os.environ.get("ELEARN_BENCH_ROUNDS", "5"))
SECONDS = int(os.environ.get("ELEARN_BENCH_SECONDS", "2"))
HEADINGS = (
    *(("req/s", 8), ("p50 ms", 8), ("p99 ms", 8), ("ratio", 7), ("from", 7), ("to", 7)),
    *(("queries", 8), ("bytes", 8), ("gzip", 7)),
)
BARE = Ask("bare Flask page", "/bare/")


def main() -> None:
    """Measure on both databases."""
    _ensure_wrk()
    for kind in ("sqlite", "postgresql"):
        with fresh_database(kind) as url:
            _measure(kind, url)


def _measure(kind: str, url: str) -> None:
    os.environ.update(_environment(url))
    app = create_app()
    logging.getLogger("elearn").setLevel(logging.WARNING)  # the server's lines go to its own log
    learner = _prepare(app)
    asks = _asks(app, learner)
    with _server():
        print(f"\n{kind}: {PEOPLE} people, medians of {ROUNDS} rounds of {SECONDS} s")
        print(f"{'request':<18}" + "".join(f"{name:>{width}}" for name, width in HEADINGS))
        _warm(asks)
        bare = [run(ADDRESS, BARE, SECONDS)]
        for ask in asks:
            loads, ratios = [], []
            for _ in range(ROUNDS):
                loads.append(run(ADDRESS, ask, SECONDS))
                bare.append(run(ADDRESS, BARE, SECONDS))
                ratios.append(loads[-1].per_second * 2 / (bare[-2].per_second + bare[-1].per_second))
            raw, small = _bytes(ask)
            failed = sum(load.failed for load in loads)
            print(
                f"{_figures(ask, loads)}{median(ratios):>7.3f}{min(ratios):>7.3f}{max(ratios):>7.3f}"
                f"{_queries(app, ask):>8}{raw:>8}{small:>7}" + (f"  {failed} FAILED" if failed else ""),
                flush=True,
            )
        print(f"{_figures(BARE, bare)}{1:>7}")
    with app.app_context():
        db.engine.dispose()


def _figures(ask: Ask, loads: list[Load]) -> str:
    """The start of a line: requests per second and milliseconds, each the median of the rounds."""
    rate, p50, p99 = (median(figure) for figure in zip(*((x.per_second, x.p50, x.p99) for x in loads), strict=True))
    return f"{ask.name:<18}{rate:>8.0f}{p50:>8.1f}{p99:>8.1f}"


def _environment(url: str) -> dict[str, str]:
    return {
        "ELEARN_ENV": "production",
        "SECRET_KEY": secrets.token_hex(32),
        "DATABASE_URL": url,
        "ELEARN_BASE_URL": "https://bench.example",
        "ELEARN_HOSTS": "127.0.0.1,localhost",
    }


def _prepare(app: Flask) -> Learner:
    with app.app_context():
        upgrade()
    result = app.test_cli_runner().invoke(args=["courses", "publish"])
    if result.exit_code:
        sys.exit(result.output)
    return populate(app, PEOPLE, clock.now())


def _asks(app: Flask, learner: Learner) -> list[Ask]:
    cookie, token = _session(app, learner)
    reader = {"Cookie": cookie, "Accept-Encoding": "gzip"}
    form = {**reader, "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    question = learner.question_id
    body = f"csrf_token={token}&request_key=UNIQUE&question={question}&q-{question}={learner.answer}"
    return [
        Ask("lesson", learner.lesson, headers=reader),
        Ask("home", "/", headers=reader),
        Ask("catalogue", "/courses/", headers=reader),
        Ask("saved answer", f"/attempts/{learner.attempt_id}/answers", "POST", form, body),
        Ask("verification", f"/v/{learner.code}", headers={"Accept-Encoding": "gzip"}),
    ]


def _session(app: Flask, learner: Learner) -> tuple[str, str]:
    """The learner's cookie, and a form's token that goes with it."""
    with app.test_request_context():
        session["_user_id"], session["_fresh"] = learner.token, True
        token = generate_csrf()
        serializer = app.session_interface.get_signing_serializer(app)
        return f"{app.config['SESSION_COOKIE_NAME']}={serializer.dumps(dict(session))}", token


@contextmanager
def _server() -> Iterator[None]:
    gunicorn = config.ROOT / ".venv" / "bin" / "gunicorn"
    command = [gunicorn, "--bind", f"127.0.0.1:{PORT}", *server_options(), "scripts.bench.server:app"]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=config.ROOT, stderr=log, stdout=log)
        try:
            _wait()
            yield
        finally:
            process.terminate()
            process.wait()


def _wait() -> None:
    for _ in range(300):
        try:
            urlopen(Request(f"{ADDRESS}/health", headers={"Host": "127.0.0.1"}))
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The server did not start.")


def _warm(asks: list[Ask]) -> None:
    for ask in asks:
        if ask.method == "GET":
            for _ in range(20):
                _fetch(ask)


def _fetch(ask: Ask) -> bytes:
    body = ask.body.replace("UNIQUE", secrets.token_hex(8)).encode() or None
    with urlopen(Request(ADDRESS + ask.path, body, ask.headers, method=ask.method)) as answer:
        return bytes(answer.read())


def _bytes(ask: Ask) -> tuple[int, int]:
    """Bytes of the answer's body, plain and as sent."""
    sent = _fetch(ask)
    return (len(gzip.decompress(sent)) if sent[:2] == b"\x1f\x8b" else len(sent)), len(sent)


def _queries(app: Flask, ask: Ask) -> int:
    """Statements that the answer takes, counted in this process once its caches are warm."""
    statements = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")):
            statements.append(statement)

    with app.app_context():
        live_courses()
    client = app.test_client(use_cookies=False)
    for _ in range(2):
        event.listen(Engine, "before_cursor_execute", count)
        statements.clear()
        body = ask.body.replace("UNIQUE", secrets.token_hex(8)) or None
        with statement_sent.connected_to(statements.append):
            client.open(ask.path, method=ask.method, headers={**ask.headers, "Host": "127.0.0.1"}, data=body)
        event.remove(Engine, "before_cursor_execute", count)
    return len(statements)


def _ensure_wrk() -> None:
    if shutil.which("wrk"):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit("The benchmark loads the server with wrk. On Debian: sudo apt install wrk")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False, stdout=subprocess.DEVNULL)
    if subprocess.run(["apt-get", "install", "-y", "-qq", "wrk"], env=environment, check=False).returncode:
        sys.exit("wrk could not be installed.")


if __name__ == "__main__":
    main()
