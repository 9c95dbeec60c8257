"""What learners will see of a text, for the editor's script and for its page; a draft's own media."""

from hashlib import sha256
from http import HTTPStatus

from flask import Response, abort, get_template_attribute, jsonify, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.courses.media import Media
from elearn.courses.views import media_response
from elearn.coursetext.editing.texts import with_line_feeds
from elearn.coursetext.preview import Preview
from elearn.domain.course import Question
from elearn.domain.grading import presented
from elearn.extensions import settings
from elearn.languages import language
from elearn.studio.access import draft_or_404, draft_to_read_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.draft_texts import media_of
from elearn.studio.limits import LARGEST_TYPED, takes
from elearn.studio.models import Draft
from elearn.studio.preview import Shown, mended, show


@blueprint.post("/<slug>/preview/<path:path>")
@takes(LARGEST_TYPED)
@writers_only
def preview(slug: str, path: str) -> ResponseReturnValue:
    """A text as learners will see it, and what is to be mended; with `fix`, mended first."""
    draft = draft_or_404(slug)
    text = request.form.get("text")
    if text is None or not path.endswith(".md"):
        abort(HTTPStatus.BAD_REQUEST)
    text = mended_from_form(draft, path, with_line_feeds(text))
    shown = shown_of(draft, path, text)
    remarks = [
        {
            "line": each.line,
            "column": each.column,
            "level": str(each.level),
            "message": each.message,
            "fix": [{"value": fix.value, "label": fix.label, "asks": fix.asks} for fix in each.fixes],
        }
        for each in shown.remarks
    ]
    rendered = get_template_attribute("studio/_preview.html", "rendered")(*with_orders(shown.preview))
    listed = get_template_attribute("studio/_remarks.html", "remarks_list")(shown.remarks)
    count = get_template_attribute("studio/_remarks.html", "remarks_count")(shown.remarks)
    told = {"html": rendered, "list": listed, "count": count, "findings": remarks, "minutes": shown.preview.minutes}
    return jsonify(**told, text=text)


@blueprint.get("/<slug>/media/<path:name>")
@writers_only
def draft_media(slug: str, name: str) -> Response:
    """A picture or another media file of a draft."""
    found = media_of(draft_to_read_or_404(slug), f"media/{name}")
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    nature, data = found
    answer = media_response(Media(data, nature.content_type, sha256(data).hexdigest()), name.rpartition("/")[2])
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def mended_from_form(draft: Draft, path: str, text: str) -> str:
    """The text with what a “Perbaiki” button of its form mends, if one was pressed."""
    fix = request.form.get("fix", "")
    if not fix:
        return text
    words = request.form.get(f"words:{fix}", "")
    return mended(draft, path, text, fix, words, clock.now().astimezone(settings().zone).date())


def shown_of(draft: Draft, path: str, text: str) -> Shown:
    """A text of the draft as learners will see it, in the language of who asks."""
    today = clock.now().astimezone(settings().zone).date()
    return show(draft, path, text.encode("utf-8", "replace"), language(), today)


def with_orders(seen: Preview) -> tuple[Preview, dict[str, tuple[str, ...]]]:
    """A rendered text, and in which order each of its questions offers what is shuffled, by the question's id."""
    return seen, {part.id: presented(part, "") for part in seen.parts if isinstance(part, Question)}
