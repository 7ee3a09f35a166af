"""Scores each stage against gold that people annotated; never used to make an answer."""
