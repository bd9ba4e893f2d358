"""The bottom line: the chosen sentence that says the outcome."""

from unicodedata import normalize

import pytest

import briefing
from briefing.scoring import outcome, score

TEXTS = {
    "no aim": (
        "# Toads and lamps\n\n## Abstract\n\nThis study aimed to examine whether toads cross dark roads.\n\n"
        "Dimming the lamps in spring cut the deaths of toads on roads by two fifths.",
        "Dimming",
    ),
    "nothing that was once": (
        "# Night train to Stockholm comes back\n\nTen years ago the night train to Stockholm was all but dead.\n\n"
        "The night train to Stockholm comes back on 2 April, said the firm Polarstern.",
        "The night",
    ),
    "no aim, though it fills the abstract": (
        "# Sleep and exams\n\n## Abstract\n\nThis study aimed to examine whether sleep before an exam is followed by "
        "better marks.\n\n## Conclusion\n\nAn hour of sleep more raised marks by a tenth.",
        "An hour",
    ),
    "what is, and not what was": (
        "# Why the bakery is back\n\nTen years ago the bakery was as good as dead.\n\n"
        "Today the bakery has eleven shops, and the chain has closed two of its own.",
        "Today",
    ),
    "what a court holds": (
        "# Ode v. Lee\n\nNo. 24-117. Decided March 2, 2026.\n\nMartha Ode fell on the steps of the hall and broke "
        "her hip in 2021.\n\nThe judgment of the trial court is reversed.",
        "The judgment",
    ),
    "what a court orders, though it follows from what it was told": (
        "# In re Lee\n\nORDER\n\nThis court has been advised that Martha Lee has been suspended from the practice of "
        "law in Corran. Consequently, Martha Lee may show cause within 20 days why she should not be suspended here.",
        "Consequently",
    ),
    "what the decisions of a meeting say": (
        "# Minutes of the meeting of the safety group\n\n## Before\n\nThe group had met three times in the spring "
        "to speak of the rooms.\n\n## Decisions\n\nThe keys of the rooms are kept by the two chairs only.",
        "The keys",
    ),
    "what a thing is, only where the title is its name": (
        "# The harbour has failed its fishers: there is a way out\n\nThe town can hand half of its quay to those who "
        "land the fish by next summer.\n\nThe harbour is a busy basin of grey stone, where fishers and sailors share "
        "the water.\n\nMore is to be said of it by all who sell there.",
        "The town can",
    ),
    "what a meeting passes in two words": (
        "# Minutes of the meeting of the harbour board\n\n## Vote on the crane\n\n- Propose that the board sells the "
        "old crane of the yard.\n- There may be a buyer in Lindholm for it by May.\n- Passed unanimously\n\n"
        "## Ice\n\n- The ice on the harbour may hold until the end of April this year.",
        "Propose",
    ),
    "what a blog announces, and no question": (
        "# Ten years of the harbour site\n\nThe harbour site has helped hundreds of crews find a berth for the "
        "night.\n\nWe are proud to announce a gift of 9,000 euros for the harbour site.\n\nWho would have thought "
        "so ten years before the harbour site was there?",
        "We are proud",
    ),
    "what was learned, and not in which order it came": (
        "# How the yard moved its crane\n\nThe yard of Harn moved its crane over the ice.\n\n## The first week\n\n"
        "The crew of the yard cut the crane in three.\n\n## The end\n\nIn hindsight, a crane that floats is best "
        "moved by the tide of May, and we recommend to wait for it.",
        "In hindsight",
    ),
    "what a mail asks": (
        "From: ann@example.org\nTo: all@example.org\nSubject: Keys of the hall\n\nI had the keys of the hall with "
        "me at the quay on Sunday.\n\nDoes anyone know where the keys of the hall are now?\n\nAnn\n",
        "Does anyone",
    ),
    "what is recommended": (
        "# The hall\n\n## Background\n\nThe hall was built in 2015 for nine hundred swimmers a day.\n\n"
        "## Recommendation\n\nThe council should heat the hall from September or sell it by the end of 2027.",
        "The council",
    ),
    "what a party says is not what is so": (
        "# Steps of Harn\n\nThe town of Harn argues that its steps were swept on the third of May.\n\n"
        "The town of Harn must pay for the fall of a woman on its steps.",
        "The town of Harn must",
    ),
    "what a paper found, not what it asks and how": (
        "# Lamps and moths\n\n## Abstract\n\nThis paper investigates why moths leave towns. We observed forty lamps "
        "for a year. White lamps, not cars, drive out nine tenths of the moths. We recommend amber lamps.\n\n"
        "## Introduction\n\nMoths leave towns, and little is known of the causes.\n\n## Method\n\nForty lamps in "
        "eleven streets were observed for a year.\n\n## Conclusion\n\nThe colour of a lamp matters to moths.",
        "White lamps",
    ),
    "what an abstract concludes, not what was known before": (
        "# Failure to detect lamp fever in moths of the quay\n\n## Abstract\n\n## Background\n\nIn 2019 it was "
        "reported that 68 of 101 moths of the quay were ill with lamp fever, a fever linked to light.\n\n"
        "## Methodology\n\nThe wings of 186 insects were searched for it.\n\n## Conclusion\n\nTraces were not found "
        "by either of two observers.\n\n## Introduction\n\nMuch is said of it, and little is known [1].\n\n"
        "## Discussion\n\nIt may be rare.\n\n## References\n\n[1] Lee, A. (2019). Moths. Journal of Moths, 3, 1-9.",
        "Traces",
    ),
    "what is chosen, not what was tried": (
        "# 7. Oil for the lamps\n\n## Status\n\nAccepted\n\n## Context\n\nThe lamps of the harbour burn gas.\n\n"
        "## Decision\n\nWe have tried oil in two of the lamps of the harbour for a month. "
        "We will burn oil in the lamps.\n\n## Consequences\n\nThe keeper has less to do.",
        "We will",
    ),
    "what a guide is for, not what may be": (
        "# How to clear ice\n\nIcebreakers keep the harbour open to all boats in winter. Ice might also be slush.\n\n"
        "## Before\n\nYou must wear a rope.\n\nCheck the ice.\n\nKeep to the path.\n\nDo not run.",
        "Icebreakers",
    ),
    "what is proposed, not how things are": (
        "# Longer tickets\n\n## Summary\n\nCurrently, a ticket of the ferry to Harn is valid for two hours from the "
        "moment at which it was bought. This proposal makes a ticket valid for a whole day.\n\n## Motivation\n\n"
        "Visitors miss the ferry.\n\n## Drawbacks\n\nThe ferry earns less.",
        "This proposal",
    ),
    "what happened, not what was planned": (
        "# The late timetable\n\n## What happened\n\nWe had planned to publish the timetable on 5 May.\n\nThe "
        "timetable was published on 10 May, five days late.\n\n## Future actions\n\nWe will print a draft of the "
        "timetable a week before.",
        "The timetable was",
    ),
    "no side matter": (
        "# Kiln\n\n## What it does\n\nKiln bakes tables of data into pictures.\n\n## Options\n\nThe plug-in kiln-ocr "
        "adds text that was scanned to the pictures of 40 kinds of table.\n\n## Contact\n\nWrite to us of Kiln.",
        "Kiln bakes",
    ),
    "no date of coming into force": (
        "## SEC. 1. BATTERIES.\n\nThe amendments made by this section shall apply to sales after 2027.\n\n"
        "A dealer may not sell a used electric car unless the buyer gets a certificate of its battery.",
        "A dealer",
    ),
    "what a record decides": (
        "# Where secrets are kept\n\n## Issue\n\nWe need to keep secrets, such as passwords, keys and tokens.\n\n"
        "## Decision\n\nAll keys of servers are kept in the vault of the town hall.\n\n## Notes\n\nA box is cheap.",
        "All keys",
    ),
    "the news, and not what is around it": (
        "# Two camps brace for the vote in Harn\n\nHARN, June 3 - After a summer of quarrels the way to the hall "
        "has become clear for both camps, who will knock on doors in seven streets.\n\n"
        + "They have bought bread for the helpers. Nobody knows who will win the vote. "
        * 3
        + "\n\nThe camp of the mayor has reserved 280,000 pounds for posters between today and the vote, more than "
        "ever before in Harn, said the town on Monday.",
        "HARN",
    ),
    "the news, and not what somebody says of it": (
        "# Harn gets a bridge\n\nHARN, June 3 - Harn gets a bridge over the Lenn next year, said the county.\n\n"
        '"The bridge is the first thing that Harn gets from the county in 40 years," said the mayor Ann Lee.',
        "HARN",
    ),
    "what a meeting resolved": (
        "# Minutes of the meeting of the council\n\n"
        "The clerk reported that 212 lorries had used the lane in one week, against 64 a year before.\n\n"
        "It was resolved to ask the county for a limit of weight.",
        "It was resolved",
    ),
}


