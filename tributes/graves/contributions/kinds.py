"""What visitors may send about a grave: five forms, their consents, and what becomes of them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from commemoration.core.enums import Section
from commemoration.submissions.kinds import PictureWords, Step, Subjects, SubmissionKind
from tributes.graves.contributions.forms import (
    CorrectionForm,
    KinshipForm,
    RecognisedForm,
    RequestForm,
    StoneForm,
    TellerForm,
)
from tributes.graves.contributions.selectors.hints import hints
from tributes.graves.contributions.selectors.stages import request_stage, told_stage
from tributes.graves.contributions.selectors.subjects import find_subjects, key_in
from tributes.graves.contributions.selectors.told import address_of_request, address_of_told
from tributes.graves.contributions.services.requests import (
    erase_request,
    keep_request,
    open_request,
    take_back_request,
)
from tributes.graves.contributions.services.sent import (
    erase_told,
    narrow_told,
    publish_told,
    take_down_told,
)
from tributes.graves.enums import Told, ToldScope
from tributes.graves.permissions import may_review_told

MOST_PHOTOS = 6
MOST_PAPERS = 4

STONES = PictureWords(
    lead=_(
        "The stone from the front, so that it can be read, and the grave with what is around it. "
        "No living person should be seen in the pictures."
    ),
    add=_("Add photographs"),
)
PAPERS = PictureWords(
    lead=_("If you have a document or a photograph that shows it, add it here; else go on."),
    add=_("Add a document or a photograph"),
)
TELLER = Step(
    "teller",
    _("Who tells it"),
    TellerForm,
    _("You may leave both empty: then only the day stands beside it."),
)

SHOWN = _(
    "I send this to the site of the embassy and the cultural centre. What I write is true as far "
    "as I know, and it speaks of people who have died. I may pass on the pictures; nobody living "
    "is shown in them without having agreed. It stands beside the official record and does not "
    "change it. I can change or withdraw it at any time by the link in the letter; it is then "
    "taken down at once. My e-mail address is never shown, and is erased after the end."
)
KEPT = _(
    "The staff of the embassy may keep what I write with the record and write to me about it. Only "
    "what I agree to below is shown. It speaks of people who have died. I can change or withdraw "
    "it at any time by the link in the letter. My e-mail address is never shown, and is erased "
    "after the end."
)
ASKED = _(
    "The staff of the embassy may pass my request on, without my name and address, to whoever "
    "looks after the grave, and write to me when there is an answer. I can take it back at any "
    "time by the link in the letter. My e-mail address is never shown, and is erased after the end."
)
IS_SHOWN = {each.value: each.label for each in (ToldScope.PAGE, ToldScope.SENDER)}
IS_KEPT = {
    ToldScope.KEPT.value: _("The staff may keep this with the record and write to me about it.")
}
IS_ASKED = {
    ToldScope.KEPT.value: _(
        "Whoever looks after the grave may read my request, without my name and address."
    )
}


def grave_kinds() -> list[SubmissionKind]:
    return [_correction(), _photo(), _asked(), _relative(), _recognised()]


def _correction() -> SubmissionKind:
    return _told(
        Told.CORRECTION,
        _(
            "Write what is wrong or missing. The staff compare it with their sources; what "
            "they accept stands beside the record, under your own words."
        ),
        Step("what", _("What is wrong"), CorrectionForm),
    )


def _photo() -> SubmissionKind:
    return _told(
        Told.PHOTO,
        _(
            "Families far away have often never seen the grave. A photograph of the stone is "
            "worth a great deal to them."
        ),
        Step("stone", _("The grave"), StoneForm),
        most_pictures=MOST_PHOTOS,
        fewest_pictures=1,
        picture_words=STONES,
    )


def _relative() -> SubmissionKind:
    return _told(
        Told.RELATIVE,
        _(
            "Tell the staff that you belong to this person's family. Nothing of it is shown "
            "unless you agree to it on the last page."
        ),
        Step("kinship", _("Your relative"), KinshipForm),
        scopes=IS_KEPT | IS_SHOWN,
        required_scopes=(ToldScope.KEPT.value,),
        consent_words=words_in(KEPT),
    )


def _recognised() -> SubmissionKind:
    return _told(
        Told.RECOGNISED,
        _(
            "The name of who lies here is not known. A camp number, a date, a letter kept in a "
            "family may be the missing piece."
        ),
        Step("who", _("Who lies here"), RecognisedForm),
    )


def words_in(words):
    def in_language(language: str) -> str:
        with override(language):
            return str(words)

    return in_language


def _told(told: Told, lead: str, step: Step, **values) -> SubmissionKind:
    """One whose accepted submissions stand on the page of the record; with papers, and shown by
    consent, unless `values` say something else."""
    given = {
        "most_pictures": MOST_PAPERS,
        "picture_words": PAPERS,
        "scopes": IS_SHOWN,
        "required_scopes": (ToldScope.PAGE.value,),
        "consent_words": words_in(SHOWN),
    }
    return SubmissionKind(
        **_common(told, lead),
        steps=(step, TELLER),
        publish=publish_told,
        take_down=take_down_told,
        narrow=narrow_told,
        erase=erase_told,
        public_url=address_of_told,
        stage=told_stage,
        **given | values,
    )


def _asked() -> SubmissionKind:
    return SubmissionKind(
        **_common(
            Told.REQUEST,
            _(
                "Whoever goes there next, or looks after the grave, sees that a family waits. We "
                "write to you when a photograph has come."
            ),
        ),
        steps=(Step("request", _("Your request"), RequestForm),),
        scopes=IS_ASKED,
        required_scopes=(ToldScope.KEPT.value,),
        consent_words=words_in(ASKED),
        most_pictures=0,
        publish=open_request,
        take_down=take_back_request,
        narrow=keep_request,
        erase=erase_request,
        public_url=address_of_request,
        stage=request_stage,
        letters={"published": "photo_request_open"},
    )


def _common(told: Told, lead: str) -> dict[str, Any]:
    return {
        "slug": told.value,
        "title": told.label,
        "lead": lead,
        "consent": told.value,
        "section": Section.EMBASSY.value,
        "title_of": _untitled,
        "may_review": may_review_told,
        "hints": hints,
        "subjects": Subjects(find=find_subjects, key_in=key_in),
    }


def _untitled(values: Mapping[str, Any]) -> str:
    """The record names it."""
    return ""
