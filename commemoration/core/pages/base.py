"""What every page of the site has."""

from wagtail.models import Page


class BasePage(Page):
    """The abstract page that all page types extend."""

    class Meta:
        abstract = True
