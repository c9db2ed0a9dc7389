import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from commemoration.core.accounts import groups
from commemoration.core.accounts.groups import (
    CENTRE_EDITORS,
    EMBASSY_EDITORS,
    SITE_MANAGERS,
    STAFF_GROUPS,
    register_group_permissions,
)
from commemoration.core.accounts.selectors import collection_of_section, sections_of
from commemoration.core.accounts.services import set_up_groups
from commemoration.core.enums import Section
from tests.factories.staff import staff_account, superuser

pytestmark = pytest.mark.django_db


def rows():
    return (
        Group.permissions.through.objects.count(),
        GroupCollectionPermission.objects.count(),
        GroupPagePermission.objects.count(),
        Collection.objects.count(),
    )


def test_groups_stand_after_migrating():
    assert set(STAFF_GROUPS) <= set(Group.objects.values_list("name", flat=True))


def test_set_up_groups_twice_changes_nothing():
    set_up_groups()
    before = rows()

    set_up_groups()
    call_command("migrate", verbosity=0)

    assert rows() == before


def test_renamed_collection_stays_the_section_s_own():
    collection = collection_of_section(Section.EMBASSY)
    collection.name = "Pictures of the embassy"
    collection.save()

    set_up_groups()

    assert collection_of_section(Section.EMBASSY) == collection


def test_editors_work_only_in_the_collection_of_their_section():
    held = GroupCollectionPermission.objects.filter(group__name=EMBASSY_EDITORS)

    assert set(held.values_list("collection", flat=True)) == {
        collection_of_section(Section.EMBASSY).pk
    }
    assert {row.permission.codename for row in held} == {
        "add_image", "change_image", "choose_image",
        "add_document", "change_document", "choose_document",
    }  # fmt: skip


def test_editor_may_submit_translations_and_no_more_than_registered():
    editor = staff_account("anna", CENTRE_EDITORS)

    assert editor.has_perm("wagtail_localize.submit_translation")
    assert editor.has_perm("wagtailadmin.access_admin")
    assert not editor.has_perm("core.change_user")
    assert not editor.has_perm("wagtailcore.change_site")


@pytest.mark.parametrize(
    "permission",
    [
        "core.add_user",
        "core.change_user",
        "core.delete_user",
        "wagtailcore.change_workflow",
        "wagtailcore.add_task",
        "wagtailredirects.add_redirect",
        "wagtail_localize.submit_translation",
        "wagtailadmin.access_admin",
    ],
)
def test_manager_may_look_after_the_site(permission):
    assert staff_account("maria", SITE_MANAGERS).has_perm(permission)


def test_manager_may_not_change_what_a_group_may_do():
    manager = staff_account("maria", SITE_MANAGERS)

    assert not manager.is_superuser
    assert not manager.has_perm("auth.change_group")
    assert not manager.has_perm("auth.add_group")


def test_permissions_that_an_app_registers_reach_a_new_group(monkeypatch):
    monkeypatch.setattr(groups, "_permissions_of_group", groups._permissions_of_group.copy())
    register_group_permissions(("Jurors",), ("photos.change_archiveimage", "photos.no_such"))

    set_up_groups()

    held = Permission.objects.filter(group__name="Jurors")
    assert [permission.codename for permission in held] == ["change_archiveimage"]


def test_what_a_manager_granted_beyond_it_stays():
    group = Group.objects.get(name=EMBASSY_EDITORS)
    extra = Permission.objects.get(codename="add_redirect")
    group.permissions.add(extra)

    set_up_groups()

    assert extra in group.permissions.all()


def test_sections_of_each_kind_of_person():
    inactive = staff_account("gone", EMBASSY_EDITORS)
    inactive.is_active = False

    assert sections_of(staff_account("anna", EMBASSY_EDITORS)) == {Section.EMBASSY}
    assert sections_of(staff_account("pieter", CENTRE_EDITORS)) == {Section.CENTRE}
    assert sections_of(staff_account("maria", SITE_MANAGERS)) == set(Section)
    assert sections_of(superuser()) == set(Section)
    assert sections_of(staff_account("nobody")) == set()
    assert sections_of(inactive) == set()
