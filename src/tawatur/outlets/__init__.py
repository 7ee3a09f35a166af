"""Outlets and agencies as data: their names, spellings, addresses and countries.

This room says which outlet a name or an address belongs to. It does not say whether the
outlet is a relay or a source in a sentence (attribution does), and ranks no outlet.

An outlet's feed is a fact from public lists, with how it was known to work behind it: `audited`
in a public audit of 525 sources in October 2026, `validated` in a list that was checked live in
June 2026, `in use` in the registry of a public reader that notes which feeds answer, or only
`listed`. Feeds of outlets that publish in several languages are the Arabic ones.
"""
