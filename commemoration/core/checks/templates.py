"""House rules on templates."""

from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core.checks import Error

from .markup import Fault, faults_of
from .ours import our_templates

# Templates that may switch escaping off, each with its reason.
SAFE_IN_TEMPLATES: dict[str, str] = {}

HINTS = {
    "E010": "Save it as UTF-8.",
    "E011": 'Move it to static/js, or give it nonce="{{ request.csp_nonce }}".',
    "E012": "Move it to static/css: the Content-Security-Policy refuses it.",
    "E013": "Listen in static/js instead: the Content-Security-Policy refuses it.",
    "E014": "Serve it from static/: no visitor's browser asks another host.",
    "E015": "Have Python build it with format_html, or add the template to SAFE_IN_TEMPLATES.",
}


def check_templates(app_configs=None, **kwargs) -> list[Error]:
    return errors_of_templates(our_templates())


def errors_of_templates(paths: Iterable[Path]) -> list[Error]:
    return [error_of(path, fault) for path in paths for fault in faults_in(path)]


def faults_in(path: Path) -> list[Fault]:
    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return [Fault("E010", 1, "not UTF-8")]
    allowed = {"E015"} if relative_name(path) in SAFE_IN_TEMPLATES else set()
    return [fault for fault in faults_of(source) if fault.rule not in allowed]


def error_of(path: Path, fault: Fault) -> Error:
    place = f"{relative_name(path)}:{fault.line}"
    return Error(f"{place}: {fault.message}.", hint=HINTS[fault.rule], id=f"house.{fault.rule}")


def relative_name(path: Path) -> str:
    return (
        str(path.relative_to(settings.BASE_DIR))
        if path.is_relative_to(settings.BASE_DIR)
        else path.name
    )
