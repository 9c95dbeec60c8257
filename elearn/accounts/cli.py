"""Commands about people: `flask users create`, `flask users reset`."""

import click
from flask.cli import AppGroup
from flask_babel import gettext as _

from elearn import clock
from elearn.accounts import people, service
from elearn.accounts.forms import NIP_SENTENCES
from elearn.domain.certificate import show_code
from elearn.domain.nip import EmploymentStatus, NotANip, read_nip
from elearn.organisation.service import NoSuchUnit

commands = AppGroup("users", help="Create people, and give them codes to sign in with.")


class NipType(click.ParamType[str]):
    """A NIP with or without spaces and dots."""

    name = "nip"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The bare 18 digits."""
        try:
            return read_nip(value)
        except NotANip as wrong:
            raise click.ClickException(str(NIP_SENTENCES[wrong.reason])) from None


@commands.command()
@click.argument("nip", type=NipType())
@click.argument("name")
@click.option("--unit", "unit_code", help="Code of the organisational unit.")
@click.option("--role", "roles", multiple=True, type=click.Choice(people.ROLES), help="May be given more than once.")
@click.option("--status", type=click.Choice([status.value for status in EmploymentStatus]))
@click.option("--position", default="", help="Jabatan.")
def create(
    nip: str, name: str, unit_code: str | None, roles: tuple[str, ...], status: str | None, position: str
) -> None:
    """Create a person and print the one-time code for their first sign-in."""
    employed = EmploymentStatus(status) if status else None
    job = people.Job(unit_code, position)
    if not name.strip():
        raise click.BadParameter(_("Isi namanya, seperti yang akan tercetak di sertifikat."), param_hint="NAME")
    try:
        user = people.create_user(nip, name, clock.now(), employed, frozenset(roles), job)
    except people.NipTaken:
        raise click.ClickException(_("NIP ini sudah punya akun.")) from None
    except NoSuchUnit:
        raise click.ClickException(_("Tidak ada unit dengan kode %(code)s.", code=unit_code)) from None
    _print_code(user.id)


@commands.command()
@click.argument("nip", type=NipType())
def reset(nip: str) -> None:
    """Print a new one-time code for a person; earlier codes end."""
    user = service.find_by_nip(nip)
    if user is None:
        raise click.ClickException(_("Tidak ada akun dengan NIP ini."))
    _print_code(user.id)


def _print_code(user_id: int) -> None:
    click.echo(show_code(service.issue_code(user_id, None, clock.now())))
    click.echo(_("Kode ini berlaku 7 hari dan hanya sekali, di halaman /first-sign-in."), err=True)
