"""People of the index for programs."""

from typing import Any

from django.http import HttpRequest

from commemoration.names.enums import NameRole, Script
from commemoration.names.models.forms import NameForm
from commemoration.names.selectors.answers import Answer, answer
from commemoration.names.selectors.cards import may_be_kept
from commemoration.names.shown import listed_form


def as_json(request: HttpRequest, *, q: str, kind: str, limit: int) -> tuple[dict[str, Any], bool]:
    """`{"query", "total", "results": […]}`; dates are EDTF, reasons are in the active language.

    `total` counts all people who may be meant, of whom at most `limit` are given. The second value
    says whether caches may keep the answer: not one that names somebody who may be living.
    """
    found, answers = answer(q, kind=kind, limit=limit)
    content = {
        "query": found.asked.text,
        "total": found.total,
        "results": [_result(request, each) for each in answers],
    }
    return content, may_be_kept(answers)


def _result(request: HttpRequest, each: Answer) -> dict[str, Any]:
    return {
        "kind": each.kind.slug,
        "id": each.person.pk,
        "url": request.build_absolute_uri(each.card.url),
        "name": {
            "identified": _first(each.forms, role=NameRole.IDENTIFIED, script=Script.LATIN),
            "inscribed": _first(each.forms, role=NameRole.INSCRIBED),
            "cyrillic": _first(each.forms, script=Script.CYRILLIC),
        },
        "born": each.person.birth,
        "died": each.person.death,
        "place": each.card.place,
        "match": {"band": each.band.value, "reasons": each.reasons},
    }


def _first(forms: list[NameForm], **facts: str) -> str:
    """The first form with these facts as a list writes it, "" where there is none."""
    for form in forms:
        if all(getattr(form, name) == value for name, value in facts.items()):
            return listed_form(form)
    return ""
