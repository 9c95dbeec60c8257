"""What a QTI item declares of its right responses, and how its processing compares them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from elearn.coursetext.convert.gift_parts import number
from elearn.coursetext.convert.nodes import Node
from elearn.domain.course import Range


@dataclass(frozen=True, slots=True)
class Response:
    """A response: what is right, what each value earns, and which numbers are right."""

    cardinality: str = "single"
    kind: str = "identifier"
    right: tuple[str, ...] = ()
    mapped: Mapping[str, Decimal] = field(default_factory=dict)
    ranges: tuple[Range, ...] = ()

    @property
    def earning(self) -> tuple[str, ...]:
        """The values that are right: declared so, or earning something."""
        return self.right or tuple(value for value, worth in self.mapped.items() if worth > 0)


def responses(item: Node) -> dict[str, Response]:
    """The responses of an item by identifier."""
    processing = item.first("responseProcessing")
    return {
        declared.get("identifier"): Response(
            declared.get("cardinality", "single"),
            declared.get("baseType", "identifier"),
            tuple(_values(declared)),
            {
                entry.get("mapKey"): number(entry.get("mappedValue")) or Decimal(0)
                for entry in declared.within("mapEntry")
            },
            tuple(_ranges(processing, declared.get("identifier"))) if processing else (),
        )
        for declared in item.elements("responseDeclaration")
    }


def _values(declared: Node) -> list[str]:
    correct = declared.first("correctResponse")
    return [" ".join(value.text().split()) for value in correct.elements("value")] if correct else []


def _ranges(processing: Node, name: str) -> list[Range]:
    """Intervals in which the processing looks for a response: between two numbers, or near one."""
    found = []
    for both in processing.within("and"):
        low, high = _compared(both.first("gte"), name), _compared(both.first("lte"), name)
        if low is not None and high is not None and low <= high:
            found.append(Range(low, high))
    for equal in processing.within("equal"):
        middle = _compared(equal, name)
        if middle is not None:
            below, above = _tolerance(equal, middle)
            found.append(Range(middle - below, middle + above))
    return found


def _compared(node: Node | None, name: str) -> Decimal | None:
    """The number that a response is compared with."""
    variable, value = (node.first("variable"), node.first("baseValue")) if node else (None, None)
    return number(value.text()) if variable and value and variable.get("identifier") == name else None


def _tolerance(equal: Node, middle: Decimal) -> tuple[Decimal, Decimal]:
    widths = [abs(width) for width in map(number, equal.get("tolerance").split()) if width is not None]
    if equal.get("toleranceMode") not in ("absolute", "relative") or not widths:
        return Decimal(0), Decimal(0)
    if equal.get("toleranceMode") == "relative":
        widths = [abs(middle) * width / 100 for width in widths]
    return widths[0], widths[-1]
