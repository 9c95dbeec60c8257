"""Imported questions to the texts of a quiz, or of banks no larger than a bank may be."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from elearn.coursetext.convert.identities import apart
from elearn.coursetext.convert.markdown import file_of, write_settled
from elearn.coursetext.convert.question import SourceQuestion
from elearn.coursetext.parse.questions import heading_of, id_from_stem
from elearn.coursetext.parse.tree import read_outline
from elearn.coursetext.slugs import slug_of_stem

_MARK = re.compile("\ue000[0-9]+\ue001")

MOST_IN_A_FILE = 500
MOST_CHARACTERS = 600_000
MOST_LINES = 15_000


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """The text of a file of questions, not placed yet."""

    title: str
    text: str
    questions: int


def ids_in(files: Mapping[str, bytes]) -> frozenset[str]:
    """The identities of all questions of a course, own ones and those made of stems."""
    outline = read_outline("pelatihan", files)
    texts = (*(unit.text for unit in outline.units), *outline.banks.values())
    read = (heading_of(text.path, block) for text in texts for block in text.structure.questions)
    return frozenset(attributes.id or id_from_stem(heading) for heading, attributes in read)


def identified(questions: Iterable[SourceQuestion], taken: Set[str]) -> tuple[SourceQuestion, ...]:
    """The questions, each with an id of its own that none of the `taken` is."""
    asked = tuple(questions)
    wanted = (each.id or slug_of_stem(_MARK.sub(" ", each.stem.partition("\n")[0])) or "soal" for each in asked)
    return tuple(replace(each, id=identity) for each, identity in zip(asked, apart(wanted, taken), strict=True))


def as_files(questions: Sequence[SourceQuestion], title: str, *, quiz: bool = False) -> tuple[QuestionFile, ...]:
    """The texts of settled questions: for a bank one a category, each as many as one file takes."""
    groups: dict[str, list[SourceQuestion]] = {}
    for question in questions:
        groups.setdefault("" if quiz else question.category, []).append(question)
    files = []
    for category, group in groups.items():
        name = _last_part(category)
        heading = f"{title}: {name}" if name and name.casefold() != title.casefold() else title
        for number, part in enumerate(_parts(group), start=1):
            numbered = heading if number == 1 else f"{heading} ({number})"
            files.append(QuestionFile(numbered, file_of(part, numbered, quiz=quiz), len(part)))
    return tuple(files)


def _last_part(category: str) -> str:
    """What a category is called; the top of all categories has no name."""
    name = category.replace("//", "/").rstrip("/").rpartition("/")[2].strip()
    return "" if name == "top" or name.startswith("$") else name


def _parts(questions: Sequence[SourceQuestion]) -> Iterator[list[str]]:
    """The texts of the questions in runs that fit into a file."""
    part: list[str] = []
    characters = lines = 0
    for question in questions:
        text = write_settled(question)
        characters, lines = characters + len(text.encode()), lines + text.count("\n") + 1
        if part and (len(part) >= MOST_IN_A_FILE or characters > MOST_CHARACTERS or lines > MOST_LINES):
            yield part
            part, characters, lines = [], len(text.encode()), text.count("\n") + 1
        part.append(text)
    if part:
        yield part
