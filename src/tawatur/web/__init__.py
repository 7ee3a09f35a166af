"""The reader: pages for people, from the server, right to left first.

It shows what the other rooms found and decides nothing about claims. It needs no JavaScript and no
cookie, asks no third party for anything, and shows strangers' text as text only.
"""
