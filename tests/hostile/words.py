"""Hostile words, as somebody types them into a form, and what shows that some of them are alive.

Each of the twelve carries `xq`: an element, an attribute or a script of that name in an output was
not shown as words but understood.
"""

import html
import json
from html.parser import HTMLParser

from django import forms

from commemoration.core.visitor_forms.names import NameField

PAYLOADS = (
    "<script>xq(1)</script>",
    '"><img src=xq onerror=xq(2)>',
    "'><svg/onload=xq(3)>",
    '" autofocus onfocus=xq(4) x="',
    "' onmouseover='xq(5)' x='\" onmouseout=\"xq(5)",
    "<a href=javascript:xq(6)>xq</a>",
    "</textarea></title></select><xq-seven>",
    "</script><script>xq(8)</script>",
    "<!--><xq-nine>--!><![CDATA[<xq-nine>",
    "{{ 7|add:7 }}{% now 'Y' %}${7*7}<xq-ten>",
    "<style>@import'//xq'</style><iframe srcdoc=xq>",
    "<form action=//xq><input formaction=//xq name=xq>",
)
LINKS = ("href", "src", "action", "formaction", "srcdoc", "data", "xlink:href", "poster")
DATA = ("application/json", "application/ld+json")


class _Reader(HTMLParser):
    """Notes what a browser would understand, beside the words that it would show."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.alive: list[str] = []
        self.words: list[str] = []
        self.blocks: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag.startswith("xq"):
            self.alive.append(f"<{tag}>")
        for name, value in given.items():
            is_link_astray = name in LINKS and _leads_astray(value)
            if name.startswith(("on", "xq")) or is_link_astray:
                self.alive.append(f"{tag} {name}={value}")
        if given.get("name") == "xq":
            self.alive.append(f"{tag} name=xq")
        self._inside = ""
        if tag in ("script", "style"):
            self._inside = "data" if given.get("type") in DATA else tag

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self._inside = ""

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "data":
            self.blocks.append(data)
        elif self._inside:
            if "xq" in data:
                self.alive.append(f"<{self._inside}>{data}")
        else:
            self.words.append(data)


def alive(page: str) -> list[str]:
    """The elements, attributes and scripts of the hostile words that a browser would act upon.

    ValueError if a block of data is none.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    for block in reader.blocks:
        json.loads(block)
    return reader.alive


def shown_words(page: str) -> str:
    """Everything that a page shows as words, on one line."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return " ".join(" ".join(reader.words).split())


def carelessly(page: str) -> str:
    """The same page as it would be if nobody had escaped a thing: for controls."""
    return html.unescape(html.unescape(page))


def typed_everywhere(
    steps, base: dict[str, dict[str, list[str]]], words: str, *, names: bool = True
) -> dict:
    """What a browser sends: `words` in every field of every step that takes any words, `base` in
    the others; and in those for `names`, which refuse such words."""
    return {
        step.slug: {
            **base.get(step.slug, {}),
            **{
                name: [words[: field.max_length or 500]]
                for name, field in step.form.base_fields.items()
                if isinstance(field, forms.CharField)
                and not isinstance(field, forms.EmailField)
                and (names or not isinstance(field, NameField))
            },
        }
        for step in steps
    }


def _leads_astray(value: str) -> bool:
    start = value.strip().lower()
    return start.startswith(("javascript:", "data:text", "vbscript:", "//xq")) or start == "xq"
