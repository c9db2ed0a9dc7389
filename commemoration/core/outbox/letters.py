"""Writes a letter in its recipient's language from `templates/emails/`."""

from dataclasses import dataclass

from django.template import Context
from django.template.loader import get_template
from django.utils.translation import override


@dataclass(frozen=True)
class Letter:
    subject: str
    body: str


def write_letter(*, template: str, language: str, context: dict) -> Letter:
    """Renders `emails/<template>.subject.txt` and `emails/<template>.txt`, as plain text."""
    with override(language):
        subject = _render(f"emails/{template}.subject.txt", context)
        body = _render(f"emails/{template}.txt", context)
    return Letter(subject=" ".join(subject.split()), body=body.strip() + "\n")


def _render(name: str, context: dict) -> str:
    return get_template(name).template.render(Context(context, autoescape=False))
