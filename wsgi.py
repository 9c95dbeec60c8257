"""The application for a WSGI server and for the `flask` command."""

from elearn.app import create_app
from elearn.office.cli import stop_with_demo_people

app = stop_with_demo_people(create_app())
