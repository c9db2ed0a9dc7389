"""`/dev/mail/`: routed on development machines only."""

from django.urls import path, register_converter

from commemoration.core.outbox.views.developers import show_letter, show_letters


class LetterName:
    regex = r"[0-9]{8}-[0-9]{6}-[0-9]{6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(LetterName, "letter")

app_name = "mail"
urlpatterns = [
    path("", show_letters, name="letters"),
    path("<letter:name>/", show_letter, name="letter"),
]
