"""Work on pictures in the background: only the id is handed over."""

from django_tasks import task


@task(priority=-20)  # a picture is shown before it can be zoomed, so pictures go first
def make_tiles(image_id: int) -> None:
    from photos.services.tile_runs import (
        make_tiles_from,  # tasks are named by services, which do the work
    )

    make_tiles_from(image_id)
