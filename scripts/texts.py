"""Collect the interface's texts from code and templates into the catalogues of translations.

The text in the code is the Indonesian one; `en` is filled by hand. What is new comes without a translation, what is
gone goes.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

import config

SOURCE = config.ROOT / "elearn"
CATALOGUE = SOURCE / "translations" / "en" / "LC_MESSAGES" / "messages.po"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
HEADER = b"""# The interface in English. Other texts than these stand in the code, in Indonesian.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None}
"""`_l` is a text that waits for its reader; `None` means that it is the first argument."""


def main() -> None:
    """Bring the English catalogue up to date with the code, and say what is to be translated."""
    catalogue = read(CATALOGUE) if CATALOGUE.exists() else Catalog(locale="en")
    catalogue.update(collect(), no_fuzzy_matching=True)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(written(catalogue))
    missing = [message for message in catalogue if message.id and not all(strings(message))]
    print(f"texts: {len(catalogue)}, without translation: {len(missing)}")


def collect() -> Catalog:
    """Every text that stands in code and templates."""
    found = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(SOURCE, METHODS, keywords=KEYWORDS):
        found.add(message, context=context)
    return found


def read(path: Path) -> Catalog:
    """A catalogue as it stands in a file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def written(catalogue: Catalog) -> bytes:
    """A catalogue as it is kept: sorted, so that two developers seldom change the same lines."""
    file = io.BytesIO()
    options = {"omit_header": True, "no_location": True, "sort_output": True, "ignore_obsolete": True}
    write_po(file, catalogue, width=120, **options)
    return HEADER + file.getvalue()


def strings(message: Message) -> tuple[str, ...]:
    """The translations of a text: one, or one for each number."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


if __name__ == "__main__":
    main()
