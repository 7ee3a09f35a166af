"""What the articles of one story claim, and where each claim enters the news.

The room counts independent origins by the rules of DESIGN.md. It never says whether a
claim is true, never drops a statement it could not place, and names the reason for every
origin it counts.
"""
