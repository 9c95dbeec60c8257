"""How forms look: hints and errors belong to their fields."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask, get_template_attribute
from flask_wtf import FlaskForm
from wtforms import BooleanField, RadioField, SelectChoice, StringField
from wtforms.validators import InputRequired


class Visit(FlaskForm):
    """A form with the kinds of fields that pages use."""

    name = StringField("Nama", validators=[InputRequired("Isi nama.")])
    agreed = BooleanField("Setuju", validators=[InputRequired("Centang dulu.")])
    counter = RadioField(
        "Loket",
        choices=[SelectChoice("1", "Satu"), SelectChoice("2", "Dua")],
        validators=[InputRequired("Pilih loket.")],
    )


@pytest.fixture
def form(app: Flask) -> Iterator[Visit]:
    with app.test_request_context("/", method="POST"):
        yield Visit(meta={"csrf": False})


def parse(html: object) -> Element:
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    found = parser.parseFragment(str(html))
    assert not parser.errors, parser.errors
    return found


def element(found: Element, id_: str) -> Element:
    return next(each for each in found.iter() if each.get("id") == id_)


def text(found: Element) -> str:
    return " ".join("".join(found.itertext()).split())


def described(found: Element, id_: str) -> str:
    ids = element(found, id_).get("aria-describedby", "").split()
    return " ".join(text(element(found, each)) for each in ids)


def field(*args: object, **options: object) -> Element:
    return parse(get_template_attribute("components/forms.html", "field")(*args, **options))


@pytest.mark.parametrize("name", ["name", "agreed", "counter"])
def test_a_hint_describes_its_field(form: Visit, name: str) -> None:
    assert described(field(form[name], hint="Seperti di KTP."), name) == "Seperti di KTP."


@pytest.mark.parametrize(
    ("name", "sentence"), [("name", "Isi nama."), ("agreed", "Centang dulu."), ("counter", "Pilih loket.")]
)
def test_an_error_describes_its_field(form: Visit, name: str, sentence: str) -> None:
    form.validate()

    assert described(field(form[name], hint="Seperti di KTP."), name) == f"Seperti di KTP. {sentence}"


@pytest.mark.parametrize("name", ["name", "agreed"])
def test_a_wrong_field_says_so_to_screen_readers(form: Visit, name: str) -> None:
    form.validate()

    assert element(field(form[name]), name).get("aria-invalid") == "true"


def test_a_field_in_order_is_described_by_nothing(form: Visit) -> None:
    assert "aria-describedby" not in element(field(form.name), "name").attrib


def test_further_attributes_reach_the_control(form: Visit) -> None:
    assert element(field(form.name, maxlength=9), "name").get("maxlength") == "9"


def test_choices_are_a_group_with_a_legend(form: Visit) -> None:
    group = element(field(form.counter), "counter")

    assert (group.tag, text(group[0])) == ("fieldset", "Loket")


def test_the_summary_leads_to_each_wrong_field(form: Visit) -> None:
    form.validate()

    summary = parse(get_template_attribute("components/forms.html", "error_summary")(form))

    assert [link.get("href") for link in summary.iter("a")] == ["#name", "#agreed", "#counter"]


def test_what_is_wrong_with_the_whole_form_needs_no_links(form: Visit) -> None:
    form.form_errors = ["NIP atau kata sandi belum cocok."]

    summary = parse(get_template_attribute("components/forms.html", "error_summary")(form))

    assert text(summary) == "NIP atau kata sandi belum cocok."


def test_a_form_in_order_has_no_summary(form: Visit) -> None:
    assert str(get_template_attribute("components/forms.html", "error_summary")(form)).strip() == ""
