"""Registers the screens of consents with the admin; core's own hooks call it."""

from django.urls import include, path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from . import staff_urls
from .viewsets import ConsentTextViewSet


@hooks.register("register_admin_urls")
def register_consent_urls():
    return [path("consents/", include(staff_urls, namespace="consents"))]


register_snippet(ConsentTextViewSet)
