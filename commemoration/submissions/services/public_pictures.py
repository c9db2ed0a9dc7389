"""What remains of a picture after a decision: what is published of it, and nothing beside."""

from pathlib import Path

from PIL import Image

from commemoration.core.media.storage import NewFiles, after_commit, remove_others
from commemoration.core.media.work_folders import Work, work_folder
from commemoration.submissions.models.pictures import SubmittedPicture, submitted_storage
from commemoration.submissions.services.pictures import PREVIEW_WIDTH, file_names, folder_of

WHOLE = (0, 0, 1000, 1000)
JPEG = {"format": "JPEG", "quality": 92, "optimize": True}


def keep_what_is_public(picture: SubmittedPicture) -> SubmittedPicture:
    """In the caller's transaction: the file becomes what its crop shows, what was cut off and the
    file as it came are gone; what is said of it is noted as accepted. A picture that is shown whole
    is not encoded again: it has lost its metadata at ingest."""
    if picture.turns or picture.crop != WHOLE:
        _cut(picture)
    picture.original = ""
    if picture.edited:
        picture.caption, picture.edited = picture.shown_caption, {}
    picture.accepted = {"caption": picture.caption, "alive": picture.alive}
    picture.save()
    after_commit(remove_others, submitted_storage(), folder_of(picture), file_names(picture))
    return picture


def restore_accepted(picture: SubmittedPicture) -> None:
    """Take back what was changed of a published picture."""
    picture.caption, picture.alive = picture.accepted["caption"], picture.accepted["alive"]
    picture.edited = {}
    _show_whole(picture)
    picture.save()


def cut(opened: Image.Image, turns: int, crop: tuple[int, int, int, int]) -> Image.Image:
    """The part that `crop` shows (left, top, width, height in thousandths) after `turns` quarter
    turns to the right; at least one pixel."""
    turned = opened.rotate(-90 * turns, expand=True) if turns else opened
    left, top, width, height = crop
    x, y = left * turned.width // 1000, top * turned.height // 1000
    right = max(x + 1, (left + width) * turned.width // 1000)
    bottom = max(y + 1, (top + height) * turned.height // 1000)
    return turned.crop((x, y, right, bottom))


def _cut(picture: SubmittedPicture) -> None:
    folder = folder_of(picture)
    with work_folder(Work.CUT) as passing:
        shown, small = Path(passing) / "picture.jpg", Path(passing) / "preview.jpg"
        with Image.open(submitted_storage().path(picture.picture.name)) as opened:
            result = cut(opened, picture.turns, picture.crop)
        result.save(shown, **JPEG)
        picture.width, picture.height = result.size
        result.thumbnail((PREVIEW_WIDTH, PREVIEW_WIDTH * 4))
        result.save(small, **JPEG)
        new = NewFiles()
        picture.picture = new.save(submitted_storage(), f"{folder}/shown.jpg", shown)
        picture.preview = new.save(submitted_storage(), f"{folder}/small.jpg", small)
    _show_whole(picture)


def _show_whole(picture: SubmittedPicture) -> None:
    """All that there is of the file, as it stands."""
    picture.turns = 0
    picture.crop_left, picture.crop_top, picture.crop_width, picture.crop_height = WHOLE
