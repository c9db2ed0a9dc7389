"""What must be true of the trees of pages: one for each language, of one shape, well guarded."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Count
from wagtail.models import Collection, GroupApprovalTask, GroupPagePermission, Page, Site

from commemoration.core.accounts.groups import (
    EDITORS_OF,
    PAGE_ACTIONS_OF_EDITORS,
    PAGE_ACTIONS_OF_MANAGERS,
    SITE_MANAGERS,
)
from commemoration.core.enums import Section
from commemoration.core.invariants.registry import register_invariant
from commemoration.home.models import HomePage, SectionPage


def register_page_invariants() -> None:
    register_invariant("pages.tree_is_whole", broken_trees)
    register_invariant("pages.language_has_one_home", homes_missing_or_many)
    register_invariant("pages.site_starts_at_a_home", sites_elsewhere)
    register_invariant("pages.section_has_one_page_a_language", sections_missing_or_many)
    register_invariant("pages.translation_keeps_the_slug", slugs_that_differ)
    register_invariant("pages.translation_keeps_its_place", translations_elsewhere)
    register_invariant("pages.page_is_in_the_language_of_its_tree", pages_in_another_language)
    register_invariant("pages.groups_may_work_on_them", missing_page_permissions)
    register_invariant("pages.somebody_approves", workflow_without_approvers)


def broken_trees() -> Iterator[str]:
    """As treebeard sees them: paths, depths and numbers of children that contradict each other."""
    kinds = ("a bad path", "a bad length", "no parent", "a wrong depth", "a wrong count below it")
    for model in (Page, Collection):
        for kind, keys in zip(kinds, model.find_problems(), strict=True):
            for key in keys:
                yield f"{model.__name__.lower()} {key} has {kind}"


def homes_missing_or_many() -> Iterator[str]:
    for code, _name in settings.LANGUAGES:
        number = HomePage.objects.filter(locale__language_code=code).count()
        if number != 1:
            yield f"“{code}” has {number} home pages"


def sites_elsewhere() -> Iterator[str]:
    if not Site.objects.filter(is_default_site=True).exists():
        yield "there is no default site"
    for site in Site.objects.exclude(root_page__in=HomePage.objects.all()):
        yield f"the site {site.hostname} does not start at a home page"


def sections_missing_or_many() -> Iterator[str]:
    for code, _name in settings.LANGUAGES:
        for section in Section.values:
            pages = SectionPage.objects.filter(section=section, locale__language_code=code)
            if pages.count() != 1:
                yield f"the section “{section}” has {pages.count()} pages in “{code}”"


def _ordinary_pages():
    """All but the root and the homes, which are sisters and cannot share one slug."""
    return Page.objects.filter(depth__gt=2)


def slugs_that_differ() -> Iterator[str]:
    groups = (
        _ordinary_pages().values("translation_key").annotate(number=Count("slug", distinct=True))
    )
    keys = groups.filter(number__gt=1).values("translation_key")
    pages = _ordinary_pages().filter(translation_key__in=keys)
    together: dict = {}
    for page in pages.order_by("translation_key", "locale__language_code"):
        together.setdefault(page.translation_key, []).append(page)
    for translations in together.values():
        yield "these translations differ in their address: " + ", ".join(
            page.url_path for page in translations
        )


def translations_elsewhere() -> Iterator[str]:
    """A translation stands below the translation of its parent, or the languages lead astray."""
    places: dict = {}
    for page, parent in _ordinary_pages_with_parents():
        places.setdefault(page["translation_key"], {}).setdefault(parent, page["url_path"])
    for by_parent in places.values():
        if len(by_parent) > 1:
            yield "these translations stand below different pages: " + ", ".join(
                sorted(by_parent.values())
            )


def _ordinary_pages_with_parents() -> Iterator[tuple[dict, object]]:
    """Each page with the translation key of its parent, which tells the same place anywhere."""
    keys = dict(Page.objects.values_list("path", "translation_key"))
    for page in _ordinary_pages().order_by("path").values("path", "translation_key", "url_path"):
        yield page, keys.get(page["path"][: -Page.steplen])


def pages_in_another_language() -> Iterator[str]:
    homes = dict(HomePage.objects.values_list("path", "locale"))
    length = 2 * Page.steplen
    for path, locale, url_path in _ordinary_pages().values_list("path", "locale", "url_path"):
        if homes.get(path[:length], locale) != locale:
            yield f"{url_path} is in another language than its tree"


def missing_page_permissions() -> Iterator[str]:
    for page in SectionPage.objects.order_by("pk"):
        yield from _lacking(EDITORS_OF[page.section], page, PAGE_ACTIONS_OF_EDITORS)
    root = Page.get_first_root_node()
    if root is not None:
        yield from _lacking(SITE_MANAGERS, root, PAGE_ACTIONS_OF_MANAGERS)


def _lacking(name: str, page: Page, actions: tuple[str, ...]) -> Iterator[str]:
    held = GroupPagePermission.objects.filter(group__name=name, page=page)
    codenames = set(held.values_list("permission__codename", flat=True))
    for action in actions:
        if f"{action}_page" not in codenames:
            yield f"“{name}” may not {action} below {page.url_path}"


def workflow_without_approvers() -> Iterator[str]:
    """A step of approval that no group can take would keep work waiting for ever."""
    for task in GroupApprovalTask.objects.filter(active=True, groups=None):
        yield f"nobody may approve in “{task.name}”"
