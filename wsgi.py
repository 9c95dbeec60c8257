"""The application for a WSGI server and for the `flask` command."""

import sys

from elearn.app import create_app
from elearn.office.cli import stop_with_demo_people

try:
    app = stop_with_demo_people(create_app())
except SystemExit as stop:
    print(stop, file=sys.stderr)
    sys.exit(3)  # the server's sign that its workers can't start, so that it stops instead of trying for ever
