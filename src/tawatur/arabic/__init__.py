"""The script: its encodings, folding with a map of offsets, words and their particles, sentences, numerals.

The room knows how Arabic is written, never what a text says.
"""
