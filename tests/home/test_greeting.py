"""Home greets as people do."""

import pytest

from elearn.home.greeting import part_of_day, short_name


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (3, "evening"),
        (4, "morning"),
        (10, "morning"),
        (11, "midday"),
        (15, "afternoon"),
        (17, "afternoon"),
        (18, "evening"),
    ],
)
def test_the_day_has_the_parts_that_indonesians_name(hour: int, part: str) -> None:
    assert part_of_day(hour) == part


@pytest.mark.parametrize(
    ("name", "short"),
    [("Siti Rahma", "Siti"), ("Drs. H. Ahmad Fauzi, M.Si.", "Ahmad"), ("M. Yusuf", "Yusuf"), ("Suharto", "Suharto")],
)
def test_titles_and_initials_are_no_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_name_of_initials_alone_stays_whole() -> None:
    assert short_name("A. B.") == "A. B."
