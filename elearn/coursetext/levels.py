"""How much a finding matters, and what a message table holds."""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """An error stops publishing; a warning doesn't; advice is about quality."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Message(NamedTuple):
    """A code's level and its sentence in both languages, with `{placeholders}`."""

    level: Level
    indonesian: str
    english: str


class Words(NamedTuple):
    """A value of a sentence that reads differently in each language, as the name of a kind of question."""

    indonesian: str
    english: str


def error(indonesian: str, english: str) -> Message:
    """The message of something that stops publishing."""
    return Message(Level.ERROR, indonesian, english)


def warning(indonesian: str, english: str) -> Message:
    """The message of something that should be mended and may be published."""
    return Message(Level.WARNING, indonesian, english)


def advice(indonesian: str, english: str) -> Message:
    """The message of something that would make the course better."""
    return Message(Level.ADVICE, indonesian, english)
