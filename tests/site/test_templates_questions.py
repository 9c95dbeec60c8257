"""How questions look: every kind, to answer and to look back at."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask import Flask, get_template_attribute

from elearn.domain import answers
from elearn.domain.course import BLANK, Item, Option, Pair, Question, QuestionKind, Range
from elearn.domain.grading import presented

SINGLE = Question(
    "asas", QuestionKind.SINGLE, "<p>Siapa <em>dulu</em>?</p>\n<table><tr><td>Loket</td></tr></table>", "Siapa dulu?",
    options=(Option("a1", "Warga", True, "<p>Betul sekali.</p>"), Option("a2", "Rekan", False, "<p>Nanti saja.</p>")),
    explanation="<p>Warga menunggu.</p>",
)  # fmt: skip
MULTIPLE = replace(SINGLE, id="semua", kind=QuestionKind.MULTIPLE)
SHORT = Question("kota", QuestionKind.SHORT, "<p>Kota?</p>", "Kota?", accepted=("Serang", "Kota Serang"))
NUMBER = Question(
    "jam", QuestionKind.NUMBER, "<p>Jam?</p>", "Jam?", ranges=(Range(Decimal("1234.5"), Decimal("1234.5")),)
)
MATCHING = Question(
    "pasang", QuestionKind.MATCHING, "<p>Pasangkan.</p>", "Pasangkan.",
    pairs=(Pair("l1", "Sapa", "r1", "<b>selamat pagi</b>"), Pair("l2", "Dengar", "r2", "ulangi")),
)  # fmt: skip
ORDERING = Question(
    "urut", QuestionKind.ORDERING, "<p>Urutkan.</p>", "Urutkan.", items=(Item("s1", "Sapa"), Item("s2", "Dengar"))
)
BLANKS = Question(
    "isi", QuestionKind.BLANKS, f"<p>Ada {BLANK.format(1)} komponen</p>\n<p>sejak {BLANK.format(2)}.</p>", "Ada …",
    blanks=(("14", "empat belas"), ("2009",)),
)  # fmt: skip
ALL = (SINGLE, MULTIPLE, SHORT, NUMBER, MATCHING, ORDERING, BLANKS)
EVIL = '"><script>alert(1)</script>'
RIGHT = {
    "asas": "a1", "semua": ["a1"], "kota": "serang", "jam": "1.234,5",
    "pasang": {"l1": "r1", "l2": "r2"}, "urut": ["s1", "s2"], "isi": ["empat belas", "2009"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _request(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def show(question: Question, **options: Any) -> Element:
    """The macro's HTML, parsed strictly."""
    macro = get_template_attribute("components/questions.html", "question")
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    found = parser.parseFragment(str(macro(question, order=presented(question, "x"), **options)))
    assert not parser.errors, parser.errors
    return found


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def fields(element: Element) -> list[Element]:
    return [each for each in element.iter() if each.tag in ("input", "select")]


def by_id(question: Question) -> str:
    return question.id


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_a_question_is_a_group_with_its_words_as_legend(question: Question) -> None:
    shown = show(question)

    [group] = shown.findall("fieldset")
    assert group.get("id") == f"q-{question.id}"
    assert text(group[0])


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_every_field_has_a_name_for_screen_readers(question: Question) -> None:
    shown = show(question)

    labelled = {label.get("for") for label in shown.iter("label") if text(label)}
    assert [field for field in fields(shown) if field.get("id") not in labelled and not field.get("aria-label")] == []


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_what_a_page_shows_as_answered_reads_back_as_that_answer(question: Question) -> None:
    shown = show(question, answer=RIGHT[question.id])

    assert answers.read(question, filled(shown)) == RIGHT[question.id]


def filled(shown: Element) -> dict[str, list[str]]:
    """What a browser would send."""
    form: dict[str, list[str]] = {}
    for field in fields(shown):
        if field.tag == "select":
            values = [option.get("value", "") for option in field.iter("option") if "selected" in option.attrib]
        elif field.get("type") in ("radio", "checkbox"):
            values = [field.get("value", "")] if "checked" in field.attrib else []
        else:
            values = [field.get("value", "")]
        form.setdefault(field.get("name", ""), []).extend(values)
    return form


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_a_question_left_alone_is_sent_as_no_answer(question: Question) -> None:
    assert answers.read(question, filled(show(question))) is None


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_fields_outside_a_form_name_it(question: Question) -> None:
    shown = show(question, form="practice")

    assert {field.get("form") for field in fields(shown)} == {"practice"}


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_a_question_still_to_answer_gives_nothing_away(question: Question) -> None:
    words = text(show(question, answer=RIGHT[question.id]))

    for word in ("Benar", "benar", "Belum tepat", "Pembahasan", "diterima", "Betul sekali"):
        assert word not in words


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_looking_back_has_no_fields(question: Question) -> None:
    assert fields(show(question, answer=RIGHT[question.id], reveal=True)) == []


