"""`flask demo load` and `flask demo close`: people to try the platform with, and their end."""

import sys

import click
from flask import Flask
from flask.cli import AppGroup

from elearn import clock
from elearn.database import db
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


@commands.command()
def close() -> None:
    """Close the demo people's accounts, in a database that is to become a real one."""
    click.echo(f"{demo.close(clock.now())} closed")


def stop_with_demo_people(app: Flask) -> Flask:
    """The application, unless it is to serve real people while somebody with a known password may sign in.

    A command goes on, for one of them closes those accounts.
    """
    if click.get_current_context(silent=True):
        return app
    with app.app_context():
        try:
            demo.refuse_in_production()
        except demo.DemoInProduction:
            sys.exit("elearn: demo people can sign in here. Close their accounts: .venv/bin/flask demo close")
        finally:
            db.session.remove()
            db.engine.dispose()  # the server's processes open connections of their own
    return app
