"""The second factor as a person meets it: in the browser, at the door of the admin."""

import re
import uuid

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import ModelLogEntry

from commemoration.core.accounts.groups import EMBASSY_EDITORS, SITE_MANAGERS
from commemoration.core.accounts.middleware import SecondFactorMiddleware
from commemoration.core.accounts.second_factor import count_recovery_codes, has_second_factor
from commemoration.core.accounts.services.second_factor import make_recovery_codes
from tests.factories.staff import PASSWORD, code_on, phone, signed_in, staff_account, superuser

pytestmark = pytest.mark.django_db

CODE = "/admin/second-factor/code/"
PHONE = "/admin/second-factor/phone/"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_2FA = True


def sign_in(username, password=PASSWORD):
    client = Client(headers={"accept-language": "en"})
    response = client.post(
        "/admin/login/", {"username": username, "password": password, "next": "/admin/account/"}
    )
    assert response.status_code == 302
    return client


def errors(response):
    return response.context["form"].errors.get("code", [])


def actions_on(user):
    return list(
        ModelLogEntry.objects.filter(object_id=str(user.pk), content_type__model="user")
        .order_by("timestamp", "pk")
        .values_list("action", flat=True)
    )


# Setting up


def test_first_sign_in_sets_up_a_phone_and_shows_ten_codes_once():
    editor = staff_account("anna", EMBASSY_EDITORS)
    client = sign_in("anna")

    page = client.get("/admin/account/", follow=True)
    assert page.redirect_chain == [(f"{PHONE}?next=/admin/account/", 302)]
    picture = client.get(reverse("second_factor_qr_code"))
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"<script" not in picture.content
    key = client.session["second_factor_new_key"]
    assert page.context["secret"].replace(" ", "") in TOTPDevice(key=key, user=editor).config_url

    sheet = client.post(PHONE, {"code": code_on(TOTPDevice(key=key)), "next": "/admin/account/"})

    codes = sheet.context["codes"]
    assert len(set(codes)) == 10
    assert all(re.fullmatch(r"[A-Z2-9]{5}-[A-Z2-9]{5}", code) for code in codes)
    assert all(code in sheet.content.decode() for code in codes)
    assert "no-store" in sheet["Cache-Control"]
    assert client.get("/admin/account/").status_code == 200
    assert "second_factor_new_key" not in client.session
    again = client.post(PHONE, {"code": "123456"})
    assert again.status_code == 302
    assert actions_on(editor) == [
        "commemoration.second_factor.set_up",
        "commemoration.second_factor.recovery_codes",
    ]


def test_wrong_first_code_keeps_the_key_and_sets_nothing_up():
    editor = staff_account("anna", EMBASSY_EDITORS)
    client = sign_in("anna")
    client.get(PHONE)
    key = client.session["second_factor_new_key"]

    for code in ["000000", "abcdef", "१२३४५६", "999999999"]:
        response = client.post(PHONE, {"code": code})
        assert len(errors(response)) == 1

    assert client.session["second_factor_new_key"] == key
    assert not has_second_factor(editor)
    assert client.get("/admin/").url == f"{PHONE}?next=/admin/"


def test_whoever_has_a_phone_cannot_set_up_another_with_the_password_alone():
    phone(staff_account("anna", EMBASSY_EDITORS))
    client = sign_in("anna")

    assert client.get(PHONE).url == f"{CODE}?next={PHONE}"
    assert client.post(PHONE, {"code": "123456"}).url == f"{CODE}?next=/admin/"
    assert client.get(reverse("second_factor_qr_code")).url.startswith(CODE)


def test_replacing_the_phone_keeps_the_printed_codes_and_drops_the_old_phone():
    editor = staff_account("anna", EMBASSY_EDITORS)
    old = phone(editor)
    client = signed_in(editor)
    make_recovery_codes(user=editor, actor=editor)
    client.get(PHONE)
    key = client.session["second_factor_new_key"]

    response = client.post(PHONE, {"code": code_on(TOTPDevice(key=key))})

    assert response.url == reverse("second_factor")
    assert TOTPDevice.objects.get(user=editor).key == key != old.key
    assert count_recovery_codes(editor) == 10
    assert client.get("/admin/account/").status_code == 200


# Signing in


