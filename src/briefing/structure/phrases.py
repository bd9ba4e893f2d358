"""The words that give headings and boilerplate away, a table a language: what a translator extends.

Every entry is a regular expression, matched without regard to case. A language's own entries are tried beside
the English ones, which turn up everywhere.
"""

import re
from functools import cache

HEADINGS = {
    "english": {
        "section": r"abstract|introduction|background|overview|(?:executive |section )?summary|conclusions?|"
        r"(?:results|conclusions?) and (?:discussion|future work)|discussion|results|"
        r"(?:materials and )?methods?|related works?|future work|acknowledge?ments?|further reading|"
        r"see also|external links|(?:foot)?notes|appendix|faq|preface|foreword|prologue|epilogue|"
        r"learning objectives|key (?:takeaways|terms|points)|getting started|next steps|what[’']s next",
        "references": r"references|bibliography|works cited|literature(?: cited)?|citations",
        "contents": r"(?:table of )?contents",
        "author": r"about the (?:authors?|writers?|contributors?)",
        "about": r"about .{2,60}",
        "label": r"authors?|editors?|status|version|category|created|updated|keywords|doi|"
        r"from|to|cc|bcc|sent|reply-to|subject",
        "clause": r"is|are|was|were|am|has|have|had|will|would|can|could|should|must|did|does|said|says|i|we|"
        r"he|she|they|it|you|that|which|isn[’']t|don[’']t",
        "asks": r"how|why|what|when|where|who|which",
        "part": r"chapter|section|sec\.|art\.|ch\.|part|appendix|annex|book|volume|act|scene|lesson|step|"
        r"article|method|phase|day|week",
    },
    "german": {
        "section": r"einleitung|einführung|fazit|zusammenfassung|ausblick|hintergrund|ergebnisse|anhang|"
        r"vorwort|nachwort",
        "references": r"literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|einzelnachweise",
        "contents": r"inhalt(?:sverzeichnis)?",
        "author": r"(?:über|zu) (?:den autor|die autorin|die autoren|zur person)",
        "about": r"über .{2,60}",
        "label": r"autor(?:in|en)?|stand|fassung|schlagwörter|von|an|gesendet|betreff",
        "clause": r"ist|sind|war|waren|hat|haben|hatte|wird|werden|kann|können|muss|soll|sagte|ich|er|es|wir|"
        r"dass",
        "asks": r"wie|warum|was|wann|wo|wer|welche[rs]?",
        "part": r"kapitel|abschnitt|teil|anhang|band|artikel|schritt|tipp|tag|phase",
    },
    "french": {
        "section": r"introduction|conclusion|résumé|contexte|méthodes?|résultats|annexe|préface|"
        r"remerciements",
        "references": r"références|bibliographie",
        "contents": r"sommaire|table des matières",
        "author": r"à propos (?:de l[’']auteure?|des auteurs)",
        "about": r"à propos d.{2,60}",
        "label": r"auteure?s?|statut|mots-clés|objet",
        "clause": r"est|sont|était|a|ont|avait|sera|peut|doit|il|elle|ils|elles|nous|qui|que",
        "asks": r"comment|pourquoi|quand|où|qui|quels?|quelles?",
        "part": r"chapitre|partie|annexe|tome|livre|étape|article",
    },
    "spanish": {
        "section": r"introducción|conclusi(?:ón|ones)|resumen|antecedentes|métodos?|resultados|anexo|prólogo|"
        r"epílogo",
        "references": r"referencias|bibliografía",
        "contents": r"índice|contenidos?",
        "author": r"sobre (?:el autor|la autora|los autores)",
        "about": r"(?:sobre|acerca de) .{2,60}",
        "label": r"autor(?:a|es)?|estado|versión|palabras clave|asunto",
        "clause": r"es|son|era|fue|ha|han|había|será|puede|debe|que|ella|ellos",
        "asks": r"cómo|por qué|qué|cuándo|dónde|quién|cuáles|cuál",
        "part": r"capítulo|sección|parte|anexo|libro|tomo|artículo|paso",
    },
}
"""`section`, `references`, `contents`, `author` (a note on who wrote it), `about` (on who sent a press release):
whole headings. `label`: what 'Status: Draft' and its like open with. `clause`: words that sentences have.
`asks`: what questions open with. `part`: words before a number."""

_JOINER = r"(?:(?:and|und|et|y|&|de|del|la|le|van|von|den|der|di) ){0,3}"
_NAME = rf"[A-ZÀ-Þ][\w’'.-]*(?:,? {_JOINER}[A-ZÀ-Þ][\w’'.-]*){{1,8}}"
_NAMES = rf"(?-i:{_NAME})(?:, [\w ]{{2,40}})?$"

