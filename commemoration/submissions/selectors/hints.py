"""Remarks for whoever reviews a submission. They decide nothing: a remark may be wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import BigIntegerField, F, Func, Value
from django.utils.translation import gettext as _

from commemoration.core.ingest.likeness import MOST_BITS
from commemoration.names.selectors.sounding import nearest
from commemoration.names.words import given_keys, surname_sounds
from commemoration.submissions.models.moderation import DeniedName, RefusedPicture
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import Submission

LONGEST_NAME = 200  # letters; what is longer is a text, and not searched for names
FARTHEST = 0.2  # of a sound: other spellings of one name, hardly another name
FEWEST_LETTERS = 20  # below that, capitals are an abbreviation
MOST_CAPITALS = 0.7

_LINK = re.compile(r"(?:https?:/*|www\.)[^\s<>\"]*", re.IGNORECASE)


def hints_of(
    submission: Submission, values: Mapping[str, Any], pictures: Sequence[SubmittedPicture]
) -> list[str]:
    """Those of its kind, then the general ones. `values` are its cleaned values. Two queries
    beside those of the kind."""
    return [
        *map(str, submission.of_kind.hints(submission, values)),
        *_denied_names(str(submission.of_kind.title_of(values)), values),
        *_refused_pictures(pictures),
        *_links(values),
        *_shouting(values),
    ]


def _denied_names(title: str, values: Mapping[str, Any]) -> Iterator[str]:
    """Surname and given name may stand in two fields, or in one."""
    written = [title, *(text for text in _texts(values.values()) if len(text) <= LONGEST_NAME)]
    heard = {text: surname_sounds(text) for text in dict.fromkeys(written)}
    given = set().union(*map(given_keys, heard))
    for denied in DeniedName.objects.all():
        if denied.given_name and not given.intersection(given_keys(denied.given_name)):
            continue
        asked = surname_sounds(denied.surname)[:1]
        for text, sounds in heard.items():
            if asked and nearest(asked[0], sounds, farthest=FARTHEST):
                words = _("“%(text)s” is like a name on the list: %(name)s.")
                yield f"{words % {'text': text, 'name': denied}} {denied.note}".strip()
                break


def _refused_pictures(pictures: Iterable[SubmittedPicture]) -> Iterator[str]:
    for number, picture in enumerate(pictures, 1):
        if picture.likeness is not None and _was_refused(picture.likeness):
            yield _("Picture %(number)s looks like one that came with an abuse before.") % {
                "number": number
            }


def _was_refused(likeness: int) -> bool:
    bits = Func(
        F("likeness"),
        Value(likeness, output_field=BigIntegerField()),
        template="bit_count((%(expressions)s)::bit(64))",
        arg_joiner=" # ",
        output_field=BigIntegerField(),
    )
    return RefusedPicture.objects.annotate(bits=bits).filter(bits__lte=MOST_BITS).exists()


def _links(values: Mapping[str, Any]) -> Iterator[str]:
    found = dict.fromkeys(link for text in _texts(values.values()) for link in _LINK.findall(text))
    for link in list(found)[:5]:
        yield _("There is a link: %(link)s") % {"link": link[:100]}


def _shouting(values: Mapping[str, Any]) -> Iterator[str]:
    for text in _texts(values.values()):
        letters = [letter for letter in _LINK.sub("", text) if letter.isalpha()]
        capitals = sum(letter.isupper() for letter in letters)
        if len(letters) >= FEWEST_LETTERS and capitals > MOST_CAPITALS * len(letters):
            yield _("Much of it is written in capitals.")
            return


def _texts(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, Mapping):
            yield from _texts(value.values())
        elif isinstance(value, list | tuple):
            yield from _texts(value)
