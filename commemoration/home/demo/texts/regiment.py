"""What the demonstration says of the Immortal Regiment: the page, and invented people.

Every entry says on its page that it is invented: no real person is shown as an example, and the
surnames say it too.
"""

REGIMENT = {
    "en": {
        "title": "Immortal Regiment",
        "lead": "Portraits and stories of those who lived through the war, sent by their families.",
    },
    "fr": {
        "title": "Régiment immortel",
        "lead": "Portraits et récits de celles et ceux qui ont vécu la guerre, envoyés par leurs familles.",
    },
    "nl": {
        "title": "Onsterfelijk Regiment",
        "lead": "Portretten en verhalen van mensen die de oorlog hebben meegemaakt, ingestuurd door hun families.",
    },
    "ru": {
        "title": "Бессмертный полк",
        "lead": "Портреты и рассказы о тех, кто прошёл войну, присланные их семьями.",
    },
}

STORY = {
    "ru": (
        "Это вымышленный человек и вымышленный рассказ.\n\nЗдесь семья рассказывает своими "
        "словами: о детстве и деревне, о письмах с фронта, о том, что было после войны. Абзацы "
        "остаются такими, какими их написали."
    ),
    "fr": (
        "Cette personne et ce récit sont inventés.\n\nIci, une famille raconte avec ses propres "
        "mots : l’enfance et le village, les lettres du front, les années d’après-guerre. Les "
        "paragraphes restent tels qu’ils ont été écrits."
    ),
    "nl": (
        "Deze persoon en dit verhaal zijn verzonnen.\n\nHier vertelt een familie in haar eigen "
        "woorden: over de kindertijd en het dorp, de brieven van het front, de jaren erna. De "
        "alinea’s blijven zoals ze geschreven zijn."
    ),
}
TRANSLATION = {
    "en": (
        "This person and this story are invented.\n\nHere a family tells in its own words: of "
        "childhood and the village, of letters from the front, of the years after the war. The "
        "paragraphs stay as they were written."
    )
}
BELGIUM = {
    "ru": "Вымышлено: бежал из плена и сражался в партизанском отряде в Бельгии.",
    "fr": "Inventé : s’est établie en Belgique après la guerre.",
    "nl": "",
}
DECORATION = {"ru": "Пример награды", "fr": "Exemple de décoration", "nl": "Voorbeeld"}

# Surname, given name and patronymic in Cyrillic; surname and given name in Latin letters; birth,
# death, fate, language, relation. The surnames say that they are examples.
PEOPLE = (
    (
        ("Образцов", "Пётр", "Иванович"),
        ("Obraztsov", "Piotr"),
        "1915~",
        "1944-09",
        "captivity",
        "ru",
        "grandchild",
    ),
    (("Примерова", "Мария", ""), ("Primerova", "Maria"), "1921", "1998", "returned", "fr", "child"),
    (
        ("Вымыслов", "Алексей", "Петрович"),
        ("Vymyslov", "Aleksei"),
        "[1908..1910]",
        "",
        "missing",
        "ru",
        "great_grandchild",
    ),
    (
        ("Шаблонова", "Анна", "Сергеевна"),
        ("Sjablonova", "Anna"),
        "1924-03-08",
        "2003",
        "home_front",
        "nl",
        "relative",
    ),
    (
        ("Небылов", "Григорий", ""),
        ("Nebylov", "Grigori"),
        "1919-11",
        "1943-07",
        "killed",
        "ru",
        "nephew",
    ),
)
PLACE = "Exempleville"
