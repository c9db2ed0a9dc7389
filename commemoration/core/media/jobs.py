"""The periodic jobs of the files."""

from datetime import timedelta

from commemoration.core.media.uploads import remove_abandoned_uploads
from commemoration.core.media.work_folders import remove_forgotten_folders
from commemoration.core.runtime.periodic import register_periodic


def register_media_jobs() -> None:
    register_periodic("media.remove_uploads", timedelta(hours=12), remove_abandoned_uploads)
    register_periodic("media.remove_folders", timedelta(hours=12), remove_forgotten_folders)
