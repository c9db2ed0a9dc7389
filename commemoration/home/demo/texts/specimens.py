"""What the specimen records say, in four languages. Every caption says that it is an example."""

# kind → language → (title, alternative text, caption). `{n}` is the plate's number.
KINDS = {
    "hills": {
        "en": (
            "Hills behind a wire fence, plate {n}",
            "Bare trees on ranges of hills in haze; in front a fence of wooden posts and barbed wire.",
            (
                "Five ranges of hills, bare trees and a fence. Drawn by code for this demonstration; look "
                "closely and every barb and blade of grass is there."
            ),
        ),
        "fr": (
            "Collines derrière une clôture, planche {n}",
            "Arbres nus sur des collines dans la brume ; au premier plan, des piquets de bois et du barbelé.",
            (
                "Cinq lignes de collines, des arbres nus et une clôture. Image dessinée par un programme pour cette "
                "démonstration ; de près, chaque pointe et chaque brin d’herbe s’y trouvent."
            ),
        ),
        "nl": (
            "Heuvels achter een omheining, plaat {n}",
            "Kale bomen op heuvels in de nevel; vooraan een omheining van houten palen en prikkeldraad.",
            (
                "Vijf heuvelruggen, kale bomen en een omheining. Door een programma getekend voor deze "
                "demonstratie; van dichtbij is elke prikkel en elke grasspriet te zien."
            ),
        ),
        "ru": (
            "Холмы за проволочной оградой, образец {n}",
            "Голые деревья на холмах в дымке; на переднем плане деревянные столбы и колючая проволока.",
            (
                "Пять гряд холмов, голые деревья и ограда. Нарисовано программой для этой демонстрации; "
                "вблизи видны каждый шип проволоки и каждая травинка."
            ),
        ),
    },
    "birches": {
        "en": (
            "Birch wood, plate {n}",
            "White birch trunks with dark marks stand in grass before a darker wood.",
            (
                "A birch wood, trunk by trunk. Drawn by code for this demonstration; the bark rewards a "
                "closer look."
            ),
        ),
        "fr": (
            "Bois de bouleaux, planche {n}",
            "Des troncs blancs de bouleaux, marqués de noir, dans l’herbe devant un bois plus sombre.",
            (
                "Un bois de bouleaux, tronc après tronc. Image dessinée par un programme pour cette démonstration ; "
                "l’écorce mérite d’être vue de près."
            ),
        ),
        "nl": (
            "Berkenbos, plaat {n}",
            "Witte berkenstammen met donkere strepen staan in het gras voor een donkerder bos.",
            (
                "Een berkenbos, stam na stam. Door een programma getekend voor deze demonstratie; de bast "
                "is van dichtbij het mooist."
            ),
        ),
        "ru": (
            "Берёзовая роща, образец {n}",
            "Белые стволы берёз с тёмными отметинами стоят в траве перед более тёмным лесом.",
            (
                "Берёзовая роща, ствол за стволом. Нарисовано программой для этой демонстрации; кору стоит "
                "рассмотреть вблизи."
            ),
        ),
    },
    "sea": {
        "en": (
            "Breakwater at low tide, plate {n}",
            "A row of wooden piles runs from the sand into a calm sea.",
            (
                "A row of piles from the sand to the horizon. Drawn by code for this demonstration; every "
                "wave is a line of its own."
            ),
        ),
        "fr": (
            "Brise-lames à marée basse, planche {n}",
            "Une rangée de pieux de bois va du sable vers une mer calme.",
            (
                "Une rangée de pieux, du sable à l’horizon. Image dessinée par un programme pour cette "
                "démonstration ; chaque vague est un trait à part."
            ),
        ),
        "nl": (
            "Golfbreker bij laagtij, plaat {n}",
            "Een rij houten palen loopt van het zand een kalme zee in.",
            (
                "Een rij palen van het zand tot de horizon. Door een programma getekend voor deze "
                "demonstratie; elke golf is een lijn op zich."
            ),
        ),
        "ru": (
            "Волнолом при отливе, образец {n}",
            "Ряд деревянных свай уходит от песка в спокойное море.",
            (
                "Ряд свай от песка до горизонта. Нарисовано программой для этой демонстрации; каждая волна — "
                "отдельная линия."
            ),
        ),
    },
    "town": {
        "en": (
            "Street front with tram wires, plate {n}",
            "A row of brick houses with stepped gables, tram wires above and cobbles in front.",
            (
                "Brick houses on a street with tram rails. Drawn by code for this demonstration; the houses "
                "stand nowhere."
            ),
        ),
        "fr": (
            "Façades et fils de tramway, planche {n}",
            "Une rangée de maisons de brique à pignons à gradins, des fils de tramway et des pavés.",
            (
                "Des maisons de brique dans une rue où passe le tramway. Image dessinée par un programme pour cette "
                "démonstration ; ces maisons n’existent pas."
            ),
        ),
        "nl": (
            "Gevelrij met tramdraden, plaat {n}",
            "Een rij bakstenen huizen met trapgevels, tramdraden erboven en kasseien ervoor.",
            (
                "Bakstenen huizen in een straat met tramsporen. Door een programma getekend voor deze "
                "demonstratie; de huizen staan nergens."
            ),
        ),
        "ru": (
            "Улица с трамвайными проводами, образец {n}",
            "Ряд кирпичных домов со ступенчатыми фронтонами, трамвайные провода и булыжная мостовая.",
            (
                "Кирпичные дома на улице с трамвайными путями. Нарисовано программой для этой демонстрации; "
                "таких домов нигде нет."
            ),
        ),
    },
    "bridge": {
        "en": (
            "Railway bridge over a river, plate {n}",
            "A riveted steel bridge on stone piers above a broad river.",
            (
                "A truss bridge and its reflection. Drawn by code for this demonstration; sleepers and "
                "rivets can be counted."
            ),
        ),
        "fr": (
            "Pont de chemin de fer, planche {n}",
            "Un pont d’acier riveté sur des piles de pierre au-dessus d’un large fleuve.",
            (
                "Un pont à treillis et son reflet. Image dessinée par un programme pour cette démonstration ; on "
                "peut compter les traverses et les rivets."
            ),
        ),
        "nl": (
            "Spoorbrug over een rivier, plaat {n}",
            "Een geklonken stalen brug op stenen pijlers boven een brede rivier.",
            (
                "Een vakwerkbrug en haar weerspiegeling. Door een programma getekend voor deze demonstratie; "
                "dwarsliggers en klinknagels zijn te tellen."
            ),
        ),
        "ru": (
            "Железнодорожный мост через реку, образец {n}",
            "Клёпаный стальной мост на каменных опорах над широкой рекой.",
            (
                "Ферменный мост и его отражение. Нарисовано программой для этой демонстрации; можно "
                "пересчитать шпалы и заклёпки."
            ),
        ),
    },
    "typed": {
        "en": (
            "Typed sheet with stamp, plate {n}",
            "A typed page with a round stamp and a signature on a dark table. The text says that it is a specimen.",
            (
                "A typed sheet that says of itself that it holds no name, no date and no event. Drawn by "
                "code for this demonstration."
            ),
        ),
        "fr": (
            "Feuille dactylographiée, planche {n}",
            "Une page dactylographiée avec un cachet rond et une signature sur une table sombre. Le texte dit qu’il s’agit d’un spécimen.",
            (
                "Une feuille dactylographiée qui dit elle-même ne contenir ni nom, ni date, ni événement. "
                "Image dessinée par un programme pour cette démonstration."
            ),
        ),
        "nl": (
            "Getypt blad met stempel, plaat {n}",
            "Een getypte bladzijde met een ronde stempel en een handtekening op een donkere tafel. De tekst zegt dat het een specimen is.",
            (
                "Een getypt blad dat van zichzelf zegt geen naam, datum of gebeurtenis te bevatten. Door een "
                "programma getekend voor deze demonstratie."
            ),
        ),
        "ru": (
            "Машинописный лист с печатью, образец {n}",
            "Машинописная страница с круглой печатью и подписью на тёмном столе. В тексте сказано, что это образец.",
            (
                "Машинописный лист, который сам о себе сообщает, что в нём нет ни имён, ни дат, ни событий. "
                "Нарисовано программой для этой демонстрации."
            ),
        ),
    },
    "chart": {
        "en": (
            "Map sheet of an imaginary country, plate {n}",
            "A map sheet with contour lines, lakes, roads and small settlements inside a ruled frame.",
            (
                "Contours, lakes and roads of a country that does not exist. Drawn by code for this "
                "demonstration."
            ),
        ),
        "fr": (
            "Carte d’un pays imaginaire, planche {n}",
            "Une feuille de carte avec courbes de niveau, lacs, routes et hameaux dans un cadre réglé.",
            (
                "Courbes de niveau, lacs et routes d’un pays qui n’existe pas. Dessiné par un programme pour "
                "cette démonstration."
            ),
        ),
        "nl": (
            "Kaartblad van een denkbeeldig land, plaat {n}",
            "Een kaartblad met hoogtelijnen, meren, wegen en gehuchten binnen een gelijnd kader.",
            (
                "Hoogtelijnen, meren en wegen van een land dat niet bestaat. Door een programma getekend "
                "voor deze demonstratie."
            ),
        ),
        "ru": (
            "Карта несуществующей страны, образец {n}",
            "Лист карты с горизонталями, озёрами, дорогами и посёлками в линованной рамке.",
            (
                "Горизонтали, озёра и дороги страны, которой нет. Нарисовано программой для этой "
                "демонстрации."
            ),
        ),
    },
}

