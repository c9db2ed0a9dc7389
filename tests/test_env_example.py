import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
READ_BY_SETTINGS = re.compile(r"\benv(?:\.\w+)?\(\s*\"([A-Z][A-Z0-9_]+)\"")
READ_BY_PROCESSES = re.compile(r"\$\{?([A-Z][A-Z0-9_]+)")
WRITTEN = re.compile(r"^#?([A-Z][A-Z0-9_]+)=", re.MULTILINE)


def test_env_example_names_every_variable_and_no_other():
    settings = "".join(
        path.read_text() for path in (PROJECT / "commemoration" / "settings").glob("*.py")
    )
    read = {
        "DJANGO_SETTINGS_MODULE",
        *READ_BY_SETTINGS.findall(settings),
        *READ_BY_PROCESSES.findall((PROJECT / "Procfile").read_text()),
    }

    written = WRITTEN.findall((PROJECT / ".env.example").read_text())

    assert sorted(written) == sorted(read)
