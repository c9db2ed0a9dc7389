"""Finds visible words that nobody marked for translation, in templates and in Python files."""

import ast
import re

# Attributes that a reader hears or sees.
SPOKEN_ATTRIBUTES = re.compile(r"""\s(?:alt|title|placeholder|aria-label)="([^"]*)\"""")
WORD = re.compile(r"[A-Za-zА-Яа-яЁё]{2,}")
TAG_OR_COMMENT = re.compile(
    r"{#.*?#}|{%\s*comment.*?endcomment\s*%}|<!--.*?-->|<(?:script|style|svg)\b.*?</(?:script|style|svg)>",
    re.DOTALL,
)
CLASSES = re.compile(r"{%\s*block (?:\w*class\w*)\s*%}.*?{%\s*endblock.*?%}", re.DOTALL)
BLOCK = re.compile(r"{%\s*(blocktranslate|blocktrans)\b.*?{%\s*end\1\s*%}", re.DOTALL)
MARKUP = re.compile(r"<[^>]*>", re.DOTALL)
CODE = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
ENTITY = re.compile(r"&#?\w+;")

VISIBLE_KEYWORDS = {
    "label",
    "help_text",
    "verbose_name",
    "verbose_name_plural",
    "heading",
    "empty_label",
}
VISIBLE_CALLS = {"ValidationError", "CommandRefused"}


def unmarked_in_template(source: str) -> list[str]:
    """Words of a template that stand outside every translation tag."""
    bare = CLASSES.sub(_blank, BLOCK.sub(_blank, TAG_OR_COMMENT.sub(_blank, source)))
    spoken = [text for text in SPOKEN_ATTRIBUTES.findall(CODE.sub("", bare)) if _is_prose(text)]
    text = ENTITY.sub(" ", MARKUP.sub(" ", CODE.sub(" ", bare)))
    return spoken + WORD.findall(text)


def unmarked_in_python(source: str) -> list[str]:
    """Plain strings given where a reader will see them: labels, help texts, refusals, choices."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            found += _visible_arguments(node)
        if isinstance(node, ast.ClassDef) and _is_choices(node):
            found += _choice_labels(node)
    return found


def _visible_arguments(call: ast.Call) -> list[str]:
    found = [
        k.value.value for k in call.keywords if k.arg in VISIBLE_KEYWORDS and _is_text(k.value)
    ]
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name in VISIBLE_CALLS and call.args and _is_text(call.args[0]):
        found.append(call.args[0].value)
    return found


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_prose(node.value)


def _is_prose(text: str) -> bool:
    return bool(WORD.search(text))


def _is_choices(node: ast.ClassDef) -> bool:
    return any(
        getattr(base, "attr", "") in {"TextChoices", "IntegerChoices"} for base in node.bases
    )


def _choice_labels(node: ast.ClassDef) -> list[str]:
    return [
        statement.value.elts[1].value
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Tuple)
        and len(statement.value.elts) > 1
        and _is_text(statement.value.elts[1])
    ]


def _blank(match: re.Match) -> str:
    return "\n" * match.group().count("\n")
