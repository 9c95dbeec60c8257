"""Pages and files of figures."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from elearn import clock
from elearn.database import db
from elearn.quizzes.models import Attempt
from elearn.ratings.models import CourseRating
from elearn.studio.figure_tables import TITLES
from elearn.studio.taking_in import take_in
from tests.support.crowd import CROWDED_QUIZ, Crowd, crowded_course

REWORDED = CROWDED_QUIZ.replace("Siapa yang disapa lebih dulu?", "Siapa yang Anda sapa pertama kali?")
FIGURES = "/studio/ramai/figures"


@pytest.fixture
def crowd(publish, trainer):
    """`crowd(size)` lets people take the trainer's course."""
    course = publish(crowded_course(), "ramai")
    take_in("ramai", trainer.id, clock.now())
    return lambda size: Crowd().take(course, size)


def table(data):
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_course_that_is_not_published_says_when_figures_come(studio, draft):
    for path in ("figures", "figures/questions"):
        assert "belum terbit" in studio.get(f"/studio/{draft.slug}/{path}").text


def test_a_course_that_few_take_shows_none(studio, crowd):
    crowd(4)

    page = studio.get(FIGURES).text

    assert "Angka muncul setelah ada 5 peserta" in page
    assert "terdaftar" not in page


def test_the_steps_are_drawn_and_told(studio, crowd):
    crowd(200)

    page = studio.get(FIGURES).text

    steps = page.partition("Tangga:")[2].partition("</svg>")[0]
    assert steps.count('<rect class="bar bar-plain"') == 5
    assert steps.count('<rect class="bar bar-end"') == 2
    assert "Peserta paling sering berhenti di “Mendengarkan keluhan”." in page


def test_steps_of_which_a_limit_is_told_are_told_so_on_page_and_file(studio, crowd):
    crowd(40)

    page = studio.get(FIGURES).text
    rows = table(studio.get(f"{FIGURES}/units.csv").data)[1:]

    assert rows[0][1] == "lebih dari 30"
    assert '<td class="right number">lebih dari 30</td>' in page
    assert 'bar-possible"' in page


def test_pictures_stand_beside_their_tables(studio, crowd):
    crowd(200)

    page = studio.get(FIGURES).text

    for name in ("steps-table", "scores-1-table"):
        assert f'aria-describedby="{name}"' in page
        assert f'<table id="{name}"' in page


def test_page_and_file_tell_the_same_of_scores(studio, crowd):
    crowd(200)

    page = studio.get(FIGURES).text.partition('<table id="scores-1-table"')[2].partition("</table>")[0]
    rows = table(studio.get(f"{FIGURES}/scores.csv").data)[1:]

    assert re.findall(r'nowrap">([^<]*) %</th><td class="right number">([^<]*)</td>', page) == [
        (f"{low}–{last}", attempts) for _quiz, _used, low, last, attempts in rows
    ]


def test_the_file_has_what_the_page_says_of_a_quiz(studio, crowd):
    crowd(200)

    page = studio.get(FIGURES).text
    title, _used, attempts, median, passed, passing = table(studio.get(f"{FIGURES}/quizzes.csv").data)[1]

    said = f"{attempts} pengerjaan pertama, median {median.removesuffix('.0').replace('.', ',')} %, lulus {passed} %"
    assert title == "Kuis pelayanan"
    assert f"{said}, batas lulus {passing} %." in page


def test_the_file_has_what_the_page_says_of_thirds_of_questions_that_are_typed_or_ordered(studio, crowd):
    crowd(200)

    page = studio.get(f"{FIGURES}/questions").text
    told = re.findall(r"Sepertiga terbaik rata-rata (\d+) %, sepertiga terlemah (\d+) %", page)
    rows = table(studio.get(f"{FIGURES}/questions.csv").data)

    columns = [rows[0].index(name) for name in ("Id", "Terbaik (%)", "Terlemah (%)")]
    found = {row[columns[0]]: tuple(row[at] for at in columns[1:]) for row in rows[1:]}
    assert told
    assert [thirds for thirds in found.values() if any(thirds)] == told
    assert found["sapa"] == ("", "")


def test_a_wrong_key_is_said_in_a_sentence(studio, crowd):
    crowd(200)

    page = studio.get(f"{FIGURES}/questions").text

    assert "Soal 4 dijawab salah oleh peserta terbaik: periksa kuncinya." in page
    assert "Kebanyakan memilih “Setelah urusannya selesai seluruhnya”." in page


def test_an_old_wording_stays_readable_under_its_question(studio, crowd, publish):
    crowd(200)
    publish(crowded_course(REWORDED), "ramai")

    page = studio.get(f"{FIGURES}/questions").text

    assert "Kalimat lama, edisi 1" in page
    assert page.index("Siapa yang Anda sapa pertama kali?") < page.index("Siapa yang disapa lebih dulu?")


