"""How large what is sent to a page of the studio may be: more than elsewhere, where a page says so."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, request, session

from elearn.studio.blueprint import blueprint

View = TypeVar("View", bound=Callable[..., Any])

LARGEST_TYPED = 8_000_000
"""Bytes of a form with a text: more than any text may have, so that what was pasted comes back with a sentence."""

LARGEST_UPLOAD = 64_000_000
"""Bytes of a form with files."""

_SIZE = "largest_request"


def takes(size: int) -> Callable[[View], View]:
    """Let a view be sent this many bytes; the decorator stands right below the one that names the route."""

    def mark(view: View) -> View:
        setattr(view, _SIZE, size)
        return view

    return mark


@blueprint.url_value_preprocessor
def _allow(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Set the limit before anything reads the form. Strangers keep the usual one."""
    size = getattr(current_app.view_functions.get(endpoint or ""), _SIZE, None)
    if size and "_user_id" in session:
        request.max_content_length = size
        request.max_form_memory_size = size
