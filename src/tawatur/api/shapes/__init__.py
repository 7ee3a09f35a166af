"""The shapes of all answers, as OpenAPI tells them; `exports` makes the answers themselves.

A shape allows no field it does not name, so that a test of an answer against it finds every drift.
"""