ELSEWHERE = {
    "german": (
        "# Protokoll der Sitzung vom 3. Mai\n\nAnwesend: A. Lee, B. Ode\n\n## TOP 1\n\nDie Pumpe ist alt, sie wurde "
        "vor zehn Jahren gebaut.\n\nDer Antrag auf eine neue Pumpe wird einstimmig angenommen.",
        "Der Antrag",
    ),
    "french": (
        "# Procès-verbal de la séance du 3 mai\n\nPrésents : A. Lee, B. Ode\n\nLa pompe de Harn est vieille de dix "
        "ans.\n\nLe conseil décide à l'unanimité d'acheter une pompe pour 900 euros.",
        "Le conseil",
    ),
    "spanish": (
        "# Acta de la reunión del 3 de mayo\n\nAsistentes: A. Lee, B. Ode\n\nLa bomba de Harn es vieja desde hace "
        "diez años.\n\nSe acuerda por unanimidad comprar una bomba por 900 euros.",
        "Se acuerda",
    ),
    "dutch": (
        "# Notulen van de vergadering\n\nAanwezig: A. Lee, B. Ode\n\nDe pomp van Harn is al tien jaar oud.\n\n"
        "De vergadering besluit unaniem een pomp te kopen voor 900 euro.",
        "De vergadering",
    ),
    "german: not what is moved, nor who leads the meeting": (
        "# Protokoll der Mitgliederversammlung\n\nAnwesend: A. Lee, B. Ode\n\nAnna Lee wird einstimmig zur "
        "Protokollführerin gewählt.\n\nDer Vorstand beantragt die Entlastung, da sie in der letzten Sitzung nicht "
        "beschlossen wurde.\n\nDer Vorstand wird für das Jahr 2025 entlastet.",
        "Der Vorstand wird",
    ),
    "french: what is quoted as resolved": (
        "# Procès-verbal de la séance du 3 mai\n\nPrésents : A. Lee, B. Ode\n\nAnne Lee est désignée secrétaire de "
        "séance.\n\nAnne Lee soumet au vote les statuts de la ligue des pompes.\n\n> Les statuts de la ligue sont "
        "approuvés à l'unanimité.",
        "Les statuts",
    ),
    "spanish: what a law sets up, though a list follows": (
        "# Ley 12\n\n##### Artículo 1\n\nCréase el fondo de los puentes, destinado a pagar las obras de:\n\n"
        "1) Los puentes de piedra del norte.\n\n##### Artículo 2\n\nEl Ministerio determinará el día de la "
        "primera obra del puente del norte.\n\n##### Artículo 3\n\nComuníquese, publíquese y archívese.",
        "Créase",
    ),
    "french: what is to be done now, not what was to be done before": (
        "# Compte rendu de la réunion du 3 mai\n\n## Actions de la réunion précédente\n\nAnne écrit à la ligue des "
        "pompes et à la mairie de Harn.\n\n## Actions\n\nBruno achète deux pompes pour 900 euros au marché.",
        "Bruno",
    ),
    "french: what a law sets up": (
        "# Loi n° 41 relative aux ponts\n\n## Article 1er\n\nIl est institué un fonds des ponts, destiné à payer "
        "l'entretien des ponts de pierre.\n\n## Article 2\n\nUn décret fixe les modalités d'application de la "
        "présente loi sur le fonds.\n\n## Article 3\n\nLa présente loi entre en vigueur le 1er janvier 2027.",
        "Il est",
    ),
    "polish: what is resolved, not what is moved": (
        "# Protokół z zebrania z dnia 3 maja 2026 r.\n\nObecni: A. Lee, B. Ode\n\nZarząd zaproponował podniesienie "
        "składki do 90 złotych od lipca.\n\nZebranie jednogłośnie uchwaliło składkę w wysokości 60 złotych.",
        "Zebranie",
    ),
    "swedish: what is resolved, not what is moved": (
        "# Protokoll fört vid årsmöte 3 maj 2026\n\nNärvarande: A. Lee, B. Ode\n\nB. Ode valdes till "
        "mötesordförande.\n\nB. Ode föreslog att avgiften höjs till 900 kronor från juli.\n\nÅrsmötet beslutade "
        "att höja avgiften till 300 kronor.",
        "Årsmötet",
    ),
    "russian": (
        "# Протокол заседания\n\nПрисутствовали: А. Ли, Б. Оде\n\nНасос в Харне стоит уже десять лет и течёт.\n\n"
        "Единогласно решили купить новый насос за 900 рублей.",
        "Единогласно",
    ),
}


