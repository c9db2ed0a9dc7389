"""Makes the tiles of every published picture that lacks them."""

import logging

from django.core.management.base import BaseCommand, CommandError

from photos.services.tiles import NoRoomForTilesError, ask_for_missing_tiles, make_tiles_of

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Make the deep-zoom tiles of every published picture that lacks them, also where that "
        "failed before. Can be run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--later", action="store_true", help="leave the work to the task worker"
        )

    def handle(self, *, later, **options):
        waiting = ask_for_missing_tiles()
        if later:
            self.stdout.write(f"{len(waiting)} pictures wait for tiles.")
            return
        failed = sum(not self._make(pk) for pk in waiting)
        self.stdout.write(f"Tiles of {len(waiting) - failed} pictures made.")
        if failed:
            raise CommandError(f"The tiles of {failed} pictures could not be made; see the log.")

    def _make(self, pk: int) -> bool:
        try:
            make_tiles_of(pk)
        except NoRoomForTilesError as error:
            raise CommandError(str(error)) from error
        except Exception:
            logger.exception("The tiles of picture %s could not be made", pk)
            return False
        return True
