"""How many messages the site takes: from one address, and from all together."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils.translation import gettext

from commemoration.core.rate_limits.addresses import counted_address
from commemoration.core.rate_limits.services import hit
from commemoration.core.visitor_forms.forms import ProvedForm
from commemoration.core.visitor_forms.proofs import Proof

WINDOW = timedelta(hours=1)
FEWER = 4  # times, without a proof of work


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


def turn_away(request: HttpRequest, form: ProvedForm, *, scope: str, each: int, total: int) -> int:
    """Count a form that is valid. If it may not pass, the status of the answer, with words on the
    form that say why; else 0.

    Without a proof of work it passes too, as no script may have run, but only a few do.
    """
    if form.proof is Proof.WRONG:
        form.add_error(
            None, gettext("The form was open for too long. Nothing is lost: please send it again.")
        )
        return 422
    if form.proof is Proof.MISSING:
        scope, each, total = f"{scope}.plain", each // FEWER, total // FEWER
    if reason := reason_to_wait(request, scope=scope, each=each, total=total):
        form.add_error(None, reason)
        return 429
    return 0
