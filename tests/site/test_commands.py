"""What `make`, `make setup` and `flask` in the root promise. Nothing is installed here."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import config
from scripts import setup

MAKEFILE = (config.ROOT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
DOCUMENTS = [config.ROOT / "README.md", *sorted((config.ROOT / "docs").glob("*.md"))]


def _command(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("ELEARN_", "FLASK_"))}
    options = {"cwd": config.ROOT, "env": bare | environment, "timeout": 60}
    return subprocess.run(words, capture_output=True, text=True, check=False, **options)


# make


def test_make_alone_prints_every_target():
    told = re.findall(r"^  make (\w+)\t\S", _command("make").stdout, re.MULTILINE)

    assert set(told) == TARGETS


def test_every_target_is_one_whatever_files_are_there():
    assert set(re.findall(r"\.PHONY: (.*)", MAKEFILE)[0].split()) == TARGETS


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_only_targets_that_exist(path):
    fenced = path.read_text().split("```")[1::2]
    inline = re.findall(r"`([^`\n]+)`", path.read_text())

    named = {target for code in [*fenced, *inline] for target in re.findall(r"^make ([a-z]+)", code, re.MULTILINE)}

    assert named <= TARGETS


@pytest.mark.parametrize("group", ["courses", "users", "certificates", "quizzes", "demo", "db"])
def test_flask_finds_the_platform_in_the_root(group):
    answer = _command(".venv/bin/flask", group, "--help", ELEARN_ENV="testing", SECRET_KEY="x")

    assert answer.returncode == 0, answer.stderr


# make setup


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose packages are installed already."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(config.ROOT / name, tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    for name, value in {"ROOT": tmp_path, "VENV": tmp_path / ".venv", "PYTHON": tmp_path / ".venv/bin/python"}.items():
        monkeypatch.setattr(setup, name, value)
    monkeypatch.setattr(sys, "argv", ["setup.py"])
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".venv" / "installed").write_text(f"run {setup._digest(['requirements.txt'])}")
    return tmp_path


class Commands:
    """Commands that setup would run: noted, and those named in `fail` fail."""

    def __init__(self, fail: tuple[str, ...] = ()) -> None:
        self.fail = fail
        self.given: list[str] = []

    def __call__(self, words: list[object], **_options: object) -> SimpleNamespace:
        line = " ".join(map(str, words))
        if line.endswith("-c "):  # whether the interpreter works
            return SimpleNamespace(returncode=0)
        self.given.append(line)
        return SimpleNamespace(returncode=int(any(part in line for part in self.fail)))


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """Nothing is run; what would be is noted."""
    noted = Commands()
    monkeypatch.setattr(subprocess, "run", noted)
    return noted


def test_an_old_python_is_told_in_one_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))

    with pytest.raises(SystemExit) as stopped:
        setup.main()

    assert stopped.value.code == (
        "elearn needs Python 3.11 or later; python3 here is 3.10.4. Try: make PYTHON=python3.11 run"
    )


def test_an_old_python_can_read_as_far_as_that_sentence():
    tree = ast.parse((config.ROOT / "scripts" / "setup.py").read_text(), feature_version=(3, 7))

    assert any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in tree.body)


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_missing_venv_module_is_told_in_one_sentence(monkeypatch, missing):
    monkeypatch.setattr(setup.importlib.util, "find_spec", lambda name: None if name == missing else object())

    with pytest.raises(SystemExit) as stopped:
        setup.main()

    assert stopped.value.code == (
        "elearn needs Python's venv module. On Debian or Ubuntu: sudo apt install python3-venv"
    )


def test_setup_needs_nothing_but_the_standard_library():
    tree = ast.parse((config.ROOT / "scripts" / "setup.py").read_text())

    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}

    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_a_second_setup_runs_nothing(checkout, commands):
    setup.main()

    assert commands.given == []


def test_changed_locked_packages_are_installed_with_their_hashes(checkout, commands):
    (checkout / "requirements.txt").write_text("flask==9\n")

    setup.main()

    assert any("pip sync -q --require-hashes" in line for line in commands.given)
    assert (checkout / ".venv" / "installed").read_text() == f"run {setup._digest(['requirements.txt'])}"


def test_without_uv_pip_installs_the_same(checkout, commands):
    commands.fail = ("uv==",)
    (checkout / "requirements.txt").write_text("flask==9\n")

    setup.main()

    assert commands.given[-1].endswith("--require-hashes -r requirements.txt")


def test_packages_that_cannot_be_had_are_told_in_one_sentence(checkout, commands):
    commands.fail = ("pip",)
    (checkout / "requirements.txt").write_text("flask==9\n")

    with pytest.raises(SystemExit, match="could not install its packages"):
        setup.main()

    assert (checkout / ".venv" / "installed").read_text() != f"run {setup._digest(['requirements.txt'])}"


def test_running_leaves_the_packages_of_developers_alone(checkout, commands):
    both = ["requirements.txt", "requirements-dev.txt"]
    (checkout / ".venv" / "installed").write_text(f"dev {setup._digest(both)}")

    setup.main()

    assert commands.given == []


def test_a_venv_whose_python_is_gone_is_made_anew(checkout, commands):
    (checkout / ".venv" / "bin" / "python").unlink()

    setup.main()

    assert commands.given[0].endswith(f"-m venv --clear {checkout / '.venv'}")


def test_settings_for_development_are_made_once_and_read_by_their_owner_only(checkout, commands):
    setup.main()
    path = checkout / "instance" / "settings.env"
    first = path.read_text()

    setup.main()

    assert path.read_text() == first
    assert path.stat().st_mode & 0o777 == 0o600
    assert re.search(r"^SECRET_KEY=[0-9a-f]{64}$", first, re.MULTILINE)


@pytest.mark.parametrize(
    ("compiled_at", "times"), [(None, 1), (1_000, 1), (3_000, 0)], ids=["never", "before", "after"]
)
def test_a_translation_is_compiled_when_it_is_newer_than_what_was_compiled(checkout, commands, compiled_at, times):
    folder = checkout / "elearn" / "translations" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").touch()
    os.utime(folder / "messages.po", (2_000, 2_000))
    if compiled_at:
        (folder / "messages.mo").touch()
        os.utime(folder / "messages.mo", (compiled_at, compiled_at))

    setup.main()

    assert len([line for line in commands.given if "pybabel -q compile" in line]) == times
