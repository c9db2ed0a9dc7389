"""Accounts of staff for tests."""

import time
from base64 import b32decode

from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from commemoration.core.accounts.models import User
from commemoration.core.accounts.services import create_staff_account

PASSWORD = "a-long-reading-room-1945"


def staff_account(username: str = "anna", *groups: str, language: str = "en", **attributes) -> User:
    """An account in these groups, with the password `PASSWORD` and an address of its own."""
    attributes.setdefault("email", f"{username}@example.org")
    return create_staff_account(
        username=username, password=PASSWORD, groups=groups, language=language, **attributes
    )


def superuser(username: str = "root") -> User:
    return User.objects.create_superuser(username, f"{username}@example.org", PASSWORD)


def phone(user: User) -> TOTPDevice:
    """A phone that makes this account's codes."""
    return TOTPDevice.objects.create(user=user, name="phone", confirmed=True)


def code_on(device: TOTPDevice, steps_ahead: int = 0) -> str:
    """What the phone shows now, or that many half-minutes later."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time.time() + steps_ahead * device.step
    return f"{totp.token():06d}"


def secret_code(secret: str) -> str:
    """What a phone shows that was given this secret by hand, in base32."""
    key = b32decode(secret.replace(" ", "")).hex()
    return code_on(TOTPDevice(key=key))


def signed_in(user: User, *, second_factor: bool = True, **headers) -> Client:
    """A browser in which this person has signed in, with the second factor or without."""
    client = Client(headers={"accept-language": "en", **headers})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    if second_factor:
        device = TOTPDevice.objects.filter(user=user).first() or phone(user)
        session = client.session
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
        session.save()
    return client
