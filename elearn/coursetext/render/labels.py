"""The few words that rendering itself puts into a text, in the text's language."""

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "table": "Tabel",
        "open": "belum dikerjakan",
        "done": "sudah dikerjakan",
        "back": "Kembali ke tempat catatan kaki {}",
        "audio": "Unduh audio ({size})",
        "video": "Unduh video ({size})",
    },
    "en": {
        "table": "Table",
        "open": "not done",
        "done": "done",
        "back": "Back to where footnote {} stands",
        "audio": "Download audio ({size})",
        "video": "Download video ({size})",
    },
}


def label(name: str, language: str) -> str:
    """A word or sentence in a language; Indonesian where the language is not known."""
    return LABELS.get(language[:2], LABELS["id"])[name]
