import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError, connection
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.urls import path

from commemoration.core.http import errors

TITLES_OF_404 = {
    "en": "There is no page at this address",
    "fr": "Aucune page à cette adresse",
    "nl": "Er is geen pagina op dit adres",
    "ru": "По этому адресу нет страницы",
}


def _raise(error):
    def view(request, **kwargs):
        raise error

    return view


urlpatterns = [
    path("en/400/", _raise(SuspiciousOperation("bad"))),
    path("en/403/", _raise(PermissionDenied())),
    path("en/404/", _raise(Http404())),
    path("en/410/", errors.gone_response),
    path("en/500/", _raise(RuntimeError("a secret detail"))),
    path("en/503/", _raise(OperationalError("a secret detail"))),
    path("en/503-closed/", _raise(InterfaceError("connection already closed"))),
]
urlpatterns += [path("ru/session/", lambda request: HttpResponse(str(request.user)))]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error


@pytest.fixture
def failing_site(settings, client):
    settings.ROOT_URLCONF = __name__
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("status", [400, 403, 410, 500, 503])
def test_error_page_answers_without_the_database(failing_site, status):
    # No database mark: pytest-django refuses any query of this test.
    response = failing_site.get(f"/en/{status}/")

    assert response.status_code == status
    assert f"Error {status}" in response.content.decode()
    assert str(errors.PAGES[status].title) in response.content.decode()
    assert "a secret detail" not in response.content.decode()


@pytest.mark.parametrize(
    ("status", "offers"),
    [
        (400, {"search/", "feedback/"}),
        (410, {"search/", "feedback/"}),
        (500, {"feedback/"}),
        (503, set()),
    ],
)
def test_error_page_offers_what_is_likely_to_work(failing_site, status, offers):
    html = failing_site.get(f"/en/{status}/").content.decode()

    assert {way for way in ("search/", "feedback/") if f'"/en/{way}"' in html} == offers
    assert '<a href="/en/">To the home page</a>' in html


def test_control_a_query_in_these_tests_is_refused():
    from commemoration.core.models import User

    with pytest.raises(RuntimeError, match="Database access not allowed"):
        User.objects.exists()


@pytest.mark.parametrize(("language", "title"), TITLES_OF_404.items())
def test_not_found_speaks_the_language_of_the_address(language, title):
    request = RequestFactory().get(f"/{language}/nowhere/")

    response = errors.not_found(request)

    assert f'<h1 class="page-head__title">{title}</h1>' in response.content.decode()
    assert response["Content-Language"] == language
    assert f'action="/{language}/search/"' in response.content.decode()


def test_not_found_without_language_in_the_address_asks_the_browser():
    request = RequestFactory().get("/nowhere/", headers={"accept-language": "nl-BE,nl;q=0.9"})

    assert errors.not_found(request)["Content-Language"] == "nl"


@pytest.mark.parametrize("address", ["/en/503/", "/en/503-closed/"])
def test_lost_database_asks_to_come_back(failing_site, address):
    response = failing_site.get(address)

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db(transaction=True)
def test_database_lost_while_the_session_is_read_asks_to_come_back(failing_site, settings):
    failing_site.cookies[settings.SESSION_COOKIE_NAME] = "a-session-of-staff"

    with connection.execute_wrapper(_lose_the_database):
        response = failing_site.get("/ru/session/")

    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert response["Content-Language"] == "ru"


def _lose_the_database(execute, sql, *arguments):
    raise OperationalError("server closed the connection unexpectedly")
