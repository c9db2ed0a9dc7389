"""Notes that a letter came back: the report of a mail server is read from the standard input."""

import os
import sys

from django.core.management.base import BaseCommand
from django.db import Error

from commemoration.core.outbox.returned import MOST_BYTES, read_returned
from commemoration.core.outbox.services import note_returned


class Command(BaseCommand):
    help = "Read one message that was sent to the return address, and note which letter came back."

    def handle(self, *_args, **_options):
        found = read_returned(sys.stdin.buffer.read(MOST_BYTES))
        if found is None:
            self.stdout.write("No report about a letter of ours.")
            return
        try:
            is_noted = note_returned(found)
        except Error as error:
            self.stderr.write(str(error))
            sys.exit(os.EX_TEMPFAIL)  # the mail server keeps the message and tries again
        self.stdout.write("Noted." if is_noted else "Not a letter that is still kept as sent.")