def test_right_code_opens_the_admin_and_leads_on():
    device = phone(staff_account("anna", EMBASSY_EDITORS))
    client = sign_in("anna")
    assert client.get("/admin/account/").url == f"{CODE}?next=/admin/account/"
    before = client.session.session_key

    response = client.post(CODE, {"code": code_on(device), "next": "/admin/account/"})

    assert response.url == "/admin/account/"
    assert client.get("/admin/account/").status_code == 200
    assert client.session.session_key != before


def test_code_never_leads_to_another_host():
    device = phone(staff_account("anna", EMBASSY_EDITORS))
    client = sign_in("anna")

    response = client.post(CODE, {"code": code_on(device), "next": "https://example.org/"})

    assert response.url == "/admin/"


def test_code_works_once():
    device = phone(staff_account("anna", EMBASSY_EDITORS))
    code = code_on(device)
    sign_in("anna").post(CODE, {"code": code})
    client = sign_in("anna")

    response = client.post(CODE, {"code": code})

    assert errors(response) == [
        "This code is wrong, or it was used already. Enter the code shown now."
    ]
    assert client.get("/admin/").url.startswith(CODE)


def test_right_code_too_soon_after_wrong_ones_has_to_wait():
    device = phone(staff_account("anna", EMBASSY_EDITORS))
    client = sign_in("anna")
    wrong = "000000" if code_on(device) != "000000" else "000001"
    client.post(CODE, {"code": wrong})
    TOTPDevice.objects.filter(pk=device.pk).update(throttling_failure_count=6)

    response = client.post(CODE, {"code": code_on(device)})

    assert re.fullmatch(
        r"Too many wrong codes. Wait 3[0-2] seconds, then enter the code shown then.",
        errors(response)[0],
    )
    TOTPDevice.objects.filter(pk=device.pk).update(throttling_failure_count=0)
    assert client.post(CODE, {"code": code_on(device)}).status_code == 302


def test_recovery_code_opens_once_however_it_is_written():
    editor = staff_account("anna", EMBASSY_EDITORS)
    phone(editor)
    first, second, *_ = make_recovery_codes(user=editor, actor=editor)
    client = sign_in("anna")

    response = client.post(CODE, {"code": first.lower().replace("-", " ")})

    assert response.status_code == 302
    assert client.get("/admin/account/").status_code == 200
    assert count_recovery_codes(editor) == 9
    assert len(errors(sign_in("anna").post(CODE, {"code": first}))) == 1
    assert actions_on(editor)[-1] == "commemoration.second_factor.recovery_code_used"
    assert first not in StaticToken.objects.values_list("token", flat=True)
    assert second.replace("-", "") not in StaticToken.objects.values_list("token", flat=True)


def test_recovery_code_of_somebody_else_opens_nothing():
    phone(staff_account("anna", EMBASSY_EDITORS))
    other = staff_account("olga", EMBASSY_EDITORS)
    code, *_ = make_recovery_codes(user=other, actor=other)

    response = sign_in("anna").post(CODE, {"code": code})

    assert len(errors(response)) == 1
    assert count_recovery_codes(other) == 10


def test_new_recovery_codes_end_the_old_ones():
    editor = staff_account("anna", EMBASSY_EDITORS)
    client = signed_in(editor)
    old, *_ = make_recovery_codes(user=editor, actor=editor)

    sheet = client.post(reverse("second_factor_recovery_codes"))

    assert len(sheet.context["codes"]) == 10
    assert old not in sheet.context["codes"]
    assert count_recovery_codes(editor) == 10
    assert len(errors(sign_in("anna").post(CODE, {"code": old}))) == 1


# Nothing escapes


def admin_paths():
    """An address for every view below /admin/, with its name."""
    samples = {"int": "1", "str": "x", "slug": "x", "path": "x", "uuid": uuid.UUID(int=0)}

    def walk(patterns, prefix, namespace):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                yield route, ":".join(filter(None, [namespace, pattern.name or ""]))
            else:
                inner = ":".join(filter(None, [namespace, pattern.namespace]))
                yield from walk(pattern.url_patterns, route, inner)

    for route, name in walk(get_resolver().url_patterns, "", ""):
        if route.startswith("admin/"):
            filled = re.sub(r"<(?:(\w+):)?\w+>", lambda m: str(samples[m.group(1) or "str"]), route)
            yield "/" + filled.replace("^.*/$", "no/such/page/").translate({94: "", 36: ""}), name


