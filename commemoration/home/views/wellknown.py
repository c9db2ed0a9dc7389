"""Files that machines look for at fixed addresses."""

from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urljoin
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from commemoration.core.site_settings.models import SiteSettings
from commemoration.home import sitemaps

XML = "application/xml; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
SECURITY_TXT_DAYS = 180
STAFF_ONLY = ("admin", "jury", "door")
BY_LINK = ("my", "object", "caretaker")  # opened by signed links; in each language too
NAMESPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The list of sitemaps: one of pages, and as many of each kind of records as they fill."""
    paths = [reverse("sitemap_pages")]
    paths += [
        reverse("sitemap_photos", args=[number + 1]) for number in range(sitemaps.photo_files())
    ]
    paths += [
        reverse("sitemap_records", args=[kind, number + 1])
        for kind in sitemaps.RECORDS
        for number in range(sitemaps.record_files(kind))
    ]
    items = "".join(f"<sitemap><loc>{_address(request, path)}</loc></sitemap>\n" for path in paths)
    return _xml(f"<sitemapindex {NAMESPACES}>\n{items}</sitemapindex>\n")


@require_safe
def sitemap_pages(request: HttpRequest) -> HttpResponse:
    return _url_set(request, sitemaps.page_entries())


@require_safe
def sitemap_photos(request: HttpRequest, number: int) -> HttpResponse:
    entries = list(sitemaps.photo_entries(number)) if 1 <= number <= sitemaps.MOST_FILES else []
    if not entries:
        raise Http404
    return _url_set(request, entries)


@require_safe
def sitemap_records(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    is_known = kind in sitemaps.RECORDS and 1 <= number <= sitemaps.MOST_FILES
    entries = list(sitemaps.record_entries(kind, number)) if is_known else []
    if not entries:
        raise Http404
    return _url_set(request, entries)


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Everything may be read but what is private; search pages say `noindex` themselves."""
    lines = ["User-agent: *"]
    languages = ("", *(f"/{code}" for code, _name in settings.LANGUAGES))
    lines += [f"Disallow: /{room}/" for room in STAFF_ONLY]
    lines += [f"Disallow: {language}/{room}/" for language in languages for room in BY_LINK]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type=TEXT)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116); not found while the settings name nobody."""
    site = SiteSettings.load()
    contact = site.security_email or site.contact_email
    if not contact:
        raise Http404
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    expires = midnight + timedelta(days=SECURITY_TXT_DAYS)
    lines = [
        f"Contact: mailto:{contact}",
        f"Expires: {expires.isoformat()}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {request.build_absolute_uri(reverse('security_txt'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type=TEXT)


def _url_set(request: HttpRequest, entries: Iterable[sitemaps.Entry]) -> HttpResponse:
    host = request.build_absolute_uri("/").rstrip("/")
    items = "".join(_url(host, entry) for entry in entries)
    return _xml(f"<urlset {NAMESPACES}>\n{items}</urlset>\n")


def _url(host: str, entry: sitemaps.Entry) -> str:
    changed = f"<lastmod>{entry.changed.isoformat()}</lastmod>" if entry.changed else ""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(host + path)}"/>'
        for code, path in entry.alternates.items()
    )
    image = _image(host, entry.image) if entry.image else ""
    return f"<url><loc>{escape(host + entry.path)}</loc>{changed}{alternates}{image}</url>\n"


def _image(host: str, address: str) -> str:
    """https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps"""
    # Another server may give out the pictures.
    whole = escape(urljoin(f"{host}/", address))
    return f"<image:image><image:loc>{whole}</image:loc></image:image>"


def _address(request: HttpRequest, path: str) -> str:
    return escape(request.build_absolute_uri(path))


def _xml(content: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>\n{content}', content_type=XML)
