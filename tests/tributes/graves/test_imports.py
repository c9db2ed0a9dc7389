"""Lists of sites and people: what is refused, what is kept, and the way back out."""

import csv
import io
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from commemoration.core.imports.models import ImportBatch, ImportRow
from commemoration.core.imports.services import undo_batch, work_on_batch
from commemoration.names.models.people import NamedPerson
from tests.factories.graves import burial_site, buried
from tributes.graves.importers.columns import (
    EXTRA_COLUMNS,
    MORE_PEOPLE_COLUMNS,
    PEOPLE_COLUMNS,
    SITE_COLUMNS,
)
from tributes.graves.models import Burial, BurialSite
from tributes.graves.services.burials import publish_burial

pytestmark = pytest.mark.django_db
REAL = Path("commemoration/home/demo/burials")
SITE = {
    "site_id": "genk",
    "name_fr": "Cimetière de Genk",
    "commune": "Genk",
    "province": "Limbourg",
    "kind": "communal_cemetery",
    "latitude": "50.965",
    "longitude": "5.50082",
    "coordinate_precision": "commune",
}
PERSON = {
    "person_id": "genk-one",
    "site_id": "genk",
    "surname_identified": "Obraztsov",
    "given_identified": "Ivan",
    "birth_date_edtf": "1910",
    "death_date_edtf": "1943-02-03",
    "rank_or_role": "prisoner_of_war",
    "is_unknown": "false",
}


