"""Two people save one file at the same moment: one of them is told, and neither text is lost."""

from threading import Barrier, Thread

import pytest

from elearn import clock
from elearn.database import db
from elearn.studio import drafts

PATH = "01-mulai/01-sapa.md"


@pytest.fixture
def save_together(app, draft, trainer):
    """`save_together(texts)` saves them all over version 1 at once and returns what became of each."""

    def run(texts):
        barrier, outcomes = Barrier(len(texts)), []
        threads = [Thread(target=_save, args=(app, barrier, outcomes, draft.id, trainer.id, text)) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return outcomes

    return run


def _save(app, barrier, outcomes, draft_id, user_id, text):
    with app.app_context():
        barrier.wait()
        try:
            outcomes.append(drafts.save_file(draft_id, PATH, text, 1, user_id, clock.now()))
        except drafts.Stale as stale:
            outcomes.append(stale)
        finally:
            db.session.remove()


def test_of_saves_at_the_same_moment_one_is_kept_and_the_others_are_told(save_together, draft):
    outcomes = save_together([b"satu\n", b"dua\n", b"tiga\n"])

    saved = [each for each in outcomes if isinstance(each, drafts.Saved)]
    stale = [each for each in outcomes if isinstance(each, drafts.Stale)]
    assert (len(saved), len(stale)) == (1, 2)
    assert {each.theirs for each in stale} == {drafts.files_of(draft.id)[PATH]}
    assert all(b"Warga disapa" in each.base for each in stale)


def test_a_text_far_behind_is_told_without_a_base_and_still_merged(draft, trainer, studio, monkeypatch):
    monkeypatch.setattr(drafts, "MOST_REVISIONS", 2)
    for version in range(1, 5):
        drafts.save_file(draft.id, PATH, f"Teks {version}.\n".encode(), version, trainer.id, clock.now())

    answer = studio.post(f"/studio/kursus/edit/{PATH}", {"text": "Teks 4.\nDan milik saya.\n", "version": "1"})

    assert answer.status_code == 409
    assert "Perubahan Anda berdua tidak bertabrakan" in answer.text
