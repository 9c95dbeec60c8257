"""the closing questionnaire"""

import sqlalchemy as sa
from alembic import op
from elearn.database import Moment
revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('course_rating',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('enrolment_id', sa.Integer(), nullable=False),
    sa.Column('useful', sa.Integer(), nullable=True),
    sa.Column('clear', sa.Integer(), nullable=True),
    sa.Column('practical', sa.Integer(), nullable=True),
    sa.Column('paced', sa.Integer(), nullable=True),
    sa.Column('recommended', sa.Integer(), nullable=True),
    sa.Column('comment', sa.Text(), nullable=False),
    sa.Column('created_at', Moment(), nullable=False),
    sa.Column('changed_at', Moment(), nullable=False),
    sa.CheckConstraint('useful BETWEEN 1 AND 5', name=op.f('ck_course_rating_useful')),
    sa.CheckConstraint('clear BETWEEN 1 AND 5', name=op.f('ck_course_rating_clear')),
    sa.CheckConstraint('practical BETWEEN 1 AND 5', name=op.f('ck_course_rating_practical')),
    sa.CheckConstraint('paced BETWEEN 1 AND 5', name=op.f('ck_course_rating_paced')),
    sa.CheckConstraint('recommended BETWEEN 1 AND 5', name=op.f('ck_course_rating_recommended')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_course_rating_enrolment_id_enrolment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course_rating')),
    sa.UniqueConstraint('enrolment_id', name=op.f('uq_course_rating_enrolment_id'))
    )


def downgrade() -> None:
    op.drop_table('course_rating')
