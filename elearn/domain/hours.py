"""JP (jam pelajaran): what a ledger adds up to in a calendar year, against a target."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class YearOfHours:
    """The JP of one calendar year against the target of that year."""

    year: int
    jp: int
    target: int

    @property
    def percent(self) -> int:
        """Whole percent of the target, at most 100, for drawing a bar."""
        return min(100, max(0, self.jp) * 100 // self.target) if self.target else 100

    @property
    def left(self) -> int:
        """JP still to earn to reach the target."""
        return max(0, self.target - self.jp)

    @property
    def reached(self) -> bool:
        """Whether the target is reached."""
        return self.jp >= self.target


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day that a moment belongs to, as the calendar stands in `zone`."""
    return moment.astimezone(zone).date()


def suggested_jp(minutes: int, jp_minutes: int = 45) -> int:
    """Whole JP that the estimated minutes of a course amount to, rounded down, at least 1. The organiser decides."""
    return max(1, minutes // jp_minutes)
