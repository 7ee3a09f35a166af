"""What tells one library from every other."""

from hashlib import blake2b

from sqlalchemy import Connection, select

from tawatur.store.schema import pages


def library_name(connection: Connection) -> str:
    """Return a name of the library for where its numbers meet those of others: it stays for good.

    It is made of the first page and the second in which that came.
    """
    row = connection.execute(select(pages.c.name, pages.c.added).order_by(pages.c.id).limit(1)).first()
    told = "" if row is None else f"{row.added} {row.name}"
    return blake2b(told.encode(), digest_size=6).hexdigest()
