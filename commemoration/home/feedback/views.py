"""The feedback form and its thanks. The form is what sets a visitor's only cookie."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from commemoration.core.languages.addresses import in_every_language
from commemoration.core.visitor_forms.limits import reason_to_wait
from commemoration.home.feedback.forms import FeedbackForm
from commemoration.home.feedback.services import send_feedback

MESSAGES = 5  # of one address within an hour
MESSAGES_OF_ALL = 200


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _show(request, FeedbackForm(initial={"page": _page_left(request)}))
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _show(request, form, status=422)
    if not form.is_trapped:
        reason = reason_to_wait(request, scope="feedback", each=MESSAGES, total=MESSAGES_OF_ALL)
        if reason:
            form.add_error(None, reason)
            return _show(request, form, status=429)
        fields = ("message", "page", "name", "email")
        values = {field: form.cleaned_data[field] for field in fields}
        send_feedback(language=get_language(), **values)
    return redirect("feedback_thanks")


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    _frame(request)
    return render(request, "home/feedback/thanks.html")


def _show(request: HttpRequest, form: FeedbackForm, status: int = 200) -> HttpResponse:
    _frame(request)
    return render(request, "home/feedback/form.html", {"form": form}, status=status)


def _page_left(request: HttpRequest) -> str:
    """The page that a message is likely to be about: named in the link, else the one left."""
    before = urlsplit(request.headers.get("Referer", ""))
    path = before.path if before.netloc == request.get_host() else ""
    return request.GET.get("page", path)[:500]


def _frame(request: HttpRequest) -> None:
    request.frame_title = gettext("Feedback")
    request.frame_urls = in_every_language(request)
