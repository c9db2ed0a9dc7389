"""The names that the list of staff begins with. It is theirs to change, and decides nothing.

The accused of the International Military Tribunal (Nuremberg, indictment of 18 October 1945), four
who had died before it, and A. Vlasov (sentenced by the Supreme Court of the USSR, 1 August 1946).
"""

FIRST = (
    *(("Hitler", "Adolf"), ("Himmler", "Heinrich"), ("Goebbels", "Joseph")),
    *(("Heydrich", "Reinhard"), ("Bormann", "Martin"), ("Dönitz", "Karl")),
    *(("Frank", "Hans"), ("Frick", "Wilhelm"), ("Fritzsche", "Hans"), ("Funk", "Walther")),
    *(("Göring", "Hermann"), ("Hess", "Rudolf"), ("Jodl", "Alfred")),
    *(("Kaltenbrunner", "Ernst"), ("Keitel", "Wilhelm"), ("Krupp", "Gustav"), ("Ley", "Robert")),
    *(("Neurath", "Konstantin"), ("Papen", "Franz"), ("Raeder", "Erich")),
    *(("Ribbentrop", "Joachim"), ("Rosenberg", "Alfred"), ("Sauckel", "Fritz")),
    *(("Schacht", "Hjalmar"), ("Schirach", "Baldur"), ("Seyss-Inquart", "Arthur")),
    *(("Speer", "Albert"), ("Streicher", "Julius")),
    ("Власов", "Андрей"),
)
"""Surname and given name."""
