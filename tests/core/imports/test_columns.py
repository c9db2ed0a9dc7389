from commemoration.core.imports.columns import (
    Column,
    missing_columns,
    propose_mapping,
    row_values,
    unknown_headers,
)

COLUMNS = [
    Column("accession", "Accession number", required=True, aliases=("identifier",)),
    Column("title", "Title", required=True),
    Column("rights", "Rights", preferred=("rightsstatement",), aliases=("license",)),
    Column("subjects", "Subjects", is_list=True, aliases=("subject",)),
]


def test_dublin_core_names_are_recognised():
    headers = ["dc:identifier", "DCTERMS.Title", "dc.subject", "dc:format"]

    mapping = propose_mapping(headers, COLUMNS)

    assert mapping == {"0": "accession", "1": "title", "2": "subjects"}
    assert unknown_headers(headers, mapping) == ["dc:format"]
    assert missing_columns(COLUMNS, mapping) == []


def test_preferred_header_wins_over_the_own_name():
    mapping = propose_mapping(["rights", "RightsStatement"], COLUMNS)

    assert mapping == {"1": "rights"}


def test_required_column_without_header_is_missing():
    mapping = propose_mapping(["title"], COLUMNS)

    assert [column.name for column in missing_columns(COLUMNS, mapping)] == ["accession"]


def test_foreign_list_may_use_semicolons_and_ours_may_not():
    headers = ["subject", "subjects"]
    cells = ["a; b", "a; b"]

    foreign = row_values(cells, headers, {"0": "subjects"}, COLUMNS)
    own = row_values(cells, headers, {"1": "subjects"}, COLUMNS)

    assert (foreign, own) == ({"subjects": "a| b"}, {"subjects": "a; b"})


def test_short_row_has_empty_cells():
    assert row_values([], ["title"], {"0": "title"}, COLUMNS) == {"title": ""}
