"""Decides who must show a second factor, and knows who has one.

The factors are django-otp's: a phone (time-based codes, RFC 6238) and ten recovery codes on paper.
"""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from .models import User

NUMBER_OF_RECOVERY_CODES = 10


def phone_of(user: User) -> TOTPDevice | None:
    """The phone that makes this person's codes."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk").last()


def has_second_factor(user: User) -> bool:
    """A phone, or recovery codes left over from one."""
    devices = Q(totpdevice__confirmed=True) | Q(staticdevice__confirmed=True)
    return User.objects.filter(devices, pk=user.pk).exists()


def count_recovery_codes(user: User) -> int:
    """How many of the printed codes are still good."""
    return StaticToken.objects.filter(device__user=user, device__confirmed=True).count()


def must_show_second_factor(user: User | AnonymousUser) -> bool:
    """Is this session, opened with a password alone, still half signed in?

    Everyone who may enter the admin where `REQUIRE_2FA` is on; elsewhere whoever has set one up.
    """
    if not user.is_authenticated or user.is_verified():
        return False
    if settings.REQUIRE_2FA and user.has_perm("wagtailadmin.access_admin"):
        return True
    return has_second_factor(user)
