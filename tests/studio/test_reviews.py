"""Reviews: asked for, read, answered by somebody else, and good for the very bytes that were read."""

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.courses.publishing import sources_sha256
from elearn.database import db
from elearn.studio import drafts, outlining, outside, remarks, reviews
from elearn.studio.models import DraftShare
from elearn.studio.review_models import ReviewRemark
from tests.studio.pages import seen
from tests.support.courses import lesson

REVIEW = "/studio/kursus/review"
SAPA = "01-mulai/01-sapa.md"


@pytest.fixture
def colleague(people):
    """Another trainer."""
    return people.create("Dewi Lestari", roles="trainer")


@pytest.fixture
def reviewer(colleague, visit):
    """Another trainer's browser."""
    return visit(colleague)


def ask(studio, reviewer_id="", note=""):
    return studio.post(f"{REVIEW}/ask", {"reviewer": str(reviewer_id), "note": note})


def answer(visitor, verdict="approved", page=None, note=""):
    sha256 = seen(page)["sha256"] if page else sources_sha256(drafts.files_of(outside.draft_called("kursus").id))
    return visitor.post(f"{REVIEW}/answer", {"verdict": verdict, "note": note, "sha256": sha256})


def approval(draft):
    latest = reviews.latest(draft.id)
    return latest.verdict, latest.verdict_note


def change(draft, version=1):
    text = lesson(f"Menyapa {version}", minutes=4).encode()
    drafts.save_file(draft.id, SAPA, text, version, draft.owner_id, clock.now())


def test_another_trainer_reads_a_draft_once_asked_to_review_it(studio, draft, colleague, reviewer):
    before = reviewer.get(REVIEW).status_code

    ask(studio, colleague.id, "Periksa istilahnya.")

    assert before == 404
    assert "Periksa istilahnya." in reviewer.get(REVIEW).text


def test_a_trainer_who_was_not_asked_does_not_read_it(studio, draft, colleague, people, visit):
    ask(studio, colleague.id)

    assert visit(people.create(roles="trainer")).get(REVIEW).status_code == 404


def test_whoever_comes_first_may_review_where_nobody_is_named(studio, draft, reviewer):
    ask(studio)

    answer(reviewer, note="Sudah baik.")

    assert approval(draft) == ("approved", "Sudah baik.")


def test_nobody_reviews_what_they_wrote_themselves(studio, draft):
    ask(studio)

    answer(studio)

    assert approval(draft) == ("", "")


def test_an_admin_who_wrote_a_part_of_it_does_not_review_it(studio, draft, people, visit):
    admin = people.create(roles="admin")
    drafts.save_file(draft.id, SAPA, b"---\ntitle: Sapa\n---\n\nTeks.\n", 1, admin.id, clock.now())
    ask(studio)

    answer(visit(admin))

    assert approval(draft) == ("", "")


def test_who_writes_on_a_draft_with_its_owner_is_not_offered_as_reviewer(studio, draft, colleague):
    db.session.add(DraftShare(draft_id=draft.id, user_id=colleague.id))
    db.session.commit()

    assert colleague.id not in dict(reviews.possible_reviewers(draft, draft.owner_id))
    assert ask(studio, colleague.id).status_code == 200
    assert reviews.latest(draft.id) is None


def test_an_approval_falls_when_the_draft_changes(studio, draft, reviewer):
    ask(studio)
    answer(reviewer)
    approved = "Disetujui oleh Dewi Lestari" in studio.get("/studio/kursus/publish").text

    change(draft)

    page = studio.get(REVIEW).text
    assert approved
    assert "Persetujuan itu tidak berlaku lagi." in page
    assert "Disetujui oleh" not in studio.get("/studio/kursus/publish").text


def test_what_changed_while_the_reviewer_was_reading_is_not_approved(studio, draft, reviewer):
    ask(studio)
    page = reviewer.get(REVIEW).text
    change(draft)

    answer(reviewer, page=page)

    assert approval(draft) == ("", "")
    assert "Draf berubah saat Anda membacanya." in reviewer.get(REVIEW).text


def test_the_reviewer_asks_for_changes_with_a_note(studio, draft, reviewer):
    ask(studio)

    answer(reviewer, "changes", note="Judulnya kurang jelas.")

    assert "Judulnya kurang jelas." in studio.get(REVIEW).text


def test_a_request_that_was_taken_back_waits_for_nobody(studio, draft, colleague):
    ask(studio)
    before = [each.slug for each in reviews.waiting_for(_Person(colleague))]

    studio.post(f"{REVIEW}/withdraw")

    assert before == ["kursus"]
    assert reviews.waiting_for(_Person(colleague)) == []


