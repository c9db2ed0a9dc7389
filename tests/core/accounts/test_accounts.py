"""Managing accounts in the admin, and one's own password."""

import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from django.urls import reverse

from commemoration.core.accounts.groups import EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.accounts.models import User
from tests.factories.staff import PASSWORD, signed_in, staff_account, superuser

pytestmark = pytest.mark.django_db

USERS = "wagtailusers_users"


def edit_path(user):
    return reverse(f"{USERS}:edit", args=[user.pk])


def filled_in(user, **changes):
    data = {
        "username": user.username,
        "email": user.email or "a@example.org",
        "first_name": "A",
        "last_name": "B",
        "is_active": "on",
        "password1": "",
        "password2": "",
    }
    return {**data, **changes}


def test_manager_makes_an_account_and_puts_it_in_a_group():
    client = signed_in(staff_account("maria", SITE_MANAGERS))
    group = Group.objects.get(name=EMBASSY_EDITORS)
    data = filled_in(
        User(username="anna"), password1=PASSWORD, password2=PASSWORD, groups=[group.pk]
    )

    response = client.post(reverse(f"{USERS}:add"), data)

    assert response.url == reverse(f"{USERS}:index")
    assert list(User.objects.get(username="anna").groups.all()) == [group]


def test_manager_cannot_make_a_superuser():
    manager = staff_account("maria", SITE_MANAGERS)
    client = signed_in(manager)
    data = filled_in(
        User(username="anna"), password1=PASSWORD, password2=PASSWORD, is_superuser="on"
    )

    client.post(reverse(f"{USERS}:add"), data)
    client.post(
        edit_path(User.objects.get(username="anna")),
        filled_in(User.objects.get(username="anna"), is_superuser="on"),
    )
    client.post(edit_path(manager), filled_in(manager, is_superuser="on"))

    assert not User.objects.get(username="anna").is_superuser
    assert not User.objects.get(username="maria").is_superuser


def test_superuser_makes_a_superuser():
    client = signed_in(superuser())
    user = staff_account("anna")

    client.post(edit_path(user), filled_in(user, is_superuser="on"))

    assert User.objects.get(username="anna").is_superuser


def test_manager_neither_edits_nor_deletes_a_superuser():
    client = signed_in(staff_account("maria", SITE_MANAGERS))
    root = superuser()

    assert client.get(edit_path(root)).url == "/admin/"
    client.post(edit_path(root), filled_in(root, password1=PASSWORD * 2, password2=PASSWORD * 2))
    client.post(reverse(f"{USERS}:delete", args=[root.pk]))
    for action in ["set_active_state", "assign_role", "delete"]:
        path = reverse("wagtail_bulk_action", args=["core", "user", action])
        client.post(f"{path}?id={root.pk}", {"mark_as_active": "False"})

    root.refresh_from_db()
    assert root.is_active
    assert root.check_password(PASSWORD)


def test_editor_sees_no_accounts():
    client = signed_in(staff_account("anna", EMBASSY_EDITORS))

    assert client.get(reverse(f"{USERS}:index")).url == "/admin/"
    assert client.get(reverse("wagtailusers_groups:index")).url == "/admin/"


def test_manager_cannot_change_what_groups_may_do():
    client = signed_in(staff_account("maria", SITE_MANAGERS))

    assert client.get(reverse("wagtailusers_groups:index")).url == "/admin/"


@pytest.mark.parametrize("password", ["short-1945", "password123456", "194519451945194519"])
def test_weak_password_is_refused(password):
    client = signed_in(superuser())

    response = client.post(
        reverse(f"{USERS}:add"),
        filled_in(User(username="anna"), password1=password, password2=password),
    )

    assert response.status_code == 200
    assert "password2" in response.context["form"].errors


def test_session_ends_with_the_working_day_and_with_signing_out(settings):
    editor = staff_account("anna", EMBASSY_EDITORS)
    client = Client()
    client.post("/admin/login/", {"username": "anna", "password": PASSWORD, "remember": "on"})
    assert client.session.get_expiry_age() == 12 * 60 * 60

    client.post("/admin/logout/")

    assert client.get("/admin/").url == "/admin/login/?next=/admin/"
    assert editor.is_active


def test_session_without_remembering_ends_with_the_browser():
    staff_account("anna", EMBASSY_EDITORS)
    client = Client()

    response = client.post("/admin/login/", {"username": "anna", "password": PASSWORD})

    assert response.cookies["sessionid"]["max-age"] == ""
    assert response.cookies["sessionid"]["httponly"]


def test_password_reset_answers_alike_and_writes_only_to_those_who_have_an_account():
    staff_account("anna", EMBASSY_EDITORS)

    known = Client().post("/admin/password_reset/", {"email": "anna@example.org"})
    unknown = Client().post("/admin/password_reset/", {"email": "nobody@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [message.to for message in mail.outbox] == [["anna@example.org"]]


def test_new_password_by_e_mail_does_not_replace_the_second_factor(settings):
    settings.REQUIRE_2FA = True
    editor = staff_account("anna", EMBASSY_EDITORS)
    signed_in(editor)
    client = Client()
    client.post("/admin/password_reset/", {"email": "anna@example.org"})
    link = re.search(r"/admin/password_reset/confirm/\S+", mail.outbox[0].body).group()
    form = client.get(link, follow=True)
    new = "another-reading-room-1945"

    client.post(form.request["PATH_INFO"], {"new_password1": new, "new_password2": new})

    editor.refresh_from_db()
    assert editor.check_password(new)
    client.post("/admin/login/", {"username": "anna", "password": new})
    assert client.get("/admin/").url.startswith("/admin/second-factor/code/")
