"""How many letters the forms may have sent to one address: nobody is to be flooded through us."""

from datetime import timedelta

from commemoration.core.rate_limits.services import hit

LETTERS = 5
WINDOW = timedelta(hours=1)


def may_write_to(email: str) -> bool:
    """Count one letter that a visitor asks for; the visitor is not told what comes of it, since
    that would tell what others have done with the address."""
    return hit(scope="submission.letters", key=email, limit=LETTERS, window=WINDOW)
