"""In which letters a name is written."""

from commemoration.names.enums import Script


def script_of(name: str) -> str:
    """In which script a name is written: one of `Script`; letters of neither count as Latin."""
    letters = [letter for letter in name if letter.isalpha()]
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in letters)
    if not cyrillic:
        return Script.LATIN
    return Script.CYRILLIC if cyrillic == len(letters) else Script.MIXED
