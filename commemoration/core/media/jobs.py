"""The periodic job of the files."""

from datetime import timedelta

from commemoration.core.media.uploads import remove_abandoned_uploads
from commemoration.core.runtime.periodic import register_periodic


def register_media_jobs() -> None:
    register_periodic("media.remove_uploads", timedelta(hours=12), remove_abandoned_uploads)
