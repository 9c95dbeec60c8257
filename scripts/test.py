"""Every test: lint and types, the suite on SQLite and on PostgreSQL, journeys in Chromium. Nothing is skipped."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable

import config
from scripts import check, codemirror
from tests.support.servers import SHARED, postgresql_server

PYTEST = str(config.ROOT / ".venv" / "bin" / "pytest")
NO_DATABASE = (
    "tests/domain",
    "tests/coursetext",
    "tests/site/test_floors.py",
    "tests/site/test_make_run.py",
    "tests/site/test_codemirror.py",
)
"""Tests that meet no database of the suite's: rules and course text (tests/site/test_floors.py sees to it), imports,
CodeMirror's command, and `make run`, which makes its own. They run once."""
WORKERS = ("-n", "2", "--dist", "worksteal")
"""Each of two processes begins with whole files, and who is done first takes from the other."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Install what is missing, run everything, say what failed."""
    began = time.monotonic()
    _ensure_chromium()
    failed = [name for name, task in (("codemirror", codemirror.main), ("check", check.main)) if _stops(task)]
    if _fails("tests on SQLite", *WORKERS, "--database", "sqlite", "-m", "not browser"):
        failed.append("sqlite")
    with postgresql_server() as server:
        os.environ[SHARED] = server
        elsewhere = [f"--ignore={path}" for path in NO_DATABASE]
        if _fails("tests on PostgreSQL", *WORKERS, "--database", "postgresql", "-m", "not browser", *elsewhere):
            failed.append("postgresql")
    os.environ.pop(SHARED)
    if _fails("journeys in Chromium", *WORKERS, "--database", "sqlite", "-m", "browser"):
        failed.append("browser")
    print(f"test: {time.monotonic() - began:.0f} seconds", flush=True)
    if failed:
        sys.exit(f"test: failed: {', '.join(failed)}")
    print("test: all passed", flush=True)


def _stops(task: Callable[[], None]) -> bool:
    try:
        task()
    except SystemExit as stopped:
        print(stopped, flush=True)
        return True
    return False


def _fails(title: str, *options: str) -> bool:
    print(f"\ntest: {title}", flush=True)
    return subprocess.run([PYTEST, *options], cwd=config.ROOT, check=False).returncode != 0


def _ensure_chromium() -> None:
    if any(shutil.which(name) for name in CHROMIUM):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit("The journeys need Chromium. On Debian: sudo apt install chromium")
    print("Installing Debian's chromium …", flush=True)
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            sys.exit(f"Chromium could not be installed: {' '.join(command)} failed.")


if __name__ == "__main__":
    main()
