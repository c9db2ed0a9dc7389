"""What browsers are told with every answer."""

import gzip

import pytest
from django.http import HttpResponse

from commemoration.core.http.csp import ContentSecurityPolicyMiddleware
from tests.factories.pages import build_site

PUBLIC_POLICY = {
    "default-src 'none'",
    "base-uri 'none'",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "worker-src 'self'",
}


def policy(response) -> set[str]:
    return set(response["Content-Security-Policy"].split("; "))


@pytest.mark.django_db
def test_public_page_has_the_strict_policy_and_every_header(client):
    build_site()

    response = client.get("/en/")

    assert response.status_code == 200
    assert policy(response) == PUBLIC_POLICY
    assert {
        name: response[name]
        for name in (
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Cache-Control",
        )
    } == {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-cache",
    }
    assert "camera=()" in response["Permissions-Policy"]
    assert response.cookies == {}


@pytest.mark.django_db
def test_unchanged_page_is_not_sent_again(client):
    build_site()
    first = client.get("/en/embassy/")

    second = client.get("/en/embassy/", headers={"if-none-match": first["ETag"]})

    assert first.status_code == 200
    assert second.status_code == 304
    assert second.content == b""


@pytest.mark.django_db
def test_changed_page_is_sent_again(client):
    site = build_site()
    first = client.get("/en/")
    site.homes["en"].title = "Another name"
    site.homes["en"].save()

    second = client.get("/en/", headers={"if-none-match": first["ETag"]})

    assert second.status_code == 200
    assert b"Another name" in second.content


@pytest.mark.django_db
def test_page_is_compressed_for_those_who_accept_it(client):
    build_site()
    plain = client.get("/en/")

    response = client.get("/en/", headers={"accept-encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert gzip.decompress(response.content) == plain.content


@pytest.mark.django_db
def test_admin_has_its_own_policy(client):
    response = client.get("/admin/login/")

    assert "script-src 'self' 'unsafe-inline'" in policy(response)
    assert "frame-ancestors 'self'" in policy(response)
    assert "default-src 'none'" in policy(response)


def test_nonce_appears_in_the_policy_only_when_a_page_uses_it(rf):
    def view(request):
        return HttpResponse(str(request.csp_nonce))

    request = rf.get("/en/")
    response = ContentSecurityPolicyMiddleware(view)(request)

    nonce = response.content.decode()
    assert f"script-src 'self' 'nonce-{nonce}'" in policy(response)


def test_preview_may_be_framed_by_this_site_alone(rf):
    request = rf.get("/en/")
    request.is_preview = True
    response = ContentSecurityPolicyMiddleware(lambda request: HttpResponse("x"))(request)

    assert "frame-ancestors 'self'" in policy(response)
    assert "script-src 'self'" in policy(response)
