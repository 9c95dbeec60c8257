"""Several processes that do the same at the same moment, each with an application of its own on one database."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import config
from config import Settings

_BEGIN = """
import sys
from elearn.app import create_app

application = create_app()
with application.app_context():
    {prepare}
    print("ready", flush=True)
    sys.stdin.readline()
    {work}
"""


def environment(settings: Settings) -> dict[str, str]:
    """The environment in which a process of its own has the same database and secret."""
    return {
        **os.environ,
        "ELEARN_ENV": "testing",
        "SECRET_KEY": settings.secret_key,
        "DATABASE_URL": settings.database_url,
        "ELEARN_BASE_URL": settings.base_url,
        "PYTHONPATH": str(config.ROOT),
    }


def at_once(settings: Settings, works: Sequence[str], prepare: str = "pass") -> list[str]:
    """Run pieces of code at the same moment, each in a process of its own, and return what they printed.

    `prepare` runs first in each; lines of either are separated by a newline without indentation.
    """
    with ExitStack() as ended:
        processes = [ended.enter_context(_process(settings, work, prepare)) for work in works]
        return _run_together(processes)


def _run_together(processes: "list[subprocess.Popen[str]]") -> list[str]:
    for process in processes:
        assert process.stdout
        said = process.stdout.readline()
        assert said == "ready\n", said + process.communicate()[1]
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return [_output(process) for process in processes]


@contextmanager
def _process(settings: Settings, work: str, prepare: str) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-c", _BEGIN.format(prepare=_inside(prepare), work=_inside(work))]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(settings), cwd=config.ROOT, text=True, **streams) as process:
        try:
            yield process
        finally:
            process.kill()


def _inside(code: str) -> str:
    return "\n    ".join(code.strip().splitlines())


def _output(process: "subprocess.Popen[str]") -> str:
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return output.strip()
