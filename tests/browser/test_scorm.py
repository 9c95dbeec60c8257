"""A SCORM package in a learning platform that is only a page with an `API`, in a real Chromium."""

import json
import random
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction

import pytest
from playwright.sync_api import expect

from elearn.coursetext.load import load
from elearn.coursetext.scorm.package import package
from elearn.coursetext.scorm.playing import question_data
from elearn.domain.answers import read_number, score, verdict
from elearn.domain.course import Credit, QuestionKind
from tests.browser.conftest import PHONE, listen, until
from tests.support.courses import RIGHT, demo_course, lessons_only, small_course

pytestmark = pytest.mark.browser

LMS = """<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Platform lain</title><script>
window.values = JSON.parse(localStorage.getItem("values") || '{"cmi.core.lesson_status": "not attempted"}');
window.calls = [];
window.keep = () => { localStorage.setItem("values", JSON.stringify(values)); return "true"; };
window.API = {
  LMSInitialize: () => { calls.push("initialize"); return "true"; },
  LMSGetValue: (name) => values[name] ?? "",
  LMSSetValue: (name, value) => {
    if (name === "cmi.suspend_data" && value.length > 4096) return "false";
    values[name] = value;
    return "true";
  },
  LMSCommit: () => keep() && (window.refuses ? "false" : "true"),
  LMSFinish: () => calls.push("finish") && keep(),
  LMSGetLastError: () => "0",
};
</script></head><body><iframe src="/p/index.html" title="Pelatihan" width="320" height="600"></iframe></body></html>"""
TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}


def packaged(files):
    sources = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    loaded = load("melayani", sources)
    assert loaded.course
    return loaded.course, package(loaded.course, sources, loaded.media)


@pytest.fixture
def learn(browser):
    """`learn(files)` opens a package in the platform; `learn(files, alone=True)` without one."""

    @contextmanager
    def start(files, alone=False, **options):
        _course, inside = packaged(files)

        def answer(route):
            path = route.request.url.removeprefix("http://lms.test/").partition("?")[0]
            if path == "":
                route.fulfill(body=LMS, content_type="text/html")
            elif (name := path.removeprefix("p/")) in inside:
                route.fulfill(body=inside[name], content_type=TYPES[name.rpartition(".")[2]])
            else:
                route.fulfill(status=204)

        context = browser.new_context(viewport={**PHONE, "width": 340}, **options)
        context.route("http://lms.test/**", answer)
        page = context.new_page()
        complaints = listen(page)
        page.goto("http://lms.test/p/index.html" if alone else "http://lms.test/")
        yield page
        context.close()
        assert complaints == []

    return start


def player(page):
    return page.frame_locator("iframe")


def values(page):
    return page.evaluate("values")


def press(page, name):
    player(page).get_by_role("button", name=name, exact=True).click()


def heading(page, title):
    expect(player(page).get_by_role("heading", level=1)).to_have_text(title)


def answer_rightly(page):
    """Answer the questions that are shown, each by the words of its right answer, by keyboard where it is done so."""
    for sheet in player(page).locator("fieldset.question").all():
        asked = sheet.inner_text()
        name = next(name for name, words in ASKED.items() if words in asked)
        ANSWERING[name](sheet, RIGHT[name])


def put_in_order(sheet, right):
    for place, text in enumerate(right):
        while sheet.locator(".order-text").all_inner_texts()[place] != text:
            sheet.get_by_role("button", name=f"Naikkan: {text}").press("Enter")


def choose(sheet, *texts):
    for text in texts:
        sheet.get_by_label(text).check()


def pair_up(sheet, pairs):
    for left, right in pairs.items():
        sheet.get_by_label(left).select_option(label=right)


def fill_in(sheet, texts):
    for field, text in zip(sheet.get_by_role("textbox").all(), texts, strict=True):
        field.fill(text)


ASKED = {
    "satu": "lebih dulu di loket?",
    "banyak": "menerima keluhan?",
    "isian": "kelurahan contoh",
    "bilangan": "antre paling",
    "pasangan": "Pasangkan",
    "urutan": "Urutkan",
    "rumpang": "Lengkapi",
}
ANSWERING = {
    "satu": choose,
    "banyak": lambda sheet, texts: choose(sheet, *texts),
    "isian": lambda sheet, text: fill_in(sheet, [f" {text}. "]),
    "bilangan": lambda sheet, text: fill_in(sheet, [text]),
    "pasangan": pair_up,
    "urutan": put_in_order,
    "rumpang": fill_in,
}


def finish_lessons(page, count):
    for _ in range(count):
        press(page, "Selesai, lanjut")


