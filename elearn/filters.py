"""How values are shown: dates as "24 November 2026", times as "19.30 WIB", numbers as "1.234,5"."""

from datetime import date, datetime
from decimal import Decimal

from flask import Flask
from flask_babel import format_date, format_decimal, gettext, ngettext

from elearn.domain.certificate import show_code
from elearn.domain.nip import show_nip
from elearn.extensions import settings
from elearn.questions_shown import blank_is_right, chosen_right, in_places, rights, stem_lead, with_blanks

ZONE_NAMES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


def init_app(app: Flask) -> None:
    """Give the filters to templates."""
    for function in (day, clock_time, clock_seconds, moment, number, minutes, show_nip, show_code):
        app.add_template_filter(function)
    for shown in (with_blanks, stem_lead, in_places, rights, chosen_right, blank_is_right):
        app.add_template_filter(shown)


def day(value: date | datetime) -> str:
    """`24 November 2026`, in the zone of the settings."""
    if isinstance(value, datetime):
        value = value.astimezone(settings().zone).date()
    return str(format_date(value, "d MMMM y"))


def clock_time(value: datetime) -> str:
    """`19.30 WIB`."""
    return f"{value.astimezone(settings().zone):%H.%M} {_zone_name(value)}"


def clock_seconds(value: datetime) -> str:
    """`20.14.05`, as on the receipt of a saved answer."""
    return f"{value.astimezone(settings().zone):%H.%M.%S}"


def moment(value: datetime) -> str:
    """`24 November 2026, 19.30 WIB`."""
    return f"{day(value)}, {clock_time(value)}"


def number(value: int | float | Decimal) -> str:
    """`1.234,5`."""
    return str(format_decimal(value))


def minutes(value: int) -> str:
    """`6 menit`, `1 jam 20 menit`."""
    hours, rest = divmod(value, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(num)s jam", "%(num)s jam", hours))
    if rest or not hours:
        parts.append(gettext("%(num)s menit", num=rest))
    return " ".join(parts)


def _zone_name(value: datetime) -> str:
    return ZONE_NAMES.get(settings().timezone) or value.astimezone(settings().zone).strftime("%Z")
