"""Pictures that a sender adds: kept privately, read in the background, cropped, taken out."""

import secrets
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import ngettext

from commemoration.core.ingest.likeness import difference_hash
from commemoration.core.ingest.limits import PUBLIC
from commemoration.core.ingest.refusals import PictureRefused
from commemoration.core.ingest.services import check_type, ingest_picture
from commemoration.core.ingest.sniffing import EXTENSIONS
from commemoration.core.media.storage import NewFiles, after_commit, remove_others
from commemoration.core.media.work_folders import Work, work_folder
from commemoration.submissions.enums import PictureState
from commemoration.submissions.models.pictures import SubmittedPicture, submitted_storage
from commemoration.submissions.models.records import Submission, SubmittedWords
from commemoration.submissions.services.states import lock_submission, require_editable
from commemoration.submissions.tasks import read_submitted_picture

PREVIEW_WIDTH = 640

SAID = ["caption", "alive", "turns", "crop_left", "crop_top", "crop_width", "crop_height"]
"""The fields that its sender decides; what staff would say in their place goes with a change."""


@transaction.atomic
def add_picture(*, submission: Submission, file: File, name: str) -> SubmittedPicture:
    """Keep a file as it came and have it read soon. Only its size and first bytes are looked at.

    Raises `PictureRefused` for what is no picture,
    ValidationError when there are too many, OSError when the disk is full (nothing is kept then).
    """
    submission = lock_submission(submission)
    require_editable(submission)
    with work_folder(Work.SUBMITTED) as folder:
        path = Path(folder) / "picture"
        with path.open("wb") as copy:
            for chunk in file.chunks():
                copy.write(chunk)
        media_type = check_type(path, path.stat().st_size, PUBLIC)
        _require_room(submission)
        token = secrets.token_hex(16)
        original = NewFiles().save(
            submitted_storage(), f"{token[:2]}/{token}/original.{EXTENSIONS[media_type]}", path
        )
    last = submission.pictures.aggregate(last=Max("position"))["last"]
    picture = SubmittedPicture.objects.create(
        submission=submission,
        position=0 if last is None else last + 1,
        original=original,
        original_name=Path(name).name[:255].replace("\x00", ""),
        added_at=timezone.now(),
    )
    _note_change(submission)
    read_submitted_picture.enqueue(picture.pk)
    return picture


def read_picture(picture_id: int) -> None:
    """Read a waiting picture to its end: done once, whoever asks and however often.

    What a killed worker leaves is waiting still, and is taken up again (`read_forgotten`).
    """
    picture = SubmittedPicture.objects.filter(pk=picture_id, state=PictureState.WAITING).first()
    if picture is None:
        return
    with work_folder(Work.SUBMITTED) as folder:
        source, work_dir = Path(submitted_storage().path(picture.original.name)), Path(folder)
        try:
            found = ingest_picture(source, work_dir=work_dir, limits=PUBLIC)
        except PictureRefused as refusal:
            _refuse(picture, refusal)
            return
        _keep(picture, found)


@transaction.atomic
def change_picture(
    *,
    picture: SubmittedPicture,
    caption: str,
    alive: str,
    turns: int = 0,
    crop: tuple[int, int, int, int] = (0, 0, 1000, 1000),
) -> None:
    """What its sender says of it, and how it is cut: left, top, width, height in thousandths."""
    submission = lock_submission(picture.submission)
    require_editable(submission)
    picture = SubmittedPicture.objects.select_for_update().get(pk=picture.pk)
    if caption.strip() != picture.caption:
        picture.edited.pop("caption", None)
    picture.caption, picture.alive, picture.turns = caption.strip(), alive, turns
    picture.crop_left, picture.crop_top, picture.crop_width, picture.crop_height = crop
    fields = [field.name for field in SubmittedPicture._meta.fields]
    picture.clean_fields(exclude=set(fields) - set(SAID))
    picture.save(update_fields=[*SAID, "edited"])
    _note_change(submission)


@transaction.atomic
def put_first(picture: SubmittedPicture) -> None:
    """Make it the portrait: the others follow in their order."""
    submission = lock_submission(picture.submission)
    require_editable(submission)
    rows = list(submission.pictures.select_for_update())
    rows.sort(key=lambda row: (row.pk != picture.pk, row.position, row.pk))
    for position, row in enumerate(rows):
        row.position = position
    SubmittedPicture.objects.bulk_update(rows, ["position"])
    _note_change(submission)


@transaction.atomic
def remove_picture(picture: SubmittedPicture) -> None:
    """Take it out: row and files are gone for good."""
    submission = lock_submission(picture.submission)
    require_editable(submission)
    delete_pictures(submission, [picture.uuid])
    _note_change(submission)


def delete_pictures(submission: Submission, uuids: list[UUID] | None = None) -> int:
    """Remove rows and files in the caller's transaction, all of them for None; how many. With them
    goes what a killed worker has left in their folders."""
    rows = submission.pictures.all()
    if uuids is not None:
        rows = rows.filter(uuid__in=uuids)
    folders = {folder for row in rows if (folder := folder_of(row))}
    number = rows.count()
    rows.delete()
    for folder in sorted(folders):
        after_commit(remove_others, submitted_storage(), folder)
    return number


def file_names(picture: SubmittedPicture) -> list[str]:
    files = (picture.original, picture.picture, picture.preview)
    return [file.name for file in files if file]


def folder_of(picture: SubmittedPicture) -> str:
    """Which no other picture has; "" without any file."""
    return next((name.rpartition("/")[0] for name in file_names(picture)), "")


def _keep(picture: SubmittedPicture, found) -> None:
    folder = picture.original.name.rpartition("/")[0]
    preview = _preview_of(found)
    likeness = difference_hash(found.path)
    with transaction.atomic():
        row = SubmittedPicture.objects.select_for_update().filter(pk=picture.pk).first()
        if row is None or row.state != PictureState.WAITING:
            return  # taken out, or read by somebody else, meanwhile
        new = NewFiles()
        row.picture = new.save(submitted_storage(), f"{folder}/picture.jpg", found.path)
        row.preview = new.save(submitted_storage(), f"{folder}/preview.jpg", preview)
        row.width, row.height, row.sha256 = found.width, found.height, found.sha256
        row.likeness, row.state = likeness, PictureState.READY
        row.save()


def _preview_of(found) -> Path:
    jpegs = [each for each in found.derivatives if each.format == "jpg"]
    fitting = [each for each in jpegs if each.width <= PREVIEW_WIDTH]
    return max(fitting or jpegs, key=lambda each: each.width).path


def _refuse(picture: SubmittedPicture, refusal: PictureRefused) -> None:
    said = {"code": refusal.code, "params": refusal.params}
    SubmittedPicture.objects.filter(pk=picture.pk, state=PictureState.WAITING).update(
        state=PictureState.REFUSED, refusal=said
    )


def _require_room(submission: Submission) -> None:
    most = submission.of_kind.most_pictures
    if submission.pictures.count() >= most:
        text = ngettext(
            "There can be %(most)s picture. Take it out first.",
            "There can be %(most)s pictures. Take one out first.",
            most,
        )
        raise ValidationError(text % {"most": most})


def _note_change(submission: Submission) -> None:
    """A review that has not seen this may not decide."""
    words = SubmittedWords.objects.select_for_update().get(submission=submission)
    words.version += 1
    words.saved_at = timezone.now()
    words.save(update_fields=["version", "saved_at"])
