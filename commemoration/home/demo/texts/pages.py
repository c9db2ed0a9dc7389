"""The pages of the demonstration, in four languages. Addresses and hours are examples and say so.

page → language → {"title", "lead", "body": [(heading, [paragraph, …]), …]}
"""

HOME = {
    "en": {
        "title": "Victory 75 · Belgium",
        "lead": "Photographs, names and places: seventy-five years after the end of the Second World War in Europe.",
        "body": [],
    },
    "fr": {
        "title": "Victoire 75 · Belgique",
        "lead": "Photographies, noms et lieux : soixante-quinze ans après la fin de la Seconde Guerre mondiale en Europe.",
        "body": [],
    },
    "nl": {
        "title": "Overwinning 75 · België",
        "lead": "Foto’s, namen en plaatsen: vijfenzeventig jaar na het einde van de Tweede Wereldoorlog in Europa.",
        "body": [],
    },
    "ru": {
        "title": "Победа 75 · Бельгия",
        "lead": "Фотографии, имена и места: семьдесят пять лет после окончания Второй мировой войны в Европе.",
        "body": [],
    },
}

EMBASSY = {
    "en": {
        "title": "Embassy",
        "lead": "The embassy keeps the photo archive, presents the anniversary medals to veterans and looks after the list of graves.",
        "body": [
            (
                "What you find here",
                [
                    "The photo archive, the burial sites and the veterans are open; more follows as records are checked."
                ],
            )
        ],
    },
    "fr": {
        "title": "Ambassade",
        "lead": "L’ambassade tient la photothèque, remet les médailles du jubilé aux vétérans et veille sur la liste des tombes.",
        "body": [
            (
                "Ce que vous trouvez ici",
                [
                    "La photothèque, les lieux d’inhumation et les vétérans sont ouverts ; le reste suivra à mesure que les notices sont vérifiées."
                ],
            )
        ],
    },
    "nl": {
        "title": "Ambassade",
        "lead": "De ambassade beheert het fotoarchief, reikt de jubileummedailles uit aan veteranen en houdt de lijst van graven bij.",
        "body": [
            (
                "Wat u hier vindt",
                [
                    "Het fotoarchief, de begraafplaatsen en de veteranen zijn open; de rest volgt naarmate de gegevens zijn nagekeken."
                ],
            )
        ],
    },
    "ru": {
        "title": "Посольство",
        "lead": "Посольство ведёт фотоархив, вручает ветеранам юбилейные медали и заботится о списке захоронений.",
        "body": [
            (
                "Что здесь есть",
                [
                    "Открыты фотоархив, разделы о захоронениях и о ветеранах; остальное появится по мере проверки записей."
                ],
            )
        ],
    },
}

CENTRE = {
    "en": {
        "title": "Centre",
        "lead": "The cultural centre receives portraits for the Immortal Regiment, shows exhibitions and films, and holds the competitions.",
        "body": [
            (
                "What you find here",
                [
                    "The parts of the centre open one after another. Until then the photo archive of the embassy is the place to look."
                ],
            )
        ],
    },
    "fr": {
        "title": "Centre",
        "lead": "Le centre culturel accueille les portraits du Régiment immortel, présente des expositions et des films et organise les concours.",
        "body": [
            (
                "Ce que vous trouvez ici",
                [
                    "Les rubriques du centre s’ouvrent l’une après l’autre. En attendant, la photothèque de l’ambassade est à votre disposition."
                ],
            )
        ],
    },
    "nl": {
        "title": "Centrum",
        "lead": "Het cultureel centrum ontvangt portretten voor het Onsterfelijk Regiment, toont tentoonstellingen en films en organiseert de wedstrijden.",
        "body": [
            (
                "Wat u hier vindt",
                [
                    "De onderdelen van het centrum gaan een voor een open. Tot dan kunt u in het fotoarchief van de ambassade terecht."
                ],
            )
        ],
    },
    "ru": {
        "title": "Центр",
        "lead": "Культурный центр принимает портреты для Бессмертного полка, показывает выставки и фильмы, проводит конкурсы.",
        "body": [
            (
                "Что здесь есть",
                [
                    "Разделы центра открываются один за другим. Пока можно обратиться к фотоархиву посольства."
                ],
            )
        ],
    },
}

# What stands beside an institution: language → (address, remark). Both say that they are examples.
VISIT_EMBASSY = {
    "en": ("Example Street 1\n1000 Brussels", "Example address and hours."),
    "fr": ("rue de l’Exemple 1\n1000 Bruxelles", "Adresse et heures d’exemple."),
    "nl": ("Voorbeeldstraat 1\n1000 Brussel", "Adres en uren als voorbeeld."),
    "ru": ("ул. Примерная, 1\n1000 Брюссель", "Адрес и часы приведены для примера."),
}

VISIT_CENTRE = {
    "en": ("Example Street 2\n1000 Brussels", "Example address and hours."),
    "fr": ("rue de l’Exemple 2\n1000 Bruxelles", "Adresse et heures d’exemple."),
    "nl": ("Voorbeeldstraat 2\n1000 Brussel", "Adres en uren als voorbeeld."),
    "ru": ("ул. Примерная, 2\n1000 Брюссель", "Адрес и часы приведены для примера."),
}

ARCHIVE = {
    "en": {
        "title": "Photo archive",
        "lead": "Collections of photographs, each with its date, place, source and rights. In this demonstration the pictures are specimens drawn by code.",
        "body": [],
    },
    "fr": {
        "title": "Photothèque",
        "lead": "Des collections de photographies, chacune avec sa date, son lieu, sa source et ses droits. Dans cette démonstration, les images sont des spécimens dessinés par un programme.",
        "body": [],
    },
    "nl": {
        "title": "Fotoarchief",
        "lead": "Verzamelingen foto’s, elk met datum, plaats, bron en rechten. In deze demonstratie zijn de beelden specimens, getekend door een programma.",
        "body": [],
    },
    "ru": {
        "title": "Фотоархив",
        "lead": "Собрания фотографий; у каждой указаны дата, место, источник и права. В этой демонстрации изображения — образцы, нарисованные программой.",
        "body": [],
    },
}
