"""courses that were uploaded and not made yet"""

import sqlalchemy as sa
from alembic import op
from elearn.database import Moment
revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('course_upload',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.Column('uploaded_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['owner_id'], ['user_account.id'], name=op.f('fk_course_upload_owner_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_course_upload')),
    sa.UniqueConstraint('owner_id', name=op.f('uq_course_upload_owner_id'))
    )


def downgrade() -> None:
    op.drop_table('course_upload')
