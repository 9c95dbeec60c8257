"""Structured logs: a line of JSON for each request, with its id; the route instead of the address, no person."""

import json
import logging
import sys
import time
import traceback
import uuid
from collections.abc import Iterator
from functools import lru_cache

from flask import Flask, Response, g, has_request_context, request

logger = logging.getLogger("elearn")

_ENCODER = json.JSONEncoder(ensure_ascii=False)


class JsonLines(logging.Formatter):
    """A record as a line of JSON. The traceback of an error is kept, its values are not."""

    def format(self, record: logging.LogRecord) -> str:
        data: dict[str, object] = {"at": _moment(int(record.created)), "level": record.levelname.lower()}
        data["event"] = record.getMessage()
        if has_request_context() and "request_id" in g:
            data["request"] = g.request_id
        data.update(getattr(record, "fields", {}))
        if record.exc_info and record.exc_info[0]:
            data["error"] = record.exc_info[0].__name__
            data["trace"] = list(_places(record.exc_info[1]))
        return _ENCODER.encode(data)


@lru_cache(maxsize=2)
def _moment(second: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S%z", time.localtime(second))


def _places(error: BaseException | None) -> Iterator[str]:
    """Where an error arose, and where the errors behind it did; never what they say, which may name people."""
    while error is not None:
        for place in traceback.format_tb(error.__traceback__):
            yield from place.splitlines()
        error = error.__cause__ or error.__context__


def init_app(app: Flask) -> None:
    """Log every request and every error as JSON lines on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logger.handlers = [handler]
    logger.propagate = False
    logger.setLevel(logging.WARNING if app.config["TESTING"] else logging.INFO)
    app.logger.handlers = [handler]
    app.logger.propagate = False
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.began = time.perf_counter()
    g.request_id = uuid.uuid4().hex[:16]


def _end(response: Response) -> Response:
    if "request_id" not in g:
        return response
    response.headers["X-Request-Id"] = g.request_id
    if request.endpoint not in ("static", "pages.health"):
        _note(_fields(response))
    return response


def _note(fields: dict[str, object]) -> None:
    """Log a request; made by hand, for `logger.info` looks up the calling line, which every request would pay for."""
    if logger.isEnabledFor(logging.INFO):
        record = logging.LogRecord(logger.name, logging.INFO, __file__, 0, "request", None, None)
        record.fields = fields
        logger.handle(record)


def _fields(response: Response) -> dict[str, object]:
    return {
        "method": request.method,
        "route": str(request.url_rule or "unknown"),
        "status": response.status_code,
        "ms": round((time.perf_counter() - g.began) * 1000, 1),
    }
