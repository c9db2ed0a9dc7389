"""Two addresses for machines: does the process live, and can it do its work."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import checks


@require_safe
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing else, not even the database."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """200 if everything the site needs works, else 503 and what fails."""
    failing = checks.failing()
    return JsonResponse({"ready": not failing, "failing": failing}, status=503 if failing else 200)
