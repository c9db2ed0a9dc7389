"""What the demonstration says of veterans: the page, one real medal, and invented people.

Of the medal only what its decree says. The veterans and the presentation are invented and say so
on their pages: no real person is shown as an example.
"""

VETERANS = {
    "en": {
        "title": "Veterans",
        "lead": "Veterans of the war who live or lived in Belgium, and the medals presented to them. Nobody living is named here without having agreed to it.",
    },
    "fr": {
        "title": "Vétérans",
        "lead": "Les vétérans de la guerre qui vivent ou ont vécu en Belgique, et les médailles qui leur ont été remises. Aucune personne vivante n’est nommée ici sans y avoir consenti.",
    },
    "nl": {
        "title": "Veteranen",
        "lead": "Oorlogsveteranen die in België wonen of gewoond hebben, en de medailles die hun zijn uitgereikt. Niemand die leeft, wordt hier genoemd zonder daarmee te hebben ingestemd.",
    },
    "ru": {
        "title": "Ветераны",
        "lead": "Ветераны войны, живущие или жившие в Бельгии, и вручённые им медали. Ни один из живущих не назван здесь без его согласия.",
    },
}

CONSENT_TEXT = {
    "en": "Example wording. I agree that my name, my year of birth, the town where I live, my awards and my biography are shown on this website. I also agree that photographs of me are shown there, if I have ticked that. I can withdraw my consent at any time; everything is then taken down at once.",
    "fr": "Texte d’exemple. J’accepte que mon nom, mon année de naissance, la ville où j’habite, mes décorations et ma biographie soient montrés sur ce site. J’accepte aussi que des photographies de moi y soient montrées, si j’ai coché cette case. Je peux retirer mon consentement à tout moment ; tout est alors retiré immédiatement.",
    "nl": "Voorbeeldtekst. Ik stem ermee in dat mijn naam, mijn geboortejaar, mijn woonplaats, mijn onderscheidingen en mijn biografie op deze website worden getoond. Ik stem er ook mee in dat er foto’s van mij worden getoond, als ik dat heb aangekruist. Ik kan mijn toestemming op elk moment intrekken; alles wordt dan meteen verwijderd.",
    "ru": "Образец текста. Я согласен (согласна), чтобы на этом сайте были указаны моё имя, год рождения, город, в котором я живу, мои награды и биография. Если я это отметил(а), я согласен (согласна) и на показ моих фотографий. Я могу отозвать согласие в любое время, и тогда всё будет сразу же снято.",
}

MEDAL = {
    "slug": "victory-75",
    "decree": "Указ Президента Российской Федерации от 13 июня 2019 г. № 277",
    "texts": {
        "en": {
            "name": "Jubilee Medal “75 Years of Victory in the Great Patriotic War 1941–1945”",
            "description": "Established by Decree No. 277 of the President of the Russian Federation of 13 June 2019.",
        },
        "fr": {
            "name": "Médaille commémorative « 75 ans de la Victoire dans la Grande Guerre patriotique de 1941-1945 »",
            "description": "Instituée par le décret nº 277 du Président de la Fédération de Russie du 13 juin 2019.",
        },
        "nl": {
            "name": "Jubileummedaille ‘75 jaar overwinning in de Grote Vaderlandse Oorlog 1941-1945’",
            "description": "Ingesteld bij decreet nr. 277 van de president van de Russische Federatie van 13 juni 2019.",
        },
        "ru": {
            "name": "Юбилейная медаль «75 лет Победы в Великой Отечественной войне 1941–1945 гг.»",
            "description": "Учреждена Указом Президента Российской Федерации от 13 июня 2019 года № 277.",
        },
    },
}

PRESENTATION = {
    "slug": "example-presentation",
    "date": "2020-03-05",
    "place": "Exempleville",
    "texts": {
        "en": {
            "title": "Example of a presentation",
            "occasion": "Invented, to show how a presentation is described",
            "presenter": "An invented guest",
            "report": "Here stands what happened: who came, what was said, how the day went. Photographs follow below, each with its caption.",
        },
        "fr": {
            "title": "Exemple de remise de médailles",
            "occasion": "Inventé, pour montrer comment une remise est décrite",
            "presenter": "Un invité inventé",
            "report": "Ici figure ce qui s’est passé : qui est venu, ce qui a été dit, comment la journée s’est déroulée. Les photographies suivent, chacune avec sa légende.",
        },
        "nl": {
            "title": "Voorbeeld van een uitreiking",
            "occasion": "Verzonnen, om te tonen hoe een uitreiking wordt beschreven",
            "presenter": "Een verzonnen gast",
            "report": "Hier staat wat er gebeurde: wie er kwam, wat er werd gezegd, hoe de dag verliep. De foto’s volgen hieronder, elk met een bijschrift.",
        },
        "ru": {
            "title": "Пример вручения медалей",
            "occasion": "Вымышлено, чтобы показать, как описывается вручение",
            "presenter": "Вымышленный гость",
            "report": "Здесь рассказывается, что произошло: кто пришёл, что было сказано, как прошёл день. Ниже следуют фотографии, каждая с подписью.",
        },
    },
}

BIOGRAPHY = {
    "en": "This person is invented. Here stands a biography of some paragraphs: childhood, the war, the way to Belgium, the years after.",
    "fr": "Cette personne est inventée. Ici figure une biographie de quelques paragraphes : l’enfance, la guerre, le chemin vers la Belgique, les années qui suivirent.",
    "nl": "Deze persoon is verzonnen. Hier staat een biografie van enkele alinea’s: de jeugd, de oorlog, de weg naar België, de jaren daarna.",
    "ru": "Это вымышленный человек. Здесь помещается биография в несколько абзацев: детство, война, путь в Бельгию, последующие годы.",
}

# Short name, surname and given name in French and in Russian, year of birth, town, died, award.
# Exempleville is no place; the surnames say that they are examples.
PEOPLE = (
    ("example-one", ("Primerov", "Ivan"), ("Примеров", "Иван"), 1924, "", "presented"),
    ("example-two", ("Obraztsova", "Anna"), ("Образцова", "Анна"), 1926, "", "presented"),
    (
        "example-three",
        ("Vymyslov", "Piotr"),
        ("Вымыслов", "Пётр"),
        1922,
        "2020",
        "presented_to_family",
    ),
    ("example-four", ("Nebylova", "Maria"), ("Небылова", "Мария"), 1927, "", "to_be_presented"),
)
WITHOUT_CONSENT = ("example-four",)
TOWN = "Exempleville"
TOWN_IN = {"nl": "Voorbeeldstad", "ru": "Примерск"}
PERSON_TEXTS = {
    language: {"biography": biography, "town": TOWN_IN.get(language, "")}
    for language, biography in BIOGRAPHY.items()
}
DEATH_SOURCE = "Invented example"