def test_a_course_that_is_learned_is_passed_with_its_score(learn):
    with learn(demo_course()) as page:
        heading(page, "Melayani warga")
        player(page).get_by_role("link", name="Mulai").click()
        finish_lessons(page, 2)
        press(page, "Mulai kuis")
        answer_rightly(page)
        assert values(page)["cmi.core.lesson_status"] == "incomplete"
        press(page, "Kirim jawaban")

        expect(player(page).get_by_text("Anda lulus.")).to_be_visible()
        told = values(page)

    assert told["cmi.core.lesson_status"] == "passed"
    assert [told[f"cmi.core.score.{part}"] for part in ("min", "raw", "max")] == ["0", "100", "100"]


def test_a_quiz_that_is_failed_reports_its_score_and_can_be_tried_again(learn):
    with learn(small_course()) as page:
        player(page).get_by_role("link", name="Mulai").click()
        finish_lessons(page, 2)
        press(page, "Mulai kuis")
        player(page).get_by_label("Rekan kerja yang baru saja datang").check()
        press(page, "Kirim jawaban")

        expect(player(page).get_by_text("Belum lulus. Nilai minimal 70.")).to_be_visible()
        told = values(page)
        expect(player(page).get_by_role("button", name="Coba lagi")).to_be_visible()

    assert (told["cmi.core.lesson_status"], told["cmi.core.score.raw"]) == ("incomplete", "0")


QUIZ = "---\ntitle: {}\nkind: quiz\n{}---\n\n## ? Apa? {{#{}}}\n\n- [x] Ya\n- [ ] Tidak\n- [ ] Entah\n"


def two_quizzes(**options):
    """A course that ends in two quizzes; the second one as `second` says at its head."""
    files = {path: text for path, text in lessons_only(count=1).items() if not path.startswith("bank/")}
    folder = next(path for path in files if "/" in path).partition("/")[0]
    quizzes = {"08-satu": QUIZ.format("Satu", "", "a"), "09-dua": QUIZ.format("Dua", options.get("second", ""), "b")}
    return {**files, **{f"{folder}/{name}.md": text for name, text in quizzes.items()}}


def take(page, title, answer):
    player(page).get_by_role("link", name=f"Berikutnya: {title}").click()
    press(page, "Mulai kuis")
    player(page).get_by_label(answer).check()
    press(page, "Kirim jawaban")
    expect(player(page).locator(".score")).to_be_visible()


def score_and_status(page):
    told = values(page)
    return told["cmi.core.score.raw"], told["cmi.core.lesson_status"]


def begin_two_quizzes(page):
    player(page).get_by_role("link", name="Mulai").click()
    player(page).get_by_role("button", name="Selesai, lanjut").click()
    heading(page, "Satu")
    player(page).get_by_role("link", name="Sebelumnya").click()


def test_every_quiz_counts_in_the_score_and_not_only_the_last(learn):
    with learn(two_quizzes()) as page:
        begin_two_quizzes(page)
        take(page, "Satu", "Ya")
        after_one = score_and_status(page)
        take(page, "Dua", "Tidak")
        after_both = score_and_status(page)
        press(page, "Coba lagi")
        player(page).get_by_label("Ya").check()
        press(page, "Kirim jawaban")
        expect(player(page).get_by_text("Anda lulus.")).to_be_visible()

        told = [after_one, after_both, score_and_status(page)]

    assert told == [("50", "incomplete"), ("50", "incomplete"), ("100", "passed")]


def test_a_score_of_several_quizzes_is_their_mean(learn):
    with learn(two_quizzes(), alone=True) as page:
        found = page.evaluate(
            """() => {
                const quizzes = units.filter(isQuiz);
                const keep = (best) => quizzes.forEach((unit, at) => {
                    memory.quizzes[unit.key] = { best: best[at], used: 1 };
                });
                return [[37, 0], [66, 67], [100, 100]].map((best) => { keep(best); return String(courseScore()); });
            }"""
        )

    assert found == ["18.5", "66.5", "100"]


def test_a_required_quiz_that_cannot_be_passed_any_more_fails_the_course(learn):
    with learn(two_quizzes(second="attempts: 1\n")) as page:
        begin_two_quizzes(page)
        take(page, "Satu", "Ya")
        take(page, "Dua", "Tidak")

        assert score_and_status(page) == ("50", "failed")


def test_an_optional_quiz_counts_once_it_is_taken(learn):
    with learn(two_quizzes(second="required: false\n")) as page:
        begin_two_quizzes(page)
        take(page, "Satu", "Ya")
        without = score_and_status(page)
        take(page, "Dua", "Tidak")

        told = [without, score_and_status(page)]

    assert told == [("100", "passed"), ("50", "passed")]


