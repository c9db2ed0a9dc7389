from commemoration.submissions.models.events import SubmissionEvent
from commemoration.submissions.models.lost_links import LostLink
from commemoration.submissions.models.moderation import AnswerText, DeniedName, RefusedPicture
from commemoration.submissions.models.objections import Objection, ObjectionWords
from commemoration.submissions.models.pictures import SubmittedPicture
from commemoration.submissions.models.records import (
    Contact,
    Submission,
    SubmissionSection,
    SubmittedWords,
)

__all__ = [
    "AnswerText",
    "Contact",
    "DeniedName",
    "LostLink",
    "Objection",
    "ObjectionWords",
    "RefusedPicture",
    "Submission",
    "SubmissionEvent",
    "SubmissionSection",
    "SubmittedPicture",
    "SubmittedWords",
]
