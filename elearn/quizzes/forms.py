"""What comes in with answers: which questions, which fields, and how the request is told from others."""

import re
from datetime import timedelta

from werkzeug.datastructures import MultiDict

from elearn.quizzes.saving import Save

LARGEST = 2**31 - 1

_NAME = re.compile(r"[A-Za-z0-9-]{1,64}")


class BadRequestName(Exception):
    """The request's key or its page's name isn't made as scripts of ours make it."""


def read_save(form: "MultiDict[str, str]") -> Save:
    """The answers that a form carries.

    Raises:
        BadRequestName: as its docstring says.
    """
    return Save(
        questions=frozenset(form.getlist("question")),
        fields=form.to_dict(flat=False),
        key=_name(form, "request_key"),
        tab=_name(form, "tab"),
        sequence=_number(form, "sequence"),
        waited=timedelta(milliseconds=_number(form, "waited")),
        seen=_number(form, "seen"),
    )


def _name(form: "MultiDict[str, str]", field: str) -> str:
    text = form.get(field, "")
    if text and not _NAME.fullmatch(text):
        raise BadRequestName
    return text


def _number(form: "MultiDict[str, str]", field: str) -> int:
    """A whole number from 0 to what every database keeps; 0 for anything else."""
    return min(max(form.get(field, 0, type=int), 0), LARGEST)
