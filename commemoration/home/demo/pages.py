"""The demonstration's pages: one home page for each language, under the site's root."""

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from commemoration.home.models import HomePage


@transaction.atomic
def create_home_pages() -> None:
    """Make the home pages that are missing and point the site at the one of the main language."""
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2, slug="home").exclude(pk__in=HomePage.objects.values("pk")).delete()
    root.refresh_from_db()
    first = None
    for code, _name in settings.LANGUAGES:
        locale, _made = Locale.objects.get_or_create(language_code=code)
        home = HomePage.objects.filter(locale=locale).first()
        if home is None:
            home = HomePage(title=settings.WAGTAIL_SITE_NAME, slug=f"home-{code}", locale=locale)
            if first is not None:
                home.translation_key = first.translation_key
            root.add_child(instance=home)
            home.save_revision().publish()
        first = first or home
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": first, "hostname": "localhost", "site_name": first.title},
    )
