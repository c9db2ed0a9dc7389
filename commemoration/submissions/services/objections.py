"""Somebody objects to what is public: it is confirmed, answered in time, and forgotten later."""

from datetime import datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from commemoration.core.media.storage import after_commit
from commemoration.core.outbox.services import erase_letters_to, queue_message
from commemoration.submissions.enums import (
    DECIDED_STATES,
    ENDED_STATES,
    Actor,
    ObjectionReason,
    ObjectionState,
    Reason,
)
from commemoration.submissions.links import sign_objection
from commemoration.submissions.models.objections import Objection, ObjectionWords
from commemoration.submissions.models.records import Contact
from commemoration.submissions.pages import path_of, section_at
from commemoration.submissions.selectors.objections import objections_for, record_at, submission_of
from commemoration.submissions.services.endings import withdraw_submission
from commemoration.submissions.tombstones import write_tombstones


@transaction.atomic
def raise_objection(
    *, page: str, who: str, why: str, email: str, language: str, writes: bool = True
) -> Objection:
    """Keep it until its address is confirmed; staff do not see it before."""
    found = record_at(page)
    kind, subject = (found[0].slug, found[1]) if found else ("", None)
    objection = Objection.objects.create(
        kind=kind,
        subject=subject,
        section="" if found else section_at(path_of(page)),
        language=language,
        state_since=timezone.now(),
    )
    ObjectionWords.objects.create(
        objection=objection, email=email.strip().lower(), page=page.strip(), who=who, why=why
    )
    if writes:
        _write(objection, "confirm")
    return objection


@transaction.atomic
def confirm_objection(objection: Objection) -> Objection:
    """Staff have OBJECTION_DAYS from now on. Twice is once."""
    objection = _locked(objection)
    if objection.state == ObjectionState.UNCONFIRMED:
        objection.due_at = timezone.now() + timedelta(days=settings.OBJECTION_DAYS)
        _change(objection, ObjectionState.OPEN)
        _write(objection, "received", due=timezone.localdate(objection.due_at))
    return objection


@transaction.atomic
def uphold_objection(*, objection: Objection, user) -> None:
    """In one step: what it is about is taken down, whoever sent that and whoever objects are told.

    A page that nobody has sent is looked after by hand; then this says that it was done.
    """
    objection = _open(objection, user)
    _take_down(objection, user)
    _change(objection, ObjectionState.UPHELD, user)
    _write(objection, "upheld")


@transaction.atomic
def refuse_objection(*, objection: Objection, user, reason: str, answer: str) -> None:
    """Leave it as it is, and say why. ValidationError by field."""
    objection = _open(objection, user)
    errors = {}
    if reason not in ObjectionReason.values:
        errors["reason"] = _("Choose a reason.")
    if not answer.strip():
        errors["answer"] = _("Write to the objector why.")
    if errors:
        raise ValidationError(errors)
    objection.reason = reason
    ObjectionWords.objects.filter(objection=objection).update(answer=answer.strip())
    _change(objection, ObjectionState.REFUSED, user)
    _write(objection, "refused", answer=answer.strip())


@transaction.atomic
def erase_objection(objection: Objection) -> None:
    """Who objected, and why, is gone for good; that something was decided stays, as codes."""
    words = ObjectionWords.objects.filter(objection=objection).first()
    if words is None:
        return
    words.delete()
    others = ObjectionWords.objects.filter(email=words.email).exists()
    if not (others or Contact.objects.filter(email=words.email).exists()):
        erase_letters_to(words.email)
    after_commit(write_tombstones, [objection.key])


def erase_objections_of(email: str) -> int:
    found = list(Objection.objects.filter(words__email=email.strip().lower()).order_by("pk"))
    for objection in found:
        erase_objection(objection)
    return len(found)


def erase_due_objections(now: datetime | None = None) -> int:
    """What was answered SUBMISSION_KEEP_DAYS ago, or never confirmed; how many."""
    now = now or timezone.now()
    answered = now - timedelta(days=settings.SUBMISSION_KEEP_DAYS)
    begun = now - timedelta(days=settings.SUBMISSION_DRAFT_DAYS)
    due = Objection.objects.filter(words__isnull=False).filter(
        Q(state__in=DECIDED_STATES, state_since__lt=answered)
        | Q(state=ObjectionState.UNCONFIRMED, state_since__lt=begun)
    )
    found = list(due.order_by("pk"))
    for objection in found:
        erase_objection(objection)
    return len(found)


def _take_down(objection: Objection, user) -> None:
    submission = submission_of(objection)
    if submission is not None and submission.state not in ENDED_STATES:
        withdraw_submission(
            submission=submission, reason=Reason.OBJECTION, actor=Actor.STAFF, staff=user
        )
    elif objection.of_kind is not None:
        objection.of_kind.take_down(objection.subject, user=user)


def _locked(objection: Objection) -> Objection:
    return Objection.objects.select_for_update(of=("self",)).get(pk=objection.pk)


def _open(objection: Objection, user) -> Objection:
    objection = _locked(objection)
    if not objections_for(user).filter(pk=objection.pk).exists():
        raise PermissionDenied
    if objection.state != ObjectionState.OPEN:
        raise ValidationError(_("Somebody has answered this objection already."))
    return objection


def _change(objection: Objection, to: str, user=None) -> None:
    objection.state, objection.state_since, objection.decided_by = to, timezone.now(), user
    objection.save()


def _write(objection: Objection, template: str, **context) -> None:
    """A letter to the objector; nothing once it is erased who that was."""
    words = ObjectionWords.objects.filter(objection=objection).first()
    if words is None:
        return
    path = reverse("submission_links:objection", args=[sign_objection(objection)])
    is_known = objection.state != ObjectionState.UNCONFIRMED
    queue_message(
        template=f"objection_{template}",
        to=words.email,
        language=objection.language,
        reply_to=settings.FEEDBACK_ADDRESS,
        context={
            "page": words.page if is_known else _own_address(objection),
            "link": urljoin(settings.WAGTAILADMIN_BASE_URL, path),
            **context,
        },
    )


def _own_address(objection: Objection) -> str:
    """What a letter names as long as anybody may have typed its address: words of theirs would
    reach a stranger under our name. The record, or the whole site."""
    kind = objection.of_kind
    path = kind.public_url(objection.subject, objection.language) if kind else ""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)
