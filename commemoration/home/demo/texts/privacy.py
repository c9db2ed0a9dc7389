"""What the demonstration says of personal data, in four languages."""

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
