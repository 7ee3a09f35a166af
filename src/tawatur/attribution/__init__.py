"""From an article to its attributions: who said what, through whom.

The room reads one article's body, sentence by sentence, with a small grammar over cues whose
words come from `tawatur.lexicons`; every attribution names the entry and the construction that
allowed it. It refuses to judge what is said, to compare articles, and to guess a speaker
where the text names none.
"""
