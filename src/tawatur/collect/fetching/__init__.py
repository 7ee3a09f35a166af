"""Asking the web for one address at a time, so that it can go on for months without harm to anybody.

Knows hosts, their rules, their pace and their troubles; hands back what was fetched, that
nothing changed, or why there is nothing. It never decides what to ask for or when: that is
the caller's, who finds in each answer what it needs (where an address moved, when to come
back, that it is gone). It refuses every address that is not public, runs nothing, keeps no
cookie and understands no content.
"""
