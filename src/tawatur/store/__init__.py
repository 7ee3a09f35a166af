"""The library on disk: pages as they came, what was read on them, and the stories they tell.

Everything that touches the database stands here, one file a noun; nothing here reads a page,
groups or counts anything. The tables are SQLAlchemy Core, so that another database can stand in.
"""
