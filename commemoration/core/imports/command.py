"""Imports from the server's command line: the same services as the screens, without a worker."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from . import services
from .columns import Column, unknown_headers
from .enums import RowState
from .importer import ImportContext, Importer
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
        parser.add_argument(
            "--value",
            action="append",
            default=[],
            metavar="COLUMN=TEXT",
            help="What holds for every row that says nothing in this column; can be repeated.",
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
        batch = self._start(importer, path, options, files_folder)
        try:
            self._match(batch, importer, command_options)
            services.dry_run(batch, in_background=False)
        except (services.ImportRefused, CommandError) as refusal:
            services.discard_batch(batch)
            raise CommandError(str(refusal)) from refusal
        services.work_on_batch(batch.pk)
        ready = batch.rows.filter(state=RowState.READY).exists()
        if ready and not command_options["dry_run"]:
            batch.refresh_from_db()
            services.confirm_batch(batch, in_background=False)
            services.work_on_batch(batch.pk)
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
        except services.ImportRefused as refusal:
            raise CommandError(refusal.message) from refusal

    def _match(
        self, batch: ImportBatch, importer: Importer, command_options: dict[str, Any]
    ) -> None:
        """What was said of headers and of columns for the whole list, and whether it can hold."""
        columns = importer.columns(batch.options)
        shared = _shared_values(columns, command_options["value"])
        mapping = _mapping(batch, columns, command_options["map"])
        if command_options["map"] or shared:
            services.set_mapping(batch, mapping=mapping, shared_values=shared)
        context = ImportContext(options=batch.options, language=batch.language)
        errors = importer.check_list(batch.mapping, shared, context)
        if errors:
            told = [f"{name}: {text}" for name, texts in errors.items() for text in texts]
            raise CommandError(" ".join(told))

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


def _mapping(batch: ImportBatch, columns: Sequence[Column], pairs: Sequence[str]) -> dict[str, str]:
    """The proposed mapping with what `HEADER=COLUMN` says otherwise. Raises CommandError."""
    mapping = dict(batch.mapping)
    names = {column.name for column in columns}
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
    return mapping


def _shared_values(columns: Sequence[Column], pairs: Sequence[str]) -> dict[str, str]:
    """What `COLUMN=TEXT` says for the whole list. Raises CommandError."""
    shared = {column.name for column in columns if column.shared}
    values = {}
    for pair in pairs:
        name, _equals, text = pair.partition("=")
        if name not in shared:
            possible = ", ".join(sorted(shared))
            raise CommandError(f"“{name}” takes no value for the whole list. These do: {possible}.")
        values[name] = text
    return {name: text for name, text in values.items() if text}
