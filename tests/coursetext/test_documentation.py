"""The page about the format names everything that the code knows, and nothing else."""

import re
from pathlib import Path

from elearn.coursetext.findings import MESSAGES
from elearn.coursetext.parse.attributes import OPTION_FLAGS, POINTS, STEM_FLAGS
from elearn.coursetext.parse.keys import KEYS

PAGE = (Path(__file__).parents[2] / "docs" / "course-format.md").read_text(encoding="utf-8")
CODES = dict(re.findall(r"^\| `([a-z-]+)` \| (error|warning|advice) \|", PAGE, re.MULTILINE))
ROWS = {row[1]: row[0] for row in re.finditer(r"^\| `([a-z_]+)` \| `.*\|$", PAGE, re.MULTILINE)}


def test_the_page_names_every_code_with_its_level():
    assert {code: str(message.level) for code, message in MESSAGES.items()} == CODES


def test_the_page_names_every_key():
    assert set(ROWS) == {key.name for key in KEYS}


def test_the_page_names_every_alias_of_a_key_and_of_its_choices():
    words = {key.name: [*key.aliases, *key.choices, *sum(key.choices.values(), ())] for key in KEYS}

    missing = {name: [word for word in said if f"`{word}`" not in ROWS[name]] for name, said in words.items()}

    assert not any(missing.values()), missing


def test_the_page_names_every_attribute():
    flags = {**STEM_FLAGS, **OPTION_FLAGS}
    names = [f".{name}" for flag, aliases in flags.items() for name in (flag, *aliases)]

    assert [name for name in (*names, *(f"{name}=2" for name in POINTS)) if f"`{name}`" not in PAGE] == []
