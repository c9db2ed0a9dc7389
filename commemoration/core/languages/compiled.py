"""Compiles translation catalogues with Python alone: `msgfmt` may be missing on the machine.

`python -m commemoration.core.languages.compiled FILE.po…` writes the .mo beside each;
`--check FOLDER` writes nothing and fails on what would break at run time.
"""

import re
import sys
from pathlib import Path

import polib

PLACEHOLDER = re.compile(r"%(?:\((\w+)\))?[-+#0 ]*(?:\d+|\*)?(?:\.\d+)?[sdifrxc%]|\{(\w*)\}")


def compile_catalogue(path: Path) -> None:
    """Write the .mo of one .po, whole or not at all."""
    draft = path.with_suffix(".mo.new")
    polib.pofile(str(path)).save_as_mofile(str(draft))
    draft.replace(path.with_suffix(".mo"))


def faults(path: Path) -> list[str]:
    """What is wrong with a catalogue: it cannot be read, or a placeholder got lost."""
    try:
        catalogue = polib.pofile(str(path), check_for_duplicates=True)
    except (OSError, ValueError) as error:
        return [f"{path}: {error}"]
    return [
        f"{path}:{entry.linenum}: placeholders differ in “{entry.msgid}”"
        for entry in catalogue.translated_entries()
        if not _placeholders_match(entry)
    ]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--check"]:
        catalogues = [path for name in arguments[1:] for path in sorted(Path(name).rglob("*.po"))]
        found = [fault for path in catalogues for fault in faults(path)]
        sys.stdout.writelines(f"{fault}\n" for fault in found)
        return 1 if found else 0
    for name in arguments:
        compile_catalogue(Path(name))
    return 0


def _placeholders_match(entry: polib.POEntry) -> bool:
    """A plural form may leave the number out ("one photograph"), but may not invent a name."""
    if not {"python-format", "python-brace-format"} & set(entry.flags):
        return True
    wanted = _names(entry.msgid) | _names(entry.msgid_plural)
    if entry.msgid_plural:
        return all(_names(form) <= wanted for form in entry.msgstr_plural.values())
    return _names(entry.msgstr) == wanted


def _names(text: str) -> set[str]:
    return {match.group(0) for match in PLACEHOLDER.finditer(text)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
