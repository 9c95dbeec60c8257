"""Preview and “Perbaiki” in the editor, with its script and without."""

import pytest

from elearn.studio import drafts
from tests.coursetext.mistakes import MISTAKES
from tests.support.courses import demo_course, question_kinds
from tests.support.queries import counted

PATH = "01-mulai/01-sapa.md"
PAGE = f"/studio/kursus/edit/{PATH}"
PREVIEW = f"/studio/kursus/preview/{PATH}"
TWO = "# Sapa\n\n## ? Siapa? {#s}\n\n- [x] Warga\n- [x] Tamu\n- [ ] Rekan\n\n> Begitulah.\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><circle r="1"/></svg>'


def ask(visitor, text, address=PREVIEW, **fields):
    return visitor.client.post(address, data={"text": text, **fields}, headers={"X-CSRFToken": visitor.token()})


def fix_of(answer, words):
    return next(fix["value"] for each in answer.json["findings"] for fix in each["fix"] if words in fix["label"])


def test_a_script_gets_what_learners_will_see_with_findings_and_minutes(studio, draft):
    answer = ask(studio, "# Sapa\n\nTeks **tebal** ![](../media/tiada.png).\n").json

    assert "<strong>tebal</strong>" in answer["html"]
    assert answer["minutes"] == 1
    assert [(each["line"], each["level"]) for each in answer["findings"]] == [(3, "error"), (3, "error")]
    assert "Tulis teks alternatif" in answer["list"]


def test_a_preview_saves_nothing(studio, draft):
    before = drafts.files_of(draft.id)

    ask(studio, "# Lain\n")

    assert drafts.files_of(draft.id) == before


def test_what_a_trainer_types_runs_nothing_in_a_preview(studio, draft):
    html = ask(studio, "# Sapa\n\n<script>alert(1)</script><img src=x onerror=alert(1)>\n").json["html"]

    assert "<script" not in html
    assert "<img" not in html


def test_questions_of_every_kind_are_shown_with_key_and_explanation(studio, draft):
    questions = question_kinds("k")
    html = ask(studio, f"---\ntitle: Kuis\nkind: quiz\n---\n\n{questions}").json["html"]

    assert html.count("data-question=") == questions.count("## ?")
    assert html.count("Kunci dan pembahasan") == questions.count("## ?")


def test_a_preview_shows_every_kind_of_mistake_without_failing(studio, draft):
    texts = {text for mistake in MISTAKES for path, text in mistake.files.items() if path.endswith(".md") and text}

    refused = [text[:60] for text in texts if ask(studio, text).status_code != 200]

    assert len(texts) > 50
    assert not refused


def test_the_page_without_a_script_shows_the_text_as_learners_will_see_it(studio, draft):
    page = studio.get(PAGE).text

    assert "data-preview-pane" in page
    assert "Warga disapa" in page.partition("data-preview-pane")[2]


def test_a_button_mends_and_saves_without_a_script(studio, draft):
    fix = fix_of(ask(studio, "# Sapa\n\n![](../media/a.png)\n"), "alternatif")

    fields = {"text": "# Sapa\n\n![](../media/a.png)\n", "version": "1", "fix": fix, f"words:{fix}": "Loket"}
    studio.post(PAGE, fields)

    assert drafts.files_of(draft.id)[PATH].decode() == "# Sapa\n\n![Loket](../media/a.png)\n"


def test_a_script_gets_the_mended_text_back(studio, draft):
    fix = fix_of(ask(studio, TWO), "Sisakan yang pertama")

    assert ask(studio, TWO, fix=fix).json["text"] == TWO.replace("[x] Tamu", "[ ] Tamu")


def test_questions_get_ids_that_no_other_file_of_the_course_has(studio, write):
    taken = "# Lain\n\n## ? Siapa? {#siapa}\n\n- [x] a\n- [ ] b\n"
    write({"course.md": "---\ntitle: A\njp: 1\n---\n", PATH: "# Sapa\n", "01-mulai/02-lain.md": taken})
    text = TWO.replace(" {#s}", "")

    answer = ask(studio, text, fix=fix_of(ask(studio, text), "Tulis id"))

    assert "## ? Siapa? {#siapa-2}" in answer.json["text"]


@pytest.mark.parametrize("fix", ["", "x", "missing-alt:9:9:describe", "several-ticked:99999:1:first", "a:b:c:d:e"])
def test_a_fix_that_is_not_there_changes_nothing(studio, draft, fix):
    assert ask(studio, TWO, fix=fix).json["text"] == TWO


def test_pictures_of_a_draft_are_shown_before_it_is_published(studio, write):
    write({"course.md": "---\ntitle: A\njp: 1\n---\n", PATH: "# Sapa\n", "media/alur.svg": PICTURE})
    html = ask(studio, "# Sapa\n\n![Alur](../media/alur.svg)\n").json["html"]

    shown = studio.client.get("/studio/kursus/media/alur.svg")

    assert 'src="/studio/kursus/media/alur.svg"' in html
    assert shown.mimetype == "image/svg+xml"
    assert "sandbox" in shown.headers["Content-Security-Policy"]


def test_a_text_of_another_course_is_not_previewed(draft, visit, people):
    stranger = visit(people.create("Dewi", roles="trainer"))

    assert ask(stranger, "# Teks\n").status_code == 404


def test_a_draft_is_previewed_by_few_queries(studio, write):
    write(demo_course())
    ask(studio, "# Sapa\n", "/studio/kursus/preview/01-langkah/01-tiga-langkah.md")

    with counted() as queries:
        ask(studio, "# Sapa\n", "/studio/kursus/preview/01-langkah/01-tiga-langkah.md")

    assert len(queries) <= 7
