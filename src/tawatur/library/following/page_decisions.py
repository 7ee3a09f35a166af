"""What an answer makes of an address: when it is asked for again, or why never."""

from dataclasses import replace
from datetime import datetime, timedelta

from tawatur.collect.fetching.answers import Fetched, NotModified, Unfetched
from tawatur.records.refusal import RefusalReason
from tawatur.store.fetches import WITHDRAWN, Address, AddressState

LOOKS = (timedelta(hours=1), timedelta(hours=6), timedelta(hours=24), timedelta(hours=48))
"""How old an article is when it is asked for again, to catch what was edited in silence."""
MOST_TRIES = 5
GIVEN_UP_AFTER = timedelta(days=7)
"""A host that rests or wants us later for so long is not waited for any more."""

_NEAR = timedelta(minutes=20)
_FIRST_PAUSE = timedelta(minutes=10)
_NOTHING_SENT = frozenset((RefusalReason.RESTING, RefusalReason.NOT_YET))
_PASSING = frozenset(
    (
        RefusalReason.ROBOTS_UNREACHABLE,
        RefusalReason.NO_HOST,
        RefusalReason.UNREACHABLE,
        RefusalReason.TIMED_OUT,
        RefusalReason.BROKEN_ANSWER,
        RefusalReason.TOO_MANY_REQUESTS,
        RefusalReason.UNAVAILABLE,
        RefusalReason.SERVER_ERROR,
    )
)


def next_look(published: datetime | None, *, now: datetime) -> datetime | None:
    """Return when a page fetched now is asked for again, `None` where it is old or tells no date.

    >>> morning = datetime(2026, 3, 2, 6)
    >>> next_look(morning, now=datetime(2026, 3, 2, 6, 5)), next_look(morning, now=datetime(2026, 3, 5))
    (datetime.datetime(2026, 3, 2, 7, 0), None)
    """
    if published is None:
        return None
    began = min(published, now)
    return next((at for look in LOOKS if (at := began + look) > now + _NEAR), None)


def after_answer(address: Address, answer: Fetched | NotModified) -> Address:
    """Return the address behind an answer that holds its page, or says that the page is as it was."""
    return replace(
        address,
        state=AddressState.FETCHED,
        due=next_look(_began(address), now=answer.fetched),
        fetches=address.fetches + 1,
        failures=0,
        fetched=answer.fetched,
        reason=None,
        validators=answer.validators,
    )


def after_no_answer(address: Address, answer: Unfetched) -> Address:
    """Return the address behind an answer without a page: tried again where the reason may pass.

    A page that was fetched once stays fetched, and is looked at again when its next time comes:
    one that is not found now may be found by then. One that is gone for good is let alone.
    """
    now = answer.fetched
    sent = answer.reason not in _NOTHING_SENT
    failures = address.failures + sent
    tried = replace(address, failures=failures, reason=answer.reason)
    if address.state is AddressState.FETCHED:
        passing = not sent or answer.reason in _PASSING
        again = passing or answer.reason is RefusalReason.NOT_FOUND
        return replace(
            tried,
            due=next_look(_began(address), now=now) if again else None,
            fetched=now if is_withdrawn_now(address, answer) else address.fetched,
            # Who does not answer says nothing of what was withdrawn before.
            reason=address.reason if passing and address.reason in WITHDRAWN else answer.reason,
        )
    if _may_pass(address, answer, failures):
        pause = now + _FIRST_PAUSE * 3.0 ** max(0, failures - 1)
        return replace(tried, due=max(pause, answer.retry_at or pause) if sent else answer.retry_at or pause)
    repeated = answer.reason is RefusalReason.REPEATED
    return replace(tried, due=None, state=AddressState.LED_HERE if repeated else AddressState.REFUSED)


def is_withdrawn(address: Address, answer: Unfetched) -> bool:
    """Tell whether a page that was fetched before is there no more."""
    return address.state is AddressState.FETCHED and answer.reason in WITHDRAWN


def is_withdrawn_now(address: Address, answer: Unfetched) -> bool:
    """Tell whether a page is there no more that was there, as far as is known, until now."""
    return is_withdrawn(address, answer) and address.reason not in WITHDRAWN


def led_to_known(address: Address, *, now: datetime) -> Address:
    """Return an address that led to a page which has an address of its own."""
    return replace(
        address, state=AddressState.LED_HERE, due=None, fetches=address.fetches + 1, fetched=now, reason=None
    )


def refused(address: Address, reason: str, *, now: datetime) -> Address:
    """Return an address whose answer is no page."""
    state = address.state if address.state is AddressState.FETCHED else AddressState.REFUSED
    return replace(address, state=state, due=None, fetches=address.fetches + 1, fetched=now, reason=reason)


def _may_pass(address: Address, answer: Unfetched, failures: int) -> bool:
    if answer.reason in _NOTHING_SENT:
        return answer.fetched - address.first_seen < GIVEN_UP_AFTER
    return answer.reason in _PASSING and failures < MOST_TRIES


def _began(address: Address) -> datetime | None:
    """Return since when an article has been there: as its list says, or since somebody named it alone."""
    return address.published or (address.first_seen if address.alone else None)
