"""Articles that carry one text, and articles that report one event.

The room compares articles by their words alone. It judges no content, drops no article,
and never counts how many outlets carry a thing: that is corroboration's question.
"""
