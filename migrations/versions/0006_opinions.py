"""Keep what people said of a course before they changed it, so that figures can take changes in by fives."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('course_rating') as batch:
        batch.drop_constraint(op.f('uq_course_rating_enrolment_id'), type_='unique')
        batch.create_index(op.f('ix_course_rating_enrolment_id'), ['enrolment_id'])
        batch.drop_column('changed_at')


def downgrade():
    op.execute(
        'DELETE FROM course_rating WHERE id NOT IN (SELECT max(id) FROM course_rating GROUP BY enrolment_id)'
    )
    with op.batch_alter_table('course_rating') as batch:
        batch.add_column(sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True))
        batch.drop_index(op.f('ix_course_rating_enrolment_id'))
        batch.create_unique_constraint(op.f('uq_course_rating_enrolment_id'), ['enrolment_id'])
    op.execute('UPDATE course_rating SET changed_at = created_at')
    with op.batch_alter_table('course_rating') as batch:
        batch.alter_column('changed_at', existing_type=sa.DateTime(timezone=True), nullable=False)
