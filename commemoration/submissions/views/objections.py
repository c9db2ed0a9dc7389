"""Somebody objects to a page without having sent it: the form, the link in the letter, how it
stands."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from commemoration.core.languages.addresses import in_every_language
from commemoration.core.visitor_forms.limits import turn_away
from commemoration.submissions.forms import ObjectionForm
from commemoration.submissions.limits import may_write_to
from commemoration.submissions.links import read_objection, sign_objection
from commemoration.submissions.services.objections import confirm_objection, raise_objection
from commemoration.submissions.views.cookies import give_cookie, private, read_cookie
from commemoration.submissions.views.passes import no_pass

RAISED = 12  # of one network address within an hour
RAISED_BY_ALL = 400
COOKIE = "objection"
COOKIE_AGE = timedelta(hours=24)
SAID = ("page", "who", "why", "email")


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: HttpRequest) -> HttpResponse:
    """Stays open when the forms for submissions are closed: it is a right."""
    if request.method != "POST":
        page = request.GET.get("page", "")[:500].replace("\x00", "")
        where = request.build_absolute_uri(page) if page.startswith("/") else page
        return _form_page(request, ObjectionForm(initial={"page": where}))
    form = ObjectionForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    if not form.is_trapped:
        limits = {"scope": "objection", "each": RAISED, "total": RAISED_BY_ALL}
        if status := turn_away(request, form, **limits):
            return _form_page(request, form, status=status)
        said = {name: form.cleaned_data[name] for name in SAID}
        if may_write_to(said["email"]):  # or nobody could ever confirm it
            raise_objection(language=get_language(), **said)
    return redirect("submissions:object_sent")


@never_cache
@require_safe
def object_sent(request: HttpRequest) -> HttpResponse:
    return _page(request, gettext("Confirm your address"), "submissions/object_sent.html")


@never_cache
@require_safe
def objection_link(request: HttpRequest, token: str) -> HttpResponse:
    """The address in a letter, left at once for a cookie. Opening it changes nothing."""
    objection = read_objection(token)
    if objection is None:
        return no_pass(request)
    with override(objection.language):
        path = reverse("submissions:objection", args=[objection.handle])
    response = redirect(path)
    response["Referrer-Policy"] = "no-referrer"
    pages = f"object/{objection.handle}/"
    give_cookie(response, COOKIE, sign_objection(objection), pages=pages, age=COOKIE_AGE)
    return response


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest, handle: str) -> HttpResponse:
    """How it stands; POST confirms it."""
    found = read_objection(read_cookie(request, COOKIE), age=COOKIE_AGE)
    if found is None or found.handle != handle:
        return no_pass(request)
    if request.method == "POST":
        confirm_objection(found)
        return redirect("submissions:objection", handle)
    context = {"objection": found, "words": found.words}
    request.frame_urls = in_every_language(request)
    response = _page(request, gettext("My objection"), "submissions/objection.html", **context)
    return private(response)


def _form_page(request: HttpRequest, form: ObjectionForm, status: int = 200) -> HttpResponse:
    request.frame_urls = in_every_language(request)
    return _page(
        request,
        gettext("Object to a page"),
        "submissions/object.html",
        status=status,
        form=form,
        days=settings.OBJECTION_DAYS,
    )


def _page(request, title: str, template: str, *, status: int = 200, **context) -> HttpResponse:
    request.frame_title = title
    return render(request, template, context, status=status)
