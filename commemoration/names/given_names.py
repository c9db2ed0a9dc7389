"""Which given names are one name in other languages: Иван, Jean, Johann, Jan.

Clerks and stonemasons wrote the form of their own language, and so do grandchildren. A form that
merely sounds alike (Iwan, Wassili, Andrej) is found by its sounds and stands here only where sounds
would not do. Sources: the calendars of saints of the Orthodox and the Catholic Church, whose names
these are; for names of the Soviet years, use.
"""

import re
from functools import cache, lru_cache

from commemoration.names.likeness import roughly_nearest, unlikeness
from commemoration.names.sounds import sounds_of

# The Russian form first; then other forms of it, in any script. A form may stand in two rows.
_FORMS = """
Авраам Абрам Abraham
Агафон Agathon
Адам Adam
Александр Alexander Alexandre Aleksandr Олександр Аляксандр Sasha Саша Sander Sandro
Алексей Alexis Alexej Олексій Аляксей Alex Aloysius Алёша Aliocha Лёша
Амвросий Ambroise Ambrosius
Анатолий Anatole Anatol Anatoly
Андрей André Andreas Andrew Andries Andrzej Андрій Андрэй
Антон Антоний Antoine Anton Antonius Anthony Antoon
Аркадий Arcade Arkady
Арсений Arsène Arsenius
Артём Артемий Artème Artemius
Афанасий Athanase Athanasius Апанас Панас Опанас
Богдан Dieudonné Bogdan Théodose
Борис Boris
Вадим Vadim
Валентин Valentin Valentijn Valentine
Валерий Valère Valéry Valerius
Варфоломей Barthélemy Bartholomäus Bartholomew
Василий Basile Basil Basilius Vassili Wassily Василь Vasile Вася
Вениамин Benjamin
Викентий Vincent Wincenty Vincentius
Виктор Victor Wiktor
Виссарион Bessarion Vissarion
Виталий Vital Vitali Vitalis
Владимир Vladimir Wladimir Waldemar Володимир Уладзімір Włodzimierz Volodia Володя
Владислав Vladislav Ladislas Władysław
Всеволод Vsevolod
Вячеслав Venceslas Wenzel Viatcheslav Wacław Вацлав
Гавриил Гаврила Gabriel Гаврило
Геннадий Gennade Guennadi
Генрих Henri Heinrich Hendrik Henry
Георгий Егор Юрий Georges Georg George Joris Jerzy Юрій Юрась Гоша Юра Yuri Juri Youri
Герасим Gérasime Gerasim
Герман Germain Hermann
Глеб Gleb
Григорий Grégoire Gregor Gregory Gregorius Григорій Рыгор Grzegorz Гриша Gricha
Давид Давыд David
Даниил Данила Daniel Данило
Демьян Дамиан Damien Damian
Денис Denis Dionysius Dennis Dionisy
Дмитрий Dimitri Démétrius Demetrius Dmitry Дмитро Дзмітрый Митя Mitia
Евгений Eugène Eugen Eugene Evgueni Yevgeny Євген Женя
Евдоким Eudocime
Евстафий Остап Eustache Eustachius
Емельян Émilien Emil Emile Омелян Aemilianus
Ефим Euthyme Euthymius Yefim Юхим Яўхім
Ефрем Éphrem Ephraim
Захар Захария Zacharie Zacharias Zachary
Зиновий Zénobe Zenobius
Иван Jean Jan Johann Johannes John Hans Johan Ivan Ян Іван Janek Vania Ваня Иоганн Ioann Иоанн
Игнатий Ignace Ignatius Ignaz Гнат Ихнат
Игорь Igor Ігор
Иларион Илларион Hilarion Ларион
Илья Élie Elias Elie Eliah Ілля Ильяс
Иннокентий Innocent Innokenti
Иосиф Осип Joseph Josef Jozef Josephus Йосип Józef Юзеф
Ипполит Hippolyte
Исаак Isaac Isaak
Исай Исаия Isaïe Jesaja Isaiah
Казимир Casimir Kazimierz Kasimir
Карл Charles Karel Carl Karol Carolus
Карп Carpe Karp
Кирилл Cyrille Cyril Kyrill Кирило Cyrillus
Климент Клим Clément Clemens Klemens
Кондратий Кондрат Conrad Konrad Quartus Kondrat
Константин Constantin Constantine Constantijn Костянтин Костя
Корней Корнилий Corneille Cornelius Cornelis
Косма Кузьма Кузма Côme Cosme Kosmas Cosmas
Лаврентий Laurent Lorenz Laurentius Laurens Lawrence
Лазарь Lazare Lazarus
Лев Léon Leo Leon Lew Lion
Леонид Léonide Leonidas
Леонтий Léonce Leontius
Лука Luc Lukas Luke Lucas Лукьян Lucien
Макар Макарий Macaire Makarius
Максим Максимилиан Maxime Maximus Maxim
Марк Marc Markus Marcus
Мартин Мартын Martin Maarten
Матвей Matthieu Matthäus Matthew Mathieu Mattheus Матвій Matthias Mateusz
Мирон Miron Myron
Митрофан Métrophane
Михаил Michel Michael Michiel Mikhail Михайло Міхаіл Michał Миша Micha Michaël
Моисей Moïse Moses Mozes Moisse
Назар Назарий Nazaire Nazarius
Наум Nahum Naoum
Нестор Nestor
Никита Nicétas Niketas Микита
Никифор Nicéphore Nikephoros
Николай Nicolas Nikolaus Nicholas Nicolaas Klaas Микола Мікалай Mikołaj Nicolaus Коля Kolia
Никон Nikon Nicon
Олег Oleg
Онуфрий Onuphre Onufry
Павел Paul Pavel Pawel Павло Paulus Pauwel Паша
Пантелеймон Пантелей Pantaléon Pantaleon
Пахом Pacôme Pachomius
Пётр Петр Pierre Peter Petrus Pieter Piotr Петро Пятро Pjotr Pyotr Петя
Платон Platon Plato
Поликарп Polycarpe
Порфирий Porphyre
Прокофий Прокопий Procope Prokop Прокіп
Прохор Prochore Prokhor
Родион Rodion Hérodion
Роман Romain Roman Romanus
Ростислав Rostislav
Савва Савелий Sabas Sabbas Sawa Saveli
Самуил Самойло Samuel
Святослав Sviatoslav
Севастьян Sébastien Sebastian
Семён Симеон Siméon Simon Simeon Semion Szymon Семен Сёма
Серафим Séraphin Seraphim
Сергей Serge Sergius Sergej Сергій Сяргей Sergio Серёжа
Сидор Исидор Isidore Sidor Isidor
Созонт Sozonte
Софрон Sophrone
Спиридон Spyridon
Станислав Stanislas Stanislaus Stanisław
Степан Стефан Étienne Stefan Stephan Stephen Steven Stephanus Стяпан Szczepan Etienne
Тарас Taras Tharaise
Терентий Térence Terentius
Тимофей Timothée Timotheus Timothy Тимофій Цімафей
Тихон Tychon Tikhon
Трофим Trophime
Ульян Юлиан Julien Julian Julianus
Фаддей Thaddée Thaddeus Tadeusz
Федот Théodote
Фёдор Федор Théodore Theodor Theodore Theodorus Feodor Fjodor Tjedor Федір Фёдар Todor Teodor
Феликс Félix Felix
Феодосий Théodose Theodosius Теодосий
Феофан Théophane
Филипп Philippe Philipp Philip Filip Пилип
Фома Thomas Tomas Хома Tomasz
Христофор Christophe Christopher Christoph
Эдуард Édouard Eduard Edward
Эммануил Мануил Emmanuel Manuel
Яков Иаков Jacques Jakob Jacob James Jacobus Яків Якуб Jakub Jacq
Ярослав Yaroslav Jaroslaw Iaroslav
Агафья Agathe Agatha
Агния Agnès Agnes
Александра Alexandra Sandrine Олександра
Анастасия Anastasie Anastasia Настасья Настя Nastia
Анна Anne Anna Hanna Ганна Annie Anneke Аня
Антонина Antonine Antonia Антонида Antoinette
Валентина Valentine Valentina
Варвара Barbe Barbara
Вера Véra Vera Faith Віра
Галина Galina Halina
Дарья Daria Darya Odarka Одарка
Евгения Eugénie Eugenia Yevgenia
Евдокия Авдотья Eudoxie Eudokia Явдоха
Екатерина Катерина Catherine Katharina Katherine Catharina Kateryna Катя Katia
Елена Алёна Hélène Helene Helena Olena Олена Helen
Елизавета Élisabeth Elisabeth Elizabeth Лиза Lisa
Зинаида Zénaïde Zinaida
Зоя Zoé Zoe Zoja
Иванна Jeanne Johanna Joanna Жанна
Ирина Irène Irene Арина Iryna Ірина
Клавдия Claudie Claudia Claude
Ксения Аксинья Оксана Xénie Xenia Oxana
Лидия Lydie Lydia
Любовь Lioubov Ljubow Любов Charité
Людмила Ludmila Lyudmila
Маргарита Marguerite Margarete Margaret Margaretha
Мария Марья Marie Maria Mary Марія Маша Macha
Марфа Marthe Martha Марта
Матрёна Matrone Matrona Мотря
Надежда Nadège Nadejda Nadia Надія
Наталья Наталия Nathalie Natalie Natalia Natasha Наталка Наташа
Нина Nina
Ольга Olga Olha
Параскева Прасковья Parascève Paraskeva
Пелагея Pélagie Pelagia
Раиса Raïssa Raisa
Светлана Svetlana Photine
Серафима Séraphine
Софья София Sophie Sophia Zofia
Татьяна Tatiana Tetiana Tania Таня
Ульяна Юлиана Julienne Juliana
Фёкла Thècle Thekla
Юлия Julie Julia
"""


