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

IMPRINT = {
    "en": {
        "title": "Imprint",
        "lead": "Who publishes this site and who answers for it.",
        "body": [
            (
                "Publisher",
                [
                    "This is a demonstration. The names and addresses of the embassy and the centre stand here once the site is in use."
                ],
            ),
            (
                "Texts and pictures",
                [
                    "The specimen plates are drawn by code and free to use (CC0 1.0). The texts of this demonstration may be used with a mention of the source. Each record of the archive states its own rights."
                ],
            ),
            (
                "Corrections",
                [
                    "Sources err and so do we. If you find a mistake, please write through the contact page and say where you know it from."
                ],
            ),
        ],
    },
    "fr": {
        "title": "Mentions légales",
        "lead": "Qui publie ce site et qui en répond.",
        "body": [
            (
                "Éditeur",
                [
                    "Ceci est une démonstration. Les noms et adresses de l’ambassade et du centre figureront ici dès que le site sera en service."
                ],
            ),
            (
                "Textes et images",
                [
                    "Les planches de spécimens sont dessinées par un programme et libres d’usage (CC0 1.0). Les textes de cette démonstration peuvent être repris avec mention de la source. Chaque notice de la photothèque indique ses propres droits."
                ],
            ),
            (
                "Corrections",
                [
                    "Les sources se trompent, et nous aussi. Si vous trouvez une erreur, écrivez-nous par la page de contact en indiquant d’où vous le savez."
                ],
            ),
        ],
    },
    "nl": {
        "title": "Colofon",
        "lead": "Wie deze site uitgeeft en ervoor instaat.",
        "body": [
            (
                "Uitgever",
                [
                    "Dit is een demonstratie. De namen en adressen van de ambassade en het centrum staan hier zodra de site in gebruik is."
                ],
            ),
            (
                "Teksten en beelden",
                [
                    "De specimenplaten zijn door een programma getekend en vrij te gebruiken (CC0 1.0). De teksten van deze demonstratie mogen met bronvermelding worden overgenomen. Elke beschrijving in het archief vermeldt haar eigen rechten."
                ],
            ),
            (
                "Verbeteringen",
                [
                    "Bronnen vergissen zich en wij ook. Vindt u een fout, schrijf ons dan via de contactpagina en zeg waar u het vandaan hebt."
                ],
            ),
        ],
    },
    "ru": {
        "title": "Выходные данные",
        "lead": "Кто издаёт этот сайт и кто за него отвечает.",
        "body": [
            (
                "Издатель",
                [
                    "Это демонстрация. Названия и адреса посольства и центра появятся здесь, когда сайт начнёт работать."
                ],
            ),
            (
                "Тексты и изображения",
                [
                    "Листы-образцы нарисованы программой, их можно использовать свободно (CC0 1.0). Тексты этой демонстрации можно использовать с указанием источника. У каждой записи архива указаны её собственные права."
                ],
            ),
            (
                "Исправления",
                [
                    "Источники ошибаются, и мы тоже. Если вы нашли ошибку, напишите нам через страницу контактов и укажите, откуда вам это известно."
                ],
            ),
        ],
    },
}

