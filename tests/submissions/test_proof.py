"""The proof of work before a form is sent, and the way for those whose browser gives none."""

import json
from datetime import timedelta
from html import unescape
from re import search

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.utils import timezone

from commemoration.core.outbox.models import OutboxMessage
from commemoration.core.rate_limits.models import RateLimitCounter
from commemoration.core.rate_limits.services import prune_counters
from commemoration.submissions.models import LostLink, Submission
from tests.factories.submissions import ADDRESS
from tests.factories.visitor_forms import opened

pytestmark = pytest.mark.django_db
START, AGAIN = "/en/send/letter/", "/en/send/again/"


@pytest.fixture(autouse=True)
def _asked(settings):
    settings.ALTCHA_COST = 2


def challenge_on(client, address=START) -> Challenge:
    page = client.get(address).content.decode()
    return Challenge.from_dict(json.loads(unescape(search(r'data-challenge="([^"]+)"', page)[1])))


def solved(challenge: Challenge) -> str:
    return Payload(challenge, solve_challenge(challenge)).to_base64()


def post(client, proof, address=START, email=ADDRESS):
    return client.post(address, {"email": email, "opened": opened(), "altcha": proof})


def test_solved_challenge_lets_one_begin_at_once_and_counts_once(client):
    proof = solved(challenge_on(client))

    first, again = post(client, proof), post(client, proof)

    submission = Submission.objects.get()
    assert first["Location"] == f"/en/my/{submission.handle}/step/who/"
    assert again.status_code == 422
    assert "please send it again" in again.content.decode()


def test_challenge_that_is_wrong_or_old_begins_nothing(client, settings):
    challenge = challenge_on(client)
    unsolved = Payload(challenge, solve_challenge(challenge))
    unsolved.solution.derived_key = "00" * 32
    cheap = challenge_on(client)
    cheap.parameters.key_prefix = "0"
    settings.ALTCHA_MINUTES = -1
    expired = solved(challenge_on(client))
    settings.ALTCHA_MINUTES, settings.ALTCHA_HMAC_KEY = 60, "of another site"
    foreign = solved(challenge_on(client))
    settings.ALTCHA_HMAC_KEY = ""

    for proof in (unsolved.to_base64(), solved(cheap), expired, foreign, "bm90aGluZw==", "é"):
        assert post(client, proof).status_code == 422, proof

    assert not Submission.objects.exists()
    assert post(client, solved(challenge)).status_code == 302, "the control: it was solvable"


def test_used_proof_is_remembered_until_it_expires_and_no_longer(client):
    post(client, solved(challenge_on(client)))
    used = RateLimitCounter.objects.filter(scope="visitor_forms.proof")
    soon, late = (timezone.now() + timedelta(minutes=minutes) for minutes in (59, 61))

    prune_counters(soon)
    assert used.count() == 1
    prune_counters(late)
    assert used.count() == 0


def test_without_scripts_the_letter_is_the_way_on(client):
    answer = post(client, "")

    submission = Submission.objects.get()
    assert answer["Location"] == "/en/send/again/sent/"
    assert client.get(f"/en/my/{submission.handle}/").status_code == 404, "no way in but the letter"
    body = OutboxMessage.objects.get(template="submission_begun", to=ADDRESS).body
    link = search(r"https?://[^/\s]+(/my/\S+)", body)[1]
    assert client.get(link, follow=True).status_code == 200


@pytest.mark.parametrize(("address", "made"), [(START, Submission), (AGAIN, LostLink)])
def test_fewer_are_taken_without_a_proof_and_proofs_are_not_hindered(client, address, made):
    plain = [post(client, "", address, f"{n}@example.org").status_code for n in range(6)]
    taken = made.objects.count()

    assert 429 in plain
    assert taken == plain.count(302) <= 5
    assert post(client, solved(challenge_on(client, address)), address).status_code == 302
    assert made.objects.count() == taken + 1


def test_site_that_asks_for_none_shows_none(client, settings):
    settings.ALTCHA_COST = 0

    assert "data-challenge" not in client.get(START).content.decode()
    assert post(client, "").status_code == 302
    assert Submission.objects.count() == 1
