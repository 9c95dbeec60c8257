"""Pages of figures: what a course's learners did, what its questions did, and both to download."""

from flask import Response, abort, make_response, render_template
from flask_babel import gettext as _

from elearn import clock
from elearn.domain.anonymity import ENOUGH_ANSWERS, SMALLEST_GROUP, SMALLEST_WHOLE
from elearn.domain.wording import words_of
from elearn.ratings.statements import SENTENCES
from elearn.spreadsheets import Table, as_csv, as_xlsx
from elearn.studio import figure_pictures, figure_sentences, figure_tables
from elearn.studio.access import draft_or_404, writers_only
from elearn.studio.blueprint import blueprint
from elearn.studio.course_figures import NotPublished, figures_of
from elearn.studio.question_figures import NEWEST, questions_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

LIMITS = {"smallest": SMALLEST_GROUP, "whole": SMALLEST_WHOLE, "enough": ENOUGH_ANSWERS, "newest": NEWEST}

for words in (
    figure_sentences.people,
    figure_sentences.percent_words,
    figure_sentences.duration,
    figure_sentences.days,
    words_of,
):
    blueprint.add_app_template_filter(words)


@blueprint.get("/<slug>/figures")
@writers_only
def figures(slug: str) -> str:
    """How learners fare in a course."""
    draft = draft_or_404(slug)
    try:
        known = figures_of(slug, clock.now())
    except NotPublished:
        return render_template("studio/figures_none.html", draft=draft)
    remarks = figure_sentences.course_remarks(known.figures) if known.figures else []
    return render_template(
        "studio/figures.html",
        draft=draft,
        known=known,
        remarks=remarks,
        steps=figure_pictures.steps,
        histogram=figure_pictures.histogram,
        statements=SENTENCES,
        tables=figure_tables.TITLES.items(),
        limits=LIMITS,
    )


@blueprint.get("/<slug>/figures/questions")
@writers_only
def question_figures(slug: str) -> str:
    """How learners fare at each question of a course."""
    draft = draft_or_404(slug)
    try:
        questions = questions_of(slug, clock.now())
    except NotPublished:
        return render_template("studio/figures_none.html", draft=draft)
    return render_template(
        "studio/question_figures.html",
        draft=draft,
        questions=questions,
        remarks_on=figure_sentences.quiz_remarks,
        editions=figure_tables.editions,
        limits=LIMITS,
    )


@blueprint.get("/<slug>/figures/<name>.csv")
@writers_only
def figures_csv(slug: str, name: str) -> Response:
    """One table of the figures."""
    draft_or_404(slug)
    if name not in figure_tables.TITLES:
        abort(404)
    table = next(each for each in _tables(slug) if each.name == name)
    return _file(as_csv(table), "text/csv; charset=utf-8", f"{slug}-{name}.csv")


@blueprint.get("/<slug>/figures.xlsx")
@writers_only
def figures_xlsx(slug: str) -> Response:
    """Every table of the figures as one file."""
    draft_or_404(slug)
    name = _("angka")
    return _file(as_xlsx(_tables(slug)), XLSX, f"{slug}-{name}.xlsx")


def _tables(slug: str) -> tuple[Table, ...]:
    try:
        return figure_tables.tables_of(figures_of(slug, clock.now()), questions_of(slug, clock.now()))
    except NotPublished:
        abort(404)


def _file(data: bytes, kind: str, name: str) -> Response:
    response = make_response(data)
    response.headers["Content-Type"] = kind
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response
