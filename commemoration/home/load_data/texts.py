"""What synthetic records say, in four languages: as long as real texts, and labelled."""

import random

TITLES = {
    "en": "Synthetic record {n:06d}",
    "fr": "Notice synthétique {n:06d}",
    "nl": "Synthetische beschrijving {n:06d}",
    "ru": "Синтетическая запись {n:06d}",
}
LABELS = {
    "en": "Written by a program to measure the site; it describes no real photograph.",
    "fr": "Écrit par un programme pour mesurer le site ; ne décrit aucune photographie réelle.",
    "nl": "Geschreven door een programma om de site te meten; beschrijft geen echte foto.",
    "ru": "Составлено программой для измерений; не описывает настоящего снимка.",
}
COLLECTIONS = {
    "en": ("Synthetic collection {n}", "Records made by a program to measure the site."),
    "fr": ("Collection synthétique {n}", "Notices faites par un programme pour mesurer le site."),
    "nl": ("Synthetische collectie {n}", "Beschrijvingen, door een programma gemaakt om te meten."),
    "ru": ("Синтетическое собрание {n}", "Записи, составленные программой для измерений."),
}
ARCHIVE = {
    "en": "Photo archive",
    "fr": "Archives photographiques",
    "nl": "Fotoarchief",
    "ru": "Фотоархив",
}
SENTENCES = {
    "en": (
        "A group of people stands before a brick building, the second from the left in a cap.",
        "The negative has a scratch along its lower edge, and the corner is torn.",
        "On the back there is a stamp of the agency and a number written in pencil.",
        "The road leads past a row of poplars towards a church whose tower is missing.",
        "Two soldiers speak with a woman at the door; a bicycle leans against the wall.",
        "The place was recognised by the shape of the bridge and by the mill behind it.",
        "The date rests on the diary of the unit, which camped here for three nights.",
        "Another print of the same scene is kept in the archive of the municipality.",
        "The flag above the town hall has been hung out for the first time in four years.",
        "Snow lies on the carts, and the horses have been led away to the stables.",
    ),
    "fr": (
        "Un groupe de personnes se tient devant un bâtiment de briques, la deuxième en casquette.",
        "Le négatif porte une rayure le long du bord inférieur, et un coin est déchiré.",
        "Au verso figurent un cachet de l'agence et un numéro écrit au crayon.",
        "La route longe une rangée de peupliers vers une église dont le clocher manque.",
        "Deux soldats parlent avec une femme à la porte ; un vélo est posé contre le mur.",
        "Le lieu a été reconnu à la forme du pont et au moulin qui se dresse derrière.",
        "La date repose sur le journal de l'unité, qui campa ici pendant trois nuits.",
        "Un autre tirage de la même scène est conservé aux archives de la commune.",
        "Le drapeau de la maison communale est sorti pour la première fois depuis quatre ans.",
        "La neige couvre les charrettes, et les chevaux ont été conduits à l'écurie.",
    ),
    "nl": (
        "Een groep mensen staat voor een bakstenen gebouw, de tweede van links met een pet.",
        "Het negatief heeft een kras langs de onderrand, en een hoek is afgescheurd.",
        "Op de achterkant staan een stempel van het agentschap en een nummer in potlood.",
        "De weg loopt langs een rij populieren naar een kerk waarvan de toren ontbreekt.",
        "Twee soldaten spreken met een vrouw aan de deur; een fiets staat tegen de muur.",
        "De plaats werd herkend aan de vorm van de brug en aan de molen daarachter.",
        "De datum berust op het dagboek van de eenheid, die hier drie nachten kampeerde.",
        "Een andere afdruk van hetzelfde tafereel ligt in het archief van de gemeente.",
        "De vlag hangt voor het eerst in vier jaar weer aan het gemeentehuis.",
        "Er ligt sneeuw op de karren, en de paarden zijn naar de stallen gebracht.",
    ),
    "ru": (
        "Группа людей стоит перед кирпичным зданием, второй слева в фуражке.",
        "На негативе царапина вдоль нижнего края, угол оторван.",
        "На обороте штамп агентства и номер, написанный карандашом.",
        "Дорога ведёт мимо ряда тополей к церкви, у которой нет колокольни.",
        "Двое солдат разговаривают с женщиной у двери; к стене прислонён велосипед.",
        "Место узнали по очертаниям моста и по мельнице за ним.",
        "Дата установлена по дневнику части, стоявшей здесь три ночи.",
        "Другой отпечаток той же сцены хранится в архиве общины.",
        "Над ратушей впервые за четыре года вывешен флаг.",
        "На повозках лежит снег, лошадей увели в конюшни.",
    ),
}


def texts_of(number: int, language: str) -> dict[str, str]:
    """The fields of the text of record `number`, the same each time."""
    chance = random.Random(f"{number} {language}")
    sentences = chance.sample(SENTENCES[language], k=chance.randint(3, 7))
    is_titled_only = number % 13 == list(TITLES).index(language) + 1
    return {
        "title": TITLES[language].format(n=number),
        "caption": "" if is_titled_only else " ".join([*sentences, LABELS[language]]),
        "alt_text": sentences[0],
        "transcript": " ".join(sentences[1:3]) if number % 5 == 0 else "",
    }
