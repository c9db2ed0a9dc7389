import pytest

from commemoration.core.enums import Section
from tests.factories.pages import build_site
from tests.factories.veterans import veterans_page


@pytest.fixture
def section():
    """The roll in every language, in the section of the embassy."""
    section = build_site().sections[Section.EMBASSY]
    return {language: veterans_page(section[language]) for language in section}
