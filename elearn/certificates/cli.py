"""Commands about certificates: `flask certificates verify FILE`."""

from pathlib import Path

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from elearn.certificates import reading
from elearn.domain.certificate import CertificateStatus

commands = AppGroup("certificates", help="Certificates that were issued.")


@commands.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def verify(file: Path) -> None:
    """Tell whether FILE is a certificate as it was issued, and how it stands; exit 1 if it isn't one."""
    issued = reading.find_file(file.read_bytes())
    if issued is None:
        raise click.ClickException(_("Berkas ini bukan berkas sertifikat yang diterbitkan di sini."))
    click.echo(_("Nomor: %(number)s", number=issued.number))
    click.echo(_("Nama: %(name)s", name=issued.snapshot.name))
    click.echo(_("Status: %(status)s", status=_status(issued.status)))
    if issued.reason:
        click.echo(_("Alasan: %(reason)s", reason=issued.reason))


def _status(status: CertificateStatus) -> str:
    names = {
        CertificateStatus.VALID: _("berlaku"),
        CertificateStatus.REVOKED: _("dicabut"),
        CertificateStatus.REPLACED: _("diganti"),
    }
    return names[status]
