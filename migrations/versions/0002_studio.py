"""the studio's drafts"""

import sqlalchemy as sa
from alembic import op
from elearn.database import Moment
revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('draft',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=100), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('created_at', Moment(), nullable=False),
    sa.Column('changed_at', Moment(), nullable=False),
    sa.Column('base_edition_id', sa.Integer(), nullable=True),
    sa.Column('archived_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['base_edition_id'], ['edition.id'], name=op.f('fk_draft_base_edition_id_edition')),
    sa.ForeignKeyConstraint(['owner_id'], ['user_account.id'], name=op.f('fk_draft_owner_id_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft')),
    sa.UniqueConstraint('slug', name=op.f('uq_draft_slug'))
    )
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_owner_id'), ['owner_id'], unique=False)

    op.create_table('draft_file',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('path', sa.String(length=400), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('changed_at', Moment(), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=False),
    sa.Column('removed_at', Moment(), nullable=True),
    sa.Column('removal', sa.String(length=32), nullable=True),
    sa.ForeignKeyConstraint(['changed_by'], ['user_account.id'], name=op.f('fk_draft_file_changed_by_user_account')),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_draft_file_draft_id_draft')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_file'))
    )
    with op.batch_alter_table('draft_file', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_file_draft_id'), ['draft_id'], unique=False)
        batch_op.create_index('ix_draft_file_one_path', ['draft_id', 'path'], unique=True, sqlite_where=sa.text('removed_at IS NULL'), postgresql_where=sa.text('removed_at IS NULL'))

    op.create_table('draft_revision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('file_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.Column('saved_at', Moment(), nullable=False),
    sa.Column('saved_by', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['file_id'], ['draft_file.id'], name=op.f('fk_draft_revision_file_id_draft_file')),
    sa.ForeignKeyConstraint(['saved_by'], ['user_account.id'], name=op.f('fk_draft_revision_saved_by_user_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_draft_revision')),
    sa.UniqueConstraint('file_id', 'version', name=op.f('uq_draft_revision_file_id_version'))
    )
    op.create_table('draft_share',
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['draft.id'], name=op.f('fk_draft_share_draft_id_draft')),
    sa.ForeignKeyConstraint(['user_id'], ['user_account.id'], name=op.f('fk_draft_share_user_id_user_account')),
    sa.PrimaryKeyConstraint('draft_id', 'user_id', name=op.f('pk_draft_share'))
    )
    with op.batch_alter_table('draft_share', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_share_user_id'), ['user_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('draft_share', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_share_user_id'))

    op.drop_table('draft_share')
    op.drop_table('draft_revision')
    with op.batch_alter_table('draft_file', schema=None) as batch_op:
        batch_op.drop_index('ix_draft_file_one_path', sqlite_where=sa.text('removed_at IS NULL'), postgresql_where=sa.text('removed_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_draft_file_draft_id'))

    op.drop_table('draft_file')
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_owner_id'))

    op.drop_table('draft')
