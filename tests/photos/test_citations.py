"""A photograph is cited in the reader's language, and read by programs for references."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from photos.citations import Source, as_bibtex, as_ris, as_sentence
from photos.models import Photo
from photos.services.records import withdraw_photo
from tests.factories.photos import PhotoFactory

SOURCE = Source(
    slug="sp-1",
    title="Grave markers & birches",
    language="en",
    photographer="A. Specimen",
    date="1944-09",
    archive="Specimen archive",
    reference="F. 1, op. 2",
    accession="SP-1",
    site="Victory 75",
    address="https://example.org/photo/sp-1/",
)


def test_sentence_names_all_that_finds_the_photograph_again():
    assert as_sentence(SOURCE, "en", date(2020, 5, 9)) == (
        "A. Specimen. Grave markers & birches [photograph]. September 1944. Specimen archive, "
        "F. 1, op. 2, SP-1. Victory 75. https://example.org/photo/sp-1/ (seen on May 9, 2020)"
    )


def test_sentence_speaks_the_readers_language():
    with translation.override("ru"):
        sentence = as_sentence(SOURCE, "ru", date(2020, 5, 9))

    assert "]. Сентябрь 1944 года. Specimen archive" in sentence
    assert "9 мая 2020" in sentence


def test_sentence_says_that_nothing_is_known_of_the_date():
    unknown = Source(**{**vars(SOURCE), "photographer": "", "date": ""})

    assert as_sentence(unknown, "en", date(2020, 5, 9)).startswith(
        "Grave markers & birches [photograph]. Without date. Specimen archive"
    )


def test_bare_numbers_of_the_archive_are_given_their_words():
    title = SimpleNamespace(text="Birches", language="en")
    photo = Photo(fonds="R-9401", inventory="6", file_reference="d. 51")

    reference = Source.of(photo, title, "", "").reference
    with translation.override("ru"):
        in_russian = Source.of(photo, title, "", "").reference

    assert reference == "fonds R-9401, inventory 6, d. 51"
    assert in_russian == "фонд R-9401, опись 6, d. 51"


def test_bibtex_keeps_signs_that_mean_something_to_tex():
    odd = Source(**{**vars(SOURCE), "title": r"50% of {all} \ #1_a~b^c"})

    entry = as_bibtex(odd)

    assert entry.startswith("@misc{sp-1,\n  author = {{A. Specimen}},\n")
    assert (
        r"title = {{50\% of \{all\} \textbackslash{} \#1\_a\textasciitilde{}b"
        r"\textasciicircum{}c}}"
    ) in entry
    assert "  date = {1944-09},\n  year = {1944},\n" in entry


def test_ris_ends_its_lines_as_the_format_asks():
    assert as_ris(SOURCE) == (
        "TY  - ART\r\nAU  - A. Specimen\r\nTI  - Grave markers & birches\r\nPY  - 1944\r\n"
        "DB  - Specimen archive\r\nCN  - F. 1, op. 2\r\nAN  - SP-1\r\nPB  - Victory 75\r\n"
        "LA  - en\r\nUR  - https://example.org/photo/sp-1/\r\nER  - \r\n"
    )


def test_line_break_in_a_title_cannot_begin_another_field():
    forged = Source(**{**vars(SOURCE), "title": "One\r\nUR  - https://elsewhere.example/"})

    assert "\r\nUR  - https://elsewhere" not in as_ris(forged)


@pytest.mark.django_db
def test_files_are_given_out_and_go_with_the_photograph(client):
    photo = PhotoFactory(
        accession="SP-1",
        published=True,
        texts={"en": {"title": "Grave markers"}, "ru": {"title": "Надгробия"}},
    )

    answer = client.get("/ru/photo/sp-1/citation.bib")

    assert answer["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="sp-1.bib"'
    assert "title = {{Надгробия}}" in answer.content.decode()
    assert client.get("/en/photo/sp-1/citation.exe").status_code == 404
    withdraw_photo(photo)
    assert client.get("/en/photo/sp-1/citation.ris").status_code == 410
