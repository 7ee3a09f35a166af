"""From a page to its articles: blocks, furniture, splitting, metadata.

HTML and plain text both become a sequence of blocks, and one model of news pages
works on blocks. The room never fetches, and never looks into what an article claims.
"""
