"""What comes in with the buttons that publish, restore and take over: what the person had before their eyes."""

from werkzeug.datastructures import MultiDict

from elearn.security import row_number
from elearn.studio.publication import Seen


def read_seen(form: "MultiDict[str, str]") -> Seen:
    """The draft's bytes and the edition that the page showed; what makes no sense was never seen."""
    return Seen(form.get("sha256", "")[:64], _number(form.get("edition", "")))


def _number(text: str) -> int | None:
    try:
        return row_number(text)
    except ValueError:
        return None
