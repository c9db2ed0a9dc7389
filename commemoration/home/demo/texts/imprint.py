"""Who answers for the demonstration, and how to reach them, in four languages: examples."""

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
