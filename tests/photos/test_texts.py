import pytest

from photos.selectors import texts_for
from tests.factories.photos import PhotoFactory

pytestmark = pytest.mark.django_db

ALL = {code: {"title": f"Title {code}"} for code in ("en", "fr", "nl", "ru")}


def only(*languages):
    return {code: ALL[code] for code in languages}


@pytest.mark.parametrize(
    ("languages", "original", "asked", "shown"),
    [
        (("en", "fr", "nl", "ru"), "ru", "nl", "nl"),
        (("en", "fr", "ru"), "ru", "nl", "ru"),
        (("en", "fr", "ru"), "", "nl", "en"),
        (("fr", "ru"), "", "nl", "fr"),
        (("nl", "ru"), "", "en", "nl"),
        (("ru",), "", "en", "ru"),
    ],
)
def test_texts_fall_back_in_order(languages, original, asked, shown):
    photo = PhotoFactory(texts=only(*languages), original_language=original)

    title = texts_for(photo, asked).title

    assert (str(title), title.language) == (f"Title {shown}", shown)
    assert title.is_fallback == (asked != shown)


def test_note_says_when_there_is_one_language_only():
    title = texts_for(PhotoFactory(texts=only("ru")), "en").title

    assert title.note == "This text is available in Russian only."


def test_note_does_not_say_only_when_there_are_several():
    title = texts_for(PhotoFactory(texts=only("ru", "fr")), "en").title

    assert title.note == "This text has not been translated yet and is shown in French."


def test_each_text_falls_back_by_itself():
    texts = {"en": {"title": "Graves"}, "ru": {"title": "Могилы", "caption": "Подпись"}}
    found = texts_for(PhotoFactory(texts=texts), "en")

    assert (found.title.language, found.caption.language) == ("en", "ru")
    assert found.caption_note == "This text is available in Russian only."


def test_caption_does_not_repeat_the_note_of_the_title():
    found = texts_for(PhotoFactory(texts={"ru": {"title": "Т", "caption": "П"}}), "en")

    assert (found.title.note != "", found.caption_note) == (True, "")
