"""Only what course text sanitised, or what we drew ourselves, stands in a page as it is; everything else is escaped."""

import ast
import re
from pathlib import Path

import pytest
from flask import render_template_string
from jinja2 import nodes

import elearn

HOUSE = Path(elearn.__file__).parent
TEMPLATES = HOUSE / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))

SANITISED = {
    "components/questions.html": {
        "stem[0]", "stem[1]", "piece", "mine", "option.html", "option.feedback", "pair.left", "pair.right", "item.html",
        "q.explanation",
    },
    "learning/_outline.html": {"module.introduction"},
    "learning/course.html": {"course.description"},
    "quizzes/quiz.html": {"introduction"},
    "studio/_preview.html": {"option.html", "pair.left", "pair.right", "item.html", "q.explanation", "part"},
    "studio/_print.html": {"piece", "option.html", "pair.left", "right", "item.html", "q.explanation"},
    "studio/print.html": {"printed.description", "module.introduction", "part"},
    "studio/edition.html": {"course.description"},
    "studio/edition_unit.html": {"part"},
}  # fmt: skip
"""Parts of a course, which `elearn.coursetext` sanitised when it was published."""

OURS = {
    "components/icons.html": {"shapes[name]"},
    "components/questions.html": {"' form=\"' ~ form ~ '\"'"},
}
"""Drawings and names that stand in the templates themselves."""

JOINED = {"elearn/learning/bodies.py", "elearn/languages.py"}
"""Modules that join what is sanitised already."""

SAFE = re.compile(r"[({%\s]*\(?(?P<what>[^(){}%]*?)\)?\s*\|\s*safe\b")


def _expressions(text):
    """What stands before each `| safe`."""
    spoken = [re.sub(r"^(if|else|elif|set \w+ =)\s+", "", found["what"].strip()) for found in SAFE.finditer(text)]
    return {each.strip("( ") for each in spoken}


@pytest.mark.parametrize("name", NAMES)
def test_only_sanitised_text_stands_in_a_template_as_it_is(name):
    marked = _expressions((TEMPLATES / name).read_text())

    assert marked == SANITISED.get(name, set()) | OURS.get(name, set())


@pytest.mark.parametrize("name", NAMES)
def test_no_template_turns_escaping_off(app, name):
    tree = app.jinja_env.parse((TEMPLATES / name).read_text())

    assert not list(tree.find_all(nodes.ScopedEvalContextModifier))
    assert "Markup" not in (TEMPLATES / name).read_text()


def test_only_what_joins_sanitised_text_makes_markup():
    using = {
        str(path.relative_to(HOUSE.parent))
        for path in HOUSE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "Markup" for alias in node.names)
    }

    assert using == JOINED


def test_everything_else_is_escaped(app):
    with app.test_request_context("/"):
        assert render_template_string("{{ name }}", name="<b>") == "&lt;b&gt;"
