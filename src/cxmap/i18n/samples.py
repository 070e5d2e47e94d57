"""What ``cxmap new`` asks and writes: sample text that stands where a team's own words belong, and questions."""

from __future__ import annotations

from cxmap.i18n.language import Language, Phrase


class SampleWords(Language):
    """The sample texts of a new file, which rule CX316 reports until they are replaced."""

    journey_title = Phrase("What this journey is called", "Hoe deze klantreis heet")
    journey_goal = Phrase("What the customer wants to reach", "Wat de klant wil bereiken")
    starts_with = Phrase(
        "What sets it going, before the first contact", "Wat de aanleiding is, vóór het eerste contact"
    )
    ends_with = Phrase(
        "What the customer has or does when it is over", "Wat de klant heeft of doet als het achter de rug is"
    )
    stage_title = Phrase("What this stage is called", "Hoe deze fase heet")
    touchpoint_title = Phrase(
        "What happens here, as the customer would say it", "Wat hier gebeurt, in de woorden van de klant"
    )
    doing = Phrase("What the customer does", "Wat de klant doet")
    feeling = Phrase("What the customer feels", "Wat de klant voelt")
    persona_name = Phrase("What this person is called", "Hoe deze persoon heet")
    persona_story = Phrase(
        "Who this person is and what brings them here, in a few sentences",
        "Wie deze persoon is en wat de aanleiding is, in een paar zinnen",
    )
    persona_goal = Phrase("What this person wants to reach", "Wat deze persoon wil bereiken")


class QuestionWords(Language):
    """What is asked at a terminal."""

    journey = Phrase(
        "What is the journey called, in the customer's words?", "Hoe heet de klantreis, in de woorden van de klant?"
    )
    whose = Phrase("Whose journey is it: {}?", "Wiens klantreis is het: {}?")
    whose_first = Phrase(
        "Whose journey is it? A name, such as Noor de Wit", "Wiens klantreis is het? Een naam, zoals Noor de Wit"
    )
    goal = Phrase("What does the customer want to reach?", "Wat wil de klant bereiken?")
    starts = Phrase("What sets it going, before the first contact?", "Wat is de aanleiding, vóór het eerste contact?")
    ends = Phrase(
        "What does the customer have or do when it is over?", "Wat heeft of doet de klant als het achter de rug is?"
    )
    stages = Phrase("Which stages does it have?", "Welke fasen heeft ze?")
    touchpoints = Phrase("What happens in the stage '{}'?", "Wat gebeurt er in de fase '{}'?")
    persona = Phrase("What is the person called?", "Hoe heet de persoon?")
    segment = Phrase(
        "Which segment of customers: {}? Another name makes a new one",
        "Welk klantsegment: {}? Een andere naam maakt een nieuw segment",
    )
    segment_first = Phrase("Which segment of customers, if any?", "Welk klantsegment, als er een is?")
    story = Phrase("Who is it, and what brings them here?", "Wie is het, en wat is de aanleiding?")
    persona_goal = Phrase("What does the person want to reach?", "Wat wil de persoon bereiken?")
    several = Phrase("commas between them", "met komma's ertussen")
    later = Phrase(
        "Enter alone leaves a question for later. Ctrl-C ends this, and nothing is written.",
        "Met alleen Enter blijft een vraag voor later. Ctrl-C stopt, en dan wordt er niets geschreven.",
    )
    heading = Phrase(
        "Write over the sample texts: `cxmap validate` points at those that are left. What else a touchpoint can hold, "
        "such as its channel, owner, scores and evidence:",
        "Vervang de voorbeeldteksten: `cxmap validate` wijst aan welke er nog staan. Wat een contactmoment verder kan "
        "hebben, zoals kanaal, eigenaar, scores en onderbouwing:",
    )
