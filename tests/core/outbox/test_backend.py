import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.forms import PasswordResetForm
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.test import RequestFactory
from django.utils.translation import override

from commemoration.core.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outbox_backend(settings):
    settings.EMAIL_BACKEND = "commemoration.core.outbox.backend.OutboxBackend"


def test_django_letter_waits_in_the_outbox(mailoutbox):
    with override("nl"):
        sent = send_mail("Subject", "Body", None, ["Jan Peeters <jan@example.org>"])

    row = OutboxMessage.objects.values("to", "subject", "body", "language", "status").get()
    assert sent == 1
    assert row == {
        "to": "jan@example.org",
        "subject": "Subject",
        "body": "Body",
        "language": "nl",
        "status": "waiting",
    }
    assert mailoutbox == []


def test_recipients_do_not_see_each_other():
    EmailMessage(
        "Subject", "Body", to=["a@example.org", "b@example.org"], bcc=["a@example.org"]
    ).send()

    assert list(OutboxMessage.objects.order_by("to").values_list("to", flat=True)) == [
        "a@example.org",
        "b@example.org",
    ]


def test_plain_text_of_a_letter_with_html_is_taken():
    message = EmailMultiAlternatives("Subject", "Plain", to=["a@example.org"])
    message.attach_alternative("<p>Rich</p>", "text/html")
    message.send()

    assert OutboxMessage.objects.get().body == "Plain"


def test_attachment_is_refused_aloud():
    message = EmailMessage("Subject", "Body", to=["a@example.org"])
    message.attach("file.txt", "text")

    with pytest.raises(ValueError, match="without attachments"):
        message.send()

    assert not OutboxMessage.objects.exists()


def test_password_reset_goes_through_the_outbox(mailoutbox):
    get_user_model().objects.create_user("anna", "anna@example.org", "a good password")
    request = RequestFactory().get("/")
    form = PasswordResetForm({"email": "anna@example.org"})
    assert form.is_valid()

    form.save(
        request=request,
        domain_override="example.org",
        email_template_name="wagtailadmin/account/password_reset/email.txt",
        subject_template_name="wagtailadmin/account/password_reset/email_subject.txt",
    )

    assert OutboxMessage.objects.get().to == "anna@example.org"
    assert mailoutbox == []
