"""What visitors tell of example graves, for tests: no real people."""

from datetime import date

from django.utils import timezone

from commemoration.core.accounts.models import User
from commemoration.core.consent.models import ConsentText
from commemoration.core.consent.services import record_consent
from commemoration.submissions.enums import Actor, Reason, SubmissionState
from commemoration.submissions.models import Contact, Submission, SubmittedWords
from commemoration.submissions.services.review import approve
from commemoration.submissions.services.states import create_submission
from tests.factories.regiment import sent_picture
from tests.factories.staff import superuser
from tributes.graves.contributions.selectors.subjects import key_of
from tributes.graves.enums import Told
from tributes.graves.models import Burial, BurialSite

TELLER = {"sender_name": ["Ирина"], "sender_town": ["Exempleville"]}
KNOWN = {"text": ["Он родился в 1914 году.\r\n\r\n<b>Так</b> в письме."], "source": ["Письмо"]}

# As a browser sends the pages of each form, with all that can be agreed to, and pictures.
STEPS = {
    Told.CORRECTION: {"what": {"part": ["birth"], **KNOWN}, "teller": TELLER},
    Told.PHOTO: {"stone": {"text": ["Надпись"], "source": ["Лето 2019"]}, "teller": TELLER},
    Told.REQUEST: {"request": {"note": ["Третий ряд"]}},
    Told.RELATIVE: {
        "kinship": {"relation": ["grandchild"], "text": ["Это мой дед."]},
        "teller": TELLER,
    },
    Told.RECOGNISED: {"who": KNOWN, "teller": TELLER},
}


def sent_about(
    record: Burial | BurialSite,
    told: Told,
    *,
    scopes=None,
    pictures: int = 0,
    email: str = "irina@example.org",
    **steps,
) -> Submission:
    """A submission that waits for review; `steps` changes fields of a step."""
    submission = create_submission(
        kind=told.value,
        about=key_of(record),
        language="ru",
        state=SubmissionState.WAITING,
        reason=Reason.ENTERED,
        actor=Actor.STAFF,
    )
    Contact.objects.create(submission=submission, name="Ирина", email=email)
    fields = {slug: {**typed, **steps.get(slug, {})} for slug, typed in STEPS[told].items()}
    SubmittedWords.objects.create(
        submission=submission,
        steps={slug: {"version": 1, "fields": typed} for slug, typed in fields.items()},
        saved_at=timezone.now(),
    )
    agreed(submission, *(submission.of_kind.scopes if scopes is None else scopes))
    for place in range(pictures):
        sent_picture(submission, place)
    return submission


def agreed(to: Submission, *scopes: str) -> None:
    text, _made = ConsentText.objects.get_or_create(
        purpose=to.kind, version=1, language="ru", defaults={"text": "I agree."}
    )
    record_consent(
        purpose=to.kind, subject=to.key, text=text, scopes=scopes, given_on=date(2020, 3, 1)
    )


def accepted(submission: Submission, user=None) -> Submission:
    """Staff approve it as it was sent."""
    submission.words.refresh_from_db()
    version = submission.words.version
    approve(submission=submission, user=user or _staff(), seen_version=version)
    submission.refresh_from_db()
    return submission


def _staff() -> User:
    return User.objects.filter(username="root").first() or superuser()
