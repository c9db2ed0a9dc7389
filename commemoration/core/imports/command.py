"""Imports from the server's command line: the same services as the screens, without a worker."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from . import services
from .columns import unknown_headers
from .enums import RowState
from .importer import Importer
from .models import ImportBatch
from .reports import report_lines, row_messages


class ImportCommand(BaseCommand):
    """A command that imports one list, prints a report and exits with 1 on any refused row."""

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be done.")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="HEADER=COLUMN",
            help="What a header of the list means; can be repeated. HEADER= leaves it out.",
        )
        parser.add_argument("--report", type=Path, metavar="CSV", help="Write the whole report.")

    def import_list(
        self,
        *,
        importer: Importer,
        path: Path,
        command_options: dict[str, Any],
        options: dict[str, Any],
        files_folder: Path | None = None,
    ) -> None:
        """Check the list, import it unless this is a dry run, and tell the result."""
        try:
            batch = self._start(importer, path, options, files_folder)
            self._map(batch, importer, command_options["map"])
            services.dry_run(batch, in_background=False)
            services.work_on_batch(batch.pk)
            ready = batch.rows.filter(state=RowState.READY).exists()
            if ready and not command_options["dry_run"]:
                batch.refresh_from_db()
                services.confirm_batch(batch, in_background=False)
                services.work_on_batch(batch.pk)
        except services.ImportRefused as refusal:
            raise CommandError(refusal.message) from refusal
        batch.refresh_from_db()
        problems = self._tell(batch, command_options)
        if command_options["dry_run"]:
            services.discard_batch(batch)
        if problems:
            raise CommandError(f"{problems} row(s) were not imported.", returncode=1)

    def _start(self, importer, path, options, files_folder) -> ImportBatch:
        try:
            with path.open("rb") as file:
                return services.start_batch(
                    importer=importer,
                    file=file,
                    original_name=path.name,
                    options={**options, "by_command": True},
                    files_folder=files_folder,
                )
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error

    def _map(self, batch: ImportBatch, importer: Importer, pairs: list[str]) -> None:
        mapping = dict(batch.mapping)
        names = {column.name for column in importer.columns(batch.options)}
        for pair in pairs:
            header, _equals, name = pair.rpartition("=")
            if header not in batch.headers:
                raise CommandError(f"The list has no header “{header}”.")
            if name and name not in names:
                raise CommandError(f"There is no column “{name}”.")
            position = str(batch.headers.index(header))
            mapping = {key: value for key, value in mapping.items() if value != name}
            mapping.pop(position, None)
            if name:
                mapping[position] = name
        if pairs:
            services.set_mapping(batch, mapping=mapping)

    def _tell(self, batch: ImportBatch, command_options: dict[str, Any]) -> int:
        """Print the report; returns how many rows were refused or failed."""
        read = [batch.format, batch.encoding, {"\t": "tab"}.get(batch.delimiter, batch.delimiter)]
        self.stdout.write(f"{batch.original_name}: read as {' '.join(filter(None, read))}")
        for note in batch.notes:
            self.stdout.write(note)
        unknown = unknown_headers(batch.headers, batch.mapping)
        if unknown:
            self.stdout.write(f"Headers that are not imported: {', '.join(unknown)}")
        for row in batch.rows.with_problems():
            self._tell_row(row, batch)
        counts = batch.rows.counts()
        names = ("total", "created", "updated", "unchanged", "refused", "failed")
        title = "Would be" if command_options["dry_run"] else "Result"
        self.stdout.write(f"{title}: " + ", ".join(f"{counts[name]} {name}" for name in names))
        if command_options["report"]:
            with command_options["report"].open("w", encoding="utf-8", newline="") as file:
                file.writelines(report_lines(batch))
        return counts["refused"] + counts["failed"]

    def _tell_row(self, row, batch: ImportBatch) -> None:
        for message in row_messages(row, batch):
            where = f"row {row.number} {row.key}".rstrip()
            kind = "refused" if message.is_error else "note"
            place = message.place or "whole row"
            self.stdout.write(f"  {where}: {kind}: {place}: {message.text}")
        if row.note:
            self.stdout.write(
                f"  row {row.number} {row.key}: {row.get_state_display()}: {row.note}"
            )
