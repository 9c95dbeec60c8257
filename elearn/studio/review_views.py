"""Reviewing: the difference to the edition that learners read, remarks at its lines, and an answer."""

from collections.abc import Callable
from http import HTTPStatus

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import clock
from elearn.courses.editions import live
from elearn.courses.publishing import sources_sha256
from elearn.domain.file_changes import file_changes
from elearn.studio import remarks, reviews
from elearn.studio.access import draft_or_404, draft_to_read_or_404, may_write, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.drafts import files_of
from elearn.studio.history import sources_of
from elearn.studio.models import Draft
from elearn.studio.refusals import REFUSALS, refusal_sentence
from elearn.studio.review_forms import AnswerForm, AskForm, RemarkForm, ReplyForm

REMARK = "/<slug>/review/remarks/<int(max=2147483647):remark_id>"


@blueprint.get("/<slug>/review")
@writers_only
def show_review(slug: str) -> str:
    """What changed since the last edition, with remarks, and what the person may do about it."""
    return _page(draft_to_read_or_404(slug))


@blueprint.post("/<slug>/review/ask")
@writers_only
def ask_review(slug: str) -> ResponseReturnValue:
    """Ask for a review."""
    draft = draft_or_404(slug)
    form = AskForm(reviews.possible_reviewers(draft, current_user.id))
    if not form.validate_on_submit():
        return _page(draft, asking=form)
    reviewer, note, now = form.reviewer_id, form.note.data, clock.now()
    return _do(draft, lambda: reviews.ask(draft.id, reviewer, note, by=current_user.id, now=now))


@blueprint.post("/<slug>/review/withdraw")
@writers_only
def withdraw_review(slug: str) -> ResponseReturnValue:
    """Take back that a review was asked for."""
    draft = draft_or_404(slug)
    return _do(draft, lambda: reviews.withdraw(draft.id, by=current_user.id, now=clock.now()))


@blueprint.post("/<slug>/review/answer")
@writers_only
def answer_review(slug: str) -> ResponseReturnValue:
    """Approve, or ask for changes."""
    draft, form = draft_to_read_or_404(slug), AnswerForm()
    if not form.validate_on_submit():
        return _page(draft, answering=form)
    verdict, note, read = reviews.Verdict(form.verdict.data), form.note.data, form.sha256.data
    return _do(draft, lambda: reviews.answer(draft.id, verdict, note, read, person=current_user, now=clock.now()))


@blueprint.post("/<slug>/review/remarks")
@writers_only
def write_remark(slug: str) -> ResponseReturnValue:
    """Write a remark at a line."""
    draft, form = draft_to_read_or_404(slug), RemarkForm()
    if not form.validate_on_submit():
        flash(_("Tulis nomor baris dan komentarnya."), "warning")
        return _back(draft)
    path, line, body = form.path.data, form.line.data, form.body.data
    try:
        made = remarks.write(draft.id, path, line, body, by=current_user.id, now=clock.now())
    except remarks.NoSuchLine:
        flash(_("Baris %(line)s tidak ada di %(path)s.", line=line, path=path), "warning")
        return _back(draft)
    return _back(draft, made)


@blueprint.post(f"{REMARK}/answer")
@writers_only
def answer_remark(slug: str, remark_id: int) -> ResponseReturnValue:
    """Answer a remark."""
    draft, form = draft_to_read_or_404(slug), ReplyForm()
    if not form.validate_on_submit():
        flash(_("Balasannya masih kosong."), "warning")
        return _back(draft, remark_id)
    try:
        remarks.answer(draft.id, remark_id, form.body.data, by=current_user.id, now=clock.now())
    except remarks.NoSuchRemark:
        abort(HTTPStatus.NOT_FOUND)
    return _back(draft, remark_id)


@blueprint.post(f"{REMARK}/settle")
@writers_only
def settle_remark(slug: str, remark_id: int) -> ResponseReturnValue:
    """Say that a remark is settled, or open again."""
    draft, settled = draft_to_read_or_404(slug), request.form.get("settled") != "no"
    try:
        remarks.settle(draft.id, remark_id, settled=settled, by=current_user.id, now=clock.now())
    except remarks.NoSuchRemark:
        abort(HTTPStatus.NOT_FOUND)
    return _back(draft, remark_id)


def _page(draft: Draft, asking: AskForm | None = None, answering: AnswerForm | None = None) -> str:
    files, current, review = files_of(draft.id), live(draft.slug), reviews.latest(draft.id)
    sha256 = sources_sha256(files)
    changes = file_changes(sources_of(current.id) if current else {}, files)
    written = remarks.remarks_on(draft.id, files)
    lines = {(change.path, line.new) for change in changes for line in change.lines}
    answering = answering or AnswerForm(formdata=None)
    answering.sha256.data = sha256
    return render_template(
        "studio/review.html",
        draft=draft,
        review=review,
        live=current,
        sha256=sha256,
        changes=changes,
        remarks=written,
        elsewhere=[each for each in written if (each.path, each.line) not in lines],
        may_answer=reviews.may_review(draft, review, current_user),
        may_ask=may_write(draft),
        asking=asking or AskForm(reviews.possible_reviewers(draft, current_user.id), formdata=None),
        answering=answering,
    )


def _do(draft: Draft, act: Callable[[], None]) -> ResponseReturnValue:
    try:
        act()
    except REFUSALS as refused:
        flash(refusal_sentence(refused), "warning")
    return _back(draft)


def _back(draft: Draft, remark_id: int | None = None) -> ResponseReturnValue:
    anchor = f"r{remark_id}" if remark_id else None
    return redirect(url_for(".show_review", slug=draft.slug, _anchor=anchor), HTTPStatus.SEE_OTHER)
