"""Entries of the Immortal Regiment and what families send, for tests: no real people."""

from datetime import date

from django.core.files.base import ContentFile
from django.utils import timezone

from commemoration.core.consent.models import ConsentText
from commemoration.core.consent.services import record_consent
from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from commemoration.submissions.enums import Actor, PictureState, Reason, SubmissionState
from commemoration.submissions.models import (
    Contact,
    Submission,
    SubmittedPicture,
    SubmittedWords,
)
from commemoration.submissions.services.states import create_submission
from tests.factories.pages import add_page
from tests.factories.pictures import jpeg
from tributes.regiment.enums import CONSENT, KIND, Scope
from tributes.regiment.models import RegimentEntry, RegimentPage
from tributes.regiment.services.entries import publish_entry, save_entry

# As a browser sends the pages of the form.
STEPS = {
    "who": {
        "surname": ["Образцов"],
        "given_name": ["Пётр"],
        "patronymic": ["Иванович"],
        "other_surname": ["Obraztsov"],
        "other_given_name": ["Piotr"],
        "relation": ["grandchild"],
    },
    "life": {
        "birth_how": ["about"],
        "birth_year": ["1915"],
        "birthplace": ["Пример"],
        "living": ["no"],
        "death_how": ["exactly"],
        "death_day": ["9"],
        "death_month": ["9"],
        "death_year": ["1944"],
    },
    "service": {"rank": ["сержант"], "decorations": ["Медаль\nОрден"], "fate": ["killed"]},
    "story": {"story": ["Первый абзац.\r\n\r\nВторой <b>абзац</b>."]},
    "sender": {"sender_name": ["Ирина"], "sender_town": ["Exempleville"]},
}


def entry(*, published: bool = True, **values) -> RegimentEntry:
    """An invented example that is public, unless told otherwise. `names` are (surname, given)."""
    names = values.pop("names", [("Образцов", "Пётр"), ("Obraztsov", "Piotr")])
    values = {
        "birth": "1915",
        "death": "1944",
        "fate": "killed",
        "language": "ru",
        "story": "Рассказ.",
        "relation": "grandchild",
        **values,
    }
    found = save_entry(
        RegimentEntry(is_example=values.pop("is_example", True)),
        names=[NameFacts(NameRole.FAMILY, surname, given) for surname, given in names],
        **values,
    )
    if published:
        publish_entry(found)
        found.refresh_from_db()
    return found


def sent(*, scopes=Scope.values, language: str = "ru", pictures: int = 0, **steps) -> Submission:
    """A submission from paper that waits for review; `steps` changes fields of a step."""
    submission = create_submission(
        kind=KIND,
        language=language,
        state=SubmissionState.WAITING,
        reason=Reason.ENTERED,
        actor=Actor.STAFF,
    )
    Contact.objects.create(submission=submission, name="Ирина")
    fields = {slug: {**told, **steps.get(slug, {})} for slug, told in STEPS.items()}
    SubmittedWords.objects.create(
        submission=submission,
        steps={slug: {"version": 1, "fields": told} for slug, told in fields.items()},
        saved_at=timezone.now(),
    )
    agreed(submission, *scopes)
    for place in range(pictures):
        sent_picture(submission, place)
    return submission


def agreed(to: Submission, *scopes: str) -> None:
    text, _made = ConsentText.objects.get_or_create(
        purpose=CONSENT, version=1, language="ru", defaults={"text": "I agree."}
    )
    record_consent(
        purpose=CONSENT, subject=to.key, text=text, scopes=scopes, given_on=date(2020, 3, 1)
    )


def sent_picture(to: Submission, place: int = 0) -> SubmittedPicture:
    """A picture that has been read already."""
    width, height = 400 + place, 500
    picture = SubmittedPicture(
        submission=to,
        position=place,
        state=PictureState.READY,
        width=width,
        height=height,
        caption=f"Снимок {place + 1}",
        alive="nobody",
        added_at=timezone.now(),
    )
    picture.picture.save(
        f"test/{picture.uuid}/picture.jpg", ContentFile(jpeg(width, height)), save=False
    )
    picture.save()
    return picture


def regiment_page(parent, slug: str = "immortal-regiment", **attributes) -> RegimentPage:
    """The published wall below `parent`."""
    return add_page(parent, RegimentPage(title="Immortal Regiment", slug=slug), **attributes)
