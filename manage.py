#!/usr/bin/env python
"""Runs a management command of the site."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "commemoration.settings.dev")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = settings.DATABASES
    except ImproperlyConfigured as error:
        sys.exit(f"The settings are not complete. {error}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
