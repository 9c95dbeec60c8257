"""reviews of drafts, and archived courses"""

import sqlalchemy as sa
from alembic import op
from elearn.database import Moment
revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('course', sa.Column('archived_at', Moment(), nullable=True))
    op.add_column('draft', sa.Column('equal_at', Moment(), nullable=True))
    op.create_table('review',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('asked_by', sa.Integer(), nullable=False),
    sa.Column('asked_at', Moment(), nullable=False),
    sa.Column('note', sa.String(length=1000), nullable=False),
    sa.Column('reviewer_id', sa.Integer(), nullable=True),
    sa.Column('verdict', sa.String(length=20), nullable=False),
    sa.Column('verdict_note', sa.String(length=1000), nullable=False),
    sa.Column('decided_by', sa.Integer(), nullable=True),
    sa.Column('decided_at', Moment(), nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['asked_by'], ['user_account.id'], name=op.f('fk_review_asked_by_user_account')),
    sa.ForeignKeyConstraint(['decided_by'], ['user_account.id'], name=op.f('fk_review_decided_by_user_account')),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_review_draft_id_draft')),
    sa.ForeignKeyConstraint(['reviewer_id'], ['user_account.id'], name=op.f('fk_review_reviewer_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review'))
    )
    with op.batch_alter_table('review', schema=None) as batch_op:
        batch_op.create_index('ix_review_draft_newest', ['draft_id', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_verdict'), ['verdict'], unique=False)

    op.create_table('review_remark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('answers_id', sa.Integer(), nullable=True),
    sa.Column('path', sa.String(length=400), nullable=False),
    sa.Column('line', sa.Integer(), nullable=False),
    sa.Column('quote', sa.String(length=400), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('written_by', sa.Integer(), nullable=False),
    sa.Column('written_at', Moment(), nullable=False),
    sa.Column('resolved_at', Moment(), nullable=True),
    sa.Column('resolved_by', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['answers_id'], ['review_remark.id'], name=op.f('fk_review_remark_answers_id_review_remark')),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_review_remark_draft_id_draft')),
    sa.ForeignKeyConstraint(['resolved_by'], ['user_account.id'], name=op.f('fk_review_remark_resolved_by_user_account')),
    sa.ForeignKeyConstraint(['written_by'], ['user_account.id'], name=op.f('fk_review_remark_written_by_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_remark'))
    )
    with op.batch_alter_table('review_remark', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_remark_draft_id'), ['draft_id'], unique=False)


def downgrade() -> None:
    op.drop_table('review_remark')
    op.drop_table('review')
    op.drop_column('draft', 'equal_at')
    op.drop_column('course', 'archived_at')
