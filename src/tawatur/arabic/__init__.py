"""The script: folding with a map of offsets, words and the particles before them, sentences, numerals.

The room knows how Arabic is written, never what a text says.
"""
