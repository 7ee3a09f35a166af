"""What alembic runs: the steps, over the connection it is given."""

from alembic import context

from tawatur.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
