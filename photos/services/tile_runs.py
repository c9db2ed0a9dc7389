"""Makes the tiles of pictures that wait, some beside each other, so that no processor is idle.

A task is there for one picture, and takes along those that wait after it. Their own tasks then find
nothing to do, or do it if this worker is killed. A picture at which something went wrong is left to
its own task, and made alone: it must not cost its neighbours their attempts.
"""

import logging
import os
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from django.db.models import F

from photos.iiif import tile_files
from photos.models.images import ArchiveImage
from photos.services.tiles import NoRoomForTilesError, claim, finish, make_tiles_of

AT_ONCE = min(2, os.cpu_count() or 1)
SECONDS = 5.0  # for which other tasks wait
MOST = 200  # pictures; more are not made in that time
# Libvips holds a few rows of tiles: two pictures of this size take little memory together.
LARGEST_BESIDE = 40_000_000  # pixels

logger = logging.getLogger(__name__)


def make_tiles_from(image_id: int, *, seconds: float = SECONDS) -> bool:
    """Make the tiles of this picture, and of those that wait after it, for so many seconds.

    Whether the tiles of the first are in their place now. Raises what went wrong with it.
    """
    waiting = ArchiveImage.objects.waiting_for_tiles().filter(pk=image_id)
    attempts = waiting.values_list("tile_attempts", flat=True).first()
    if attempts is None:
        return False
    if attempts:
        return make_tiles_of(image_id)
    return _Run(image_id, seconds).work()


class _Run:
    def __init__(self, first: int, seconds: float):
        beside = ArchiveImage.objects.waiting_for_tiles().filter(tile_attempts=0)
        beside = beside.exclude(pk=first).alias(pixels=F("width") * F("height"))
        beside = beside.filter(pixels__lte=LARGEST_BESIDE).order_by("pk")
        self._first, self._deadline = first, time.monotonic() + seconds
        self._coming = deque([first, *beside.values_list("pk", flat=True)[:MOST]])
        self._under_way: deque[_Making] = deque()
        self._done, self._fault = False, None

    def work(self) -> bool:
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="tiles") as pool:
            try:
                self._begin(pool)
                while self._under_way:
                    self._finish(self._under_way.popleft())
                    self._begin(pool)
            finally:
                for making in self._under_way:
                    making.abandon()
        if self._fault:
            raise self._fault
        return self._done

    def _begin(self, pool: ThreadPoolExecutor) -> None:
        """One more than are made at once, so that the next begins while one is put in its place."""
        while self._coming and len(self._under_way) <= AT_ONCE:
            if self._coming[0] != self._first and time.monotonic() > self._deadline:
                return
            try:
                self._under_way.append(_Making(self._coming.popleft(), pool))
            except NoRoomForTilesError:
                self._coming.clear()
                if not self._under_way:
                    raise

    def _finish(self, making: "_Making") -> None:
        try:
            done = making.finish()
        except Exception as error:
            if making.image_id == self._first:
                self._fault = error
            else:
                logger.exception("The tiles of picture %s are left to its task", making.image_id)
        else:
            self._done = self._done or (done and making.image_id == self._first)


class _Making:
    """The tiles of one picture on their way: written in a thread, put in their place here."""

    def __init__(self, image_id: int, pool: ThreadPoolExecutor):
        from photos.iiif.pyramid import write_pyramid  # here, since it loads libvips

        self.image_id = image_id
        with ExitStack() as held:
            self._order = held.enter_context(claim(image_id))
            if self._order is not None:
                folder = held.enter_context(tile_files.workshop())
                self._made = folder / str(self._order.uuid)
                self._size = pool.submit(
                    write_pyramid, self._order.picture, self._made, limit=self._order.limit
                )
            self._held = held.pop_all()

    def finish(self) -> bool:
        with self._held:
            return self._order is not None and finish(self._order, self._made, self._size.result())

    def abandon(self) -> None:
        with self._held:
            if self._order is not None and not self._size.cancel():
                self._size.exception()
