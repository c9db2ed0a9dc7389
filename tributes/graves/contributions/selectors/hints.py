"""Remarks for whoever reviews what is told of a grave. They decide nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import get_language, gettext, ngettext

from commemoration.core.edtf import in_words
from commemoration.submissions.models.records import Submission
from tributes.graves.contributions.selectors.requests import open_requests_of
from tributes.graves.contributions.selectors.subjects import record_of
from tributes.graves.enums import Told
from tributes.graves.models.burials import Burial
from tributes.graves.models.contributions import Contribution
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.names import shown_name


def hints(submission: Submission, values: Mapping[str, Any]) -> list[str]:
    """What the record says, what is there already, who waits."""
    record = record_of(submission.about)
    if record is None:
        return []
    return [*_facts(record), *_already_there(submission, record), *_waiting(submission, record)]


def _facts(record: Burial | BurialSite) -> Iterator[str]:
    if not isinstance(record, Burial):
        return
    language = get_language() or ""
    yield gettext("The record says: %(name)s; born: %(birth)s; died: %(death)s.") % {
        "name": shown_name(record, language).listed,
        "birth": in_words(record.birth, language),
        "death": in_words(record.death, language),
    }


def _already_there(submission: Submission, record: Burial | BurialSite) -> Iterator[str]:
    told = Contribution.objects.filter(kind=submission.kind).exclude(key=submission.key)
    about = {"burial": record} if isinstance(record, Burial) else {"site": record}
    number = told.filter(is_public=True, **about).count()
    if number:
        yield ngettext(
            "The page shows %(number)s contribution of this kind already.",
            "The page shows %(number)s contributions of this kind already.",
            number,
        ) % {"number": number}


def _waiting(submission: Submission, record: Burial | BurialSite) -> Iterator[str]:
    if submission.kind not in (Told.PHOTO, Told.REQUEST):
        return
    number = open_requests_of(record).exclude(key=submission.key).count()
    if not number:
        return
    if submission.kind == Told.REQUEST:
        yield ngettext(
            "%(number)s family waits for a photograph of it already.",
            "%(number)s families wait for a photograph of it already.",
            number,
        ) % {"number": number}
        return
    yield ngettext(
        "%(number)s family waits for a photograph of it, and is told when you accept this.",
        "%(number)s families wait for a photograph of it, and are told when you accept this.",
        number,
    ) % {"number": number}