MONTHS = {
    "english": r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?",
    "german": r"januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
    "french": r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "spanish": r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
}
"""Names of the months, for lines that are a date."""

BOILERPLATE = {
    "english": {
        "byline": r"(?:(?:written|story|text|words|reporting|reported|posted|edited|translated)"
        r"(?: and (?:photo(?:graph)?s|pictures|illustrations))? )?by:? " + _NAMES,
        "date": r"(?:(?:published|posted|updated|effective|last (?:updated|modified|"
        r"reviewed))(?: on| at)?|date):? .{0,30}(?:(?:19|20)\d\d|\d[:.]\d\d)\b|"
        r"version [\d.]+,? .{0,30}(?:19|20)\d\d$",
        "advertisement": r"advertisement$|sponsored(?: content| post)?$|(?:story|article) continues below\b|"
        r"continue reading(?: below| the main story)?$|scroll to continue\b",
        "share": r"share(?:$|:| (?:this|on|via)\b)|tweet(?: this)?$|print(?: this(?: page)?)?$|"
        r"e-?mail this\b|like this:|follow (?:us|me|her|him|them)\b|follow @|"
        r"(?:find|like|join|connect with) us on (?:facebook|twitter|instagram|x\b)",
        "read more": r"read (?:more|also|next|on)(?:$|\s?[:|»→–—-]| (?:about|at|here|on)\b)|also read\b[:|]?|"
        r"see also:|"
        r"related(?:$|:| (?:articles?|stories|story|posts?|links|coverage|content|topics)(?:$|:))|"
        r"more on this (?:story|topic)$|you (?:may|might) also (?:like|be interested in)\b|"
        r"recommended (?:for you|reading|stories)\b|don[’']t miss:|"
        r"(?:to )?read (?:the )?(?:original|full|rest of the|complete) (?:news|article|story|post|"
        r"report|text|version|interview)\b|click here (?:to|for)\b|more from\b.{0,40}$|watch:|listen:|"
        r"up next:|back to top$|skip to (?:main )?content$",
        "origin": r"(?:this|the) (?:article|story|post|essay|piece|report|interview|text) (?:(?:was|is|"
        r"has been) )?(?:(?:originally|first|also|previously) )?(?:published|posted|appeared|appears|"
        r"republished)\b|(?:originally|first|previously) (?:published|posted|appeared)\b|"
        r"reprinted (?:with|by) permission\b|(?:source|via): ?\S.{0,80}$",
        "subscribe": r"sign up (?:for|to|here|now|today|below)\b|sign up$|"
        r"subscribe(?:$| (?:to|now|today|here|for|via)\b)|"
        r"get (?:the|our|more)\b.{0,80}\b(?:newsletter|inbox)\b|"
        r"join (?:our|the)\b.{0,40}\b(?:newsletter|mailing list)\b|(?:enter|submit) your e-?mail\b|"
        r"newsletter(?: sign-?up)?$|(?:become|create) (?:a member|an account) (?:today|now|to)\b|"
        r"(?:support|donate to) (?:us|our work|our journalism)\b.{0,60}$|already a subscriber\b|"
        r"download (?:our|the) app\b",
        "copyright": r".{0,150}\blicen[sc]ed under (?:a |the )?(?:cc|creative commons)\b|"
        r"©|\(c\) ?(?:19|20)\d\d|copyright(?: ©| \(c\)|,? (?:19|20)\d\d| by\b)|"
        r".{0,60}\ball rights reserved\b|cc[ -]by\b|"
        r"(?:licensed|published|shared|available) under (?:a |the )?(?:creative commons|cc)\b|"
        r"creative commons\b.{0,80}licen[cs]e",
        "credit": r"[(\[]?(?:(?:cover|main|header|top|feature[d]?|lead) )?(?:photos?|images?|pictures?|"
        r"photographs?|illustrations?|graphics?|video|screenshots?)(?: credits?)?(?::| by\b|"
        r" courtesy\b| via\b| ©)|[(\[]?credits?: ?\S|[(\[]credit\b|"
        r"courtesy(?: of)? (?-i:[A-Z])[^.]{0,60}$|"
        r".{0,80}(?:/| via )(?:getty images|shutterstock|unsplash|reuters|afp|ap photo)\b|ap photo\b|"
        r"getty images\b",
        "caption": r"caption: \S|(?:figure|fig\.|exhibit|plate|table|chart) ?\d+(?:\.\d+)?[a-z]?[.:] \S",
        "comments": r"(?:leave|post|add|write) a (?:comment|reply)(?:$| (?:below|here)\b)|comments are closed\b|"
        r"(?:view|show|hide) (?:all )?(?:\d+ )?comments\b|"
        r"\d+ (?:comments?|replies|responses|shares|likes)$|comments? \(\d+\)$|"
        r"join the (?:conversation|discussion)$|no comments(?: yet)?$",
        "tags": r"(?:tags|tagged(?: with| as)?|filed under|posted in|categor(?:y|ies)|keywords|"
        r"topics):? (?:\S|$)(?=.{0,120}$)(?!.*[.]$)|#\w+(?:,? #\w+)+$",
        "contact": r"(?:press|media) (?:contacts?|enquiries|inquiries)\b|"
        r"for (?:more|further) information,? (?:please )?(?:contact|visit|see|call|go to)\b|"
        r"contact (?:the author|us) (?:at|via)\b|reach (?:him|her|them|the author) at\b",
        "sign-off": r"(?:best|kind|warm) (?:regards|wishes),?$|"
        r"(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?,?$|regards,$|cheers,$|-\s?30\s?-$|"
        r"[-—*]*\s?ends?\s?[-—*]*$|the end\.?$",
        "salutation": r"(?:dear|to) (?-i:[A-Z])[\w .’'-]{1,40}[,:]$|to whom it may concern\b",
        "address": r"\d{1,4}[a-z]?,? (?-i:[A-Z])[\w.’' -]{2,30} (?:street|st|road|rd|avenue|ave|lane|terrace|"
        r"drive|close|square|boulevard|blvd|way|court|place|quay)\b[^:;]{0,40}(?<!\w{2}\.)$|"
        r"(?-i:[A-Z])[\w .’'-]{1,30},? (?-i:[A-Z]{2}),? \d{5}(?:-\d{4})?$",
        "genre": r"an? (?:personal |photo |short )?(?:essay|story|analysis|commentary|interview|review)$|"
        r"(?:opinion|op-ed|editorial|commentary|explainer|long read|guest post)$",
        "release": r"for immediate release\b|embargoed (?:until|for)\b|(?:press|news|media) release$",
        "page number": r"page \d+(?: of \d+)?$|[-–—] ?\d+ ?[-–—]$|\d+ (?:minutes?|min\.?) read$|"
        r"reading time:",
        "contents": r".{3,80}(?:\.{4,}|(?: \.){3,}) ?\d+$",
    },
    "german": {
        "byline": r"(?:ein (?:beitrag|artikel|gastbeitrag|kommentar) )?von:? " + _NAMES,
        "date": r"(?:veröffentlicht|aktualisiert|stand|erschienen)(?: am)?:? .{0,40}\d",
        "advertisement": r"(?:werbe)?anzeige$|werbung$",
        "share": r"(?:artikel |beitrag )?teilen$|folgen sie uns\b|drucken$",
        "read more": r"(?:lesen sie|lies|siehe|hier|mehr) (?:auch|mehr|dazu|weiter|zum thema)\b[:.]?|"
        r"mehr (?:zum thema|dazu)\b|weiterlesen\b|das könnte (?:sie|dich) auch interessieren\b|"
        r"zum originalartikel\b|nach oben$|weitere (?:artikel|beiträge)$",
        "origin": r"(?:dieser|der) (?:artikel|beitrag|text) (?:erschien|ist|wurde)\b.{0,60}\b(?:erschien\w*|"
        r"veröffentlicht)\b|quelle: ?\S.{0,80}$",
        "subscribe": r"(?:jetzt )?(?:newsletter )?(?:abonnieren|anmelden)(?: sie\b.{0,80})?[!.]?$|"
        r"newsletter (?:abonnieren|bestellen|anmelden)\b|melden sie sich\b.{0,60}\bnewsletter\b",
        "copyright": r".{0,60}\balle rechte vorbehalten\b",
        "credit": r"[(\[]?(?:titel)?(?:foto|fotos|bild|bilder|grafik|abbildung|illustration)(?:nachweis|"
        r"credit)?:|bildnachweis(?:e)?\b",
        "caption": r"(?:abbildung|abb\.|tabelle|tab\.) ?\d+[.:] \S",
        "comments": r"\d+ kommentare?$|kommentar (?:schreiben|hinterlassen)$|kommentare? \(\d+\)$",
        "tags": r"(?:schlag(?:worte|wörter)|stichw(?:orte|örter)|themen|"
        r"kategorien?): \S(?=.{0,120}$)(?!.*[.]$)",
        "sign-off": r"mit freundlichen grüßen,?$|(?:viele|herzliche|beste) grüße,?$",
    },
    "french": {
        "byline": r"par:? " + _NAMES,
        "date": r"(?:publié|mis à jour|modifié)(?: le)? ?:? .{0,40}\d",
        "advertisement": r"publicité$|annonce$",
        "share": r"partager(?:$| (?:sur|cet article)\b)|imprimer$|suivez-nous\b",
        "read more": r"(?:à )?lire (?:aussi|également|la suite)\b|voir aussi ?:|pour aller plus loin ?:|"
        r"en savoir plus ?(?:$|:)|retour en haut$",
        "origin": r"(?:cet article|ce texte) (?:a été|est)\b.{0,40}\b(?:publié|paru)\b|source ?: ?\S.{0,80}$",
        "subscribe": r"abonnez-vous\b|inscrivez-vous\b|s[’']abonner$|recevez (?:notre|la) newsletter\b",
        "copyright": r".{0,60}\btous droits réservés\b",
        "credit": r"[(\[]?(?:crédits?(?: photos?)?|photos?|images?|illustration) ?:|crédits? photos?\b",
        "caption": r"(?:figure|tableau) ?\d+ ?[.:] \S",
        "comments": r"\d+ commentaires?$|laisser un commentaire$",
        "tags": r"(?:mots-clés|étiquettes|catégories?) ?: \S(?=.{0,120}$)(?!.*[.]$)",
        "sign-off": r"cordialement,?$|bien à vous,?$",
    },
    "spanish": {
        "byline": r"por:? " + _NAMES,
        "date": r"(?:publicado|actualizado)(?: el)?:? .{0,40}\d",
        "advertisement": r"publicidad$|anuncio$",
        "share": r"compart(?:ir|e)(?:$| (?:en|este artículo)\b)|imprimir$|síguenos\b",
        "read more": r"le(?:a|e|er) (?:también|más)\b[:.]?|te puede interesar\b|ver también:|volver arriba$",
        "origin": r"este (?:artículo|texto) (?:fue|se)\b.{0,40}\b(?:publicado|publicó)\b|fuente: ?\S.{0,80}$",
        "subscribe": r"suscr[ií]b(?:ete|ase|irse)\b|regístrate\b|recibe (?:nuestro|el) boletín\b",
        "copyright": r".{0,60}\btodos los derechos reservados\b",
        "credit": r"[(\[]?(?:fotos?|imagen|imágenes|crédito|ilustración)(?: de)?:",
        "comments": r"\d+ comentarios?$|deja un comentario$",
        "tags": r"(?:etiquetas|categorías?|temas): \S(?=.{0,120}$)(?!.*[.]$)",
        "sign-off": r"(?:un cordial saludo|atentamente|saludos),?$",
    },
}
"""What opens a short block that is no part of the article, by kind."""


