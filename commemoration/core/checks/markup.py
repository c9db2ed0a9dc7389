"""Reads a template as markup and names what the Content-Security-Policy would refuse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

COMMENTS = re.compile(r"{#.*?#}|{%\s*comment\b.*?%}.*?{%\s*endcomment\s*%}", re.DOTALL)
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
MARKED_SAFE = re.compile(r"\|\s*safe(seq)?\b|{%\s*autoescape\s+off\s*%}")
# A type that browsers run; any other makes the element a block of data.
EXECUTABLE_TYPES = {"", "module", "text/javascript", "application/javascript", "importmap"}
# Links that are only said, never fetched.
LINKS_NOT_FETCHED = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev"}
ADDRESSES = {"src", "action", "formaction", "poster", "data", "background", "ping", "srcset"}
FOREIGN = re.compile(r"(^|[\s,])(https?:|wss?:|ftp:)?//", re.IGNORECASE)


@dataclass(frozen=True)
class Fault:
    """`rule` is the number of the check, `line` counts from 1."""

    rule: str
    line: int
    message: str


def faults_of(source: str) -> list[Fault]:
    """What is wrong with this template."""
    source = COMMENTS.sub(keep_lines, source)
    reader = Reader()
    # Template tags go: what they write is not known here, and their quotes would break attributes.
    reader.feed(TAGS.sub(keep_lines, mark_nonces(source)))
    reader.close()
    return sorted([*reader.faults, *marked_safe(source)], key=lambda fault: fault.line)


def keep_lines(match: re.Match) -> str:
    return "\n" * match.group().count("\n")


def mark_nonces(source: str) -> str:
    """Let an attribute `nonce="{{ … }}"` outlive the removal of template tags."""
    return re.sub(r'nonce="\s*{{.*?}}\s*"', 'nonce="given"', source)


def marked_safe(source: str) -> Iterator[Fault]:
    for match in MARKED_SAFE.finditer(source):
        line = source.count("\n", 0, match.start()) + 1
        yield Fault("E015", line, f"“{match.group().strip()}” switches escaping off")


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.faults: list[Fault] = []
        self.inline_script = False

    def add(self, rule: str, message: str) -> None:
        self.faults.append(Fault(rule, self.getpos()[0], message))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name.lower(): value or "" for name, value in attrs}
        self.look_at_script(tag, given)
        if tag == "style" or "style" in given:
            self.add("E012", f"<{tag}> carries an inline style")
        for name, value in given.items():
            self.look_at_attribute(tag, given, name, value)

    def handle_startendtag(self, tag, attrs) -> None:
        self.handle_starttag(tag, attrs)

    def look_at_script(self, tag: str, given: dict[str, str]) -> None:
        if tag != "script" or "src" in given or given.get("nonce"):
            return
        if given.get("type", "").strip().lower() in EXECUTABLE_TYPES:
            self.add("E011", "<script> runs inline without a nonce")

    def look_at_attribute(self, tag: str, given: dict[str, str], name: str, value: str) -> None:
        if name.startswith("on"):
            self.add("E013", f"<{tag} {name}> is an inline handler")
        if value.strip().lower().startswith("javascript:"):
            self.add("E013", f"<{tag} {name}> is a javascript: address")
        if is_fetched(tag, given, name) and FOREIGN.search(value):
            self.add("E014", f"<{tag} {name}> leads to another host")


def is_fetched(tag: str, given: dict[str, str], name: str) -> bool:
    """Does the browser itself follow this attribute, without anybody choosing a link?"""
    if name in ADDRESSES:
        return True
    if name in {"href", "xlink:href"}:
        if tag == "link":
            return not set(given.get("rel", "").lower().split()) <= LINKS_NOT_FETCHED
        return tag not in {"a", "area"}
    return False
