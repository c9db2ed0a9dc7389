"""What the demonstration says of graves beside the lists: pages, names of the sites, a ceremony."""

GRAVES = {
    "en": {
        "title": "Burial sites",
        "lead": "Where Soviet prisoners of war and members of the Resistance lie in Belgium, and who they were. The list covers 29 places; we know that it is not complete.",
    },
    "fr": {
        "title": "Lieux d’inhumation",
        "lead": "Où reposent en Belgique les prisonniers de guerre soviétiques et les membres de la Résistance, et qui ils étaient. La liste compte 29 lieux ; nous savons qu’elle n’est pas complète.",
    },
    "nl": {
        "title": "Begraafplaatsen",
        "lead": "Waar in België Sovjetkrijgsgevangenen en verzetsleden rusten, en wie zij waren. De lijst telt 29 plaatsen; wij weten dat ze niet volledig is.",
    },
    "ru": {
        "title": "Места захоронений",
        "lead": "Где в Бельгии покоятся советские военнопленные и участники Сопротивления и кем они были. В списке 29 мест; мы знаем, что он неполон.",
    },
}

# Short name of the site → its name in English, Dutch and Russian; the French one is in the list.
SITES = {
    "engreux": (
        "Old cemetery of Engreux",
        "Oude begraafplaats van Engreux",
        "Старое кладбище Энгрё",
    ),
    "arlon": (
        "Arlon communal cemetery",
        "Gemeentelijke begraafplaats van Aarlen",
        "Коммунальное кладбище Арлона",
    ),
    "champlon": ("Champlon cemetery", "Begraafplaats van Champlon", "Кладбище Шамплона"),
    "chimay": ("Chimay cemetery", "Begraafplaats van Chimay", "Кладбище Шиме"),
    "han-sur-lesse": (
        "Han-sur-Lesse communal cemetery",
        "Gemeentelijke begraafplaats van Han-sur-Lesse",
        "Коммунальное кладбище Ан-сюр-Леса",
    ),
    "han-sur-lesse-monument": (
        "Monument to the American airmen and to the Russian and Belgian members of the Resistance",
        "Monument voor de Amerikaanse vliegers en de Russische en Belgische verzetsleden",
        "Памятник американским лётчикам, русским и бельгийским участникам Сопротивления",
    ),
    "awenne": (
        "Awenne communal cemetery",
        "Gemeentelijke begraafplaats van Awenne",
        "Коммунальное кладбище Авенна",
    ),
    "nidrum": (
        "Nidrum communal cemetery",
        "Gemeentelijke begraafplaats van Nidrum",
        "Коммунальное кладбище Нидрума",
    ),
    "sougne-remouchamps": (
        "Sougné-Remouchamps central cemetery",
        "Centrale begraafplaats van Sougné-Remouchamps",
        "Центральное кладбище Сунье-Ремушана",
    ),
    "liege-citadelle": (
        "Enclosure of the executed, Citadel of Liège",
        "Erepark van de gefusilleerden, Citadel van Luik",
        "Ограда расстрелянных, Льежская цитадель",
    ),
    "comblain-au-pont": (
        "Comblain-au-Pont (place of burial)",
        "Comblain-au-Pont (begraafplaats)",
        "Комблен-о-Пон (место погребения)",
    ),
    "jumet-gohyssart": (
        "Jumet-Gohyssart cemetery",
        "Begraafplaats van Jumet-Gohyssart",
        "Кладбище Жюме-Гоиссар",
    ),
    "jumet-charnier-monument": (
        "Monument to the victims of the mass grave of La Serna",
        "Monument voor de slachtoffers van het massagraf van La Serna",
        "Памятник жертвам братской могилы Ла-Серна",
    ),
    "fleurus": (
        "Fleurus cemetery (Vieux-Campinaire)",
        "Begraafplaats van Fleurus (Vieux-Campinaire)",
        "Кладбище Флёрюса (Вьё-Кампинер)",
    ),
    "marchienne-au-pont": (
        "Marchienne-au-Pont communal cemetery",
        "Gemeentelijke begraafplaats van Marchienne-au-Pont",
        "Коммунальное кладбище Маршьен-о-Пона",
    ),
    "maurage": (
        "Maurage communal cemetery",
        "Gemeentelijke begraafplaats van Maurage",
        "Коммунальное кладбище Моража",
    ),
    "peissant": (
        "Peissant communal cemetery",
        "Gemeentelijke begraafplaats van Peissant",
        "Коммунальное кладбище Пессана",
    ),
    "quevy": (
        "Quévy-le-Grand churchyard",
        "Kerkhof van Quévy-le-Grand",
        "Приходское кладбище Кеви-ле-Грана",
    ),
    "hoves": (
        "Hoves communal cemetery",
        "Gemeentelijke begraafplaats van Hoves",
        "Коммунальное кладбище Ова",
    ),
    "rebecq": (
        "Rebecq communal cemetery",
        "Gemeentelijke begraafplaats van Rebecq",
        "Коммунальное кладбище Ребека",
    ),
    "linden": ("Linden cemetery", "Begraafplaats van Linden", "Кладбище Линдена"),
    "genk": ("Genk cemetery", "Begraafplaats van Genk", "Кладбище Генка"),
    "zolder": (
        "Zolder communal cemetery",
        "Gemeentelijke begraafplaats van Zolder",
        "Коммунальное кладбище Золдера",
    ),
    "stal-koersel": (
        "Stal-Koersel cemetery",
        "Begraafplaats van Stal-Koersel",
        "Кладбище Стал-Курсела",
    ),
    "balen-olmen": (
        "Common grave at Olmen",
        "Gemeenschappelijk graf in Olmen",
        "Общая могила в Олмене",
    ),
    "tessenderlo": (
        "Tessenderlo communal cemetery",
        "Gemeentelijke begraafplaats van Tessenderlo",
        "Коммунальное кладбище Тессендерло",
    ),
    "reninge": ("Reninge churchyard", "Kerkhof van Reninge", "Приходское кладбище Ренинге"),
    "westvleteren": (
        "Westvleteren churchyard",
        "Kerkhof van Westvleteren",
        "Приходское кладбище Вествлетерена",
    ),
    "proven": ("Proven churchyard", "Kerkhof van Proven", "Приходское кладбище Провена"),
}

