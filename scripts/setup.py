"""Make .venv and install the locked packages; run by the system's Python, so standard library only.

What is installed already is left alone: a second call takes a fraction of a second.
"""

from __future__ import annotations  # an old Python must come as far as the sentence that says so

import hashlib
import importlib.util
import os
import secrets
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
UV = "uv==0.13.9"


def main() -> None:
    dev = "--dev" in sys.argv
    _check_python()
    os.chdir(ROOT)
    _make_venv()
    _install(dev)
    _compile_translations()
    _write_settings()


def _check_python() -> None:
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"elearn needs Python 3.11 or later; python3 here is {found}. Try: make PYTHON=python3.11 run")
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit("elearn needs Python's venv module. On Debian or Ubuntu: sudo apt install python3-venv")


def _make_venv() -> None:
    if PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], capture_output=True, check=False).returncode == 0:
        return
    print("Making .venv …", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if made.returncode:
        sys.exit("elearn could not make .venv. On Debian or Ubuntu: sudo apt install python3-venv")


def _install(dev: bool) -> None:
    files = ["requirements.txt"]
    stamp = VENV / "installed"
    before = stamp.read_text().split() if stamp.exists() else []
    if dev or (before and before[0] == "dev"):
        files.append("requirements-dev.txt")
    wanted = ["dev" if len(files) > 1 else "run", _digest(files)]
    if before == wanted:
        return
    print("Installing the locked packages …", flush=True)
    if _with_uv(files) or _with_pip(files):
        stamp.write_text(" ".join(wanted))
        return
    sys.exit("elearn could not install its packages; what went wrong stands above. Is the network there?")


def _digest(files: list[str]) -> str:
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in files)).hexdigest()


def _with_uv(files: list[str]) -> bool:
    """uv is much faster than pip; where it can't be had, pip does the same."""
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        got = subprocess.run([PYTHON, "-m", "pip", "install", "-q", UV], capture_output=True, check=False)
        if got.returncode:
            return False
    command = [uv, "pip", "sync", "-q", "--require-hashes", "--python", PYTHON, *files]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode == 0


def _with_pip(files: list[str]) -> bool:
    wanted = [part for name in files for part in ("-r", name)]
    command = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", *wanted]
    return subprocess.run(command, check=False).returncode == 0


def _compile_translations() -> None:
    """The compiled .mo files aren't committed; make those older than their .po."""
    sources = list((ROOT / "elearn" / "translations").glob("*/LC_MESSAGES/*.po"))
    if all(po.with_suffix(".mo").exists() and _newer(po.with_suffix(".mo"), po) for po in sources):
        return
    subprocess.run([VENV / "bin" / "pybabel", "-q", "compile", "-d", "elearn/translations"], check=True)


def _newer(one: Path, other: Path) -> bool:
    return one.stat().st_mtime >= other.stat().st_mtime


def _write_settings() -> None:
    """Settings for development, with a secret of this machine's own; production sets its environment instead."""
    path = ROOT / "instance" / "settings.env"
    if path.exists():
        return
    path.parent.mkdir(exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(
        f"# Made by `make setup` for development only.\nELEARN_ENV=development\nSECRET_KEY={secrets.token_hex(32)}\n"
    )


if __name__ == "__main__":
    main()
