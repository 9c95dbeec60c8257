"""Commands."""

import click

commands = click.Group("demo")
