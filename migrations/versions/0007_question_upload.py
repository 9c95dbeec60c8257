"""questions that were converted and not added yet"""

import sqlalchemy as sa
from alembic import op
from elearn.database import Moment
revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('question_upload',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.Column('uploaded_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_question_upload_draft_id_draft')),
    sa.ForeignKeyConstraint(['owner_id'], ['user_account.id'], name=op.f('fk_question_upload_owner_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question_upload')),
    sa.UniqueConstraint('owner_id', name=op.f('uq_question_upload_owner_id'))
    )
    with op.batch_alter_table('question_upload', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_upload_draft_id'), ['draft_id'], unique=False)


def downgrade() -> None:
    op.drop_table('question_upload')
