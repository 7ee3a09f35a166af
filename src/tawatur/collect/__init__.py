"""Pages as they are given: files, folders, archives, standard input and addresses.

The only room on the network. It hands on bytes with what their giver says of them, and
refuses what is empty, binary, too large or broken, each with one clear line. It does not
decode or understand a page: reading does.
"""
