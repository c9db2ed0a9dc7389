"""Addresses of a caretaker's pages: in a language, and the one in the letter without."""

from django.urls import path

from tributes.graves.caretakers.views import pages, reports

CARE = "caretaker/<slug:handle>/"
SITE = f"{CARE}site/<slug:slug>/"

urlpatterns = [
    path(CARE, pages.care, name="caretaker"),
    path(f"{CARE}close/", pages.close, name="caretaker_close"),
    path(f"{CARE}sent/<slug:submission>/", pages.open_sent, name="caretaker_sent"),
    path(SITE, reports.report, name="caretaker_report"),
    path(f"{SITE}paper/", pages.paper, name="caretaker_paper"),
    path(f"{SITE}photographs/", reports.photographs, name="caretaker_photographs"),
    path(f"{SITE}photographs/<uuid:uuid>.jpg", reports.photograph, name="caretaker_photograph"),
]

permanent_urlpatterns = [path("caretaker/<str:token>/", pages.link, name="link")]
