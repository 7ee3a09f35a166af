"""Time expressions of an article's body, with their TIMEX3 values.

The room reads what a text says of time: dates, days told from today, weeks and months, spans and
repetitions. Relative expressions are counted from the anchor it is given; without one, what the
text does not tell stays `X` in the value. It refuses to guess when an article was published.
"""
