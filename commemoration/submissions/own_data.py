"""What the submissions and the rooms of core keep of people, for the register."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from commemoration.core.outbox.selectors import letters_of
from commemoration.core.outbox.services import erase_letters_to
from commemoration.submissions.enums import Actor, Reason
from commemoration.submissions.models.lost_links import LostLink
from commemoration.submissions.models.objections import Objection
from commemoration.submissions.models.records import Submission
from commemoration.submissions.personal_data import (
    Basis,
    PersonalData,
    Responsible,
    register_personal_data,
)
from commemoration.submissions.services.endings import erase_submission
from commemoration.submissions.services.objections import erase_objections_of
from commemoration.submissions.services.renewed_links import close_links_again
from commemoration.submissions.services.restored import (
    erase_objections_again,
    erase_submissions_again,
    withdraw_submissions_again,
)

REVIEWERS = _("the staff who review what is sent")
NOBODY = _("nobody: it works by itself")


def register_own_data() -> None:
    for entry in OWN:
        register_personal_data(entry)


def submissions_of(email: str) -> Iterator[str]:
    for submission in Submission.objects.of_address(email).order_by("pk"):
        pictures = submission.pictures.count()
        state = submission.get_state_display()
        yield f"submission {submission.handle} ({submission.kind}), {state}, {pictures} pictures"


def erase_submissions_of(email: str) -> int:
    found = list(Submission.objects.of_address(email).order_by("pk"))
    for submission in found:
        erase_submission(submission=submission, reason=Reason.BY_SENDER, actor=Actor.STAFF)
    return len(found)


def objections_of(email: str) -> Iterator[str]:
    for objection in Objection.objects.filter(words__email=email.strip().lower()).order_by("pk"):
        yield f"objection {objection.handle}, {objection.get_state_display()}"


def letters_to(email: str) -> Iterator[str]:
    for letter in letters_of(email).order_by("pk"):
        yield f"letter {letter.uuid} ({letter.template or 'text'}), {letter.status}"


def _after_the_end() -> str:
    days = settings.SUBMISSION_KEEP_DAYS
    text = ngettext(
        "As long as it is under way or published, then %(days)s day; at once if you erase it. "
        "A draft that nobody goes on with: %(draft)s days.",
        "As long as it is under way or published, then %(days)s days; at once if you erase it. "
        "A draft that nobody goes on with: %(draft)s days.",
        days,
    )
    return text % {"days": days, "draft": settings.SUBMISSION_DRAFT_DAYS}


def _as_the_proof() -> str:
    return _after_the_end() + " " + _now("Of a veteran: as long as the record of the veteran.")


def _after_the_answer() -> str:
    days = settings.SUBMISSION_KEEP_DAYS
    text = ngettext(
        "%(days)s day after it was answered; if it is never confirmed, %(draft)s days.",
        "%(days)s days after it was answered; if it is never confirmed, %(draft)s days.",
        days,
    )
    return text % {"days": days, "draft": settings.SUBMISSION_DRAFT_DAYS}


def _letter_days() -> str:
    days = settings.OUTBOX_KEEP_DAYS
    text = ngettext("%(days)s day after it was sent.", "%(days)s days after it was sent.", days)
    return text % {"days": days}


def _end_again() -> int:
    return withdraw_submissions_again() + close_links_again()


SENDER = PersonalData(
    slug="sender",
    title=_("Name and e-mail address of who sends something"),
    fields=("submissions.Contact.email", "submissions.Contact.name"),
    purpose=_("To write to you about what you sent, and to let you change or withdraw it."),
    basis=Basis.REQUEST,
    responsible=Responsible.BOTH,
    seen_by=REVIEWERS,
    kept=_after_the_end,
    find=submissions_of,
    erase=erase_submissions_of,
    erase_again=erase_submissions_again,
    end_again=_end_again,
)
WORDS = PersonalData(
    slug="words",
    title=_("What you write about a relative, and what the staff ask you"),
    fields=(
        "submissions.SubmittedWords.steps",
        "submissions.SubmittedWords.edited",
        "submissions.SubmittedWords.accepted",
        "submissions.SubmittedWords.question",
        "submissions.SubmittedWords.note",
    ),
    purpose=_("To publish what you ask us to publish, after somebody has read it."),
    basis=Basis.CONSENT,
    responsible=Responsible.BOTH,
    seen_by=REVIEWERS,
    kept=_after_the_end,
    is_health=True,
)
PICTURES = PersonalData(
    slug="pictures",
    title=_("Pictures that you send, with what you say of them"),
    fields=(
        "submissions.SubmittedPicture.original",
        "submissions.SubmittedPicture.original_name",
        "submissions.SubmittedPicture.picture",
        "submissions.SubmittedPicture.preview",
        "submissions.SubmittedPicture.caption",
        "submissions.SubmittedPicture.accepted",
        "submissions.SubmittedPicture.edited",
        "submissions.SubmittedPicture.sha256",
    ),
    purpose=_(
        "To publish what you ask us to publish. The file as it came, with the place and the "
        "camera that it may name, is erased with the decision."
    ),
    basis=Basis.CONSENT,
    responsible=Responsible.BOTH,
    seen_by=REVIEWERS,
    kept=_after_the_end,
    is_of_children=True,
)
LOST_LINKS = PersonalData(
    slug="lost_links",
    title=_("The address of who asks for a new link"),
    fields=("submissions.LostLink.email",),
    purpose=_("To send the link."),
    basis=Basis.REQUEST,
    responsible=Responsible.BOTH,
    seen_by=NOBODY,
    kept=lambda: _("Some seconds, until it is sent."),
    erase=lambda email: LostLink.objects.filter(email__iexact=email).delete()[0],
)
OBJECTIONS = PersonalData(
    slug="objections",
    title=_("Who objects to a page, and why"),
    fields=(
        "submissions.ObjectionWords.email",
        "submissions.ObjectionWords.page",
        "submissions.ObjectionWords.why",
        "submissions.ObjectionWords.answer",
    ),
    purpose=_("To look into the objection, take down what must not be shown, and answer you."),
    basis=Basis.DUTY_TO_ANSWER,
    responsible=Responsible.BOTH,
    seen_by=REVIEWERS,
    kept=_after_the_answer,
    find=objections_of,
    erase=erase_objections_of,
    erase_again=erase_objections_again,
)
CONSENT = PersonalData(
    slug="consent",
    title=_("Name of who agreed to something, with the scan of a paper if there is one"),
    fields=(
        "core.ConsentEvidence.giver",
        "core.ConsentEvidence.note",
        "core.ConsentEvidence.scan",
    ),
    purpose=_("To be able to show what was agreed to, when and by whom."),
    basis=Basis.DUTY,
    responsible=Responsible.BOTH,
    seen_by=REVIEWERS,
    kept=_as_the_proof,
)
LETTERS = PersonalData(
    slug="letters",
    title=_("Letters that the site sends"),
    fields=(
        "core.OutboxMessage.to",
        "core.OutboxMessage.reply_to",
        "core.OutboxMessage.subject",
        "core.OutboxMessage.body",
        "core.OutboxMessage.last_error",
    ),
    purpose=_("So that no letter is lost when a mail server is out of order."),
    basis=Basis.REQUEST,
    responsible=Responsible.BOTH,
    seen_by=_("nobody reads them; the staff see to which domain one could not be sent"),
    kept=_letter_days,
    find=letters_to,
    erase=erase_letters_to,
)
ACCOUNTS = PersonalData(
    slug="accounts",
    title=_("Accounts of the staff"),
    fields=(
        "core.User.email",
        "core.User.first_name",
        "core.User.last_name",
        "core.User.username",
        "core.User.password",
    ),
    purpose=_("To let the staff work, and to know who has decided what."),
    basis=Basis.INTEREST,
    responsible=Responsible.BOTH,
    seen_by=_("the staff"),
    kept=lambda: _("As long as somebody works with the site."),
)
LIMITS = PersonalData(
    slug="limits",
    title=_("A trace of the network address of who sends a form or signs in wrongly"),
    fields=(
        "core.RateLimitCounter.key_hash",
        "axes.AccessAttempt.ip_address",
        "axes.AccessFailureLog.ip_address",
        "axes.AccessLog.ip_address",
    ),
    purpose=_("To keep the forms open when somebody misuses them."),
    basis=Basis.INTEREST,
    responsible=Responsible.BOTH,
    seen_by=NOBODY,
    kept=lambda: _("An hour for forms, as a number that cannot be turned back; days for sign-in."),
)

OWN = (SENDER, WORDS, PICTURES, LOST_LINKS, OBJECTIONS, CONSENT, LETTERS, ACCOUNTS, LIMITS)
