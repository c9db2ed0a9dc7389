"""Which letters a placard can bear, and what becomes of a name in others."""

import io

import pypdfium2
import pytest
import typst
from django.test import Client
from PIL import Image

from commemoration.core.enums import Section
from tests.factories.pages import build_site
from tests.factories.regiment import entry, regiment_page
from tributes.regiment.letters import HELD, can_be_set, in_capitals
from tributes.regiment.placards.typesetting import SOURCE

PLAIN = '#set document(title: "x")\n#set text(font: "Libertinus Serif")\n#sys.inputs.words'


def is_set_without_a_box(words: str, folder) -> bool:
    """PDF/A forbids boxes in place of letters: Typst refuses to write one."""
    assert '#set text(font: "Libertinus Serif"' in SOURCE.read_text(), "as the placard has it"
    source = folder / "words.typ"
    source.write_text(PLAIN)
    try:
        typst.compile(
            str(source),
            font_paths=[],
            ignore_system_fonts=True,
            sys_inputs={"words": words},
            format="pdf",
            pdf_standards=["a-2b"],
        )
    except typst.TypstError as refusal:
        return "could not be displayed" not in str(refusal)
    return True


def signs(first: int, last: int) -> str:
    found = map(chr, range(first, last + 1))
    return " ".join(sign for sign in found if sign.isprintable())


@pytest.mark.parametrize(("first", "last"), HELD)
def test_types_hold_every_sign_that_is_said_to_be_held(first, last, tmp_path):
    assert is_set_without_a_box(signs(first, last), tmp_path)


@pytest.mark.parametrize("name", ["王小明", "สมชาย", "\U0001f396", "Ა"])
def test_signs_that_no_type_holds_are_boxes_and_said_to_be_missing(name, tmp_path):
    assert not is_set_without_a_box(name, tmp_path)
    assert not can_be_set(name)


@pytest.mark.parametrize(
    ("name", "large"),
    [
        ("Щербаченко", "ЩЕРБАЧЕНКО"),
        ("Großmann", "GROSSMANN"),
        ("Բաղրամյան", "ԲԱՂՐԱՄՅԱՆ"),
        ("ჯუღაშვილი", "ჯუღაშვილი"),
    ],
)
def test_surname_is_set_in_capitals_where_there_are_any(name, large, tmp_path):
    assert in_capitals(name) == large
    assert is_set_without_a_box(large, tmp_path)


@pytest.fixture
def browser(db):
    section = build_site().sections[Section.CENTRE]
    for language in section:
        regiment_page(section[language])
    return Client()


@pytest.mark.parametrize("name", [("ჯუღაშვილი", "იოსებ"), ("Բաղրամյան", "Հովհաննես")])
def test_georgian_and_armenian_names_are_printed(browser, name):
    found = entry(names=[name], rank="\U0001f396 Сержант")
    address = f"/en/regiment/{found.number}/placard/"

    pdf = pypdfium2.PdfDocument(browser.get(f"{address}a4.pdf").content)
    words = pdf[0].get_textpage().get_text_bounded()

    assert browser.get(address).status_code == 200
    assert in_capitals(name[0]) in words
    assert "Сержант" in words
    assert "\U0001f396" not in words


def test_name_in_letters_of_no_type_has_a_placard_by_its_other_form_or_none(browser):
    both = entry(names=[("王", "小明"), ("Wang", "Xiaoming")])
    alone = entry(names=[("王", "小明")])

    pages = [browser.get(f"/ru/regiment/{each.number}/placard/") for each in (both, alone)]
    files = [browser.get(f"/ru/regiment/{each.number}/placard/a4.pdf") for each in (both, alone)]
    share = browser.get(f"/ru/regiment/{alone.number}/share.jpg")

    assert [page.status_code for page in pages] == [200, 200]
    assert [page.content.decode().count("<option") for page in pages] == [1, 0]
    assert [file.status_code for file in files] == [200, 404]
    words = pypdfium2.PdfDocument(files[0].content)[0].get_textpage().get_text_bounded()
    assert words.splitlines()[:2] == ["Xiaoming", "WANG"]
    with Image.open(io.BytesIO(share.content)) as picture:
        assert picture.format == "JPEG"
