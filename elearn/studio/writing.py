"""The editor's page, saving from it, and what a writer sees when somebody else saved first."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from secrets import token_urlsafe

from flask import Response, abort, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.assets import has_asset
from elearn.coursetext.editing.merging import Merged, has_marks, merge
from elearn.coursetext.editing.texts import bytes_of, text_of, with_line_feeds
from elearn.coursetext.parse.source import LARGEST_TEXT
from elearn.filters import clock_seconds
from elearn.security import policy_with_styles, row_number
from elearn.studio import drafts
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.limits import LARGEST_TYPED, takes
from elearn.studio.models import Draft
from elearn.studio.outline_pages import outline_values
from elearn.studio.preview_views import mended_from_form, shown_of, with_orders
from elearn.studio.text_names import name_of

CODEMIRROR = "vendor/codemirror.js"
"""Made by `make codemirror`; where it isn't, the editor has a plain field."""


class NotATextForm(ValueError):
    """What was sent has no text, or no version that it was made from."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text as its writer sent it, and the version that it was made from."""

    text: str
    version: int

    @property
    def too_long(self) -> bool:
        """Whether no file of a course may be as large."""
        return len(self.text.encode("utf-8", "replace")) > LARGEST_TEXT


@blueprint.get("/<slug>/edit/<path:path>")
@writers_only
def edit(slug: str, path: str) -> ResponseReturnValue:
    """A text in its editor."""
    draft = draft_or_404(slug)
    file = _file_or_404(draft, path)
    if file.path != path:
        return redirect(url_for(".edit", slug=slug, path=file.path))
    return _editor(draft, file, Written(text_of(file.data), file.version))


@blueprint.post("/<slug>/edit/<path:path>")
@takes(LARGEST_TYPED)
@writers_only
def save_form(slug: str, path: str) -> ResponseReturnValue:
    """Save a text from its form; what can't be saved comes back with a sentence."""
    draft = draft_or_404(slug)
    file, written = _file_or_404(draft, path), _written_or_400()
    written = replace(written, text=mended_from_form(draft, path, written.text))
    if written.too_long:
        return _editor(draft, file, written, too_long=True), HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    try:
        saved = _save(draft, file, written)
    except drafts.Stale as stale:
        return _conflict(draft, file, written, stale), HTTPStatus.CONFLICT
    flash(_("Tersimpan pukul %(time)s.", time=clock_seconds(saved.saved_at)))
    if has_marks(written.text):
        flash(_("Masih ada bagian dengan dua versi. Cari baris yang diawali <<<<<<, lalu pilih salah satu."), "warning")
    anchor = "preview-title" if request.form.get("action") == "preview" else None
    return redirect(url_for(".edit", slug=slug, path=file.path, _anchor=anchor), HTTPStatus.SEE_OTHER)


@blueprint.post("/<slug>/save/<path:path>")
@takes(LARGEST_TYPED)
@writers_only
def save(slug: str, path: str) -> ResponseReturnValue:
    """Save a text for a script; a stale one is answered with what stands there, and both texts merged."""
    draft = draft_or_404(slug)
    file, written = _file_or_404(draft, path), _written_or_400()
    if written.too_long:
        return jsonify(error="text-too-large", limit=LARGEST_TEXT), HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    try:
        saved = _save(draft, file, written)
    except drafts.Stale as stale:
        merged = _merged(written, stale)
        theirs = {"version": stale.version, "text": text_of(stale.theirs), "by": stale.by}
        return jsonify(**theirs, merged=merged.text, conflicts=merged.conflicts), HTTPStatus.CONFLICT
    marked = has_marks(written.text)
    return jsonify(version=saved.version, saved_at=clock_seconds(saved.saved_at), marked=marked)


@blueprint.get("/<slug>/save/<path:path>")
@writers_only
def last_saved(slug: str, path: str) -> ResponseReturnValue:
    """Who saved a text last, for the page of somebody else who has it open."""
    file = _file_or_404(draft_or_404(slug), path)
    return jsonify(version=file.version, by=file.by, saved_at=clock_seconds(file.changed_at))


def _save(draft: Draft, file: drafts.Text, written: Written) -> drafts.Saved:
    data = bytes_of(written.text, file.data)
    return drafts.save_file(draft.id, file.path, data, written.version, current_user.id, clock.now())


def _file_or_404(draft: Draft, path: str) -> drafts.Text:
    if not path.endswith(".md"):
        abort(HTTPStatus.NOT_FOUND)
    try:
        return drafts.find_text(draft.id, path)
    except drafts.NoSuchFile:
        abort(HTTPStatus.NOT_FOUND)


def _written_or_400() -> Written:
    try:
        return _read(request.get_json() if request.is_json else request.form)
    except NotATextForm:
        abort(HTTPStatus.BAD_REQUEST)


def _read(fields: object) -> Written:
    """The fields of a form or of a script's message."""
    if not isinstance(fields, Mapping) or not isinstance(text := fields.get("text"), str):
        raise NotATextForm
    try:
        number = row_number(str(fields.get("version")))
    except ValueError as wrong:
        raise NotATextForm from wrong
    return Written(with_line_feeds(text.replace("\0", "")), number)


def _merged(written: Written, stale: drafts.Stale) -> Merged:
    labels = (_("Tulisan %(name)s", name=stale.by), _("Tulisan Anda"), _("Sampai di sini"))
    base = None if stale.base is None else text_of(stale.base)
    return merge(base, text_of(stale.theirs), written.text, labels)


def _editor(draft: Draft, file: drafts.Text, written: Written, *, too_long: bool = False) -> Response:
    shown = shown_of(draft, file.path, text_of(file.data) if too_long else written.text)
    outline = outline_values(draft)
    nonce = token_urlsafe(16) if has_asset(CODEMIRROR) else ""
    page = render_template(
        "studio/editor.html",
        draft=draft,
        file=file,
        name=name_of(outline["shape"], file.path, draft.title),
        open=file.path,
        written=written,
        remarks=shown.remarks,
        seen=with_orders(shown.preview),
        too_long=too_long,
        limit=LARGEST_TEXT,
        codemirror=CODEMIRROR,
        nonce=nonce,
        **outline,
    )
    response = make_response(page)
    if nonce:
        response.headers["Content-Security-Policy"] = policy_with_styles(nonce)
    return response


def _conflict(draft: Draft, file: drafts.Text, written: Written, stale: drafts.Stale) -> str:
    return render_template(
        "studio/conflict.html",
        draft=draft,
        file=file,
        written=written,
        by=stale.by,
        version=stale.version,
        theirs=text_of(stale.theirs),
        merged=_merged(written, stale),
    )
