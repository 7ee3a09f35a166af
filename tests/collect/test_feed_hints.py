"""What a feed asks of its visitors."""

from datetime import timedelta

from tests.collect.feed_building import URL, feed_of, rss


def test_hints() -> None:
    hints = feed_of(
        rss(
            "<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
            "<skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Friday</day></skipDays>"
            "<atom:link rel='next' href='?page=2'/><atom:link rel='hub' href='https://hub.example/'/>"
            "<itunes:new-feed-url>https://b.example/feed</itunes:new-feed-url><item><guid>1</guid></item>"
        )
    ).hints
    assert hints.every == timedelta(minutes=30)
    assert (hints.skip_hours, hints.skip_days) == ({0, 23}, {4})
    assert (hints.next_page, hints.hub) == ("https://a.example/news/feed.xml?page=2", "https://hub.example/")
    assert hints.moved_to == "https://b.example/feed"


def test_hints_that_mean_nothing_are_none() -> None:
    hours = "".join(f"<hour>{hour}</hour>" for hour in range(24))
    hints = feed_of(
        rss(f"<ttl>-5</ttl><ttl>soon</ttl><skipHours>{hours}</skipHours><atom:link rel='next' href='{URL}'/>")
    ).hints
    assert (hints.every, hints.skip_hours, hints.next_page) == (None, frozenset(), None)