@pytest.mark.parametrize("case", TEXTS | ELSEWHERE)
def test_the_outcome_is_the_bottom_line(case):
    text, opening = (TEXTS | ELSEWHERE)[case]
    language = case.partition(":")[0] if case in ELSEWHERE else "english"
    kind = "text" if text.startswith("From: ") else "markdown"
    document = briefing.parse(text, format=kind, language=language)
    every = range(len(document.sentences))
    assert document.sentences[outcome.bottom_line(score(document), every)].text.startswith(opening)


def test_letters_in_pieces_are_letters():
    text, opening = ELSEWHERE["german: not what is moved, nor who leads the meeting"]
    document = briefing.parse(normalize("NFD", text), format="markdown", language="german")
    every = range(len(document.sentences))
    assert document.sentences[outcome.bottom_line(score(document), every)].text.startswith(normalize("NFD", opening))


def test_the_bottom_line_has_room_in_a_short_briefing():
    lead = (
        "The county council of Harn voted on Monday, after a debate of four hours in which 31 people spoke, to close "
        "the old bridge over the Lenn to all lorries from the first of March and to build another beside it by 2029."
    )
    others = "Bakers sell bread from two. Rents rose by 4 percent. The school opened a hall for sport. " * 2
    made = briefing.summarize(
        f"# Harn closes the old bridge over the Lenn to lorries\n\n{lead}\n\n{others}", words=60
    )
    assert made.bottom_line.text == lead


def test_a_mail_is_about_what_it_asks():
    mail = (
        b"From: Ida <ida@example.org>\nTo: Jon <jon@example.org>\nSubject: RE: Roof\n\nHello Jon,\n\n"
        b"Three firms have looked at the roof, and two of them offer a new one for 38,500 and 44,900 pounds.\n\n"
        b"Could you approve the deposit by Wednesday? They can begin in December.\n"
    )
    made = briefing.summarize(briefing.parse(briefing.Source("mail.eml", mail)))
    assert made.title == "Roof"
    assert made.bottom_line.text == "Could you approve the deposit by Wednesday?"


def test_methods_that_only_rank_tell_none():
    document = briefing.parse("One thing happened here. Another thing followed it.")
    assert outcome.bottom_line(score(document, method="lead"), [0, 1]) is None
    assert outcome.bottom_line(score(document), []) is None
