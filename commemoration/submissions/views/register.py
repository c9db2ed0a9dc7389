"""The page that says what is kept of whom: written by the register itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from commemoration.core.languages.addresses import in_every_language
from commemoration.submissions.personal_data import registered_personal_data


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    request.frame_title = gettext("Personal data")
    request.frame_urls = in_every_language(request)
    context = {"entries": registered_personal_data()}
    return render(request, "submissions/register.html", context)