def test_a_second_session_goes_on_where_the_first_one_ended(learn):
    with learn(two_quizzes()) as page:
        begin_two_quizzes(page)
        take(page, "Satu", "Ya")
        page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        until(page, "calls.length === 2")
        page.goto("http://lms.test/?lain")
        heading(page, "Satu")
        expect(player(page).get_by_text("2 dari 3 bagian wajib selesai")).to_be_visible()
        take(page, "Dua", "Ya")

        assert score_and_status(page) == ("100", "passed")


def test_a_course_without_a_quiz_is_completed(learn):
    with learn(lessons_only(count=1)) as page:
        player(page).get_by_role("link", name="Mulai").click()
        finish_lessons(page, 1)

        expect(player(page).get_by_text("Pelatihan ini sudah Anda selesaikan.")).to_be_visible()
        told = values(page)

    assert told["cmi.core.lesson_status"] == "completed"
    assert "cmi.core.score.raw" not in told


def test_who_comes_back_finds_the_place_and_the_answers_of_an_open_attempt(learn):
    with learn(small_course()) as page:
        player(page).get_by_role("link", name="Mulai").click()
        finish_lessons(page, 2)
        press(page, "Mulai kuis")
        player(page).get_by_label("Warga yang sudah lama mengantre").check()
        page.reload()
        heading(page, "Kuis akhir")

        expect(player(page).get_by_label("Warga yang sudah lama mengantre")).to_be_checked()
        told = values(page)

    assert told["cmi.core.exit"] == "suspend"
    assert len(told["cmi.core.session_time"]) == len("0000:00:00.00")


def test_leaving_ends_the_session_with_the_platform(learn):
    with learn(small_course()) as page:
        heading(page, "Menyapa warga")
        page.evaluate("document.querySelector('iframe').src = 'about:blank'")
        until(page, "calls.length === 2")

        assert page.evaluate("calls") == ["initialize", "finish"]


def test_a_platform_that_keeps_nothing_is_said_to(learn):
    with learn(small_course()) as page:
        heading(page, "Menyapa warga")
        page.evaluate("window.refuses = true")
        player(page).get_by_role("link", name="Mulai").click()

        expect(player(page).get_by_role("status")).to_contain_text("belum mencatat kemajuan")


def test_attempts_that_are_used_up_end_in_failed(learn):
    quiz = "---\ntitle: Kuis\nkind: quiz\nattempts: 1\n---\n\n## ? Apa? {#a}\n\n- [x] Ya\n- [ ] Tidak\n- [ ] Entah\n"
    with learn(small_course(quiz=quiz)) as page:
        player(page).get_by_role("link", name="Mulai").click()
        finish_lessons(page, 2)
        press(page, "Mulai kuis")
        press(page, "Kirim jawaban")
        expect(player(page).get_by_text("1 soal belum lengkap dijawab.")).to_be_visible()
        press(page, "Tetap kirim")
        expect(player(page).get_by_text("Semua kesempatan sudah dipakai.")).to_be_visible()

        assert values(page)["cmi.core.lesson_status"] == "failed"


def test_time_that_is_over_hands_the_answers_in(learn):
    quiz = "---\ntitle: Kuis\nkind: quiz\ntime_limit: 1\n---\n\n## ? Apa? {#a}\n\n- [x] Ya\n- [ ] Tidak\n- [ ] Entah\n"
    with learn(small_course(quiz=quiz), alone=True) as page:
        page.clock.install()
        page.reload()
        page.get_by_role("link", name="Mulai").click()
        for _ in range(2):
            page.get_by_role("button", name="Selesai, lanjut").click()
        page.get_by_role("button", name="Mulai kuis").click()
        page.get_by_label("Ya").check()
        page.clock.run_for(61_000)

        expect(page.get_by_text("Nilai Anda: 100")).to_be_visible()


def test_alone_it_plays_and_says_that_nothing_is_recorded_in_either_language(learn):
    with learn(demo_course(), alone=True) as page:
        expect(page.get_by_role("status")).to_contain_text("tidak dicatat")
        page.get_by_role("button", name="English").click()

        expect(page.get_by_role("status")).to_contain_text("is not recorded")
        expect(page.get_by_role("link", name="Start")).to_be_visible()


