"""What the demonstration says of its accessibility, in four languages."""

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
