"""The Immortal Regiment as something that can be sent: its steps, its consent, what it becomes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from commemoration.core.enums import Section
from commemoration.names.selectors.answers import answer
from commemoration.names.selectors.finding import Band, find_people
from commemoration.names.shown import spoken_name
from commemoration.submissions.kinds import Step, SubmissionKind
from tributes.regiment.enums import CONSENT, KIND, MOST_PICTURES, PERSON_KIND, Scope
from tributes.regiment.forms.steps import LifeForm, SenderForm, ServiceForm, StoryForm, WhoForm
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.permissions import may_review_entries
from tributes.regiment.services.sent import erase_sent, narrow_sent, publish_sent, take_down_sent

WORDS = _(
    "I send this to the Immortal Regiment, which the embassy and the cultural centre show on this "
    "site. The person whom it is about has died. I may pass on the story and the pictures, and "
    "nobody living is shown in them without having agreed. I can change or withdraw everything at "
    "any time by the link in the letter; it is then taken down at once. My e-mail address is never "
    "shown, and is erased after the end."
)
FEW = 5
ADDRESS = re.compile(r"/(?:[a-z]{2}/)?regiment/([0-9]{1,9})/?")
MOST_COMPARED = 20


def regiment_kind() -> SubmissionKind:
    return SubmissionKind(
        slug=KIND,
        title=_("The Immortal Regiment"),
        start_title=_("Send a portrait and a story"),
        lead=_(
            "Send the portrait and the story of a relative who lived through the war. It is shown "
            "on the wall once somebody of the cultural centre has read it."
        ),
        steps=(
            Step("who", _("Who it is about"), WhoForm),
            Step(
                "life",
                _("Dates and places"),
                LifeForm,
                _("What you do not know, you may leave empty: much can be found out later."),
            ),
            Step("service", _("In the war"), ServiceForm),
            Step("story", _("The story"), StoryForm),
            Step("sender", _("Who tells it"), SenderForm),
        ),
        consent=CONSENT,
        scopes=dict(Scope.choices),
        required_scopes=(Scope.PAGE.value,),
        consent_words=consent_words,
        section=Section.CENTRE.value,
        most_pictures=MOST_PICTURES,
        title_of=title_of,
        publish=publish_sent,
        take_down=take_down_sent,
        narrow=narrow_sent,
        erase=erase_sent,
        public_url=public_url,
        may_review=may_review_entries,
        hints=hints,
        key_at=key_at,
    )


def consent_words(language: str) -> str:
    with override(language):
        return str(WORDS)


def title_of(values: Mapping[str, Any]) -> str:
    """The name as far as it has been written; "" before."""
    return spoken_name(*(values.get(part, "") for part in ("surname", "given_name", "patronymic")))


def public_url(key: UUID, language: str) -> str:
    number = RegimentEntry.objects.published().filter(key=key).values_list("number", flat=True)
    found = number.first()
    if found is None:
        return ""
    with override(language):
        return reverse("regiment:entry", args=[found])


def key_at(path: str) -> UUID | None:
    """Of the entry that can be read there."""
    found = ADDRESS.fullmatch(path)
    if found is None:
        return None
    entries = RegimentEntry.objects.published().filter(number=int(found[1]))
    return entries.values_list("key", flat=True).first()


def hints(submission, values: Mapping[str, Any]) -> list[str]:
    """What a reviewer may want to look at first, beside what every kind is looked through for;
    nothing is decided by it."""
    return [*_already_there(submission, values), *_elsewhere(values)]


def _already_there(submission, values: Mapping[str, Any]) -> Iterator[str]:
    name = title_of(values)
    if not name:
        return
    sure = [m for m in find_people(name, kind=PERSON_KIND).matches if m.band != Band.POSSIBLE]
    people = [match.person.pk for match in sure]
    entries = RegimentEntry.objects.published().filter(named_person__in=people)
    for entry in entries.exclude(key=submission.key).newest_first()[:FEW]:
        text = _now("Perhaps there already, by the name: %(entry)s, %(address)s")
        yield text % {"entry": entry, "address": entry.get_absolute_url()}


def _elsewhere(values: Mapping[str, Any]) -> Iterator[str]:
    """Records of other lists that may tell of the same person, with the reasons of the search."""
    name = title_of(values)
    _found, answers = answer(name, limit=MOST_COMPARED) if name else (None, [])
    likely = [each for each in answers if each.kind.slug != PERSON_KIND]
    sure = [each for each in likely if each.band in (Band.EXACT, Band.SAME_SOUND)]
    for each in sure[:FEW]:
        text = _now("Perhaps the same person in “%(list)s”: %(name)s, %(address)s (%(reasons)s)")
        yield text % {
            "list": each.kind.title,
            "name": each.headline.name,
            "address": each.card.url,
            "reasons": "; ".join(filter(None, [each.died, *each.reasons])),
        }
