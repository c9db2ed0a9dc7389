"""What a page tells search engines in the words of schema.org, as a block of data."""

import json
from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

# The characters with which a text could end the block it stands in.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def json_ld_block(data: Mapping[str, Any]) -> SafeString:
    """For `<script type="application/ld+json">`: what is empty is left out."""
    said = {name: value for name, value in data.items() if value}
    text = json.dumps({"@context": "https://schema.org", **said}, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - escaped above