@pytest.mark.parametrize("question", ALL, ids=by_id)
def test_looking_back_at_a_question_left_alone_works(question: Question) -> None:
    assert "Belum tepat" in text(show(question, reveal=True, result="wrong"))


@pytest.mark.parametrize(
    ("result", "words"), [("right", "Benar"), ("partly", "Sebagian sudah benar"), ("wrong", "Belum tepat")]
)
def test_a_result_stands_in_words(result: str, words: str) -> None:
    shown = show(SHORT, answer="x", reveal=True, result=result)

    [verdict] = [each for each in shown.iter("p") if "data-result" in each.attrib]
    assert text(verdict) == words


def test_only_the_chosen_option_shows_its_feedback() -> None:
    words = text(show(SINGLE, answer="a2", reveal=True))

    assert "Nanti saja." in words
    assert "Betul sekali." not in words


def test_looking_back_marks_the_choice_and_the_right_option() -> None:
    words = text(show(SINGLE, answer="a2", reveal=True))

    assert "Warga Jawaban yang benar" in words
    assert "Rekan Pilihan Anda, belum tepat" in words


def test_what_stands_below_the_question_stays_out_of_the_legend() -> None:
    shown = show(SINGLE)

    legend = next(shown.iter("legend"))
    assert text(legend) == "Siapa dulu?"
    assert next(legend.iter("em")).text == "dulu"
    assert next(shown.iter("table")) is not None


def test_a_number_is_shown_as_indonesians_write_it() -> None:
    assert "1.234,5" in text(show(NUMBER, answer="1", reveal=True))


def test_matching_offers_plain_words() -> None:
    shown = show(MATCHING)

    offered = {option.text for option in shown.iter("option")}
    assert "selamat pagi" in offered


def test_matching_says_which_pair_was_right_and_which_belongs() -> None:
    words = text(show(MATCHING, answer={"l1": "r1", "l2": "r1"}, reveal=True))

    assert "Sapa selamat pagi Benar" in words
    assert "Dengar selamat pagi Belum tepat Pasangannya: ulangi" in words


def test_a_wrong_order_shows_the_right_one() -> None:
    words = text(show(ORDERING, answer=["s2", "s1"], reveal=True))

    assert "Urutan yang benar Sapa Dengar" in words


def test_a_right_order_is_not_repeated() -> None:
    assert "Urutan yang benar" not in text(show(ORDERING, answer=["s1", "s2"], reveal=True))


def test_blanks_stand_inside_their_sentence() -> None:
    paragraph = next(show(BLANKS).iter("p"))

    assert (paragraph.text, paragraph[0].tag, paragraph[0].tail) == ("Ada ", "input", " komponen")


def test_a_heading_without_blanks_is_the_question_itself() -> None:
    stem = f"<p>Lengkapi aturan ini.</p>\n<p>Ada {BLANK.format(1)} sejak {BLANK.format(2)}.</p>"

    shown = show(replace(BLANKS, stem=stem))

    assert text(next(shown.iter("legend"))) == "Lengkapi aturan ini."
    assert text(shown).count("Lengkapi") == 1
    assert len(fields(shown)) == 2


def test_each_blank_says_whether_it_was_right() -> None:
    words = text(show(BLANKS, answer=["empat belas", "2010"], reveal=True))

    assert "empat belas benar komponen" in words
    assert "2010 jawabannya: 2009" in words


@pytest.mark.parametrize("reveal", [False, True])
@pytest.mark.parametrize(("question", "answer"), [(SHORT, EVIL), (BLANKS, [EVIL, EVIL])], ids=["typed", "blanks"])
def test_what_a_learner_typed_is_text_and_never_markup(question: Question, answer: object, reveal: bool) -> None:
    shown = show(question, answer=answer, reveal=reveal)

    assert list(shown.iter("script")) == []


def test_practice_that_was_sent_empty_asks_for_an_answer() -> None:
    practice = get_template_attribute("components/practice.html", "practice")

    html = str(practice(SINGLE, (), sent=True))

    assert "Jawabannya masih kosong" in html
    assert "Belum tepat" not in html


def test_practice_can_be_tried_again_after_its_answer() -> None:
    practice = get_template_attribute("components/practice.html", "practice")

    html = str(practice(SINGLE, (), answer="a2", result="wrong", sent=True))

    assert "Periksa lagi" in html
    assert html.count('type="radio"') == 2