CONTACT = {
    "en": {
        "title": "Contact",
        "lead": "How to write to us.",
        "body": [
            (
                "By form",
                [
                    'The <a href="/en/feedback/">feedback form</a> reaches the people who look after this site. They answer by e-mail if you leave an address.',
                ],
            ),
            (
                "By letter",
                [
                    "Embassy (example address): Example Street 1, 1000 Brussels.",
                    "Centre (example address): Example Street 2, 1000 Brussels.",
                ],
            ),
            (
                "About a photograph",
                [
                    "Please give the accession number that stands beside the picture, for example SP-0003. It lets us find the record at once."
                ],
            ),
        ],
    },
    "fr": {
        "title": "Contact",
        "lead": "Comment nous écrire.",
        "body": [
            (
                "Par formulaire",
                [
                    'Le <a href="/fr/feedback/">formulaire de remarques</a> parvient aux personnes qui s’occupent de ce site. Elles répondent par courriel si vous laissez une adresse.',
                ],
            ),
            (
                "Par courrier",
                [
                    "Ambassade (adresse d’exemple) : rue de l’Exemple 1, 1000 Bruxelles.",
                    "Centre (adresse d’exemple) : rue de l’Exemple 2, 1000 Bruxelles.",
                ],
            ),
            (
                "À propos d’une photographie",
                [
                    "Indiquez le numéro d’inventaire qui figure à côté de l’image, par exemple SP-0003. Nous retrouverons la notice aussitôt."
                ],
            ),
        ],
    },
    "nl": {
        "title": "Contact",
        "lead": "Hoe u ons schrijft.",
        "body": [
            (
                "Via het formulier",
                [
                    'Het <a href="/nl/feedback/">opmerkingenformulier</a> komt bij de mensen die voor deze site zorgen. Zij antwoorden per e-mail als u een adres achterlaat.',
                ],
            ),
            (
                "Per brief",
                [
                    "Ambassade (voorbeeldadres): Voorbeeldstraat 1, 1000 Brussel.",
                    "Centrum (voorbeeldadres): Voorbeeldstraat 2, 1000 Brussel.",
                ],
            ),
            (
                "Over een foto",
                [
                    "Vermeld het inventarisnummer dat naast de foto staat, bijvoorbeeld SP-0003. Zo vinden wij de beschrijving meteen terug."
                ],
            ),
        ],
    },
    "ru": {
        "title": "Контакты",
        "lead": "Как нам написать.",
        "body": [
            (
                "Через форму",
                [
                    'Сообщения из <a href="/ru/feedback/">формы обратной связи</a> приходят тем, кто ведёт этот сайт. Если вы оставите адрес электронной почты, вам ответят.',
                ],
            ),
            (
                "По почте",
                [
                    "Посольство (адрес для примера): ул. Примерная, 1, 1000 Брюссель.",
                    "Центр (адрес для примера): ул. Примерная, 2, 1000 Брюссель.",
                ],
            ),
            (
                "О фотографии",
                [
                    "Укажите инвентарный номер, который стоит рядом с изображением, например SP-0003. Так мы сразу найдём запись."
                ],
            ),
        ],
    },
}

