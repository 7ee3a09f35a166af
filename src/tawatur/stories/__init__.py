"""Articles that carry one text, and articles that report one event.

The room compares articles by their words alone, and sees each once: `fingerprint` takes what
comparing needs, `arrange` finds where new ones belong among those of the days around. It judges no
content, drops no article, keeps nothing on disk, and never counts how many outlets carry a thing:
that is corroboration's question.
"""
