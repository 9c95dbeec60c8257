"""Whose doings count in the figures of a course.

Everybody who takes it, trainers of other courses included, but not who may write it (its owner, those it is shared
with, admins): they know the key and open units to look at them. Trying a course as a learner enrols nobody, so it
leaves no trace here.
"""

from sqlalchemy import ColumnElement, select

from elearn.accounts.models import User
from elearn.learning.models import Enrolment
from elearn.studio.models import Draft, DraftShare


def counts_in(slug: str) -> ColumnElement[bool]:
    """The condition under which an enrolment counts in the figures of a course."""
    owner = select(Draft.owner_id).where(Draft.slug == slug)
    shared = select(DraftShare.user_id).join(Draft, Draft.id == DraftShare.draft_id).where(Draft.slug == slug)
    admins = select(User.id).where(User.roles.contains("admin"))
    return Enrolment.user_id.not_in(owner.union(shared, admins))