# What every caption ends with: the card beside the picture shows examples, not facts.
EXAMPLE_NOTE = {
    "en": "The date, place and reference on the card are examples.",
    "fr": "La date, le lieu et la cote de la fiche sont des exemples.",
    "nl": "De datum, de plaats en de vindplaats op de kaart zijn voorbeelden.",
    "ru": "Дата, место и шифр в карточке — примеры.",
}

SUBJECTS = {
    "hills": ["landscape", "fences"],
    "birches": ["landscape", "forests"],
    "sea": ["coast"],
    "town": ["streets", "tramways"],
    "bridge": ["bridges", "railways"],
    "typed": ["documents"],
    "chart": ["maps"],
}

# slug → (kinds, number of plates, language → (title, description))
COLLECTIONS = {
    "specimens-open-country": (
        ("hills", "birches", "sea"),
        21,
        {
            "en": (
                "Specimens: open country",
                "Hills, birch woods and the shore. Twenty-one plates drawn by code, so that this archive can be tried without anybody’s photographs.",
            ),
            "fr": (
                "Spécimens : la campagne",
                "Collines, bois de bouleaux et rivage. Vingt et une planches dessinées par un programme, pour essayer cette photothèque sans les photographies de personne.",
            ),
            "nl": (
                "Specimens: het open land",
                "Heuvels, berkenbossen en de kust. Eenentwintig platen, door een programma getekend, om dit archief te proberen zonder iemands foto’s.",
            ),
            "ru": (
                "Образцы: открытая местность",
                "Холмы, берёзовые рощи и берег. Двадцать один лист, нарисованный программой, чтобы попробовать этот архив без чужих фотографий.",
            ),
        },
    ),
    "specimens-streets": (
        ("town",),
        15,
        {
            "en": (
                "Specimens: streets",
                "Fifteen street fronts with gables, tram wires and cobbles. Drawn by code; the houses stand nowhere.",
            ),
            "fr": (
                "Spécimens : les rues",
                "Quinze façades avec pignons, fils de tramway et pavés. Dessinées par un programme ; ces maisons n’existent pas.",
            ),
            "nl": (
                "Specimens: straten",
                "Vijftien gevelrijen met trapgevels, tramdraden en kasseien. Door een programma getekend; de huizen staan nergens.",
            ),
            "ru": (
                "Образцы: улицы",
                "Пятнадцать улиц с фронтонами, трамвайными проводами и булыжником. Нарисовано программой; таких домов нигде нет.",
            ),
        },
    ),
    "specimens-railways": (
        ("bridge",),
        14,
        {
            "en": (
                "Specimens: railways",
                "Fourteen bridges with every sleeper and rivet: fine lines, by which to judge how sharp the pictures are.",
            ),
            "fr": (
                "Spécimens : le rail",
                "Quatorze ponts avec chaque traverse et chaque rivet : des traits fins, pour juger de la netteté des images.",
            ),
            "nl": (
                "Specimens: spoorwegen",
                "Veertien bruggen met elke dwarsligger en klinknagel: fijne lijnen, om de scherpte van de beelden te beoordelen.",
            ),
            "ru": (
                "Образцы: железные дороги",
                "Четырнадцать мостов с каждой шпалой и заклёпкой: по тонким линиям видно, насколько резки изображения.",
            ),
        },
    ),
    "specimens-papers": (
        ("typed", "chart"),
        14,
        {
            "en": (
                "Specimens: papers",
                "Typed sheets and map sheets, some with their backs. None of them says anything about anybody.",
            ),
            "fr": (
                "Spécimens : les papiers",
                "Feuilles dactylographiées et cartes, certaines avec leur verso. Aucune ne dit rien de personne.",
            ),
            "nl": (
                "Specimens: papieren",
                "Getypte bladen en kaartbladen, sommige met hun achterkant. Geen enkel zegt iets over iemand.",
            ),
            "ru": (
                "Образцы: бумаги",
                "Машинописные листы и карты, некоторые с оборотом. Ни в одном не говорится ни о ком.",
            ),
        },
    ),
}
