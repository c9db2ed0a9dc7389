"""How often a visitor may search for names, on whichever page the search stands."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest

from commemoration.core.rate_limits.addresses import counted_address
from commemoration.core.rate_limits.services import hit

WINDOW = timedelta(minutes=1)


def too_many_searches(request: HttpRequest) -> bool:
    """Count one search of this visitor: whether it is more than a person makes in a minute.

    One query. The limit is `NAME_SEARCHES_A_MINUTE`, for all pages together.
    """
    most = settings.NAME_SEARCHES_A_MINUTE
    return not hit(scope="names", key=counted_address(request), limit=most, window=WINDOW)
