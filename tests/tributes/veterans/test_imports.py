"""The list of veterans: what is refused, what is kept back, and the way out again."""

import csv
import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from commemoration.core.imports.models import ImportBatch, ImportRow
from commemoration.core.imports.services import undo_batch, work_on_batch
from tests.factories.staff import signed_in, superuser
from tests.factories.veterans import agreed, medal, presentation
from tributes.veterans.importers.columns import VETERAN_COLUMNS
from tributes.veterans.models import Award, Veteran

pytestmark = pytest.mark.django_db
ROW = {
    "veteran_id": "liege-one",
    "surname": "Obraztsov",
    "given_name": "Ivan",
    "name_cyrillic": "Образцов Иван Петрович",
    "birth_year": "1925",
    "town": "Liège",
    "medal": "victory",
    "award_state": "presented",
    "presentation": "hall",
    "biography_ru": "Жизнь.",
}
DIED = {
    "life_status": "died",
    "death_date_edtf": "2021-05",
    "death_source": "An obituary",
}


@pytest.fixture(autouse=True)
def occasion():
    medal("victory")
    presentation("hall")


def import_list(folder: Path, *rows: dict, encoding: str = "utf-8", **options) -> str:
    text, out = io.StringIO(), io.StringIO()
    writer = csv.DictWriter(text, VETERAN_COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    path = folder / "veterans.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    call_command("import_veterans", path, stdout=out, **options)
    return out.getvalue()


FAULTS = [
    ({"birth_year": "1925-05-03"}, "birth_year"),
    ({"birth_year": "1825"}, "birth_year"),
    ({"life_status": "presumed"}, "life_status"),
    ({"life_status": "died"}, "death_source"),
    ({**DIED, "life_status": ""}, "life_status"),
    ({**DIED, "death_date_edtf": "2021-02-31"}, "death_date_edtf"),
    ({**DIED, "death_date_edtf": "1901"}, "death_date_edtf"),
    ({"medal": "golden-star"}, "medal"),
    ({"medal": ""}, "award_state"),
    ({"award_state": "lost"}, "award_state"),
    ({"presentation": "nowhere"}, "presentation"),
    ({"surname": '=HYPERLINK("http://example.org")'}, "surname"),
    ({"surname": "<b>Obraztsov</b>"}, "surname"),
    ({"name_cyrillic": "Ð\u2018Ð¾Ð±"}, "name_cyrillic"),
    ({"town": "Li\u202eege"}, "town"),
    ({"surname": "", "given_name": "", "name_cyrillic": ""}, "surname"),
]


def test_each_fault_is_named_by_row_and_column_and_nothing_of_the_row_is_kept(tmp_path):
    rows = [
        {**ROW, **changes, "veteran_id": f"bad-{number}"}
        for number, (changes, _column) in enumerate(FAULTS)
    ]
    good = {**ROW, "veteran_id": "good"}

    with pytest.raises(CommandError):
        import_list(tmp_path, *rows, good, {**good, "surname": "Other"})

    refused = [(row.key, next(iter(row.errors))) for row in ImportRow.objects.exclude(errors={})]
    expected = [(f"bad-{number}", column) for number, (_c, column) in enumerate(FAULTS)]
    assert sorted(refused) == sorted([*expected, ("good", "veteran_id")])
    for row in ImportRow.objects.filter(key__startswith="bad-"):
        assert set(row.errors) <= {dict(expected)[row.key], "presentation"}
    assert list(Veteran.objects.values_list("slug", flat=True)) == ["good"]


def test_list_publishes_whoever_died_and_keeps_the_living_until_they_agree(tmp_path):
    dead = {**ROW, **DIED, "veteran_id": "liege-two"}

    said = import_list(tmp_path, ROW, dead)

    assert dict(Veteran.objects.values_list("slug", "live")) == {
        "liege-one": False,
        "liege-two": True,
    }
    assert "liege-one: note: veteran_id: Living, as far as is known" in said
    agreed(Veteran.objects.get(slug="liege-one"))
    assert "1 updated, 1 unchanged" in import_list(tmp_path, ROW, dead)
    assert Veteran.objects.filter(live=True).count() == 2
    assert "0 updated, 2 unchanged" in import_list(tmp_path, ROW, dead)


def test_trial_run_keeps_nothing_and_undo_takes_back(tmp_path):
    import_list(tmp_path, ROW, dry_run=True)
    assert not Veteran.objects.exists()

    import_list(tmp_path, ROW)
    import_list(tmp_path, {**ROW, "town": "Namur", "award_state": "presented_to_family"})
    changed = Veteran.objects.get()
    assert (changed.town, Award.objects.get().state) == ("Namur", "presented_to_family")
    for batch in ImportBatch.objects.order_by("-pk"):
        undo_batch(batch, in_background=False)
        work_on_batch(batch.pk)

    assert not Veteran.objects.exists()


def test_export_comes_back_without_a_change(tmp_path):
    other = {**ROW, **DIED, "veteran_id": "liege-two", "surname": "O'Neill-van de Velde"}
    import_list(tmp_path, {**ROW, "town_nl": "Luik"}, other)
    before = list(Veteran.objects.order_by("pk").values("slug", "birth_year", "town", "death"))
    path = tmp_path / "export.csv"
    path.write_text("an older list that everybody could read")
    path.chmod(0o644)

    call_command("export_veterans", path, medal="victory", stdout=io.StringIO())
    out = io.StringIO()
    call_command("import_veterans", path, stdout=out)

    assert "0 created, 0 updated, 2 unchanged, 0 refused" in out.getvalue()
    assert list(Veteran.objects.order_by("pk").values("slug", "birth_year", "town", "death")) == (
        before
    )
    assert path.stat().st_mode & 0o077 == 0
    assert Award.objects.count() == 2


def test_import_screens_take_the_list():
    response = signed_in(superuser()).get("/admin/imports/new/veterans/")

    assert response.status_code == 200
