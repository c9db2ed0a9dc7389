"""The import from the server's command line: what it takes, says and leaves behind."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from commemoration.core.imports.models import ImportBatch
from photos.models import Collection, Photo

from .lists import ROW, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def metadata(tmp_path):
    def write(*rows):
        path = tmp_path / "photos.csv"
        path.write_bytes(sheet(*rows).getvalue())
        return path

    return write


def run(path: Path, scans: Path, *options) -> str:
    output = io.StringIO()
    call_command(
        "import_photos",
        str(path),
        *("--images", str(scans), "--collection", "street-photos"),
        *options,
        stdout=output,
    )
    return output.getvalue()


def test_command_imports_and_can_be_run_again(metadata, scans):
    path = metadata(ROW, {**ROW, "accession": "SP-2", "file": "B.jpg"})

    first, second = run(path, scans), run(path, scans)

    assert "Result: 2 total, 2 created, 0 updated, 0 unchanged, 0 refused, 0 failed" in first
    assert "Result: 2 total, 0 created, 0 updated, 2 unchanged, 0 refused, 0 failed" in second
    assert Photo.objects.published().count() == 2
    assert Collection.objects.get().slug == "street-photos"


def test_command_fails_on_a_refused_row_and_imports_the_others(metadata, scans):
    path = metadata(ROW, {**ROW, "accession": "SP-2", "file": "missing.jpg"})

    with pytest.raises(CommandError) as refusal:
        run(path, scans)

    assert refusal.value.returncode == 1
    assert list(Photo.objects.values_list("accession", flat=True)) == ["SP-1"]


def test_command_dry_run_leaves_nothing_behind(metadata, scans):
    output = run(metadata(ROW), scans, "--dry-run")

    assert "Would be: 1 total, 1 created" in output
    assert (Photo.objects.count(), Collection.objects.count()) == (0, 0)


def test_command_makes_drafts_when_asked(metadata, scans):
    run(metadata(ROW), scans, "--draft")

    assert Photo.objects.get().live is False


def test_command_maps_a_header(metadata, scans):
    row = {**ROW, "Fotograf": "Anna"}

    plain = run(metadata(row), scans, "--dry-run")
    run(metadata(row), scans, "--map", "Fotograf=photographer")

    assert "Headers that are not imported: Fotograf" in plain
    assert Photo.objects.get().photographer == "Anna"


WITHOUT_RIGHTS = {name: text for name, text in ROW.items() if name not in ("rights", "credit")}


def test_command_takes_values_for_the_whole_list(metadata, scans):
    path = metadata(WITHOUT_RIGHTS)

    output = run(path, scans, "--value", "rights=NKC", "--value", "credit=Archive = TASS")

    assert "Result: 1 total, 1 created" in output
    photo = Photo.objects.get()
    assert (photo.rights, photo.credit) == ("NKC", "Archive = TASS")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "The list lacks these columns: rights."),
        (["--value", "rights=ask me"], "rights: “ask me” is not a rights statement"),
        (["--value", "accession=SP-9"], "“accession” takes no value for the whole list."),
        (["--map", "Fotograf=photographer"], "The list has no header “Fotograf”."),
    ],
)
def test_command_that_cannot_begin_says_why_and_leaves_nothing_behind(
    metadata, scans, options, told
):
    with pytest.raises(CommandError, match=told):
        run(metadata(WITHOUT_RIGHTS), scans, *options)

    assert (ImportBatch.objects.count(), Photo.objects.count()) == (0, 0)
