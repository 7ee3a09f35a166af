"""Search: the words of articles, statements and claims in full-text tables, and queries as people type them.

The tables hold normalised words and stems, never the text; what is shown is cut from the text as published.
They are FTS5, SQLite's own: for another database this room is to be written anew behind the same functions.
"""