def test_what_one_wrote_oneself_waits_for_others(studio, draft, trainer):
    ask(studio)

    assert reviews.waiting_for(_Person(trainer)) == []


class _Person:
    """A signed-in person, as services know one."""

    is_admin = False

    def __init__(self, user):
        self.id = user.id


def remark(visitor, line=2, body="Judulnya?", path=SAPA):
    visitor.post(f"{REVIEW}/remarks", {"path": path, "line": str(line), "body": body})


def remark_id():
    return db.session.scalar(select(ReviewRemark.id).order_by(ReviewRemark.id))


def test_a_remark_stands_at_its_line_and_is_answered_and_settled(studio, draft, reviewer):
    ask(studio)
    remark(reviewer)

    studio.post(f"{REVIEW}/remarks/{remark_id()}/answer", {"body": "Sudah saya ubah."})
    reviewer.post(f"{REVIEW}/remarks/{remark_id()}/settle", {"settled": "yes"})

    page = studio.get(REVIEW).text
    assert "/studio/kursus/edit/01-mulai/01-sapa.md?line=2" in page
    assert "Sudah saya ubah." in page
    assert "remark-resolved" in page


def test_a_remark_moves_with_its_line(studio, draft, reviewer):
    ask(studio)
    remark(reviewer)

    drafts.save_file(draft.id, SAPA, b"---\nminutes: 4\ntitle: Menyapa\n---\n\nTeks.\n", 1, draft.owner_id, clock.now())

    assert "/studio/kursus/edit/01-mulai/01-sapa.md?line=3" in studio.get(REVIEW).text


def test_a_remark_on_a_line_that_is_gone_shows_what_stood_there(studio, draft, reviewer):
    ask(studio)
    remark(reviewer)

    change(draft)

    assert "<blockquote><code>title: Menyapa</code></blockquote>" in studio.get(REVIEW).text


@pytest.mark.parametrize(("line", "path"), [(99, SAPA), (1, "tidak-ada.md"), (0, SAPA)])
def test_a_line_that_is_not_there_gets_no_remark(studio, draft, line, path):
    remark(studio, line, path=path)

    assert remark_id() is None


def test_publishing_ends_a_review_that_is_open(studio, draft):
    ask(studio)

    studio.post("/studio/kursus/publish", seen(studio.get("/studio/kursus/publish").text))

    assert approval(draft) == ("withdrawn", "")


def test_the_first_page_of_the_studio_lists_what_waits_for_ones_review(studio, draft, reviewer):
    before = reviewer.get("/studio/").text

    ask(studio)

    assert "Menunggu tinjauan Anda" not in before
    assert 'href="/studio/kursus/review"' in reviewer.get("/studio/").text
    assert "Menunggu tinjauan Anda" not in studio.get("/studio/").text


def test_a_unit_that_moved_shows_its_few_changed_lines_and_not_all_of_them(studio, draft):
    first = studio.get("/studio/kursus/publish").text
    studio.post("/studio/kursus/publish", seen(first))
    paths = sorted(path for path in drafts.files_of(draft.id) if path.startswith("01-mulai/0"))
    outlining.move_unit(draft.id, paths[-1], "01-mulai", 0, draft.owner_id, clock.now())

    page = studio.get("/studio/kursus/review").text

    assert f"pindah dari {paths[-1]}" in page
    assert "berkas baru" not in page


def test_a_remark_follows_its_own_line_among_others_that_read_the_same(studio, draft, reviewer):
    ask(studio)
    before = "# Menyapa\n\n- sama\n\nTengah.\n\n- sama\n"
    drafts.save_file(draft.id, SAPA, before.encode(), 1, draft.owner_id, clock.now())
    reviewer.post(f"{REVIEW}/remarks", {"path": SAPA, "line": "7", "body": "Yang kedua."})

    after = "# Menyapa\n\n- sama\n\nBaru.\n\n- sama\n\nLagi.\n\nTengah.\n\n- sama\n"
    drafts.save_file(draft.id, SAPA, after.encode(), 2, draft.owner_id, clock.now())
    moved = [each.line for each in remarks.remarks_on(draft.id, drafts.files_of(draft.id))]
    drafts.save_file(draft.id, SAPA, after[:-7].encode() + b"- lain\n", 3, draft.owner_id, clock.now())

    assert moved == [13]
    assert [each.line for each in remarks.remarks_on(draft.id, drafts.files_of(draft.id))] == [0]
