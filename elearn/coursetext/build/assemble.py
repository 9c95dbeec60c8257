"""What was read without an error to the course that is published."""

import re

from elearn.coursetext.build.reading import BuiltModule, Reading
from elearn.coursetext.slugs import title_of_key
from elearn.domain.course import CertificateRule, Competency, Course, Module

LONGEST_SUMMARY = 200

_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)")


def assemble(reading: Reading) -> Course:
    """The course that a reading without errors amounts to."""
    front = reading.front
    description = reading.text.prose if reading.text else None
    return Course(
        slug=reading.slug,
        title=front.text("title"),
        jp=front.number("jp") or 1,
        modules=tuple(_module(module) for module in reading.modules if module.units),
        summary=front.text("summary") or first_sentence(description.text if description else ""),
        description=description.html if description else "",
        organizer=front.text("organizer"),
        competency=Competency(front.text("competency", Competency.TECHNICAL)),
        training_kind=front.text("training_kind") or "Kursus",
        certificate=CertificateRule(front.text("certificate", CertificateRule.AUTOMATIC)),
        prerequisites=tuple(dict.fromkeys(front.texts("prerequisites"))),
        legal_basis=front.texts("legal_basis"),
        valid_as_of=front.day("valid_as_of"),
        review_due=front.day("review_due"),
        reviewed_by=front.text("reviewed_by"),
        authors=front.texts("authors"),
        language=front.text("language") or "id",
        tags=front.texts("tags"),
        cover=_cover(reading),
        banks={name: bank.questions for name, bank in reading.banks.items()},
    )


def _module(module: BuiltModule) -> Module:
    key = module.folder.key
    title = module.text.title if module.text else title_of_key(key)
    introduction = module.text.prose.html if module.text else ""
    return Module(key, title, tuple(unit.unit for unit in module.units), introduction)


def _cover(reading: Reading) -> str:
    file = reading.media.get(reading.front.text("cover"))
    return file.address if file else ""


def first_sentence(text: str) -> str:
    """The first sentence of a text, cut between words at 200 characters."""
    words = " ".join(text[: 5 * LONGEST_SUMMARY].split())
    sentence = _SENTENCE.match(words)
    chosen = sentence[0] if sentence else words
    if len(chosen) <= LONGEST_SUMMARY:
        return chosen
    return f"{chosen[: LONGEST_SUMMARY - 1].rpartition(' ')[0]}…"
