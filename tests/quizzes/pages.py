"""Reading quiz pages as a browser without a script does."""

from typing import Any

import html5lib


def document(html: str) -> Any:
    """The page as a tree."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def words(html: str) -> str:
    """What the page's main part says, in one line."""
    main = next(document(html).iter("main"))
    return " ".join("".join(main.itertext()).split())


def buttons(html: str) -> list[str]:
    """The words of the large buttons of a page: what it would like to be pressed."""
    large = [each for each in document(html).iter() if "button-large" in (each.get("class") or "").split()]
    return [" ".join("".join(each.itertext()).split()) for each in large]


def filled_form(html: str) -> dict[str, list[str]]:
    """The fields of the form of answers, as the page filled them, without its token."""
    form = next(each for each in document(html).iter("form") if each.get("id") == "answers")
    fields: dict[str, list[str]] = {}
    for each in form.iter("input"):
        if each.get("type") not in ("radio", "checkbox") or each.get("checked") is not None:
            fields.setdefault(each.get("name"), []).append(each.get("value") or "")
    for each in form.iter("select"):
        chosen = [option.get("value") for option in each.iter("option") if option.get("selected") is not None]
        fields[each.get("name")] = chosen or [""]
    fields.pop("csrf_token")
    return fields
