"""A text of a course as journeys write it: where it stands, and what its page and the database have of it."""

import re

from elearn import clock
from elearn.database import db
from elearn.studio import drafts

PATH = "01-mulai/01-sapa.md"
PAGE = f"/studio/kursus/edit/{PATH}"
TEXT = "---\ntitle: Sapa\n---\n\nPertama.\n\nTengah.\n\nTerakhir.\n"
DESK = {"viewport": {"width": 1280, "height": 800}}
RECEIPT = re.compile(r"Tersimpan \d\d\.\d\d\.\d\d")


def made(trainer, text=TEXT, **others):
    """A trainer's draft with the text, and other texts of its module by name."""
    files = {f"01-mulai/{name}.md": words.encode() for name, words in others.items()}
    files |= {"course.md": b"---\ntitle: Kursus\njp: 1\n---\n", PATH: text.encode()}
    return drafts.create("kursus", "Kursus", files, trainer.id, clock.now())


def stored(draft, path=PATH):
    """The text as it is saved."""
    db.session.expire_all()
    return drafts.files_of(draft.id)[path].decode()


def source(page):
    """The plain field."""
    return page.locator("[data-source]")


def state(page):
    """Where the editor says whether it saved."""
    return page.locator("[data-saved]")


def add(page, words):
    """Type at the end of the text."""
    source(page).press("Control+End")
    source(page).press_sequentially(words)