PRIVACY = {
    "en": {
        "title": "Privacy",
        "lead": "What this site knows about you: as little as it can.",
        "body": [
            (
                "Reading leaves no trace",
                [
                    "Whoever only reads gets no cookie, and the pages ask no other company’s servers for anything. Fonts, scripts and maps come from this site."
                ],
            ),
            (
                "When you write to us",
                [
                    "A form sets one cookie that protects it against forgery. What you write is sent to the editors by e-mail and erased from the site’s outbox after it has been delivered and a short time has passed. To stop abuse, a form counts how often an address has sent it; the address itself is not kept."
                ],
            ),
            (
                "When you report an error",
                [
                    "What you report about a photograph is shown to its editors only and stays with the record, so that later editors know why it was changed. If you leave an e-mail address, you are answered there; it is erased six months after the report is closed."
                ],
            ),
            (
                "Server logs",
                [
                    "The server notes the time, the kind of page and how long it took, without what you searched for."
                ],
            ),
            (
                "Your rights",
                [
                    "You may ask what is kept about you, have it corrected and have it erased. The address is on the contact page. You may also complain to the Belgian Data Protection Authority."
                ],
            ),
        ],
    },
    "fr": {
        "title": "Vie privée",
        "lead": "Ce que ce site sait de vous : le moins possible.",
        "body": [
            (
                "Lire ne laisse pas de trace",
                [
                    "Qui ne fait que lire ne reçoit aucun cookie, et les pages ne demandent rien aux serveurs d’autres sociétés. Polices, scripts et cartes viennent de ce site."
                ],
            ),
            (
                "Quand vous nous écrivez",
                [
                    "Un formulaire pose un seul cookie, qui le protège contre la falsification. Ce que vous écrivez est envoyé aux rédacteurs par courriel, puis effacé de la boîte d’envoi du site peu après la remise. Pour éviter les abus, un formulaire compte les envois d’une même adresse ; l’adresse elle-même n’est pas conservée."
                ],
            ),
            (
                "Quand vous signalez une erreur",
                [
                    "Ce que vous signalez à propos d’une photographie n’est montré qu’à ses rédacteurs et reste joint à la notice, pour que les suivants sachent pourquoi elle a été modifiée. Si vous laissez une adresse électronique, la réponse vous y parvient ; elle est effacée six mois après la clôture du signalement."
                ],
            ),
            (
                "Journaux du serveur",
                [
                    "Le serveur note l’heure, le genre de page et la durée, sans ce que vous avez cherché."
                ],
            ),
            (
                "Vos droits",
                [
                    "Vous pouvez demander ce qui est conservé à votre sujet, le faire corriger et le faire effacer. L’adresse se trouve à la page de contact. Vous pouvez aussi introduire une plainte auprès de l’Autorité belge de protection des données."
                ],
            ),
        ],
    },
    "nl": {
        "title": "Privacy",
        "lead": "Wat deze site over u weet: zo weinig mogelijk.",
        "body": [
            (
                "Lezen laat geen spoor na",
                [
                    "Wie alleen leest, krijgt geen cookie, en de pagina’s vragen niets aan servers van andere bedrijven. Lettertypes, scripts en kaarten komen van deze site."
                ],
            ),
            (
                "Wanneer u ons schrijft",
                [
                    "Een formulier plaatst één cookie, die het tegen vervalsing beschermt. Wat u schrijft, gaat per e-mail naar de redactie en wordt kort na de bezorging uit het uitvak van de site gewist. Om misbruik te voorkomen telt een formulier hoe vaak een adres het heeft verzonden; het adres zelf wordt niet bewaard."
                ],
            ),
            (
                "Wanneer u een fout meldt",
                [
                    "Wat u over een foto meldt, is alleen zichtbaar voor de redacteuren ervan en blijft bij de beschrijving bewaard, zodat latere redacteuren weten waarom ze is gewijzigd. Laat u een e-mailadres achter, dan krijgt u daar antwoord; het wordt zes maanden na de afhandeling gewist."
                ],
            ),
            (
                "Serverlogboeken",
                [
                    "De server noteert het tijdstip, het soort pagina en hoe lang die duurde, zonder wat u hebt gezocht."
                ],
            ),
            (
                "Uw rechten",
                [
                    "U kunt vragen wat over u wordt bewaard, het laten verbeteren en het laten wissen. Het adres staat op de contactpagina. U kunt ook een klacht indienen bij de Belgische Gegevensbeschermingsautoriteit."
                ],
            ),
        ],
    },
    "ru": {
        "title": "Конфиденциальность",
        "lead": "Что этот сайт знает о вас: как можно меньше.",
        "body": [
            (
                "Чтение не оставляет следов",
                [
                    "Тот, кто только читает, не получает файлов cookie, а страницы ничего не запрашивают с серверов других компаний. Шрифты, скрипты и карты — с этого же сайта."
                ],
            ),
            (
                "Когда вы нам пишете",
                [
                    "Форма ставит один файл cookie, который защищает её от подделки. Написанное уходит редакторам по электронной почте и вскоре после доставки стирается из исходящих сайта. Чтобы не допустить злоупотреблений, форма считает, сколько раз её отправляли с одного адреса; сам адрес не хранится."
                ],
            ),
            (
                "Когда вы сообщаете об ошибке",
                [
                    "Сообщение об ошибке в описании фотографии видят только её редакторы; оно остаётся при записи, чтобы было известно, почему её изменили. Если вы оставите адрес электронной почты, ответ придёт на него; адрес стирается через шесть месяцев после закрытия сообщения."
                ],
            ),
            (
                "Журналы сервера",
                [
                    "Сервер отмечает время, вид страницы и длительность ответа, но не то, что вы искали."
                ],
            ),
            (
                "Ваши права",
                [
                    "Вы можете узнать, что о вас хранится, исправить это или потребовать удаления. Адрес указан на странице контактов. Можно также подать жалобу в бельгийское Управление по защите данных."
                ],
            ),
        ],
    },
}

