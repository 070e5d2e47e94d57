"""The words by which people name the parts of a journey, in English and in Dutch; the first of each is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.choices import Lang

_Words = dict[str, tuple[str, str]]

# Words with commas between them: English, Dutch.
JOURNEY_KEYS: Final[_Words] = {
    "title": ("Title", "Titel"),
    "personas": ("Persona, Personas, Customer", "Persona, Persona's, Personas, Klant"),
    "goal": ("Goal", "Doel"),
    "starts_with": ("Starts, Starts with, Start", "Begint, Begint met, Begin, Start"),
    "ends_with": ("Ends, Ends with, End", "Eindigt, Eindigt met, Einde"),
    "route": ("Route", "Route"),
    "scale": ("Scale", "Schaal"),
    "owner": ("Owner", "Eigenaar"),
    "source": ("Source", "Bron"),
    "lang": ("Lang, Language", "Taal"),
}
FIELD_WORDS: Final[_Words] = {
    "wait": ("wait, waits, waiting, waiting time", "wacht, wachttijd, wachten"),
    "takes": ("takes, duration, time, lead time", "duurt, duur, tijd, doorlooptijd"),
    "doing": ("does, doing, actions", "doet, doen, acties"),
    "thinking": ("thinks, thinking, think, thoughts", "denkt, denken, gedachten"),
    "feeling": ("feels, feeling, feelings, emotion, emotions", "voelt, gevoel, gevoelens, emotie, emoties"),
    "expectation": ("expects, expectation, expectations", "verwacht, verwachting, verwachtingen"),
    "emotional_drivers": ("driver, drivers, emotional driver, emotional drivers", "drijfveer, drijfveren"),
    "wow": ("wow", "wow, wauw"),
    "opportunities": (
        "idea, ideas, opportunity, opportunities",
        "idee, ideeën, ideeen, kans, kansen, verbeterkans, verbeterkansen",
    ),
    "questions": ("question, questions", "vraag, vragen"),
    "loses": ("loses, lost", "verliest, gaat verloren"),
    "desired": ("wants, desired, target", "wil, gewenst, streefcijfer"),
    "positives": (
        "lift, lifts, positive, positives, pleasure, pleasures, pro, pros, plus, plus points",
        "plus, pluspunt, pluspunten, positief",
    ),
    "negatives": (
        "lower, lowers, negative, negatives, pain, pains, pain point, pain points, con, cons, minus",
        "min, minpunt, minpunten, negatief, pijnpunt, pijnpunten, knelpunt, knelpunten",
    ),
    "frontstage": ("frontstage", "frontstage"),
    "backstage": ("backstage", "backstage"),
    "systems": ("system, systems", "systeem, systemen"),
    "description": ("note, notes, remark, description", "notitie, notities, opmerking, opmerkingen, omschrijving"),
}
PHASES: Final[_Words] = {
    "need": ("need", "behoefte, nood"),
    "attention": ("attention", "aandacht, oriëntatie, orientatie"),
    "evaluation": ("evaluation", "evaluatie, vergelijken"),
    "purchase": ("purchase", "aankoop, aanvraag, melding"),
    "delivery": ("delivery", "levering"),
    "use": ("use", "gebruik"),
    "loyalty": ("loyalty", "loyaliteit, trouw"),
    "leaving": ("leaving", "vertrek, opzeggen"),
}
ONLY: Final = ("only", "alleen")
DEFAULT_PERSONA: Final[Mapping[Lang, str]] = {"en": "Customer", "nl": "Klant"}
NO_STAGE: Final[Mapping[Lang, str]] = {"en": "(no stage)", "nl": "(geen fase)"}

_CHANNEL_KINDS: Final = {
    "physical": "shop store branch counter desk office showroom till visit home hospital station pharmacy warehouse "
    "winkel filiaal balie kantoor kassa thuis bezoek loket ziekenhuis apotheek magazijn",
    "human": "phone telephone call callcenter adviser advisor mechanic person colleague service salesperson "
    "telefoon bellen belt klantenservice klantcontact adviseur monteur medewerker collega verkoper",
    "post": "post letter parcel brief pakket pakje poststuk",
    "digital": "website web site online app email mail e-mail chat chatbot sms text whatsapp search social facebook "
    "instagram portal webshop newsletter internet zoekmachine zoeken portaal nieuwsbrief google linkedin teams",
}
_KIND_OF = {word: kind for kind, words in _CHANNEL_KINDS.items() for word in words.split()}


def by_word(words: _Words) -> dict[str, tuple[str, Lang | None]]:
    """The name that each word stands for, and its language; ``None`` for a word of both."""
    found: dict[str, tuple[str, Lang | None]] = {}
    for name, (english, dutch) in words.items():
        for lang, listed in (("en", english), ("nl", dutch)):
            for word in listed.split(", "):
                folded = folded_word(word)
                both = folded in found and found[folded][1] != lang
                found[folded] = (name, None if both else "en" if lang == "en" else "nl")
    return found


def written(words: _Words, name: str, lang: Lang) -> str:
    """The word that is written for a name."""
    return words[name][lang == "nl"].partition(", ")[0]


def folded_word(word: str) -> str:
    """A word as it is compared: without case, typographic apostrophes and blanks around it."""
    return " ".join(word.replace("’", "'").replace("_", " ").replace("-", " ").casefold().split())


def channel_kind(name: str) -> str | None:
    """What a channel is by its name: ``digital``, ``physical``, ``human`` or ``post``; ``None``: not known."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name.casefold())
    return next((_KIND_OF[word] for word in (*words, "".join(words)) if word in _KIND_OF), None)
