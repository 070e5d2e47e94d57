"""What rules find, as a report says it to people who write no files; messages of ``validate`` are English alone."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrases


class RuleWords(Language):
    """The finding of each rule that can be less than an error."""

    findings = Phrases(
        {
            "CX009": ("A comment that silences nothing", "Een opmerking die niets uitzet"),
            "CX201": ("Refers to something that is not defined", "Verwijst naar iets dat niet bestaat"),
            "CX202": ("Two things of one name", "Twee dingen met dezelfde naam"),
            "CX203": ("Defined, and used nowhere", "Beschreven en nergens gebruikt"),
            "CX204": ("Wait for each other", "Wachten op elkaar"),
            "CX205": ("About a persona who does not make the journey", "Over een persona die de reis niet maakt"),
            "CX301": ("No start or no end is described", "Begin of einde is niet beschreven"),
            "CX302": ("Without importance or experience", "Zonder belang of beleving"),
            "CX303": ("A moment of truth without an owner", "Een moment van de waarheid zonder eigenaar"),
            "CX304": ("Not yet validated with customers", "Nog niet getoetst bij klanten"),
            "CX305": ("Measured, and nobody says why", "Gemeten, en niemand zegt waarom"),
            "CX306": ("Employees have not been asked", "Medewerkers zijn niet gevraagd"),
            "CX307": ("All digital, or nothing digital", "Alleen digitaal, of niets digitaals"),
            "CX308": ("A handover that nobody has looked at", "Een overgang die niemand bekeken heeft"),
            "CX309": ("The journey ends at the purchase", "De klantreis houdt op bij de aankoop"),
            "CX310": ("No wow moment", "Geen wow-moment"),
            "CX311": ("A persona without a story or goals", "Een persona zonder verhaal of doelen"),
            "CX312": ("Fewer than five answers", "Minder dan vijf antwoorden"),
            "CX313": ("Everything is equally important", "Alles is even belangrijk"),
            "CX314": ("A persona without a segment", "Een persona zonder segment"),
            "CX315": ("The measurement is old", "De meting is oud"),
            "CX316": ("Text that was never filled in", "Tekst die nooit is ingevuld"),
            "CX317": ("Words that no customer would use", "Woorden die geen klant gebruikt"),
            "CX318": ("A target segment without a persona", "Een doelsegment zonder persona"),
            "CX319": ("A touchpoint without an owner", "Een contactmoment zonder eigenaar"),
            "CX320": ("A new need without an idea or action", "Een nieuwe behoefte zonder idee of actie"),
            "CX401": ("A large gap without an action", "Een grote kloof zonder actie"),
            "CX402": ("An action without an owner", "Een actie zonder eigenaar"),
            "CX403": ("An action that nothing measures", "Een actie die door niets gemeten wordt"),
            "CX404": ("An action without a date", "Een actie zonder datum"),
            "CX405": ("A metric without a baseline or target", "Een meetpunt zonder nulmeting of doel"),
            "CX406": ("Dates contradict each other", "Data spreken elkaar tegen"),
            "CX407": ("A target in the wrong direction", "Een doel in de verkeerde richting"),
            "CX408": ("An action is late", "Een actie is te laat"),
            "CX409": ("Done, and not measured since", "Afgerond en daarna niet gemeten"),
            "CX410": ("A to-do is late", "Een to-do is te laat"),
            "CX411": ("Done, with to-dos left", "Afgerond, met open to-do's"),
            "CX412": ("An action has not started in time", "Een actie is niet op tijd begonnen"),
            "CX413": ("Done, and nothing learned yet", "Afgerond, en nog niets geleerd"),
            "CX414": ("Starts before what it depends on", "Begint voor waar het van afhangt"),
            "CX501": ("A spread that cannot be", "Een spreiding die niet kan"),
            "CX502": ("A spread of differences that cannot be", "Een spreiding van verschillen die niet kan"),
            "CX503": ("More answers than people asked", "Meer antwoorden dan gevraagde mensen"),
            "CX504": ("A mean that whole marks cannot have", "Een gemiddelde dat met hele cijfers niet kan"),
            "CX505": ("A comma that cut a text in two", "Een komma die een tekst in tweeën knipte"),
            "CX506": ("Waves out of order", "Metingen in de verkeerde volgorde"),
        }
    )
