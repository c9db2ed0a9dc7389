"""Gives, checks, renews and takes away the second factor of an account."""

import logging
import secrets
import time
import uuid
from math import ceil

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key
from wagtail.log_actions import log

from commemoration.core.accounts.models import User
from commemoration.core.accounts.second_factor import NUMBER_OF_RECOVERY_CODES

logger = logging.getLogger(__name__)

# No 0/O, 1/I/L: people copy these from paper. 31^10 is about 2^49.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 10


def new_phone_key() -> str:
    """A secret for a phone, in hexadecimal, not yet anybody's."""
    return default_key()


def unconfirmed_phone(*, user: User, key: str) -> TOTPDevice:
    """The phone as it will be, for its QR code; not saved."""
    return TOTPDevice(user=user, key=key, name="phone", confirmed=True)


@transaction.atomic
def set_up_phone(*, user: User, key: str, code: str) -> TOTPDevice:
    """Make this the account's one phone, if `code` shows that it holds `key`.

    Raises `ValidationError` when it does not.
    """
    device = unconfirmed_phone(user=user, key=key)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time.time()
    digits = "".join(code.split())
    fits = digits.isdecimal() and totp.verify(int(digits), tolerance=device.tolerance)
    if not fits:
        raise ValidationError(
            _("This code does not fit. Wait for the next one on your phone and enter that."),
            code="wrong_code",
        )
    account = locked(user)
    TOTPDevice.objects.filter(user=user).delete()
    # The code that was just entered is spent.
    device.last_t, device.drift = totp.t(), totp.drift
    device.save()
    record(user=account, actor=account, action="commemoration.second_factor.set_up")
    return device


@transaction.atomic
def make_recovery_codes(*, user: User, actor: User) -> list[str]:
    """Ten new one-time codes, as they are to be printed; the old ones stop working."""
    account = locked(user)
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery codes", confirmed=True)
    codes = [new_recovery_code() for _ in range(NUMBER_OF_RECOVERY_CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=fingerprint(code)) for code in codes
    )
    record(user=account, actor=actor, action="commemoration.second_factor.recovery_codes")
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def new_recovery_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def fingerprint(code: str) -> str:
    """What is stored of a recovery code, so that nobody reads codes in the database (64 bits)."""
    return salted_hmac("commemoration.recovery-code", code, algorithm="sha256").hexdigest()[:16]


def verify_code(*, user: User, code: str) -> Device:
    """The device that this code belongs to; a recovery code is spent.

    Raises `ValidationError` when the code is wrong, or came too soon after wrong ones.
    """
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    is_recovery_code = not plain.isdecimal()
    kind = StaticDevice if is_recovery_code else TOTPDevice
    with transaction.atomic():
        # Locked, so that one code does not open two sessions, nor many guesses run at once.
        devices = kind.objects.select_for_update().filter(user=user, confirmed=True)
        device = devices.order_by("pk").last()
        wait = seconds_to_wait(device)
        accepted = (
            device is not None
            and not wait
            and device.verify_token(fingerprint(plain) if is_recovery_code else plain)
        )
    if not accepted:
        logger.warning("second factor refused", extra={"user_id": user.pk, "wait": wait})
        raise ValidationError(refusal(wait), code="too_soon" if wait else "wrong_code")
    if is_recovery_code:
        account = User.objects.get(pk=user.pk)
        record(user=account, actor=account, action="commemoration.second_factor.recovery_code_used")
    return device


def seconds_to_wait(device: Device | None) -> int:
    if device is None:
        return 0
    allowed, reason = device.verify_is_allowed()
    if allowed or not reason or "locked_until" not in reason:
        return 0
    return max(1, ceil((reason["locked_until"] - timezone.now()).total_seconds()))


def refusal(wait: int) -> str:
    if not wait:
        return _("This code is wrong, or it was used already. Enter the code shown now.")
    return ngettext(
        "Too many wrong codes. Wait %(seconds)s second, then enter the code shown then.",
        "Too many wrong codes. Wait %(seconds)s seconds, then enter the code shown then.",
        wait,
    ) % {"seconds": wait}


@transaction.atomic
def reset_second_factor(*, user: User, actor: User | None) -> None:
    """Forget the phone and the recovery codes, and sign the account out everywhere.

    The person sets up a phone at the next sign-in. `actor` None: from the command line.
    """
    account = locked(user)
    TOTPDevice.objects.filter(user=account).delete()
    StaticDevice.objects.filter(user=account).delete()
    account.session_stamp = uuid.uuid4()
    account.save(update_fields=["session_stamp"])
    user.session_stamp = account.session_stamp
    record(user=account, actor=actor, action="commemoration.second_factor.reset")


def locked(user: User) -> User:
    """The row itself, held until the transaction ends; `request.user` is only a stand-in for it."""
    return User.objects.select_for_update().get(pk=user.pk)


def record(*, user: User, actor: User | None, action: str) -> None:
    """In Wagtail's audit log, which managers read, and in the log of the server."""
    log(instance=user, action=action, user=actor)
    logger.warning(action, extra={"user_id": user.pk, "actor_id": actor.pk if actor else None})
