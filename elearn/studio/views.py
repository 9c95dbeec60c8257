"""The studio's pages. Those of its parts stand in modules of their own, imported here so that they register."""

from flask import render_template

from elearn.studio import (
    editions_views,
    figures_views,
    outline_pages,
    preview_views,
    publish_views,
    review_views,
    try_views,
    writing,
)
from elearn.studio.access import writers_only
from elearn.studio.blueprint import blueprint

__all__ = [
    "blueprint",
    "editions_views",
    "figures_views",
    "outline_pages",
    "preview_views",
    "publish_views",
    "review_views",
    "try_views",
    "writing",
]


@blueprint.get("/")
@writers_only
def my_courses() -> str:
    """The courses that the person writes."""
    return render_template("studio/my_courses.html")