# A form that no row has is taken for the nearest one, if it is as near as this (`likeness`).
NEAR_ENOUGH = 0.1
MOST_COMPARED = 40


def russian_forms(given_name: str) -> frozenset[str]:
    """The Russian names that this is a form of ("Jean": {"Иван"}); empty where it is in no row.

    Two given names are forms of one name where these overlap.
    """
    return _rows().get(_plain(given_name), frozenset())


@lru_cache(maxsize=4096)
def likely_forms(given_name: str) -> frozenset[str]:
    """The Russian names of this form or, if it is in no row, of the nearest that is near enough."""
    if known := russian_forms(given_name):
        return known
    asked = _plain(given_name)
    if not asked:
        return frozenset()
    forms = roughly_nearest(asked, list(_rows()), most=MOST_COMPARED)
    distances = unlikeness(asked, forms)
    nearest = int(distances.argmin())
    return _rows()[forms[nearest]] if distances[nearest] <= NEAR_ENOUGH else frozenset()


@cache
def _rows() -> dict[str, frozenset[str]]:
    """For the sounds of each form, the Russian forms of the rows that it stands in."""
    rows: dict[str, frozenset[str]] = {}
    for row in _FORMS.strip().splitlines():
        russian, *_others = forms = row.split()
        for form in forms:
            sounds = _plain(form)
            rows[sounds] = rows.get(sounds, frozenset()) | {russian}
    return rows


def _plain(given_name: str) -> str:
    """The sounds, й and и alike: endings in -y, -i, -ï and -j are one."""
    return re.sub(r"i+", "i", sounds_of(given_name).replace("j", "i"))
