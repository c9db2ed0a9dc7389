"""Files that were sent and that no row names, which is mostly a slip in the list."""

from urllib.parse import unquote

from ..archives import FileFolder
from ..importer import Importer
from ..models import ImportBatch


def note_unused_files(batch: ImportBatch, importer: Importer, files: FileFolder | None) -> None:
    """Keep their names with the batch. Those of a folder on the server are nobody's slip."""
    batch.unused_files = []
    if files is not None and batch.files_are_ours:
        named = _named(batch, importer, files)
        batch.unused_files = sorted(set(files.names()) - named)
    batch.save(update_fields=["unused_files"])


def _named(batch: ImportBatch, importer: Importer, files: FileFolder) -> set[str]:
    columns = {column.name for column in importer.columns(batch.options) if column.is_file}
    positions = [int(key) for key, name in batch.mapping.items() if name in columns]
    found = set()
    for cells in batch.rows.values_list("cells", flat=True).iterator(chunk_size=1000):
        for position in positions:
            cell = cells[position] if position < len(cells) else ""
            path = cell and (files.find(cell) or files.find(unquote(cell.rpartition("/")[2])))
            if path:
                found.add(path.relative_to(files.folder).as_posix())
    return found
