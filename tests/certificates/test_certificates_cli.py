"""`flask certificates verify FILE`."""

from datetime import UTC, datetime

import pytest

from elearn.certificates import reading, service
from elearn.certificates.reading import Issued
from tests.support.completing import complete
from tests.support.courses import lessons_only

NOW = datetime(2026, 12, 1, 3, tzinfo=UTC)


@pytest.fixture
def issued(people, publish) -> Issued:
    person = people.create("Siti Rahma")
    complete(person, publish(lessons_only()))
    return reading.of_person(person.id)[0]


@pytest.fixture
def file(issued, tmp_path):
    path = tmp_path / "sertifikat.pdf"
    path.write_bytes(reading.file_of(issued.code).pdf)
    return path


def _verify(app, path):
    return app.test_cli_runner().invoke(args=["certificates", "verify", str(path)])


def test_an_issued_file_is_told_by_number_name_and_status(app, file):
    result = _verify(app, file)

    assert result.output.splitlines() == ["Nomor: 800/1/BKPSDM/2026", "Nama: Siti Rahma", "Status: berlaku"]
    assert result.exit_code == 0


def test_a_revoked_one_is_told_with_its_reason(app, file, issued, people):
    service.revoke(issued.id, "Kuis dikerjakan orang lain.", by=people.create(roles="admin").id, now=NOW)

    result = _verify(app, file)

    assert result.output.splitlines()[2:] == ["Status: dicabut", "Alasan: Kuis dikerjakan orang lain."]


def test_a_file_with_one_byte_changed_is_no_issued_file(app, file):
    file.write_bytes(file.read_bytes()[:-1] + b"x")

    result = _verify(app, file)

    assert result.exit_code == 1
    assert "bukan berkas sertifikat" in result.output


def test_a_missing_file_is_one_sentence(app, tmp_path):
    result = _verify(app, tmp_path / "tidak-ada.pdf")

    assert result.exit_code == 2
    assert "Traceback" not in result.output