ACCESSIBILITY = {
    "en": {
        "title": "Accessibility",
        "lead": "The site aims at WCAG 2.2, level AA. Tell us where it fails you.",
        "body": [
            (
                "What works",
                [
                    "Every page can be read and used with the keyboard alone, with a screen reader, enlarged to 200 %, and without JavaScript. Pictures have descriptions. Light and dark follow your device."
                ],
            ),
            (
                "What does not yet",
                [
                    "Not every description has been translated into all four languages. Where one is missing, the original is shown and marked with its language. The site has been checked with automatic tools and by keyboard, not yet by people who use a screen reader every day."
                ],
            ),
            (
                "Tell us",
                [
                    'If something stops you, write to us through the <a href="/en/feedback/">feedback form</a>. Say which page it was and what you wanted to do.'
                ],
            ),
        ],
    },
    "fr": {
        "title": "Accessibilité",
        "lead": "Le site vise les WCAG 2.2, niveau AA. Dites-nous où il vous fait défaut.",
        "body": [
            (
                "Ce qui fonctionne",
                [
                    "Chaque page se lit et s’utilise au clavier seul, avec un lecteur d’écran, agrandie à 200 % et sans JavaScript. Les images ont une description. Clair et sombre suivent votre appareil."
                ],
            ),
            (
                "Ce qui manque encore",
                [
                    "Toutes les descriptions ne sont pas traduites dans les quatre langues. Quand il en manque une, l’original est montré avec l’indication de sa langue. Le site a été vérifié avec des outils automatiques et au clavier, pas encore par des personnes qui utilisent chaque jour un lecteur d’écran."
                ],
            ),
            (
                "Dites-le-nous",
                [
                    'Si quelque chose vous arrête, écrivez-nous par le <a href="/fr/feedback/">formulaire de remarques</a>. Indiquez la page et ce que vous vouliez faire.'
                ],
            ),
        ],
    },
    "nl": {
        "title": "Toegankelijkheid",
        "lead": "De site streeft naar WCAG 2.2, niveau AA. Zeg ons waar ze tekortschiet.",
        "body": [
            (
                "Wat werkt",
                [
                    "Elke pagina is te lezen en te gebruiken met alleen het toetsenbord, met een schermlezer, tot 200 % vergroot en zonder JavaScript. Foto’s hebben een beschrijving. Licht en donker volgen uw toestel."
                ],
            ),
            (
                "Wat nog niet",
                [
                    "Niet elke beschrijving is in alle vier de talen vertaald. Ontbreekt er een, dan staat het origineel er met vermelding van de taal. De site is met automatische hulpmiddelen en met het toetsenbord nagekeken, nog niet door mensen die elke dag een schermlezer gebruiken."
                ],
            ),
            (
                "Laat het weten",
                [
                    'Houdt iets u tegen, schrijf ons dan via het <a href="/nl/feedback/">opmerkingenformulier</a>. Zeg op welke pagina het was en wat u wilde doen.'
                ],
            ),
        ],
    },
    "ru": {
        "title": "Доступность",
        "lead": "Сайт стремится к уровню AA по WCAG 2.2. Сообщите, где он вас подводит.",
        "body": [
            (
                "Что работает",
                [
                    "Каждую страницу можно читать и использовать с одной клавиатурой, с программой экранного доступа, при увеличении до 200 % и без JavaScript. У изображений есть описания. Светлое и тёмное оформление следует за вашим устройством."
                ],
            ),
            (
                "Чего пока нет",
                [
                    "Не все описания переведены на все четыре языка. Если перевода нет, показан оригинал с указанием языка. Сайт проверен автоматическими средствами и с клавиатуры, но ещё не людьми, которые пользуются экранным доступом каждый день."
                ],
            ),
            (
                "Напишите нам",
                [
                    'Если что-то вам мешает, напишите нам через <a href="/ru/feedback/">форму обратной связи</a>. Укажите страницу и то, что вы хотели сделать.'
                ],
            ),
        ],
    },
}