def sheet(folder: Path, name: str, columns, rows, encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    path = folder / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def import_lists(folder, sites=(SITE,), people=(PERSON,), extra=(), **options) -> None:
    paths = [
        sheet(folder, "sites.csv", SITE_COLUMNS, sites),
        sheet(folder, "people.csv", (*PEOPLE_COLUMNS, *MORE_PEOPLE_COLUMNS), people),
    ]
    if extra:
        paths.append(sheet(folder, "extra.csv", EXTRA_COLUMNS, extra))
    call_command("import_burials", *paths, stdout=io.StringIO(), **options)


def refused_columns() -> dict[str, list[str]]:
    """Of the rows that were refused: name → the columns that are at fault."""
    rows = ImportRow.objects.exclude(errors={})
    return {row.key: list(row.errors) for row in rows}


BAD_SITES = [
    ({"latitude": "48.85"}, "latitude"),
    ({"longitude": "6.42"}, "longitude"),
    ({"longitude": ""}, "longitude"),
    ({"coordinate_precision": ""}, "coordinate_precision"),
    ({"kind": "castle"}, "kind"),
    ({"province": "Bavaria"}, "province"),
    ({"name_fr": '=HYPERLINK("http://example.org")'}, "name_fr"),
    ({"name_fr": "<b>Genk</b>"}, "name_fr"),
    ({"name_fr": "CimetiÃ¨re"}, "name_fr"),
    ({"graves_total": "2", "unknown_total": "3"}, "unknown_total"),
    ({"caretaker": "Nobody"}, "caretaker"),
    ({"restored_years": "99"}, "restored_years"),
    ({"located_year": "1500"}, "located_year"),
]
BAD_PEOPLE = [
    ({"birth_date_edtf": "1944-02-31"}, "birth_date_edtf"),
    ({"birth_date_edtf": "1950"}, "death_date_edtf"),
    ({"birth_date_edtf": "1810"}, "death_date_edtf"),
    ({"birth_date_edtf": "2999", "death_date_edtf": ""}, "birth_date_edtf"),
    ({"rank_or_role": "king"}, "rank_or_role"),
    ({"site_id": "nowhere"}, "site_id"),
    ({"is_unknown": "perhaps"}, "is_unknown"),
    ({"surname_identified": "=1+1"}, "surname_identified"),
    ({"surname_identified": "<i>X</i>"}, "surname_identified"),
    ({"surname_identified": "", "given_identified": ""}, "surname_identified"),
    ({"name_cyrillic": "Ð\u2018Ð¾Ð±"}, "name_cyrillic"),
    ({"age_at_death": "old"}, "age_at_death"),
    ({"nationality": "Russian"}, "nationality"),
    ({"people_count": "3"}, "people_count"),
]


def rows_with(row: dict, key: str, bad: list) -> tuple[list[dict], dict[str, list[str]]]:
    """`row` with each of the changes under a key of its own, and what must be told of them."""
    rows = [{**row, **changes, key: f"bad-{n}"} for n, (changes, _column) in enumerate(bad)]
    return rows, {f"bad-{n}": [column] for n, (_changes, column) in enumerate(bad)}


def test_bad_sites_are_named_by_row_and_column_and_nothing_of_them_is_kept(tmp_path):
    rows, told = rows_with(SITE, "site_id", BAD_SITES)

    with pytest.raises(CommandError):
        import_lists(tmp_path, sites=[*rows, SITE])

    assert refused_columns() == told
    assert list(BurialSite.objects.values_list("slug", flat=True)) == ["genk"]


def test_bad_people_are_named_by_row_and_column_and_nothing_of_them_is_kept(tmp_path):
    rows, told = rows_with(PERSON, "person_id", BAD_PEOPLE)

    with pytest.raises(CommandError):
        import_lists(tmp_path, people=[*rows, PERSON])

    assert refused_columns() == told
    assert list(Burial.objects.values_list("key", flat=True)) == ["genk-one"]
    assert NamedPerson.objects.count() == 1


def test_id_that_stands_twice_is_refused_at_its_column(tmp_path):
    with pytest.raises(CommandError):
        import_lists(tmp_path, people=[PERSON, {**PERSON, "surname_identified": "Other"}])

    row = ImportRow.objects.exclude(errors={}).get()
    assert (row.number, list(row.errors)) == (3, ["person_id"])


def test_list_that_cannot_be_read_changes_nothing(tmp_path):
    sites = sheet(tmp_path, "sites.csv", SITE_COLUMNS, [SITE])
    people = tmp_path / "people.csv"
    people.write_bytes(b"\x00\x01\x02")

    with pytest.raises(CommandError):
        call_command("import_burials", sites, people, stdout=io.StringIO())

    assert not BurialSite.objects.exists()


def test_trial_keeps_nothing(tmp_path):
    import_lists(tmp_path, dry_run=True)

    assert not BurialSite.objects.exists()
    assert not ImportBatch.objects.exists()


def test_unusual_names_come_in_as_they_are(tmp_path):
    names = ["d’Hoogh", "O'Brien", "Saint-Just", "van de Velde", "von Ä", "Я", "X", "Pеtrov"]
    names.append("A" * 200)
    people = [
        {**PERSON, "person_id": f"genk-{n}", "surname_identified": name}
        for n, name in enumerate(names)
    ]

    import_lists(tmp_path, people=people)

    kept = Burial.objects.order_by("pk").values_list("named_person__forms__surname", flat=True)
    assert list(kept) == names


def test_changed_name_is_added_beside_the_old_one(tmp_path):
    import_lists(tmp_path)

    import_lists(tmp_path, people=[{**PERSON, "surname_identified": "Obraszow"}])

    surnames = Burial.objects.get().named_person.forms.values_list("surname", flat=True)
    assert set(surnames) == {"Obraztsov", "Obraszow"}


def test_extra_row_without_a_person_is_refused(tmp_path):
    with pytest.raises(CommandError):
        import_lists(tmp_path, extra=[{"person_id": "nobody", "note_en": "x"}])

    assert refused_columns() == {"nobody": ["person_id"]}


def test_citizenship_of_the_whole_list_fills_gaps_and_writes_over_nothing(tmp_path):
    stateless = {**PERSON, "person_id": "genk-two", "nationality": "stateless"}
    silent = {**stateless, "nationality": ""}
    import_lists(tmp_path, people=[PERSON, stateless])
    before = citizenships()

    import_lists(tmp_path, people=[PERSON, silent], nationality="soviet")

    assert before == {"genk-one": "", "genk-two": "stateless"}
    assert citizenships() == {"genk-one": "soviet", "genk-two": "stateless"}


def citizenships() -> dict[str, str]:
    return dict(Burial.objects.values_list("key", "nationality"))


def test_what_only_some_lists_say_comes_in_and_goes_out(tmp_path):
    unknown = {"person_id": "genk-unknown", "site_id": "genk", "is_unknown": "true"}
    people = [
        {**PERSON, "nationality": "Soviet", "grave_reference": "A 10"},
        {**unknown, "people_count": "28"},
    ]
    import_lists(tmp_path, people=people)

    call_command("export_burials", tmp_path / "out", stdout=io.StringIO())
    written = tmp_path / "out" / "people.csv"
    Burial.objects.all().delete()
    call_command("import_burials", tmp_path / "sites.csv", written, stdout=io.StringIO())

    count = Burial.objects.get(key="genk-unknown")
    assert (count.kind, count.people_count) == ("count", 28)
    man = Burial.objects.get(key="genk-one")
    assert (man.nationality, man.grave_reference) == ("soviet", "A 10")


def test_undoing_people_and_then_sites_leaves_nothing(tmp_path):
    import_lists(tmp_path, draft=True)
    batches = {batch.importer: batch for batch in ImportBatch.objects.all()}

    for importer in ("burials", "burial-sites"):
        undo_batch(batches[importer], in_background=False)
        work_on_batch(batches[importer].pk)

    assert not Burial.objects.exists()
    assert not BurialSite.objects.exists()


def test_real_list_comes_in_and_goes_out_unchanged(tmp_path):
    names = ("sites.csv", "people.csv", "people_extra.csv")
    call_command("import_burials", *(REAL / name for name in names), stdout=io.StringIO())

    call_command("export_burials", tmp_path, stdout=io.StringIO())

    for name in names:
        assert rows_of(tmp_path / name) == rows_of(REAL / name)
    assert (BurialSite.objects.published().count(), Burial.objects.published().count()) == (29, 141)


def rows_of(path: Path) -> list[dict]:
    """The rows that say something beside whom they speak of."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    said = [row for row in rows if any(list(row.values())[1:])]
    return sorted(said, key=lambda row: next(iter(row.values())))


def test_number_stays_when_two_publish_the_same_person_and_a_hidden_site_is_seen_in_time():
    person = buried(burial_site(), published=False)
    read_before = Burial.objects.get(pk=person.pk)
    publish_burial(person)
    buried(person.site)
    publish_burial(read_before)
    other = buried(burial_site(), published=False)
    BurialSite.objects.filter(pk=other.site_id).update(live=False)  # by somebody else, just now

    with pytest.raises(ValidationError):
        publish_burial(other)

    assert Burial.objects.get(pk=person.pk).number == person.number
