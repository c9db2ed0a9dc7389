"""The fixed words of a submission, with the named groups of its states."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SubmissionState(models.TextChoices):
    """Where a submission stands."""

    DRAFT = "draft", _("draft")
    UNCONFIRMED = "unconfirmed", _("awaiting confirmation by e-mail")
    WAITING = "waiting", _("awaiting review")
    CHANGES = "changes", _("changes requested")
    PUBLISHED = "published", _("published")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    ERASED = "erased", _("erased")


State = SubmissionState

UNSENT_STATES = (State.DRAFT, State.UNCONFIRMED)
"""Nobody but the sender has a part in it yet."""

EDITABLE_STATES = (State.DRAFT, State.UNCONFIRMED, State.WAITING, State.CHANGES, State.PUBLISHED)
"""Its sender may change what it says."""

ENDED_STATES = (State.REJECTED, State.WITHDRAWN, State.ERASED)
"""The business is over: what tells who sent it is erased after a while."""

TRANSITIONS = {
    State.DRAFT: (State.UNCONFIRMED, State.WAITING, State.WITHDRAWN),
    State.UNCONFIRMED: (State.WAITING, State.DRAFT, State.WITHDRAWN),
    State.WAITING: (State.CHANGES, State.PUBLISHED, State.REJECTED, State.WITHDRAWN),
    State.CHANGES: (State.WAITING, State.REJECTED, State.WITHDRAWN),
    State.PUBLISHED: (State.WAITING, State.WITHDRAWN),
    State.REJECTED: (State.ERASED,),
    State.WITHDRAWN: (State.ERASED,),
    State.ERASED: (),
}
"""What may follow. The database holds the same list (`models.events`)."""


class Actor(models.TextChoices):
    """Who changed something: a person is named by a number at most."""

    SENDER = "sender", _("the sender")
    STAFF = "staff", _("staff")
    CLOCK = "clock", _("the site itself")


class Reason(models.TextChoices):
    """Why a state changed, as a code: free words stand where they can be erased."""

    BEGUN = "begun", _("begun")
    ENTERED = "entered", _("entered by staff from paper")
    SENT = "sent", _("sent")
    CONFIRMED = "confirmed", _("address confirmed")
    CHANGED = "changed", _("changed by the sender")
    TAKEN_BACK = "taken_back", _("taken back into writing")
    ACCEPTED = "accepted", _("accepted")
    CHANGE_REFUSED = "change_refused", _("change not taken over")
    UNCLEAR = "unclear", _("something is unclear")
    PICTURE = "picture", _("the picture cannot be used")
    CONSENT_MISSING = "consent_missing", _("a consent is missing")
    NOT_OUR_SUBJECT = "not_our_subject", _("not what this page is about")
    UNTRUE = "untrue", _("contradicts the known facts")
    ABUSE = "abuse", _("abuse")
    DUPLICATE = "duplicate", _("already there")
    BY_SENDER = "by_sender", _("wished by the sender")
    OBJECTION = "objection", _("somebody objected")
    TIME_OVER = "time_over", _("the time for it is over")


ASKING_REASONS = (Reason.UNCLEAR, Reason.PICTURE, Reason.CONSENT_MISSING)
"""What staff may ask a change for."""

REJECTING_REASONS = (
    Reason.NOT_OUR_SUBJECT,
    Reason.UNTRUE,
    Reason.ABUSE,
    Reason.DUPLICATE,
    Reason.PICTURE,
    Reason.CONSENT_MISSING,
)
"""What a submission may be rejected for."""


class PublishingFault(models.TextChoices):
    """Why something that was accepted could not be published, as the end of a sentence."""

    CHANGED = "changed", _("it was changed meanwhile")
    PICTURE = "picture", _("a picture cannot be read")
    DISK = "disk", _("there is no room on the disk")
    FILES = "files", _("a file could not be read or written")
    MEMORY = "memory", _("there was not enough memory")
    KILLED = "killed", _("the work was broken off several times")
    REFUSED = "refused", _("the consent, or what it is about, does not allow it any more")
    UNKNOWN = "unknown", _("something went wrong that only the log of the server tells")


class PictureState(models.TextChoices):
    """How far a picture that somebody sent has come."""

    WAITING = "waiting", _("being read")
    READY = "ready", _("ready")
    REFUSED = "refused", _("cannot be used")


class Alive(models.TextChoices):
    """What the sender says of those whom a picture shows."""

    NOBODY = "nobody", _("No, nobody in it is alive")
    AGREED = "agreed", _("Yes, and they agree to be shown")
    UNKNOWN = "unknown", _("I do not know")


class Answer(models.TextChoices):
    """What staff write to a sender for."""

    ASK = "ask", _("asked for a change")
    REJECT = "reject", _("rejected")


REASONS_OF = {Answer.ASK: ASKING_REASONS, Answer.REJECT: REJECTING_REASONS}

ENDING_REASONS = (Reason.BY_SENDER, Reason.OBJECTION, Reason.ABUSE)
"""Why staff take something down, or erase it."""

STAFF_STATES = (State.WAITING, State.CHANGES, State.PUBLISHED, State.REJECTED, State.WITHDRAWN)
"""What staff may see, once it has been sent."""


class ObjectionState(models.TextChoices):
    """Where an objection of a third person stands."""

    UNCONFIRMED = "unconfirmed", _("awaiting confirmation by e-mail")
    OPEN = "open", _("awaiting an answer")
    UPHELD = "upheld", pgettext_lazy("an objection", "upheld")
    REFUSED = "refused", pgettext_lazy("an objection", "refused")


DECIDED_STATES = (ObjectionState.UPHELD, ObjectionState.REFUSED)


class Objector(models.TextChoices):
    """What somebody is to the page that they object to."""

    SHOWN = "shown", _("I can be seen in a picture, or I am named")
    FAMILY = "family", _("I belong to the family of somebody who is shown or named")
    OTHER = "other", _("Something else")


class ObjectionReason(models.TextChoices):
    """Why staff leave something as it is, as a code: free words can be erased."""

    NOT_FOUND = "not_found", _("nothing there concerns the objector")
    OF_THE_DEAD = "of_the_dead", _("nobody alive is shown, and it rests on documents or memory")
    UNCLEAR = "unclear", _("it cannot be made out what is meant")
