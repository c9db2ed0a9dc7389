"""Writes a collection with its scans as a BagIt bag, for another archive or for safe keeping."""

from pathlib import Path
from urllib.parse import urljoin

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from photos.exports.bags import BagRefused, plan_bag, require_room, write_bag
from photos.models.collections import Collection


class Command(BaseCommand):
    help = (
        "Writes the published photographs of a collection as a BagIt bag: masters, list, "
        "checksums. Another site takes it in with: "
        "import_photos DIR/data/photos.csv --images DIR/data/scans"
    )

    def add_arguments(self, parser):
        parser.add_argument("collection", metavar="COLLECTION", help="The short name.")
        parser.add_argument("folder", type=Path, metavar="DIR", help="New or empty.")
        parser.add_argument("--dry-run", action="store_true", help="Only say how large it will be.")

    def handle(self, *args, **options):
        collection = Collection.objects.filter(slug=options["collection"]).first()
        if collection is None:
            raise CommandError(f"There is no collection “{options['collection']}”.")
        plan, folder = plan_bag(collection), options["folder"].absolute()
        self.stdout.write(
            f"{collection.slug}: {plan.photos} photographs, {plan.scans} scans, "
            f"{plan.bytes / 1024**2:.1f} MB"
        )
        try:
            require_room(folder, plan)
            if options["dry_run"]:
                return
            write_bag(collection, folder, urljoin(settings.WAGTAILADMIN_BASE_URL, "/"))
        except BagRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"The bag is in {folder}")
