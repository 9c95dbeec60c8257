"""Serve for development: database made and migrated, courses published, demo people there, address printed."""

import os
import re
import socket
import sys
from collections.abc import Callable
from multiprocessing import get_context

from flask import Flask
from flask_migrate import upgrade
from gunicorn.app.wsgiapp import WSGIApplication

from elearn import clock
from elearn.app import create_app
from elearn.database import db
from elearn.office import demo

HOST = "127.0.0.1"
WORKERS = "2"
THREADS = "4"


def main() -> None:
    """Prepare, then become the server."""
    port = _free_port(os.environ.get("ELEARN_PORT", "8000"))
    if not os.environ.get("ELEARN_BASE_URL"):
        os.environ["ELEARN_BASE_URL"] = f"http://{HOST}:{port}"
    app = create_app()
    _apart(_prepare, app)
    _greet(app, port)
    sys.stdout.flush()
    _serve(port)


def _apart(work: Callable[[Flask], None], app: Flask) -> None:
    """Do a piece of work in a process of its own.

    The server's workers are forked from this one. What starts threads, as setting a certificate does, would leave them
    with locks that nobody opens any more.
    """
    process = get_context("fork").Process(target=work, args=(app,))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(process.exitcode)


def _serve(port: int) -> None:
    """Run the server in this process, which has imported everything already: that halves the time of a start."""
    sys.argv = ["gunicorn", "--bind", f"{HOST}:{port}", *server_options(), "wsgi:app"]
    WSGIApplication(prog="gunicorn").run()


def server_options() -> list[str]:
    """How the real server runs, here and in the benchmark."""
    options = {"--workers": WORKERS, "--worker-class": "gthread", "--threads": THREADS, "--log-level": "warning"}
    return [*(part for pair in options.items() for part in pair), "--preload"]


def _free_port(text: str) -> int:
    if not re.fullmatch("[0-9]{1,5}", text) or not 0 < int(text) < 65536:
        sys.exit(f"PORT must be a number from 1 to 65535, not {text!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as refused:
            another = int(text) + 1 if 1024 <= int(text) < 65535 else 8001
            sys.exit(f"Port {text} can't be used ({refused.strerror}). Try another: make run PORT={another}")
    return int(text)


def _prepare(app: Flask) -> None:
    with app.app_context():
        upgrade()
    result = app.test_cli_runner().invoke(args=["courses", "publish"])
    for line in result.output.splitlines():
        if not line.endswith("unchanged"):
            print(line)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    with app.app_context():
        if not app.extensions["settings"].production:
            demo.load(clock.now())
        db.session.remove()


def _greet(app: Flask, port: int) -> None:
    print(f"\n  elearn: http://{HOST}:{port}\n")
    if not app.extensions["settings"].production:
        print("  Demo sign-ins (NIP, password):")
        for line in demo.sign_ins():
            print(f"    {line}")
    print("\n  Ctrl+C stops. Data stay in instance/.\n")


if __name__ == "__main__":
    main()
