"""The pages around the parts: the home page, the two institutions, and plain pages."""

from commemoration.core.pages.base import BasePage


class HomePage(BasePage):
    """The root of one language's tree."""


class SectionPage(BasePage):
    """The room of one institution: the embassy or the centre."""


class StandardPage(BasePage):
    """A page of plain text: imprint, contact, privacy, accessibility."""
