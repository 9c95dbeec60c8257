"""Rows that are facts: once written they stay as they are, whoever asks."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import DeclarativeBase, ORMExecuteState, Session

_frozen: set[type[DeclarativeBase]] = set()


class FactsStay(Exception):
    """This row is a fact: it is corrected by another one, never changed or deleted."""


def freeze(model: type[DeclarativeBase], once: Mapping[str, object] | None = None) -> None:
    """Refuse to change or delete rows of a model, singly or in bulk.

    `once` names columns that may be set a single time, with the value that they hold until then.

    Raises, at the flush:
        FactsStay: somebody tried.
    """
    open_columns = once or {}

    def refuse_change(_mapper: object, _connection: object, row: Any) -> None:
        for attribute in inspect(row).attrs:
            if attribute.history.has_changes() and not _may_change(attribute, open_columns):
                raise FactsStay(f"{model.__tablename__}.{attribute.key}")

    event.listen(model, "before_update", refuse_change)
    event.listen(model, "before_delete", _refuse)
    _frozen.add(model)


def _may_change(attribute: Any, open_columns: Mapping[str, object]) -> bool:
    return attribute.key in open_columns and list(attribute.history.deleted or ()) == [open_columns[attribute.key]]


def _refuse(_mapper: object, _connection: object, row: Any) -> None:
    raise FactsStay(type(row).__tablename__)


@event.listens_for(Session, "do_orm_execute")
def _refuse_in_bulk(state: ORMExecuteState) -> None:
    if (state.is_update or state.is_delete) and state.bind_mapper and state.bind_mapper.class_ in _frozen:
        raise FactsStay(state.bind_mapper.class_.__tablename__)