# Short name → kind, names by language, sources.
ORGANISATIONS = {
    "front-de-lindependance": (
        "resistance_movement",
        {
            "en": "Independence Front",
            "fr": "Front de l’Indépendance",
            "nl": "Onafhankelijkheidsfront",
            "ru": "Фронт независимости",
        },
        "TASS, 11 June 2020",
    ),
    "the-belgians-remember-them": (
        "association",
        {"en": "The Belgians Remember Them"},
        "belgians-remember-them.eu",
    ),
}
# Short names of people → the movement that the source names.
MOVEMENTS = {"comblain-au-pont-dotsenko-evgueni": "front-de-lindependance"}

CEREMONY = {
    "site": "rebecq",
    "date": "2019-10-12",
    "organiser": "the-belgians-remember-them",
    "source": "Revue Méthode 2021, m042116; belgians-remember-them.eu",
    "texts": {
        "en": (
            "Unveiling of the memorial to the Soviet partisans in Belgium",
            "Put up by the association and the commune. One page of the association gives 17 October 2019 as the day.",
        ),
        "fr": (
            "Inauguration du mémorial aux partisans soviétiques en Belgique",
            "Érigé par l’association et la commune. Une page de l’association donne le 17 octobre 2019 comme date.",
        ),
        "nl": (
            "Onthulling van het gedenkteken voor de Sovjetpartizanen in België",
            "Opgericht door de vereniging en de gemeente. Eén pagina van de vereniging noemt 17 oktober 2019 als dag.",
        ),
        "ru": (
            "Открытие памятника советским партизанам в Бельгии",
            "Установлен обществом и коммуной. На одной из страниц общества названо 17 октября 2019 года.",
        ),
    },
}