@pytest.mark.parametrize("has_phone", [True, False])
def test_no_admin_view_opens_to_the_password_alone(has_phone):
    editor = superuser()
    if has_phone:
        phone(editor)
    client = signed_in(editor, second_factor=False)
    door = CODE if has_phone else PHONE
    paths = list(admin_paths())
    open_names = set()

    for path, name in paths:
        for method in (client.get, client.post):
            response = method(path)
            if not response.headers.get("Location", "").startswith(door):
                open_names.add(name)
        if name == "wagtailadmin_logout":
            client = signed_in(editor, second_factor=False)

    assert len(paths) > 200
    expected = {
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
        "second_factor_code",
    }
    if not has_phone:
        expected |= {"second_factor_set_up", "second_factor_qr_code"}
    assert open_names == expected


def test_outside_the_admin_a_half_signed_in_person_is_nobody(rf, settings):
    user = superuser()
    user.is_verified = lambda: False
    seen_by = SecondFactorMiddleware(lambda request: request.user)
    request = rf.get("/en/")
    request.user = user

    assert seen_by(request) == AnonymousUser()
    settings.REQUIRE_2FA = False
    request.user = user
    assert seen_by(request) == user


def test_where_it_is_not_required_the_password_is_enough_until_a_phone_is_set_up(settings):
    settings.REQUIRE_2FA = False
    editor = staff_account("anna", EMBASSY_EDITORS)
    client = sign_in("anna")
    assert client.get("/admin/account/").status_code == 200

    phone(editor)

    assert client.get("/admin/account/").url.startswith(CODE)


def test_production_requires_it(settings):
    source = (settings.BASE_DIR / "commemoration/settings/production.py").read_text()

    assert "REQUIRE_2FA = True" in source


# Losing the phone


def reset_path(user):
    return reverse("second_factor_reset", args=[user.pk])


def test_manager_takes_away_a_lost_phone_and_signs_the_account_out():
    manager, editor = staff_account("maria", SITE_MANAGERS), staff_account("anna", EMBASSY_EDITORS)
    thief = signed_in(editor)
    make_recovery_codes(user=editor, actor=editor)
    client = signed_in(manager)
    assert "anna" in client.get(reset_path(editor)).content.decode()
    assert has_second_factor(editor)

    response = client.post(reset_path(editor), follow=True)

    assert response.status_code == 200
    assert not has_second_factor(editor)
    assert thief.get("/admin/").url == "/admin/login/?next=/admin/"
    assert sign_in("anna").get("/admin/").url == f"{PHONE}?next=/admin/"
    entry = ModelLogEntry.objects.get(action="commemoration.second_factor.reset")
    assert (entry.user, entry.object_id) == (manager, str(editor.pk))


def test_manager_sees_the_way_to_it_in_the_list_of_users_but_not_for_a_superuser():
    manager, editor, root = (
        staff_account("maria", SITE_MANAGERS),
        staff_account("anna", EMBASSY_EDITORS),
        superuser(),
    )

    page = signed_in(manager).get(reverse("wagtailusers_users:index")).content.decode()

    assert reset_path(editor) in page
    assert "root" in page
    assert reset_path(root) not in page


def test_those_who_may_not_take_away_a_second_factor():
    editor, root = staff_account("anna", EMBASSY_EDITORS), superuser()
    victim = staff_account("olga", EMBASSY_EDITORS)
    phone(victim)

    attempts = {
        "an editor": (signed_in(editor), victim),
        "a visitor": (Client(), victim),
        "a manager, of a superuser": (signed_in(staff_account("maria", SITE_MANAGERS)), root),
    }
    phone(root)
    for client, user in attempts.values():
        assert client.post(reset_path(user)).status_code == 302

    assert has_second_factor(victim)
    assert has_second_factor(root)
    assert not ModelLogEntry.objects.filter(action="commemoration.second_factor.reset").exists()


def test_superuser_may_take_away_that_of_a_superuser():
    other = superuser("other")
    phone(other)

    signed_in(superuser()).post(reset_path(other))

    assert not has_second_factor(other)


def test_command_takes_it_away_and_logs_it(capsys, caplog):
    editor = staff_account("anna", EMBASSY_EDITORS)
    phone(editor)

    call_command("reset_2fa", "anna")

    assert not has_second_factor(editor)
    assert capsys.readouterr().out == "“anna” sets up a new phone at the next sign-in.\n"
    assert actions_on(editor) == ["commemoration.second_factor.reset"]
    assert "commemoration.second_factor.reset" in caplog.messages
    with pytest.raises(CommandError, match="no account “nobody”"):
        call_command("reset_2fa", "nobody")
