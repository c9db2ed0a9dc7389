"""What other archives call the columns of a list of photographs.

Beside the words of archives in the site's four languages: Dublin Core
(https://www.dublincore.org/specifications/), CollectionBuilder's metadata sheets
(https://collectionbuilder.github.io/cb-docs/), EAD 3 (unitid, unittitle …), the areas of ISAD(G),
and IPTC and XMP names as picture programs write them into their lists. A header is compared without
capitals, spaces and punctuation (`commemoration.core.imports.columns.normalise_header`).
"""

from photos.enums import TextLanguage

FOREIGN_HEADERS: dict[str, tuple[str, ...]] = {
    "accession": (
        *("accession_number", "accession_no", "objectid", "object_id", "object_number", "unitid"),
        *("reference_code", "identifier", "item_id", "call_number", "shelfmark", "image_number"),
        *("signature", "cote", "numero_d_inventaire", "numéro_d_inventaire", "signatuur"),
        *("inventarisnummer", "objectnummer", "архивный_номер", "шифр", "архивный_шифр"),
        *("учетный_номер", "учётный_номер", "инвентарный_номер", "id"),
    ),
    "part_of": ("parentid", "parent_id", "parent"),
    "file": (
        *("filename", "file_name", "object_location", "image", "image_file", "scan"),
        *("nom_de_fichier", "fichier", "bestand", "bestandsnaam", "файл", "имя_файла"),
    ),
    "verso_file": ("verso", "back", "dos", "achterzijde", "keerzijde", "оборот"),
    "collection": ("is_part_of", "ispartof"),
    "institution": (
        *("repository", "provenance", "holding_institution", "holder", "archive", "museum"),
        *("institution_de_conservation", "lieu_de_conservation", "instelling", "bewaarplaats"),
        *("архив", "место_хранения", "учреждение"),
    ),
    "fonds": ("fonds_title", "record_group", "fonds_reference", "archief", "фонд"),
    "inventory": ("finding_aid", "inventaire", "inventaris", "опись"),
    "file_reference": ("folder", "dossier", "дело", "единица_хранения", "ед_хр"),
    "reference": (
        *("source", "bibliographic_citation", "citation", "référence", "reference_number"),
        *("bron", "referentie", "источник", "архивная_ссылка"),
    ),
    "photographer": (
        *("creator", "artist", "author", "by_line", "byline", "name_of_creator", "origination"),
        *("photographe", "auteur", "créateur", "fotograaf", "maker", "vervaardiger"),
        *("фотограф", "автор", "автор_съемки", "автор_съёмки"),
    ),
    "date_edtf": (
        *("date", "created", "date_created", "datecreated", "temporal", "date_s", "unitdate"),
        *("date_taken", "date_of_creation", "year", "date_de_prise_de_vue", "année", "datum"),
        *("datering", "jaar", "дата", "дата_съемки", "дата_съёмки", "год"),
    ),
    "date_is_approximate": ("date_is_approximate_", "approximate_date", "circa"),
    "place_then": (
        *("location", "coverage", "spatial", "place", "geogname", "city", "place_of_capture"),
        *("lieu", "lieu_de_prise_de_vue", "plaats", "locatie", "место", "место_съемки"),
        *("место_съёмки",),
    ),
    "latitude": ("lat", "широта", "breedtegraad"),
    "longitude": ("lon", "lng", "long", "долгота", "lengtegraad"),
    "people": (
        *("persons", "person", "persname", "people_shown", "persons_shown", "sitter"),
        *("personnes", "personen", "персоны", "лица", "изображенные_лица"),
    ),
    "event": ("événement", "gebeurtenis", "событие"),
    "subjects": (
        *("subject", "keywords", "tags", "topic", "controlaccess", "sujet", "sujets"),
        *("mots_clés", "mots_cles", "onderwerp", "onderwerpen", "trefwoorden"),
        *("тема", "темы", "ключевые_слова", "рубрика"),
    ),
    "rights": (
        *("license", "licence", "access_rights", "userestrict", "usage_terms", "web_statement"),
        *("droits", "licentie", "rechten", "права", "лицензия"),
    ),
    "credit": (
        *("credit_line", "rights_holder", "rightsholder", "copyright_notice", "attribution"),
        *("mention_obligatoire", "crédit", "bronvermelding", "подпись_правообладателя"),
    ),
}

FOREIGN_TEXT_HEADERS: dict[str, tuple[str, ...]] = {
    "title": ("title", "name", "unittitle", "object_name", "headline"),
    "caption": (
        *("description", "caption", "abstract", "scopecontent", "scope_and_content"),
        *("caption_abstract",),
    ),
    "alt": ("image_alt_text", "alt_text", "alt"),
    "transcript": ("object_transcript", "transcript", "transcription", "inscription"),
    "translator": ("translator",),
    "machine_translated": (),
}
"""Headers without a language: their texts are in the language that is said beside the list."""

TEXT_HEADERS_IN_LANGUAGE: dict[str, dict[str, tuple[str, ...]]] = {
    "fr": {"title": ("titre",), "caption": ("légende", "légende_originale", "résumé")},
    "nl": {"title": ("titel",), "caption": ("beschrijving", "bijschrift", "omschrijving")},
    "ru": {
        "title": ("название", "заглавие", "заголовок"),
        "caption": ("описание", "аннотация", "подпись"),
    },
}
"""Headers that are words of one language: so, most probably, are the texts below them."""


def text_headers(kind: str, code: str, language: str) -> tuple[str, ...]:
    """Headers of a text of this kind in the language `code`; `language` is that of the list."""
    plain = FOREIGN_TEXT_HEADERS[kind]
    own = TEXT_HEADERS_IN_LANGUAGE.get(code, {}).get(kind, ())
    with_code = tuple(f"{header}_{code}" for header in (*plain, *own))
    named = tuple(f"{header}_{TextLanguage(code).name.lower()}" for header in plain)
    return (*own, *with_code, *named, *(plain if code == language else ()))
