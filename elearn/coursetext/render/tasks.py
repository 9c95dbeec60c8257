"""To-do lists: `- [ ]` and `- [x]` under a plain heading."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from elearn.coursetext.render.dialect import Dialect
from elearn.coursetext.render.labels import label

_TASK = re.compile(r"\[([ xX])\] +")


def add_tasks(markdown: Dialect) -> None:
    """Teach Markdown the to-do lists."""
    markdown.treeprocessors.register(_Tasks(markdown), "tasks", 25)


class _Tasks(Treeprocessor):
    """Shows `[ ]` and `[x]` at the beginning of an item as a box to read, not to click."""

    def __init__(self, markdown: Dialect) -> None:
        super().__init__(markdown)
        self._markdown = markdown

    def run(self, root: Element) -> None:
        """Put the boxes in."""
        for item in root.iter("li"):
            holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            if task := _TASK.match(holder.text or ""):
                self._box(item, holder, task)

    def _box(self, item: Element, holder: Element, task: re.Match[str]) -> None:
        state = "open" if task[1] == " " else "done"
        text = (holder.text or "")[task.end() :]
        holder.text = ""
        box = SubElement(holder, "span", {"class": f"task-{state}", "role": "img"})
        box.set("aria-label", label(state, self._markdown.language))
        box.text, box.tail = AtomicString("☐" if state == "open" else "☑"), f" {text}"
        holder.remove(box)
        holder.insert(0, box)
        item.set("class", "task")
