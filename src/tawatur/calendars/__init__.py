"""Dates and clock times that are written out, wherever they stand: a date line, a heading, running text.

The room finds what a text spells and converts between calendars. It refuses to guess: a date
that could be read in two ways, or that lacks its year, is returned as far as it is told and no
further. Resolving "yesterday" against an anchor is the work of `tawatur.times`.
"""
