"""A developer's look at the letters that would have been sent."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from commemoration.core.outbox.mail_folder import kept_letter, kept_letters


def show_letters(request: HttpRequest) -> HttpResponse:
    return render(request, "dev/mail.html", {"letters": kept_letters()})


def show_letter(request: HttpRequest, name: str) -> HttpResponse:
    letter = kept_letter(name)
    if letter is None:
        raise Http404
    return render(request, "dev/letter.html", {"letter": letter})
