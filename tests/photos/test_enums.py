import pytest

from photos.enums import ContentWarning, RightsStatement


def test_twelve_statements_are_those_of_rightsstatements_org():
    uris = [each.uri for each in RightsStatement if "rightsstatements.org" in each.uri]

    assert uris == [
        f"http://rightsstatements.org/vocab/{code}/1.0/"
        for code in (
            *("InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU"),
            *("NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US"),
            *("CNE", "UND", "NKC"),
        )
    ]


@pytest.mark.parametrize("each", list(RightsStatement))
def test_every_statement_is_explained_and_found_by_its_address(each):
    assert str(each.explanation).endswith(".")
    assert RightsStatement.from_text(each.uri) is each
    assert RightsStatement.from_text(each.value.lower()) is each


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("https://rightsstatements.org/page/NKC/1.0/?language=en", "NKC"),
        ("https://creativecommons.org/licenses/by-sa/4.0/deed.en", "CC-BY-SA-4.0"),
        ("http://creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"),
        (" inc ", "InC"),
    ],
)
def test_an_address_is_recognised_however_it_is_written(text, code):
    assert RightsStatement.from_text(text) == code


def test_an_unknown_address_is_no_statement():
    assert RightsStatement.from_text("https://example.org/rights") is None


@pytest.mark.parametrize("warning", list(ContentWarning))
def test_every_warning_is_explained(warning):
    assert str(warning.explanation).startswith("This photograph shows")
