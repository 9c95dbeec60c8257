"""What `make codemirror` promises: locked packages, one sentence where it can't, nothing done twice."""

import json

import pytest

import config
from scripts import codemirror

LOCK = config.ROOT / "editor" / "package-lock.json"


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """Nothing bundled yet, no Node on the machine, and no registry to get it from."""
    monkeypatch.setattr(codemirror, "BUNDLE", tmp_path / "codemirror.js")
    monkeypatch.setattr(codemirror, "OWN_NODE", tmp_path / "node")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    return tmp_path


def test_every_package_is_locked_by_its_hash_and_by_no_host():
    packages = {name: entry for name, entry in json.loads(LOCK.read_text())["packages"].items() if name}

    assert [name for name, entry in packages.items() if not entry["integrity"].startswith("sha512-")] == []
    assert "://" not in LOCK.read_text()


def test_where_node_cannot_be_had_one_sentence_says_so(elsewhere):
    with pytest.raises(SystemExit) as stopped:
        codemirror.main()

    assert stopped.value.code == (
        "CodeMirror needs Node to be bundled, and it could not be had. On Debian: sudo apt install npm"
    )
    assert not codemirror.BUNDLE.exists()


def test_what_is_bundled_already_is_left_alone(elsewhere, capsys):
    bundle = f"/* {codemirror.digest()} */\n"
    codemirror.BUNDLE.write_text(bundle)

    codemirror.main()

    assert codemirror.BUNDLE.read_text() == bundle
    assert capsys.readouterr().out == ""


def test_another_version_of_what_it_is_made_of_is_bundled_anew(elsewhere):
    codemirror.BUNDLE.write_text("/* 0 */\n")

    with pytest.raises(SystemExit):
        codemirror.main()
