"""What learning tells to whoever listens."""

from blinker import Namespace

_events = Namespace()

course_completed = _events.signal("course-completed")
"""A learner completed a course. Sent once, inside the transaction that records it; the sender is a `Completion`."""
