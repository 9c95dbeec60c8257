"""Who may see the studio's pages: trainers and admins; and of its drafts, those who may touch them."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec, TypeVar

from flask import abort
from flask_login import current_user, login_required

from elearn.studio.drafts import NoSuchDraft, NotYours, draft_of
from elearn.studio.models import Draft
from elearn.studio.reviews import draft_to_read

P = ParamSpec("P")
R = TypeVar("R")


def writers_only(view: Callable[P, R]) -> Callable[P, R]:
    """Let only trainers and admins see a view: others get 403, strangers the sign-in form."""

    @wraps(view)
    @login_required
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
        if not (current_user.is_trainer or current_user.is_admin):
            abort(HTTPStatus.FORBIDDEN)
        return view(*args, **kwargs)

    return guarded


def draft_or_404(slug: str) -> Draft:
    """The draft of a slug, if there is one that the signed-in person may touch."""
    try:
        return draft_of(slug, current_user)
    except (NoSuchDraft, NotYours):
        abort(HTTPStatus.NOT_FOUND)


def draft_to_read_or_404(slug: str) -> Draft:
    """The draft of a slug, for one who may touch it or was asked to review it."""
    try:
        return draft_to_read(slug, current_user)
    except (NoSuchDraft, NotYours):
        abort(HTTPStatus.NOT_FOUND)


def may_write(draft: Draft) -> bool:
    """Whether the signed-in person may touch a draft that they may read."""
    try:
        draft_of(draft.slug, current_user)
    except NotYours:
        return False
    return True
