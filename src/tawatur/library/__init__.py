"""Keeping a library up to date as pages arrive: what `pipeline.py` is for one run, this is over time.

It knows the order: page, articles, stories, claims. It holds no table and reads no file.
"""
