"""`flask demo load`: people to try the platform with."""

import click
from flask.cli import AppGroup

from elearn import clock
from elearn.office import demo

commands = AppGroup("demo", help="Demo people, for development only.")


@commands.command()
def load() -> None:
    """Make the demo people and print how to sign in as them."""
    try:
        demo.load(clock.now())
    except demo.DemoInProduction:
        raise click.ClickException("Demo people exist only in development.") from None
    for line in demo.sign_ins():
        click.echo(line)
