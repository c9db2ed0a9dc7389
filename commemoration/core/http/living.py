"""What may be kept of an answer that tells anything of somebody who may be living: nothing.

Whoever withdraws a consent is gone with the next request. A copy in a shared cache, in the browser
or in a search engine would outlive that, so such an answer is stored nowhere: every address that
names, shows or lists such a person gives it to `keep_nowhere`. `no-store` also keeps a browser from
bringing the page back from memory later on; what stands open on a screen stays there.
An answer that tells of the dead alone is kept as any other (`headers`).
"""

from django.http import HttpResponseBase

KEPT_NOWHERE = "private, no-store"


def keep_nowhere(response: HttpResponseBase) -> HttpResponseBase:
    """The same answer, for the one who asked and for this once."""
    response["Cache-Control"] = KEPT_NOWHERE
    response["X-Robots-Tag"] = "noindex"
    return response
