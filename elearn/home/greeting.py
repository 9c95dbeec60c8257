"""How home greets a person: by the time of day and a short name. Pure functions."""

MORNING, MIDDAY, AFTERNOON, EVENING = "morning", "midday", "afternoon", "evening"


def part_of_day(hour: int) -> str:
    """What Indonesians call an hour of the day: pagi, siang, sore or malam."""
    if 4 <= hour < 11:
        return MORNING
    if 11 <= hour < 15:
        return MIDDAY
    return AFTERNOON if 15 <= hour < 18 else EVENING


def short_name(name: str) -> str:
    """The first word of a name that is no title or initial: `Drs. H. Ahmad Fauzi, M.Si.` is Ahmad."""
    words = name.partition(",")[0].split()
    return next((word for word in words if not word.endswith(".")), name)
