"""After a restore: erases, takes down and closes again what had ended since the backup was made."""

from django.core.management.base import BaseCommand

from commemoration.submissions.services.restored import end_again, erase_again


class Command(BaseCommand):
    help = (
        "Erase again what the tombstones name, take down what was withdrawn, and close the links "
        "that were closed. Run it after every restore, before the site is open; twice does no harm."
    )

    def handle(self, **options):
        self.stdout.write(f"Erased again: {erase_again()}.")
        self.stdout.write(f"Ended again: {end_again()}.")
