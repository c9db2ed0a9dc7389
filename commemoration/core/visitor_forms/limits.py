"""How many messages the site takes: from one address, and from all together."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils.translation import gettext

from commemoration.core.rate_limits.addresses import counted_address
from commemoration.core.rate_limits.services import hit

WINDOW = timedelta(hours=1)


def reason_to_wait(request: HttpRequest, *, scope: str, each: int, total: int) -> str:
    """Count one message; words for its sender if it is one too many, else nothing.

    `each` is how many one address may send within an hour, `total` how many all may.
    """
    if not hit(scope=scope, key=counted_address(request), limit=each, window=WINDOW):
        return gettext("You have sent several messages. Try again in an hour.")
    if not hit(scope=f"{scope}.all", key="", limit=total, window=WINDOW):
        return gettext(
            "The site has received more messages than it can take within an hour. Keep your text "
            "and try again later."
        )
    return ""
