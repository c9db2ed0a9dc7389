"""Production finds every file that a stylesheet names, and preloads the very font it will use."""

import json

from django.core.management import call_command
from whitenoise.compress import Compressor

STORAGE = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


def test_production_collects_every_file_that_stylesheets_name(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    # Stylesheets alone are looked at below; the scripts of the admin take long to compress.
    settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = [
        *Compressor.SKIP_COMPRESS_EXTENSIONS,
        "js",
        "svg",
    ]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": STORAGE}

    call_command("collectstatic", interactive=False, verbosity=0)

    hashed = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    stylesheet = (tmp_path / hashed["dist/site.css"]).read_text()
    font = hashed["dist/fonts/spectral-cyrillic.woff2"]
    assert font != "dist/fonts/spectral-cyrillic.woff2"
    assert f'url("../{font}")' in stylesheet
    for kind in ("br", "gz"):  # no request waits for it to be compressed
        assert (tmp_path / f"{hashed['dist/site.css']}.{kind}").is_file()
