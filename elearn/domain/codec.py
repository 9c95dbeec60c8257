"""Frozen values to plain JSON data and back, so that editions and papers can be kept as text for ever."""

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def to_data(value: Any) -> Any:
    """Plain JSON data of a value; a field at its default is left out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_data(current)
            for field in dataclasses.fields(value)
            if not _at_default(field, current := getattr(value, field.name))
        }
    if isinstance(value, Mapping):
        return {str(key): to_data(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_data(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal | Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _at_default(field: "dataclasses.Field[Any]", value: Any) -> bool:
    if field.default is not dataclasses.MISSING:
        return bool(value == field.default)
    if field.default_factory is not dataclasses.MISSING:
        return bool(value == field.default_factory())
    return False


def from_data(kind: type[T], data: Any) -> T:
    """The value of `kind` that `to_data` made `data` from.

    Raises:
        ValueError, TypeError, KeyError: the data isn't of that kind.
    """
    return typing.cast(T, _read(kind, data))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _read(kind: Any, data: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _read_union(typing.get_args(kind), data)
    if origin is tuple:
        return tuple(_read(typing.get_args(kind)[0], item) for item in data)
    if origin is not None and issubclass(origin, Mapping):
        value_kind = typing.get_args(kind)[1]
        return {key: _read(value_kind, item) for key, item in data.items()}
    if dataclasses.is_dataclass(kind):
        hints = _hints(typing.cast(type, kind))
        return typing.cast(type, kind)(**{name: _read(hints[name], item) for name, item in data.items()})
    if kind is date:
        return date.fromisoformat(data)
    if kind in (Decimal, Fraction) or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind(data)
    return data


def _read_union(kinds: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        return None
    for kind in kinds:
        if kind is str and isinstance(data, str):
            return data
        if kind not in (str, type(None)) and not (dataclasses.is_dataclass(kind) and not isinstance(data, dict)):
            return _read(kind, data)
    raise TypeError(f"no kind among {kinds} reads {type(data).__name__}")