def test_a_quiz_that_was_removed_stays_readable_on_both_pages_and_in_the_files(studio, crowd, publish):
    crowd(200)
    before = {name: table(studio.get(f"{FIGURES}/{name}.csv").data)[1:] for name in ("quizzes", "scores", "questions")}
    options = studio.get(f"{FIGURES}/options.csv").data
    publish({path: text for path, text in crowded_course().items() if "kuis" not in path}, "ramai")

    pages = [studio.get(path).text for path in (FIGURES, f"{FIGURES}/questions")]

    for page in pages:
        gone = page.partition("Kuis yang tidak dipakai lagi</h2>")[2].partition("</section>")[0]
        assert "Kuis pelayanan</summary>" in gone
    assert "Soal 4. Kapan warga diberi kabar?" in pages[1]
    for name, rows in before.items():
        assert table(studio.get(f"{FIGURES}/{name}.csv").data)[1:] == [
            ["tidak" if cell == "ya" else cell for cell in row] for row in rows
        ]
    assert studio.get(f"{FIGURES}/options.csv").data == options


def test_a_comment_is_shown_without_a_name_and_as_it_was_typed(studio, crowd):
    enrolments = crowd(200)
    db.session.execute(CourseRating.__table__.delete())
    now = clock.now()
    comment = "<b>Bagus</b>"
    db.session.add_all(CourseRating(enrolment_id=each, comment=comment, created_at=now) for each in enrolments[:5])
    db.session.commit()

    page = studio.get(FIGURES).text

    assert "&lt;b&gt;Bagus&lt;/b&gt;" in page
    assert "Peserta " not in page.replace("Peserta paling", "").replace("Peserta ditanya", "")


def test_english_readers_get_the_page_too(studio, crowd):
    crowd(200)
    studio.post("/language", {"language": "en", "next": "/"})

    assert studio.get(FIGURES).status_code == 200
    assert studio.get(f"{FIGURES}/questions").status_code == 200


ALONE = CROWDED_QUIZ.partition("## ? Apa saja")[0]


@pytest.mark.parametrize("quiz", [CROWDED_QUIZ, ALONE])
def test_page_and_file_tell_the_same_of_every_option(studio, publish, trainer, quiz):
    Crowd().take(publish(crowded_course(quiz), "ramai"), 120)
    take_in("ramai", trainer.id, clock.now())

    page = re.findall(r'<td role="cell"[^>]*>([^<]*)</td>', studio.get(f"{FIGURES}/questions").text)
    rows = table(studio.get(f"{FIGURES}/options.csv").data)[1:]

    told = [f"{cell} %" if cell.isdecimal() else cell for row in rows for cell in row[-3:]]
    assert told
    assert page == told


def test_without_thirds_page_and_file_have_a_dash(studio, publish, trainer):
    Crowd().take(publish(crowded_course(ALONE), "ramai"), 120)
    take_in("ramai", trainer.id, clock.now())

    rows = table(studio.get(f"{FIGURES}/options.csv").data)[1:]

    assert {cell for row in rows for cell in row[-2:]} == {"–"}


def test_the_page_says_how_many_attempts_are_read(studio, crowd):
    crowd(10)

    assert "paling banyak 1.000 pengerjaan terbaru" in studio.get(f"{FIGURES}/questions").text


def test_a_median_is_shown_with_its_half_percent(studio, crowd):
    crowd(200)

    db.session.execute(Attempt.__table__.update().values(earned_numerator=3, earned_denominator=1, total=8))
    db.session.commit()

    assert "median 37,5 %" in studio.get(FIGURES).text


@pytest.mark.parametrize("name", TITLES)
def test_every_table_comes_as_csv(studio, crowd, name):
    crowd(200)

    answer = studio.get(f"{FIGURES}/{name}.csv")

    rows = table(answer.data)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="ramai-{name}.csv"'
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}


def test_the_xlsx_has_every_table(studio, crowd):
    crowd(200)

    book = load_workbook(BytesIO(studio.get(f"{FIGURES}.xlsx").data))

    assert book.sheetnames == [str(title) for title in TITLES.values()]
    assert all(sheet.max_row > 1 for sheet in book.worksheets)


def test_files_of_a_course_that_few_take_hold_nothing_of_them(studio, crowd):
    crowd(4)

    assert table(studio.get(f"{FIGURES}/units.csv").data)[1:] == []
    assert [row[0] for row in table(studio.get(f"{FIGURES}/summary.csv").data)[1:]] == ["Pelatihan"]


def test_a_comment_that_is_a_formula_runs_in_neither_file(studio, crowd):
    enrolments = crowd(200)
    db.session.execute(CourseRating.__table__.delete())
    now = clock.now()
    formula = '=HYPERLINK("http://contoh.example")'
    db.session.add_all(CourseRating(enrolment_id=each, comment=formula, created_at=now) for each in enrolments[:5])
    db.session.commit()

    book = load_workbook(BytesIO(studio.get(f"{FIGURES}.xlsx").data))

    assert table(studio.get(f"{FIGURES}/comments.csv").data)[1] == [f"'{formula}"]
    assert (book["Komentar"]["A2"].data_type, book["Komentar"]["A2"].value) == ("s", formula)


def test_a_table_that_there_is_not_is_not_found(studio, crowd):
    assert studio.get(f"{FIGURES}/people.csv").status_code == 404


def test_files_of_a_course_that_is_not_published_are_not_found(studio, draft):
    assert studio.get(f"/studio/{draft.slug}/figures.xlsx").status_code == 404


def test_another_trainer_sees_no_figures(people, crowd, visit):
    crowd(200)
    other = visit(people.create(roles="trainer"))

    pages = [FIGURES, f"{FIGURES}/questions", f"{FIGURES}/units.csv", f"{FIGURES}.xlsx"]

    assert [other.get(page).status_code for page in pages] == [404] * 4
