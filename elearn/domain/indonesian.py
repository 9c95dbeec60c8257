"""Numbers and days as Indonesian official papers write them, whatever language the reader uses on the screen."""

from datetime import date

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_DIGITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"), (100, "ratus"))
LARGEST = 10**15 - 1
"""The largest number that `terbilang` has words for."""


def long_day(day: date) -> str:
    """`24 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def terbilang(number: int) -> str:
    """A whole number in words, as it stands in brackets after the figure: 21 is `dua puluh satu`.

    Raises:
        ValueError: the number is negative, or larger than `LARGEST`.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no words for {number}")
    return _words(number) or "nol"


def _words(number: int) -> str:
    for scale, name in _SCALES:
        if number >= scale:
            count, rest = divmod(number, scale)
            return _joined(_counted(count, scale, name), _words(rest))
    if number >= 20:
        return _joined(_DIGITS[number // 10], "puluh", _DIGITS[number % 10])
    if number >= 12:
        return _joined(_DIGITS[number - 10], "belas")
    return {10: "sepuluh", 11: "sebelas"}.get(number) or _DIGITS[number]


def _counted(count: int, scale: int, name: str) -> str:
    """`seratus` and `seribu` are one word; `satu juta` and larger ones are two."""
    return f"se{name}" if count == 1 and scale <= 1000 else _joined(_words(count), name)


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
