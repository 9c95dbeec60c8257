"""A course's outline: its modules, lessons, quizzes, banks and media, to be added, named, ordered and removed."""

from flask import render_template

from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint


@blueprint.get("/<slug>/")
@writers_only
def outline(slug: str) -> str:
    """The outline of a draft."""
    return render_template("studio/outline.html", draft=draft_or_404(slug))
