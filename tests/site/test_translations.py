"""The interface in both languages: the catalogue is whole; pages, dates and sentences of forms follow the reader."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from html import unescape
from pathlib import Path
from pkgutil import walk_packages

import pytest
import wtforms
from babel.messages.pofile import read_po
from babel.support import Translations
from flask import g
from flask_babel import force_locale
from flask_wtf import FlaskForm

import elearn
from elearn import filters, forms
from scripts import texts
from tests.support.courses import demo_course, small_course
from tests.support.people import People

INDONESIAN = re.compile(r"\b(yang|dan|untuk|dengan|anda|belum|sudah|tidak|dari|pada|ini|itu|atau|ke|bila|akan)\b", re.I)
"""Words without which hardly an Indonesian sentence is written, and which no English one has."""

EVENING = datetime(2026, 11, 24, 12, 30, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def catalogue():
    """The English catalogue."""
    return texts.read(texts.CATALOGUE)


def _keys(messages):
    return {(message.context, message.id) for message in messages if message.id}


def _placeholders(text):
    return set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text))


# The catalogue


@pytest.mark.parametrize(
    "key",
    [
        (None, "Isi namanya."),
        (None, ("%(num)s orang", "%(num)s orang")),
        ("one", "Pelatihan"),
        (None, "Data %(name)s sudah disimpan."),
        (None, "Tambah orang"),
    ],
    ids=["lazy", "plural", "context", "code", "template"],
)
def test_texts_are_found_however_they_are_marked(key):
    assert key in _keys(texts.collect())


def test_the_catalogue_has_exactly_the_texts_of_the_code(catalogue):
    assert _keys(catalogue) == _keys(texts.collect())


def test_every_text_is_translated(catalogue):
    missing = [message.id for message in catalogue if message.id and not all(texts.strings(message))]

    assert missing == []


def test_no_translation_is_a_guess(catalogue):
    assert [message.id for message in catalogue if message.fuzzy] == []


def test_translations_keep_what_is_filled_in(catalogue):
    wrong = [
        (message.id, text)
        for message in catalogue
        if message.id
        for text in texts.strings(message)
        if _placeholders(text) != _placeholders(message.id if isinstance(message.id, str) else message.id[0])
    ]

    assert wrong == []


def test_plurals_differ_where_english_has_them(catalogue):
    plurals = [message for message in catalogue if isinstance(message.id, tuple)]

    assert plurals
    assert [message.id for message in plurals if message.string[0] == message.string[1]] == []


def test_the_catalogue_stands_as_make_texts_writes_it(catalogue):
    assert texts.CATALOGUE.read_bytes() == texts.written(catalogue)


def test_the_compiled_catalogue_says_the_same(catalogue):
    with texts.CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = Translations(file)

    said = [compiled.ungettext(*message.id, 2) for message in catalogue if _many(message)]
    said += [_said(compiled, message) for message in catalogue if message.id and not _many(message)]

    told = [message.string[1] for message in catalogue if _many(message)]
    told += [message.string for message in catalogue if message.id and not _many(message)]
    assert said == told, "run make setup"


def _many(message):
    return isinstance(message.id, tuple)


def _said(compiled, message):
    return compiled.upgettext(message.context, message.id) if message.context else compiled.ugettext(message.id)


# Pages


def _shown(html):
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", "", html, flags=re.DOTALL)
    attributes = re.findall(r'(?:aria-label|title|placeholder|data-[a-z-]+)="([^"]*)"', body)
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", body), *attributes]))


def _in_english(visitor):
    visitor.client.set_cookie("language", "en")
    return visitor


@pytest.mark.parametrize(
    "path",
    ["/sign-in", "/first-sign-in", "/forgot-password", "/privacy", "/v/", "/v/xyz", "/offline", "/nothing"],
)
def test_a_stranger_who_reads_english_meets_no_indonesian(visit, path):
    page = _shown(_in_english(visit()).get(path).text)

    assert INDONESIAN.findall(page) == []


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/courses/",
        "/account",
        "/account/password",
        "/certificates/",
        "/office/",
        "/office/participation",
        "/office/people",
        "/office/people/new",
        "/office/people/{id}",
        "/office/people/{id}/code",
        "/office/certificates/",
    ],
)
def test_an_admin_who_reads_english_meets_no_indonesian(people: People, visit, path):
    admin = people.create("Ratna Dewi", "admin")

    page = _shown(_in_english(visit(admin)).get(path.format(id=admin.id)).text)

    assert INDONESIAN.findall(page) == []


def test_a_page_says_in_which_language_it_is(visit):
    pages = [visit().get("/sign-in").text, _in_english(visit()).get("/sign-in").text]

    assert [re.findall(r'<html lang="(\w+)"', page) for page in pages] == [["id"], ["en"]]


@pytest.mark.parametrize(("count", "words"), [(1, "1 person"), (2, "2 people")])
def test_english_counts_one_and_many(people, visit, count, words):
    admin = people.create("Ratna Dewi", "admin")
    for _ in range(count - 1):
        people.create()

    page = _shown(_in_english(visit(admin)).get("/office/people").text)

    assert re.search(rf"\s{words}\s", page)


# Dates, times, numbers


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "id",
            ["24 November 2026", "19.30 WIB", "19.30.05", "24 November 2026, 19.30 WIB", "1.234,5", "1 jam 20 menit"],
        ),
        (
            "en",
            ["24 November 2026", "19.30 WIB", "19.30.05", "24 November 2026, 19.30 WIB", "1,234.5", "1 hour 20 min"],
        ),
    ],
)
def test_dates_times_and_numbers_are_shown_as_people_write_them(app, language, shown):
    with app.test_request_context(), force_locale(language):
        written = [
            filters.day(EVENING),
            filters.clock_time(EVENING),
            filters.clock_seconds(EVENING),
            filters.moment(EVENING),
            filters.number(Decimal("1234.5")),
            filters.minutes(80),
        ]

    assert written == shown


@pytest.mark.parametrize(("language", "month"), [("id", "3 Agustus 2026"), ("en", "3 August 2026")])
def test_months_have_their_names(app, language, month):
    with app.test_request_context(), force_locale(language):
        assert filters.day(datetime(2026, 8, 3, 3, tzinfo=UTC)) == month


def test_a_day_is_that_of_the_zone_of_the_settings(app):
    with app.test_request_context():
        assert filters.day(datetime(2026, 11, 24, 17, tzinfo=UTC)) == "25 November 2026"


# Sentences of forms


@pytest.mark.parametrize(
    ("language", "sentence"), [("id", "Pilih salah satu yang tersedia."), ("en", "Not a valid choice.")]
)
def test_sentences_of_the_form_library_are_in_the_language_of_the_reader(people, visit, language, sentence):
    visitor = visit(people.create(roles="admin"))
    visitor.client.set_cookie("language", language)

    page = visitor.post("/office/people/new", {"unit": "nowhere"}).text

    assert sentence in page


def test_every_form_is_one_of_ours():
    for module in walk_packages(elearn.__path__, "elearn."):
        if module.name.endswith(".forms"):
            __import__(module.name)

    bare = [each for each in FlaskForm.__subclasses__() if each.__module__.startswith("elearn.")]
    assert bare == [forms.Form]


def test_the_sentences_in_indonesian_are_those_that_the_form_library_has():
    with (Path(wtforms.__file__).parent / "locale" / "wtforms.pot").open("rb") as file:
        known = {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file)}

    assert set(forms.INDONESIAN) <= known
    assert [one for one, ours in forms.INDONESIAN.items() if _placeholders(one) != _placeholders(ours)] == []


@pytest.mark.parametrize(
    ("language", "number", "sentence"),
    [
        ("id", 1, "Tulis paling banyak 1 huruf."),
        ("id", 9, "Tulis paling banyak 9 huruf."),
        ("en", 1, "Field cannot be longer than 1 character."),
        ("en", 9, "Field cannot be longer than 9 characters."),
    ],
)
def test_sentences_with_a_number_follow_the_language(app, language, number, sentence):
    class Short(forms.Form):
        text = wtforms.StringField(validators=[wtforms.validators.Length(max=number)])

    with app.test_request_context(method="POST", data={"text": "x" * 10}):
        g.language = language
        form = Short(meta={"csrf": False})
        form.validate()

    assert form.text.errors == [sentence]


def test_a_course_in_another_language_than_the_page_says_so(publish, people, visit):
    publish(small_course("Kas daerah"), "kas")
    visitor = visit(people.create())

    indonesian = visitor.get("/courses/kas/").text
    visitor.client.set_cookie("language", "en")
    english = visitor.get("/courses/kas/").text

    assert '<h1 lang="id">Kas daerah</h1>' in english
    assert "<h1>Kas daerah</h1>" in indonesian


def test_a_question_in_another_language_than_the_page_says_so_and_what_the_platform_says_beside_it(
    publish, people, visit
):
    publish(demo_course(), "melayani")
    visitor = visit(people.create())
    visitor.client.set_cookie("language", "en")

    lesson = visitor.get("/courses/melayani/langkah/berlatih/").text

    assert '<div class="practice" lang="en">' in lesson
    assert re.search(r'<span class="choice-text"><span lang="id">', lesson)
