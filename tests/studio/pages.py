"""What the buttons that publish, restore and review send along: the bytes and the edition that their page showed."""

import re


def seen(html: str) -> dict[str, str]:
    """The hidden fields of a page that say what it showed."""
    found = {name: re.search(rf'name="{name}"[^>]*value="([^"]*)"', html) for name in ("sha256", "edition")}
    return {name: match[1] for name, match in found.items() if match}
