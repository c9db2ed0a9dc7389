"""All that the site keeps of a submission, for its sender: JSON and files in one archive."""

import json
import tempfile
import zipfile
from typing import IO

from commemoration.core.consent.models import ConsentRecord
from commemoration.submissions.models.events import SubmissionEvent
from commemoration.submissions.models.pictures import SubmittedPicture, submitted_storage
from commemoration.submissions.models.records import Submission

IN_MEMORY = 5 * 1024 * 1024


def pack_everything(submission: Submission) -> IO[bytes]:
    """A ZIP file, at its beginning; the caller closes it. Pictures are stored, not packed again."""
    archive = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it
    rows = list(submission.pictures.all())
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        words = json.dumps(_said(submission, rows), ensure_ascii=False, indent=2)
        packed.writestr("submission.json", words)
        for row in rows:
            file = row.original or row.picture
            extension = file.name.rpartition(".")[2]
            packed.write(submitted_storage().path(file.name), f"pictures/{row.uuid}.{extension}")
    archive.seek(0)
    return archive


def _said(submission: Submission, rows: list[SubmittedPicture]) -> dict:
    contact, words = submission.contact, submission.words
    return {
        "kind": submission.kind,
        "about": submission.about,
        "state": submission.state,
        "language": submission.language,
        "begun": submission.begun_at.isoformat(),
        "sent": submission.sent_at and submission.sent_at.isoformat(),
        "sender": {
            "email": contact.email,
            "name": contact.name,
            "confirmed": contact.confirmed_at and contact.confirmed_at.isoformat(),
        },
        "words": {slug: kept["fields"] for slug, kept in words.steps.items()},
        "edited_by_staff": words.edited,
        "published": words.accepted,
        "question_of_staff": words.question,
        "pictures": [_picture(row) for row in rows],
        "consents": [_consent(record) for record in _consents(submission)],
        "history": [
            {
                "at": event.at.isoformat(),
                "state": event.to_state,
                "reason": event.reason,
                "by": event.actor,
            }
            for event in SubmissionEvent.objects.filter(submission=submission.key)
        ],
    }


def _picture(row: SubmittedPicture) -> dict:
    return {
        "file": str(row.uuid),
        "name": row.original_name,
        "caption": row.caption,
        "edited_by_staff": row.edited,
        "anyone_alive": row.alive,
        "crop_in_thousandths": row.crop,
        "quarter_turns": row.turns,
        "added": row.added_at.isoformat(),
    }


def _consents(submission: Submission):
    rows = ConsentRecord.objects.filter(purpose=submission.of_kind.consent, subject=submission.key)
    return rows.select_related("text", "evidence")


def _consent(record: ConsentRecord) -> dict:
    evidence = getattr(record, "evidence", None)
    return {
        "given": record.given_on.isoformat(),
        "by": evidence.giver if evidence else "",
        "to": record.scopes,
        "words": record.text.text,
        "version": record.text.version,
        "ended": record.ended_at and record.ended_at.isoformat(),
    }
