"""The house keeps its floors: read from the imports that stand in the code."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FEATURES = (
    "organisation", "accounts", "pages", "courses", "learning", "ratings", "quizzes", "hours", "certificates", "home",
    "studio", "office",
)  # fmt: skip
TOP = {"elearn.app", "elearn.features"}
PAGES = {
    "views", "forms", "cli", "bodies", "lesson_page", "signing_in", "access", "blueprint", "limits", "writing",
    "outline_pages", "preview_views", "figures_views", "media_pages", "sharing_pages", "shelf_pages",
    "publish_views", "review_views", "editions_views", "history_views", "try_views", "publish_forms", "review_forms",
    "publish_cli", "package_forms", "package_views", "exchange_views", "import_cli",
}  # fmt: skip
LATE = {"elearn.spreadsheets": {"from elearn.workbooks import write"}}
"""What is imported when it is needed, for it slows every start."""
REQUEST_NAMES = {"request", "url_for", "render_template", "session", "flash", "redirect", "g"}


def _modules() -> list[Path]:
    return sorted((ROOT / "elearn").rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(path: Path) -> set[str]:
    """Full names of what a module imports, names out of modules included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _feature(name: str) -> str | None:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[0] == "elearn" and parts[1] in FEATURES else None


def _floor(name: str) -> int:
    """0 domain, 1 coursetext, 2 models, 3 services, 4 pages; what all features share stands below services."""
    parts = name.split(".")
    if parts[:2] == ["elearn", "domain"]:
        return 0
    if parts[:2] == ["elearn", "coursetext"]:
        return 1
    if _feature(name) is None or len(parts) < 3:
        return 2
    return 2 if parts[2] == "models" else 4 if parts[2] in PAGES else 3


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_a_module_imports_nothing_from_above(path):
    name = _name(path)
    if name in TOP:
        return

    above = {
        other
        for other in _imports(path)
        if other.startswith("elearn.") and _feature(other) and _floor(other) > max(_floor(name), _shared_floor(name))
    }

    assert not above


def _shared_floor(name: str) -> int:
    """Shared modules such as elearn.languages may know who is signed in."""
    return 4 if _feature(name) is None and _floor(name) == 2 else 0


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_a_feature_imports_only_itself_and_earlier_ones(path):
    mine = _feature(_name(path))

    later = {
        other
        for other in _imports(path)
        if mine and (feature := _feature(other)) and FEATURES.index(feature) > FEATURES.index(mine)
    }

    assert not later


@pytest.mark.parametrize("path", [p for p in _modules() if _floor(_name(p)) == 0], ids=_name)
def test_the_domain_uses_the_standard_library_alone(path):
    outside = {
        name
        for name in _imports(path)
        if not name.startswith("elearn.domain") and name.split(".")[0] not in sys.stdlib_module_names
    }
    worldly = _imports(path) & {"os", "pathlib", "time", "secrets", "uuid", "socket", "subprocess"}

    assert not outside | worldly


@pytest.mark.parametrize("path", [p for p in _modules() if _floor(_name(p)) == 1], ids=_name)
def test_course_text_knows_neither_flask_nor_the_database(path):
    known = {name for name in _imports(path) if name.split(".")[0] in ("flask", "sqlalchemy", "flask_sqlalchemy")}
    features = {name for name in _imports(path) if _feature(name)}

    assert not known | features


@pytest.mark.parametrize("path", [p for p in _modules() if _feature(_name(p)) and _floor(_name(p)) < 4], ids=_name)
def test_services_and_models_know_no_request(path):
    assert not _imports(path) & {f"flask.{name}" for name in REQUEST_NAMES}


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_no_import_hides_in_a_function(path):
    tree = ast.parse(path.read_text())

    hidden = {
        ast.unparse(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }

    assert hidden == LATE.get(_name(path), set())


@pytest.mark.parametrize("path", [p for p in _modules() if p.name == "__init__.py"], ids=_name)
def test_a_package_is_only_its_docstring(path):
    body = ast.parse(path.read_text()).body

    assert len(body) == 1
    assert ast.get_docstring(ast.parse(path.read_text()))


def test_every_module_imports_alone_in_a_new_interpreter():
    """Each in a fork of an interpreter that has imported others' packages, and nothing of the platform."""
    script = (
        "import gc, importlib, multiprocessing, os, sqlite3, sys\n"
        "import argon2, bleach, flask_babel, flask_login, flask_migrate, flask_sqlalchemy, flask_wtf, markdown, nh3\n"
        "import PIL.Image, latex2mathml.converter, openpyxl, psycopg, pygments.formatters, pymdownx, segno\n"
        "import sqlalchemy.dialects.postgresql.psycopg, sqlalchemy.orm, typst, yaml\n"
        "gc.disable()\n"
        "for name in sys.argv[1:]:\n"
        "    child = os.fork()\n"
        "    if not child:\n"
        "        try:\n"
        "            importlib.import_module(name)\n"
        "        except BaseException as wrong:\n"
        "            print(f'{name}: {wrong!r}', flush=True)\n"
        "            os._exit(1)\n"
        "        os._exit(0)\n"
        "    os.waitpid(child, 0)\n"
    )

    names = [_name(path) for path in _modules()]
    done = subprocess.run([sys.executable, "-c", script, *names], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.stdout == ""
    assert done.returncode == 0


@pytest.mark.parametrize("package", ["domain", "coursetext"])
def test_a_pure_package_loads_no_flask(package):
    names = [_name(path) for path in _modules() if _name(path).startswith(f"elearn.{package}")]
    script = "import importlib, sys\nfor n in sys.argv[1:]: importlib.import_module(n)\nprint('flask' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", script, *names], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
