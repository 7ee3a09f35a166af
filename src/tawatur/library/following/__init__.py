"""Following sources for months: what is due is asked for, what is new goes into the library.

What to do next is decided by functions that know no network, no clock and no file; state lies
in the library after every step, so that a run that is killed goes on where it was. How a page
is asked for is `collect.fetching`'s, how it is read and kept `library.adding`'s.
"""
