"""Settings: documented, checked, and named when they are missing."""

from dataclasses import fields

import pytest

import config
from config import BadSetting, Settings, from_environment

PRODUCTION = {
    "ELEARN_ENV": "production",
    "SECRET_KEY": "x" * 40,
    "ELEARN_BASE_URL": "https://belajar.contoh.go.id",
    "ELEARN_HOSTS": "belajar.contoh.go.id",
    "DATABASE_URL": "sqlite:////tmp/contoh.db",
}


@pytest.mark.parametrize("name", [item.metadata["env"] for item in fields(Settings)])
def test_the_readme_names_every_setting(name):
    assert f"`{name}`" in (config.ROOT / "README.md").read_text()


def test_production_starts_with_its_settings():
    settings = from_environment(PRODUCTION)

    assert settings.production
    assert settings.hosts == ("belajar.contoh.go.id",)


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("SECRET_KEY", "", "SECRET_KEY"),
        ("SECRET_KEY", "short", "SECRET_KEY"),
        ("ELEARN_BASE_URL", "http://belajar.contoh.go.id", "ELEARN_BASE_URL"),
        ("ELEARN_BASE_URL", "belajar", "ELEARN_BASE_URL"),
        ("ELEARN_HOSTS", "", "ELEARN_HOSTS"),
        ("ELEARN_ENV", "staging", "ELEARN_ENV"),
        ("ELEARN_LANGUAGE", "fr", "ELEARN_LANGUAGE"),
        ("ELEARN_TIMEZONE", "Mars/Olympus", "ELEARN_TIMEZONE"),
        ("ELEARN_TARGET_JP_PNS", "many", "ELEARN_TARGET_JP_PNS"),
        ("ELEARN_JP_MINUTES", "0", "ELEARN_JP_MINUTES"),
        ("ELEARN_REVIEW_REQUIRED", "maybe", "ELEARN_REVIEW_REQUIRED"),
        ("DATABASE_URL", "mysql://db", "DATABASE_URL"),
        ("ELEARN_EMBLEM", "/nowhere/emblem.svg", "ELEARN_EMBLEM"),
        ("ELEARN_NUMBER_TEMPLATE", "{urut}", "ELEARN_NUMBER_TEMPLATE"),
        ("ELEARN_NUMBER_TEMPLATE", "{urut}/{tahun}/{what}", "ELEARN_NUMBER_TEMPLATE"),
    ],
)
def test_a_wrong_setting_stops_the_start_by_its_name(name, value, named):
    with pytest.raises(BadSetting, match=named):
        from_environment({**PRODUCTION, name: value})


@pytest.mark.parametrize(("value", "required"), [("", False), ("no", False), ("yes", True), ("1", True)])
def test_a_review_is_required_only_where_the_setting_says_so(value, required):
    assert from_environment({**PRODUCTION, "ELEARN_REVIEW_REQUIRED": value}).review_required is required


def test_a_postgresql_address_may_be_written_either_way():
    settings = from_environment({**PRODUCTION, "DATABASE_URL": "postgres://db/elearn"})

    assert settings.database_url == "postgresql://db/elearn"
