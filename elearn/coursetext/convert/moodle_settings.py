"""What a question of Moodle XML says besides its texts and answers, and what of it is not used here."""

from collections.abc import Mapping

from elearn.coursetext.convert.gift_parts import number
from elearn.coursetext.convert.nodes import Node
from elearn.coursetext.convert.outcome import Outcome
from elearn.coursetext.levels import Words
from elearn.coursetext.render.allowed import names

_READ = names(
    "name questiontext generalfeedback defaultgrade idnumber answer single shuffleanswers subquestion usecase hidden"
)
"""Elements of a question that its reader uses, or that are said on their own."""

_USUAL: Mapping[str, frozenset[str]] = {
    "answernumbering": names("abc none"),
    "penalty": names("0 0.1 0.3333333 1"),
    "unitgradingtype": names("0"),
    "unitpenalty": names("0 0.1"),
    "showunits": names("0 3"),
    "unitsleft": names("0 1"),
    "showstandardinstruction": names("0 1"),
    "layouttype": names("0 VERTICAL"),
    "selecttype": names("0 ALL"),
    "selectcount": names("0"),
    "gradingtype": names("0 ABSOLUTE_POSITION"),
    "showgrading": names("0 1 SHOW HIDE"),
    "numberingstyle": names("none"),
}
"""Settings that Moodle writes for every question, at values that change nothing here."""

_WORDS: Mapping[str, Words] = {
    "answernumbering": Words("penomoran pilihan", "numbering of options"),
    "penalty": Words("pengurangan nilai setiap mencoba lagi", "penalty for each further try"),
    "unitgradingtype": Words("penilaian satuan", "grading of units"),
    "unitpenalty": Words("pengurangan nilai untuk satuan", "penalty for units"),
    "showunits": Words("cara memilih satuan", "how units are chosen"),
    "unitsleft": Words("letak satuan", "side of the units"),
    "units": Words("satuan", "units"),
    "layouttype": Words("tata letak mendatar", "horizontal layout"),
    "selecttype": Words("memilih sebagian butir", "selecting some of the items"),
    "selectcount": Words("banyaknya butir yang dipilih", "number of selected items"),
    "gradingtype": Words("cara menilai urutan", "grading of the order"),
    "numberingstyle": Words("penomoran butir", "numbering of items"),
    "correctfeedback": Words("umpan balik jawaban benar", "feedback for a right answer"),
    "partiallycorrectfeedback": Words("umpan balik jawaban benar sebagian", "feedback for a partly right answer"),
    "incorrectfeedback": Words("umpan balik jawaban salah", "feedback for a wrong answer"),
    "hint": Words("petunjuk", "hint"),
    "tags": Words("label", "tags"),
    "instructions": Words("petunjuk pengisian", "instructions"),
}


def settings(outcome: Outcome, question: Node) -> None:
    """Say which settings of a question are not used."""
    for other in question.elements():
        text = other.text().strip()
        if other.tag not in _READ and text and _plain(text) not in _USUAL.get(other.tag, ()):
            words = _WORDS.get(other.tag, Words(f"bagian {other.tag}", f"part {other.tag}"))
            outcome.say("import-setting", other.line, what=_quoted(words, text))
    if question.text_of("usecase") in ("1", "true"):
        outcome.say("import-case", _line(question, "usecase"))
    if question.text_of("hidden") in ("1", "true"):
        outcome.say("import-hidden", _line(question, "hidden"))


def points(outcome: Outcome, question: Node) -> int:
    """The points of a question: its grade, if that can be points."""
    text = question.text_of("defaultgrade")
    grade = number(text)
    used = int(grade) if grade is not None and 1 <= grade <= 100 else 1
    if text and grade != used:
        outcome.say("import-points", _line(question, "defaultgrade"), points=_plain(text).replace(".", ","), used=used)
    return used


def _line(question: Node, tag: str) -> int:
    found = question.first(tag)
    return found.line if found else question.line


def _plain(text: str) -> str:
    """A number without the zeros at its end that Moodle writes."""
    found = number(text)
    return text if found is None else f"{found.normalize():f}"


def _quoted(words: Words, text: str) -> Words:
    said = " ".join(text.split())[:60]
    return Words(f"{words.indonesian} “{said}”", f"{words.english} “{said}”")
