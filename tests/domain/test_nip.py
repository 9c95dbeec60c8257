"""NIP and NI PPPK."""

from datetime import date

import pytest

from elearn.domain.nip import EmploymentStatus, NotANip, likely_status, nip_doubts, read_nip, show_nip

NIP = "198609262015051001"
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "typed",
    [
        "198609262015051001",
        "19860926 201505 1 001",
        "19860926.201505.1.001",
        " 19860926-201505-1-001\n",
        "19860926\u2013201505\u20131\u2013001",
        "19860926\u00a0201505\u00a01\u00a0001",
        "\ufeff\u202a198609262015051001\u202c",
    ],
)
def test_a_nip_is_read_however_it_is_grouped(typed: str) -> None:
    assert read_nip(typed) == NIP


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "length"),
        ("19860926201505100", "length"),
        ("1986092620150510011", "length"),
        ("19860926201505100A", "length"),
        ("١٩٨٦٠٩٢٦٢٠١٥٠٥١٠٠١", "length"),
        ("198613262015051001", "date"),
        ("198602302015051001", "date"),
        ("198609262015053001", "sex"),
        ("198609262015050001", "sex"),
    ],
)
def test_what_is_no_nip_is_refused_with_its_reason(typed: str, reason: str) -> None:
    with pytest.raises(NotANip) as refused:
        read_nip(typed)

    assert refused.value.reason == reason


def test_a_leap_day_is_a_birth_date() -> None:
    assert read_nip("198802292010121002") == "198802292010121002"


def test_an_ordinary_nip_raises_no_doubt() -> None:
    assert nip_doubts(NIP, TODAY) == ()


@pytest.mark.parametrize(
    ("nip", "doubt"),
    [
        ("194009261965051001", "age"),
        ("201209262026051001", "age"),
        ("198609261999051001", "appointment"),
        ("198609262029051001", "appointment"),
        ("198609262015051000", "serial"),
    ],
)
def test_an_odd_nip_is_doubted_but_not_refused(nip: str, doubt: str) -> None:
    assert read_nip(nip) == nip
    assert doubt in nip_doubts(nip, TODAY)


@pytest.mark.parametrize(
    ("nip", "status"),
    [
        ("198609262015051001", EmploymentStatus.PNS),
        ("198609262015121001", EmploymentStatus.PNS),
        ("199203152022212005", EmploymentStatus.PPPK),
        ("199203152022002005", EmploymentStatus.PPPK),
    ],
)
def test_the_month_of_appointment_hints_at_a_pns(nip: str, status: EmploymentStatus) -> None:
    assert likely_status(nip) is status


def test_a_nip_is_shown_in_four_groups() -> None:
    assert show_nip(NIP) == "19860926 201505 1 001"
