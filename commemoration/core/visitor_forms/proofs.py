"""Proof of work: whoever sends a form a thousand times has to calculate a thousand times.

A browser calculates while its reader types; nobody is asked to look at anything. The protocol is
altcha's, version 2 (https://altcha.org/docs/v2/), with PBKDF2, which browsers have built in.
`static/js/proof.js` solves what is asked here. Nothing is stored before a proof is used.
"""

import json
import secrets
from datetime import UTC, datetime, timedelta
from enum import Enum, auto

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from commemoration.core.rate_limits.services import hit

ALGORITHM = "PBKDF2/SHA-256"
FEWEST_TRIES, MOST_TRIES = 100, 200
SALT = "commemoration.core.visitor_forms.proofs"


class Proof(Enum):
    GIVEN = auto()
    MISSING = auto()  # a browser without scripts, or without cryptography
    WRONG = auto()  # false, expired, or used before


def is_proof_asked() -> bool:
    return settings.ALTCHA_COST > 0


def new_challenge() -> str:
    """What a browser has to solve, as JSON, signed; "" if nothing is asked.

    Its answer is one of MOST_TRIES, so that nobody is unlucky for long.
    """
    if not is_proof_asked():
        return ""
    from altcha import create_challenge  # needed only where a proof is asked

    challenge = create_challenge(
        ALGORITHM,
        settings.ALTCHA_COST,
        counter=FEWEST_TRIES + secrets.randbelow(MOST_TRIES - FEWEST_TRIES),
        expires_at=timezone.now() + timedelta(minutes=settings.ALTCHA_MINUTES),
        hmac_secret=_key("challenge"),
        hmac_key_secret=_key("answer"),
    )
    return json.dumps(challenge.to_dict())


def take_proof(payload: str) -> Proof:
    """Judge a solved challenge (base64 of JSON), and count it: it is good once."""
    if not is_proof_asked():
        return Proof.GIVEN
    if not payload:
        return Proof.MISSING
    from altcha import Payload, verify_solution  # needed only where a proof is asked

    keys = {"hmac_secret": _key("challenge"), "hmac_key_secret": _key("answer")}
    if not verify_solution(payload, **keys).verified:
        return Proof.WRONG
    challenge = Payload.from_base64(payload).challenge
    # A moment longer than the challenge itself, which is refused once it has expired.
    ends_at = datetime.fromtimestamp(challenge.parameters.expires_at, UTC) + timedelta(seconds=1)
    is_first = hit(
        scope="visitor_forms.proof",
        key=challenge.signature,
        limit=1,
        window=ends_at - timezone.now(),
    )
    return Proof.GIVEN if is_first else Proof.WRONG


def _key(use: str) -> str:
    return salted_hmac(
        f"{SALT}.{use}", "", secret=settings.ALTCHA_HMAC_KEY or None, algorithm="sha256"
    ).hexdigest()
