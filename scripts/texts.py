"""Collect the interface's texts from code and templates into the catalogues of translations.

The text in the code is the Indonesian one; `en` is filled by hand.
"""

import subprocess
from pathlib import Path

import config

PYBABEL = str(config.ROOT / ".venv" / "bin" / "pybabel")
MAPPING = "babel.cfg"
TRANSLATIONS = Path("elearn/translations")


def main() -> None:
    """Extract, then update the English catalogue; what needs translating is left empty there."""
    template = config.INSTANCE / "messages.pot"
    options = ["--no-location", "--omit-header", "--sort-output", "-w", "120"]
    _run("extract", "-q", "-F", MAPPING, "-k", "_", "-k", "_l", *options, "-o", str(template), ".")
    catalogue = TRANSLATIONS / "en" / "LC_MESSAGES" / "messages.po"
    action = ["update", "-N", "--ignore-obsolete"] if catalogue.exists() else ["init"]
    _run(*action, "-q", "-i", str(template), "-d", str(TRANSLATIONS), "-l", "en", "-w", "120")


def _run(*command: str) -> None:
    subprocess.run([PYBABEL, *command], cwd=config.ROOT, check=True)


if __name__ == "__main__":
    main()
