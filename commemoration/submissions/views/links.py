"""The address in a letter: exchanged for a cookie, and left at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from commemoration.submissions.links import LinkPurpose, read_any_pass
from commemoration.submissions.models.records import Submission
from commemoration.submissions.views.passes import give_pass, no_pass

PAGES = {LinkPurpose.OPEN: "submissions:mine", LinkPurpose.CONFIRM: "submissions:confirm"}


@never_cache
@require_safe
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Nothing changes by opening it, as programs that check letters open it too."""
    found = read_any_pass(token)
    submission = found and Submission.objects.filter(handle=found.handle).first()
    if submission is None or not found.opens(submission, found.purpose):
        return no_pass(request)
    with override(submission.language):
        page = reverse(PAGES[found.purpose], args=[submission.handle])
    response = redirect(page)
    response["Referrer-Policy"] = "no-referrer"
    give_pass(response, submission, found.purpose, by_letter=found.by_letter)
    return response
