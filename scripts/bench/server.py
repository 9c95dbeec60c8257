"""What the benchmark's server serves: the platform, and under /bare a page of bare Flask."""

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from elearn.app import create_app

bare = Flask("bare")


@bare.get("/")
def hello() -> str:
    """The least that Flask can do."""
    return "hello"


app = DispatcherMiddleware(create_app(), {"/bare": bare})
