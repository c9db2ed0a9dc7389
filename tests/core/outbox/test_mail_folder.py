import importlib

import pytest
from django.test import override_settings
from django.urls import clear_url_caches, reverse

from commemoration import urls
from commemoration.core.outbox.mail_folder import kept_letters
from commemoration.core.outbox.services import send_due


@pytest.fixture
def folder(settings, tmp_path):
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.OUTBOX_TRANSPORT = {
        "EMAIL_BACKEND": "commemoration.core.outbox.mail_folder.MailFolderBackend"
    }
    return settings.MAIL_FOLDER


def test_letters_are_kept_as_files(db, folder, queue):
    queue(reply_to="family@example.org")
    queue(subject="Later")

    send_due()

    later, first = kept_letters()
    assert (later.subject, first.subject) == ("Later", "Память")
    assert (first.to, first.reply_to) == ("reader@example.org", "family@example.org")
    assert (first.language, first.body) == ("ru", "Здравствуйте!\n")
    assert [path.suffix for path in folder.iterdir()] == [".eml", ".eml"]


def test_pages_show_the_letters(client, db, folder, queue):
    queue(body="See https://example.org/x\n<script>\n")
    send_due()
    (letter,) = kept_letters()

    listed = client.get("/dev/mail/").content.decode()
    shown = client.get(reverse("mail:letter", kwargs={"name": letter.name})).content.decode()

    assert f'href="/dev/mail/{letter.name}/"' in listed
    assert 'href="https://example.org/x"' in shown
    assert "&lt;script&gt;" in shown


def test_empty_folder_says_so(client, db, folder):
    assert "No letter has been written yet." in client.get("/dev/mail/").content.decode()


@pytest.mark.parametrize(
    "path", ["/dev/mail/20200101-000000-000000/", "/dev/mail/..%2f..%2fmanage/", "/dev/mail/x/"]
)
def test_unknown_letter_is_not_found(client, db, folder, path):
    assert client.get(path, follow=True).status_code == 404


def test_pages_exist_on_development_machines_only(client, db):
    def routed():
        importlib.reload(urls)
        clear_url_caches()
        return client.get("/dev/mail/", follow=True).status_code

    try:
        with override_settings(DEVELOPMENT_PAGES=False):
            assert routed() == 404
    finally:
        assert routed() == 200
