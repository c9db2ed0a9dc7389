from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from commemoration.home.load_data.photos import SLUGS, add_photos, remove_photos


class Command(BaseCommand):
    help = (
        "Makes labelled synthetic photographs to measure the site with, up to the number given. "
        "Can be run twice. Every part of the site that holds records adds its own option."
    )

    def add_arguments(self, parser):
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--photos", type=int, metavar="N", help="how many there shall be")
        what.add_argument(
            "--remove", action="store_true", help="remove every synthetic record again"
        )

    def handle(self, *, photos, remove, **options):
        if not settings.DEMO_ALLOWED:
            raise CommandError("Synthetic records have no place on a production site.")
        if remove:
            self.stdout.write(f"{remove_photos(self._report)} synthetic photographs removed.")
            return
        if not 0 < photos < 1_000_000:
            raise CommandError("Ask for 1 to 999,999 photographs.")
        done = add_photos(photos, self._report)
        self.stdout.write(
            f"{done.added} synthetic photographs added, {done.before} were there, "
            f"in {len(SLUGS)} collections."
        )

    def _report(self, line: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(line, ending="\r")
            self.stdout.flush()
