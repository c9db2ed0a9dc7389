from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from commemoration.home.load_data.entries import add_entries, remove_entries
from commemoration.home.load_data.people import add_people, remove_people
from commemoration.home.load_data.photos import add_photos, remove_photos
from commemoration.home.load_data.sites import add_sites, remove_sites

# In this order: people lie at sites, entries share pictures with photographs. Removed in the
# opposite one.
KINDS = {
    "photos": ("photographs", add_photos, remove_photos),
    "sites": ("burial sites", add_sites, remove_sites),
    "people": ("people", add_people, remove_people),
    "entries": ("entries of the Immortal Regiment", add_entries, remove_entries),
}
LARGEST = 999_999


class Command(BaseCommand):
    help = (
        "Makes labelled synthetic records to measure the site with, of each kind up to the number "
        "given. Can be run twice. People lie at synthetic sites; where there are none they are "
        "made. Every part of the site that holds records adds its own option."
    )

    def add_arguments(self, parser):
        for option, (what, _add, _remove) in KINDS.items():
            parser.add_argument(
                f"--{option}", type=int, metavar="N", help=f"how many {what} there shall be"
            )
        parser.add_argument(
            "--remove", action="store_true", help="remove every synthetic record again"
        )

    def handle(self, *, remove, **options):
        if not settings.DEMO_ALLOWED:
            raise CommandError("Synthetic records have no place on a production site.")
        wanted = {option: options[option] for option in KINDS if options[option] is not None}
        if remove == bool(wanted):
            raise CommandError("Say either how many there shall be of what, or --remove.")
        if not all(0 < number <= LARGEST for number in wanted.values()):
            raise CommandError(f"Ask for 1 to {LARGEST:,} records of a kind.")
        if remove:
            self._remove()
        for option, number in wanted.items():
            what, add, _remove = KINDS[option]
            done = add(number, self._report)
            self.stdout.write(f"{done.added} synthetic {what} added, {done.before} were there.")

    def _remove(self):
        for what, _add, remove in reversed(KINDS.values()):
            self.stdout.write(f"{remove(self._report)} synthetic {what} removed.")

    def _report(self, line: str) -> None:
        if self.stdout.isatty():
            self.stdout.write(line, ending="\r")
            self.stdout.flush()
