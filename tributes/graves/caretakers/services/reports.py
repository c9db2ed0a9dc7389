"""How a caretaker writes a report: begun with the first words, kept as typed, sent once."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from commemoration.core.consent.enums import GivenBy
from commemoration.core.rate_limits.services import hit
from commemoration.submissions.answers import Typed
from commemoration.submissions.kinds import submission_kind
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import Submission
from commemoration.submissions.sections import section_of_kind
from commemoration.submissions.services.drafts import begin_draft, save_step, send_submission
from commemoration.submissions.services.pictures import change_picture
from tributes.graves.caretakers.about import about_place
from tributes.graves.caretakers.enums import KIND, STEP
from tributes.graves.caretakers.selectors.care import report_in_writing
from tributes.graves.caretakers.services.access import LinkClosed, lock_caretaker
from tributes.graves.models.caretakers import Caretaker, CaretakerReport
from tributes.graves.models.sites import BurialSite

REPORTS_A_DAY = 30
DAY = timedelta(days=1)


class NotNow(Exception):
    """No new report may be begun now; what has begun goes on. `words` say why, `status` is that of
    the answer."""

    def __init__(self, words: str, status: int):
        self.words, self.status = words, status
        super().__init__(words)


def require_open() -> None:
    """`NotNow` while the section is closed."""
    if section_of_kind(submission_kind(KIND)).is_closed:
        raise NotNow(
            _(
                "Reports are not taken in for a few days, because somebody is misusing our forms. "
                "Please come back then, or fill in the form on paper."
            ),
            503,
        )


@transaction.atomic
def report_of_form(
    *, caretaker: Caretaker, site: BurialSite, form_key: UUID, language: str
) -> CaretakerReport:
    """The report that this form was typed into, or the one that is being written about the site,
    or a new one. A form that comes twice at once is one report. `LinkClosed` if the link was
    closed while the form was on its way, `NotNow` if none may be begun."""
    caretaker = lock_caretaker(caretaker)
    if not caretaker.is_open:
        raise LinkClosed
    own = CaretakerReport.objects.filter(caretaker=caretaker, site=site)
    found = own.filter(form_key=form_key).first() or report_in_writing(caretaker, site)
    if found is not None:
        return found
    require_open()
    # Within the transaction: what comes to nothing is not counted.
    if not hit(scope="graves.reports", key=caretaker.handle, limit=REPORTS_A_DAY, window=DAY):
        raise NotNow(
            _(
                "You have begun very many reports within a day. Please go on tomorrow, or fill in "
                "the form on paper."
            ),
            429,
        )
    submission = begin_draft(
        kind=submission_kind(KIND),
        language=language,
        email=caretaker.email,
        about=about_place(caretaker, site.pk),
        writes=False,
    )
    return CaretakerReport.objects.create(
        submission=submission, form_key=form_key, caretaker=caretaker, site=site
    )


def keep_words(*, submission: Submission, fields: Typed, seen_version: int) -> int:
    """Keep what was typed, right or wrong; the new version. The caretaker reads our letters, since
    the link came in one. Raises what `save_step` raises."""
    return save_step(
        submission=submission,
        step=STEP,
        fields=fields,
        seen_version=seen_version,
        by_letter=True,
    )


def describe_pictures(pictures: Mapping[SubmittedPicture, Mapping[str, str]]) -> None:
    """Keep what is said of each photograph (`caption`, `alive`), where it has changed."""
    for picture, said in pictures.items():
        if (picture.caption, picture.alive) != (said["caption"], said["alive"]):
            change_picture(picture=picture, turns=picture.turns, crop=picture.crop, **said)


def send_report(*, report: CaretakerReport, scopes: Sequence[str]) -> Submission:
    """Hand it to staff; twice is once. ValidationError where something is missing or wrong."""
    return send_submission(
        submission=report.submission,
        name=report.caretaker.name,
        scopes=scopes,
        by_letter=True,
        given_by=GivenBy.PERSON,
    )