@cache
def heading_words(kind: str, language: str) -> str:
    """Give the alternatives of `HEADINGS` of a kind, a language's and the English ones, as one group."""
    tables = [HEADINGS["english"]] + ([HEADINGS[language]] if language in HEADINGS else [])
    return "(?:" + "|".join(dict.fromkeys(table[kind] for table in tables)) + ")"


@cache
def boilerplate(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the kinds of boilerplate of a language and of English, each with what such a block opens with."""
    own = BOILERPLATE.get(language, {}) if language != "english" else {}
    tables = (BOILERPLATE["english"], own)
    kinds = dict.fromkeys(kind for table in tables for kind in table)
    joined = {kind: "|".join(table[kind] for table in tables if kind in table) for kind in kinds}
    return tuple((kind, re.compile(f"(?:{pattern})", re.IGNORECASE)) for kind, pattern in joined.items())


@cache
def labels(language: str) -> re.Pattern[str]:
    """Give what a line that says something about the article, and nothing of it, opens with."""
    return re.compile(heading_words("label", language) + ":", re.IGNORECASE)


@cache
def dates(language: str) -> re.Pattern[str]:
    """Give what a line that holds a date and little else looks like."""
    months = "|".join(dict.fromkeys((MONTHS["english"], MONTHS.get(language, MONTHS["english"]))))
    names = rf"(?:(?-i:{_NAME}),? )?"
    day = r"(?:\d{1,2}(?:st|nd|rd|th|er|\.)?)"
    written = rf"(?:\w+,? )?(?:{day} (?:de )?)?(?:{months})(?: {day})?,? (?:de )?(?:19|20)\d\d\b"
    digits = r"(?:\w+,? )?(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)\b"
    tail = r"(?:[,;|·•–— -]*(?:rev\.|updated|at|um|à|a las)?[^.]{0,25}\d[^.]{0,12}\.?|[.,;)])?"
    bare = rf"{day} (?:de )?(?:{months})|(?:{months}) {day}"
    return re.compile(f"{names}(?:{written}|{digits}){tail}$|(?:{bare})$", re.IGNORECASE)
