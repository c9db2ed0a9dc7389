import pytest

from photos.enums import RightsStatement
from photos.rights_limits import longest_side, strictest_limit

LIMITED = {"InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "CNE", "UND"}


@pytest.mark.parametrize("statement", RightsStatement)
def test_what_is_in_copyright_or_not_cleared_is_limited(statement, settings):
    limit = longest_side(statement.value)

    assert limit == (settings.LIMITED_LONGEST_SIDE if statement in LIMITED else None)


@pytest.mark.parametrize("rights", ["", "CC-BY-9.0", "NoC-", "nothing"])
def test_what_is_no_statement_is_limited(rights, settings):
    assert longest_side(rights) == settings.LIMITED_LONGEST_SIDE


@pytest.mark.parametrize(
    ("statements", "is_limited"),
    [([], True), (["CC0-1.0"], False), (["CC0-1.0", "InC"], True), (["NKC", "PDM-1.0"], False)],
)
def test_the_strictest_statement_decides(statements, is_limited, settings):
    assert strictest_limit(statements) == (settings.LIMITED_LONGEST_SIDE if is_limited else None)
