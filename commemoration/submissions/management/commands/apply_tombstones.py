"""After a restore: erases again what had been erased since the backup was made."""

from django.core.management.base import BaseCommand

from commemoration.submissions.services.restored import erase_again


class Command(BaseCommand):
    help = "Erase again what the tombstones name. Run it after every restore; twice does no harm."

    def handle(self, **options):
        self.stdout.write(f"Erased again: {erase_again()}.")
