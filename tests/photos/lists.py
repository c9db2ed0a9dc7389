"""Lists of photographs for the tests of imports."""

import csv
import io

from commemoration.core.imports import services

ROW = {
    "accession": "SP-1",
    "file": "a.jpg",
    "date_edtf": "1944-09-03",
    "place_then": "Brussel",
    "latitude": "50.85",
    "longitude": "4,351697",
    "people": "Anna Smirnova | Boris Petrov",
    "subjects": "liberation|streets",
    "rights": "https://rightsstatements.org/vocab/NKC/1.0",
    "credit": "Archive",
    "title_en": "A street",
    "title_ru": "Улица",
}


def sheet(*rows):
    headers = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, headers)
    writer.writeheader()
    writer.writerows(rows)
    return io.BytesIO(file.getvalue().encode())


def undo(batch):
    services.undo_batch(batch, in_background=False)
    services.work_on_batch(batch.pk)
    batch.refresh_from_db()


def errors_of(batch) -> dict[str, list[str]]:
    """What is wrong with the only row, by column."""
    return batch.rows.get().errors
