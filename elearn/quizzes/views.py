"""Pages."""

from flask import Blueprint

blueprint = Blueprint("quizzes", __name__)


def show_quiz(standing: object, module: object, unit: object) -> str:
    """A quiz: its rules, earlier attempts, and one button."""
    return ""
