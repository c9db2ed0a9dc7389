import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupApprovalTask, GroupPagePermission, Locale, Page, Site

from commemoration.core.accounts.groups import CENTRE_EDITORS, SITE_MANAGERS
from commemoration.core.enums import Section
from commemoration.home.models import HomePage, SectionPage
from tests.factories.invariants import breaches, broken_promises
from tests.factories.pages import build_site, standard_page, translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


def rows(page):
    return Page.objects.filter(pk=page.pk)


def test_healthy_site_breaks_no_promise(site):
    page = standard_page(site.homes["en"])
    translation(page, "ru", "Выходные данные")

    assert breaches() == []


def test_wrong_number_of_children_is_named(site):
    rows(site.homes["en"]).update(numchild=7)

    assert breaches() == [
        f"pages.tree_is_whole: page {site.homes['en'].pk} has a wrong count below it"
    ]


def test_language_without_home_is_named(site):
    HomePage.objects.get(locale__language_code="nl").delete()

    assert breaches() == [
        "pages.language_has_one_home: “nl” has 0 home pages",
        "pages.section_has_one_page_a_language: the section “embassy” has 0 pages in “nl”",
        "pages.section_has_one_page_a_language: the section “centre” has 0 pages in “nl”",
    ]


def test_site_that_starts_elsewhere_is_named(site):
    Site.objects.update(root_page=site.sections[Section.CENTRE]["en"])

    assert breaches() == [
        "pages.site_starts_at_a_home: the site testserver does not start at a home page"
    ]


def test_no_default_site_is_named(site):
    Site.objects.update(is_default_site=False)

    assert breaches() == ["pages.site_starts_at_a_home: there is no default site"]


def test_second_page_of_a_section_is_named(site):
    SectionPage.objects.filter(pk=site.sections[Section.CENTRE]["fr"].pk).update(section="embassy")

    assert [line for line in breaches() if "one_page" in line] == [
        "pages.section_has_one_page_a_language: the section “embassy” has 2 pages in “fr”",
        "pages.section_has_one_page_a_language: the section “centre” has 0 pages in “fr”",
    ]


def test_translation_with_another_slug_is_named(site):
    page = standard_page(site.homes["en"])
    translated = translation(page, "fr", "Mentions légales")
    rows(translated).update(slug="mentions")

    assert broken_promises() == ["pages.translation_keeps_the_slug"]


def test_translation_in_another_place_is_named(site):
    page = standard_page(site.homes["en"])
    translated = translation(page, "fr", "Mentions légales")
    translated.move(site.sections[Section.CENTRE]["fr"], pos="last-child")

    (breach,) = breaches()
    assert breach == (
        "pages.translation_keeps_its_place: these translations stand below different pages: "
        "/home-en/imprint/, /home-fr/centre/imprint/"
    )


def test_page_in_the_language_of_another_tree_is_named(site):
    page = standard_page(site.homes["en"])
    rows(page).update(locale=Locale.objects.get(language_code="ru"))

    (breach,) = breaches()
    assert breach == (
        "pages.page_is_in_the_language_of_its_tree: /home-en/imprint/ is in another language than "
        "its tree"
    )


def test_editors_and_managers_without_their_pages_are_named(site):
    GroupPagePermission.objects.filter(
        group__name=CENTRE_EDITORS, page=site.sections[Section.CENTRE]["ru"]
    ).delete()
    GroupPagePermission.objects.filter(
        group__name=SITE_MANAGERS, permission__codename="bulk_delete_page"
    ).delete()

    found = breaches()

    assert len(found) == 6
    assert found[0] == (
        "pages.groups_may_work_on_them: “Centre editors” may not add below /home-ru/centre/"
    )
    assert found[-1] == "pages.groups_may_work_on_them: “Site managers” may not bulk_delete below /"


def test_approval_by_nobody_is_named(site):
    GroupApprovalTask.objects.get(active=True, groups__name=SITE_MANAGERS).groups.clear()

    assert "pages.somebody_approves" in broken_promises()


def test_missing_group_is_named(site):
    Group.objects.get(name=CENTRE_EDITORS).delete()

    assert "accounts.group_exists: there is no group “Centre editors”" in breaches()


def test_permission_taken_from_a_group_is_named(site):
    group = Group.objects.get(name=CENTRE_EDITORS)
    group.permissions.remove(group.permissions.get(codename="publish_photo"))

    assert breaches() == [
        "accounts.group_holds_its_permissions: “Centre editors” does not hold photos.publish_photo"
    ]


def test_section_without_folder_is_named(site):
    Collection.objects.get(name="Centre").delete()

    assert breaches() == [
        "accounts.section_has_its_folder: “Centre editors” have no folder for their files"
    ]


def test_folder_with_less_permissions_is_named(site):
    folder = Collection.objects.get(name="Centre")
    folder.group_permissions.filter(permission__codename="add_document").delete()

    (breach,) = breaches()
    assert breach == (
        "accounts.section_has_its_folder: “Centre editors” do not hold add_document in the folder "
        "“Centre”"
    )