def test_every_page_fits_a_small_phone(learn):
    with learn(demo_course(), alone=True) as page:
        page.set_viewport_size({"width": 320, "height": 640})
        for key in ["", *page.evaluate("units.map((unit) => unit.key)")]:
            page.evaluate("(key) => { location.hash = key }", key)

            assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_practice_is_checked_at_once(learn):
    with learn(demo_course(), alone=True) as page:
        page.get_by_role("link", name="Berlatih").first.click()
        practice = page.locator("form.practice").first
        practice.get_by_role("button").click()
        expect(practice.get_by_text("Jawabannya masih kosong")).to_be_focused()
        practice.get_by_label(RIGHT["satu"]).check()
        practice.get_by_role("button").click()

        expect(practice.locator(".verdict")).to_be_focused()
        expect(practice.get_by_text("Betul, warga datang untuk dilayani.")).to_be_visible()


TEXTS = (
    "Tangerang Selatan", "  tangerang   SELATAN!! ", "Tángerang Selatan", "tangerang", "37,5", "37.5", "38",
    "38,0000001", "Rp37,5", "1.000", "didengar", "Dituntaskan.", "", "37,50 %", "−37,5", "straße", "abc",
)  # fmt: skip
"""What learners type, right and wrong, in every way that the rules tell apart."""


def test_the_player_grades_as_the_platform_does(learn):
    course, _inside = packaged(demo_course())
    chance = random.Random(7)
    cases = [(question, *_given(question, chance)) for question in course.banks["akhir"] for _ in range(60)]
    expected = [
        [str(score(question, given, credit)) for credit in Credit] + [verdict(question, given).value]
        for question, given, _places in cases
    ]

    with learn(demo_course(), alone=True) as page:
        found = page.evaluate(
            """(cases) => cases.map(([question, given]) => [
                share(question, given, "exact"), share(question, given, "proportional"), verdict(question, given)])""",
            [[question_data(question, lambda _name, value: value), places] for question, _given_, places in cases],
        )

    assert [[*(str(Fraction(*each)) for each in shares), word] for *shares, word in found] == expected
    assert len({tuple(each) for each in expected}) == 5


def _given(question, chance):
    """An answer, as the platform has it and as the player has it."""
    keys = [option.key for option in question.options]
    match question.kind:
        case QuestionKind.SINGLE:
            place = chance.randrange(len(keys))
            return keys[place], place
        case QuestionKind.MULTIPLE:
            places = sorted(chance.sample(range(len(keys)), chance.randint(1, len(keys))))
            return sorted(keys[place] for place in places), places
        case QuestionKind.MATCHING:
            rights = list(dict.fromkeys(pair.right for pair in question.pairs))
            by_text = {pair.right: pair.right_key for pair in question.pairs}
            places = [chance.choice([None, *range(len(rights))]) for _ in question.pairs]
            pairs = zip(question.pairs, places, strict=True)
            return {p.left_key: by_text[rights[place]] for p, place in pairs if place is not None}, places
        case QuestionKind.ORDERING:
            places = chance.sample(range(len(question.items)), len(question.items))
            return [question.items[place].key for place in places], places
        case QuestionKind.BLANKS:
            texts = [chance.choice((*TEXTS, *sum(question.blanks, ()))) for _ in question.blanks]
            return texts, texts
        case _:
            text = chance.choice([text for text in TEXTS if text])
            return text, text


NUMBERS = ("1.500", "1.234,5", "1,234.5", "37,50", "+3", "-0,5", "−2", "Rp1.500.000,-", "40 %", "1.50", "01", "1e3", "")


def test_numbers_are_read_as_the_platform_reads_them(learn):
    accepted = [{"shown": "", "plain": "?", "number": str(number)} for number in map(read_number, NUMBERS) if number]

    with learn(small_course(), alone=True) as page:
        found = page.evaluate(
            "([texts, keys]) => texts.map((text) => keys.map((key) => isAccepted(text, [key], true)))",
            [NUMBERS, accepted],
        )

    assert found == [[read_number(text) == Decimal(key["number"]) for key in accepted] for text in NUMBERS]


FULL = """() => {
    const key = (at) => "u" + String(at).padStart(6, "0");
    for (let at = 0; at < 300; at += 1) memory.done.add(key(at));
    for (let at = 0; at < 40; at += 1) memory.quizzes[key(at)] = { best: 100, used: 12, at: seconds(), passed: true };
    begin(units.at(-1));
    memory.attempt.answers = ["x".repeat(900)];
    return [memory._written(true).length, memory._written(false).length];
}"""


def test_what_is_remembered_of_a_large_course_fits_into_4096_characters(learn):
    with learn(small_course(), alone=True) as page:
        whole, without_answers = page.evaluate(FULL)

    assert without_answers < 4000 < whole


def test_the_state_is_plain_json(learn):
    with learn(small_course()) as page:
        player(page).get_by_role("link", name="Mulai").click()
        finish_lessons(page, 1)

        assert json.loads(values(page)["cmi.suspend_data"])["l"] == "id"
