"""Outlets and agencies as data: their names, spellings, addresses and countries.

This room says which outlet a name or an address belongs to. It does not say whether the
outlet is a relay or a source in a sentence (attribution does), and ranks no outlet.
"""
