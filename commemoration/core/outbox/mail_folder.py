"""Where a developer's letters go: one file each in `var/mail`, shown at `/dev/mail/`."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class MailFolderBackend(BaseEmailBackend):
    """Writes each message as an `.eml` file into settings.MAIL_FOLDER."""

    def send_messages(self, email_messages) -> int:
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            moment = timezone.now().strftime("%Y%m%d-%H%M%S-%f")
            unfinished = folder / f"{moment}.part"
            unfinished.write_bytes(message.message().as_bytes())
            unfinished.rename(folder / f"{moment}.eml")
        return len(email_messages)


@dataclass(frozen=True)
class KeptLetter:
    name: str
    to: str
    reply_to: str
    subject: str
    language: str
    written_at: datetime
    body: str


def kept_letters(at_most: int = 100) -> list[KeptLetter]:
    """The letters in the folder, newest first."""
    files = sorted(Path(settings.MAIL_FOLDER).glob("*.eml"), reverse=True)
    return [_read(path) for path in files[:at_most]]


def kept_letter(name: str) -> KeptLetter | None:
    path = Path(settings.MAIL_FOLDER) / f"{name}.eml"
    return _read(path) if path.is_file() else None


def _read(path: Path) -> KeptLetter:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    modified = datetime.fromtimestamp(path.stat().st_mtime, tz=timezone.get_current_timezone())
    return KeptLetter(
        name=path.stem,
        to=str(message["To"]),
        reply_to=str(message["Reply-To"] or ""),
        subject=str(message["Subject"]),
        language=str(message["Content-Language"] or ""),
        written_at=modified,
        body=message.get_content(),
    )
