"""How each language writes: the words that the repairs go by.

One table, which a translator can extend: a language that is not in it still has Punkt and the repairs that need no
words. All words are in lower case and without their last full stop.
"""

from dataclasses import dataclass, field


_EVERYWHERE = frozenset({"al", "co", "corp", "etc", "inc", "jr", "ltd", "sr"})
"""Abbreviations of every language, for names travel."""


@dataclass(frozen=True, slots=True)
class Usage:
    """The words of one language that tell whether a sentence goes on."""

    titles: frozenset[str] = frozenset()
    """Abbreviations that a name always follows: "dr", "gov"."""
    places: frozenset[str] = frozenset()
    """Abbreviations that a name may follow, or a new sentence: "st", "co"."""
    introducers: frozenset[str] = frozenset()
    """Abbreviations that something always follows: "e.g", "vs"."""
    counted: frozenset[str] = frozenset()
    """Abbreviations before a number, beside those of the package `punkt`: "ext", and the months."""
    others: frozenset[str] = frozenset()
    """Abbreviations that end a sentence or not: "etc", "inc"."""
    openers: frozenset[str] = frozenset()
    """Words that, with a capital, begin a sentence and are no part of a name: "she", "the", "however"."""
    finals: frozenset[str] = frozenset()
    """Abbreviations with inner dots that no name follows: "ph.d", "p.m"."""
    words: frozenset[str] = frozenset()
    """Words, as they are written, that Punkt takes for abbreviations: "ill", "OK"."""
    speech: frozenset[str] = frozenset()
    """Verbs that tell who said the quotation before them, in the forms used for it."""
    reported: frozenset[str] = frozenset()
    """Words that begin reported speech or name who speaks: "said the firm", "He said"."""
    ordinals: bool = False
    """Whether a full stop makes a number an ordinal: "am 3. Mai"."""
    abbreviations: frozenset[str] = field(init=False)
    """All the abbreviations above."""

    def __post_init__(self) -> None:
        every = (
            self.titles
            | self.places
            | self.introducers
            | self.counted
            | self.finals
            | self.others
            | _EVERYWHERE
        )
        object.__setattr__(self, "abbreviations", every)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


USAGE = {
    "english": Usage(
        titles=_set(
            "adm asst brig capt cmdr col comdr cpl dr drs ens gen gov hon insp lt maj messrs mlle mme mr mrs ms msgr "
            "mt mx prof pvt rep reps rev sen sens sgt ste supt"
        ),
        places=_set("assoc dept fr ft ph st univ"),
        others=_set("ave bldg blvd bros ed eds esq fri hr hrs min mon rd sat sec sun thu tue"),
        finals=_set("a.d a.m b.a b.c b.c.e b.s c.e d.c m.a m.b.a m.d p.m ph.d u.s.a"),
        words=_set("ill ok Ok OK ore wash wed"),
        introducers=_set("approx cf e.g eg f.e i.e ie incl viz vs"),
        counted=_set(
            "apr aug c ca circa dec est ext feb jan jul jun mar n° nov oct op rs sect sep sept tel ver"
        ),
        openers=_set(
            "a after all also although an and another are as at because before both but can could did do does during each "
            "even every finally for from had has have he her here his how however i if in instead is it it's its later let let's "
            "many meanwhile more moreover most my no nor not now of on once one only or other our please she should since "
            "so some still such that the their then there there's these they this those though through thus to today "
            "under unlike until was we well were what when where whether which while who whose why with would yes yet you "
            "your didn't don't he's i'm isn't let's she's that's they're we're what's you're"
        ),
        speech=_set(
            "added adds admitted agreed announced answered answers argued ask asked asks began begged bellowed called cried "
            "cries demanded demands exclaimed explained gasped growled grunted hissed howled inquired insisted laughed "
            "muttered mumbled murmured observed protested replied replies remarked repeated responded roared said say says "
            "screamed screams shouted shouts shrieked sighed smiled snapped sobbed started thought wailed whispered "
            "whispers wondered wrote yelled yells"
        ),
        reported=_set("a an he her his i it its my our she that the their there they this we you"),
    ),
    "german": Usage(
        titles=_set("dipl dr frl hl hr hrn ing kath ev kgl med mag pfr phil priv prof sog st stellv"),
        others=_set("abk allg bes min std usf usw u.s.w m.e vorm nachm jh"),
        introducers=_set(
            "bzw ca cf d.h eigtl ggf i.d.r inkl insb m.a.w s.o sog u.a vgl z zt z.b z.t zb z.zt z.z einschl evtl exkl d.i"
        ),
        counted=_set("aufl bd geb gest jh nr rn str tel ziff"),
        openers=_set(
            "aber als am an auch auf aus bei bis da dabei dadurch daher damit danach dann das dass daß dazu dem den denn "
            "der deshalb die dies diese dieser dieses doch dort durch ein eine einem einen einer er es für hier ich ihr ihre im "
            "immer in ist ja jeder jedoch kein keine man mit nach nein nicht noch nun nur ob obwohl oder schon sein seine "
            "seit sie sind so und uns unser unsere unter viele vom von vor während war warum was weil wenn wer wie wir wo zu zum "
            "zur zwar"
        ),
        speech=_set(
            "antwortete erklärte erwiderte fragte meinte rief ruft sagt sagte flüsterte schrie dachte bat"
        ),
        ordinals=True,
    ),
    "french": Usage(
        titles=_set("dr ing m me mgr mlle mlles mm mme mmes mr pr st ste vve"),
        introducers=_set("cf c.-à-d env ex p.ex"),
        counted=_set("apr av avr ch déc fév févr janv juil n° no nov oct p pp r sept tél t v"),
        openers=_set(
            "à après au aucun aussi aux avec bien ce cela celui ces cet cette chaque comme dans de depuis des deux donc du "
            "elle elles en enfin et il ils je la le les leur leurs lorsque mais malgré même ne nos notre nous on or où "
            "par parce pas plus pour pourquoi pourtant puis quand que quel quelle qui sans selon seul si son sous sur tous "
            "tout toute très un une vers voici voilà vous y"
        ),
        speech=_set(
            "affirme ajoute ajouta demanda demande déclare dit explique lança répondit répond s'écria écrit"
        ),
    ),
    "spanish": Usage(
        titles=_set(
            "cc d da dña dr dra drs ee excmo fr gral ing jj lic mons prof profa sr sra sras sres srta sta sto mt"
        ),
        introducers=_set("aprox cf p.ej ej"),
        others=_set("admón cía hs ltda min tfno ud uds vd vds"),
        counted=_set(
            "ago apdo art cra dic dom ene ext feb jue jul jun lun mar abr may mié n n° nº no nov oct párr párrf sáb sept tel vie"
        ),
        openers=_set(
            "a al además ahora algunos aquí así aunque cada como con cuando de del desde después donde durante el él ella "
            "ellas ellos en entonces era es esa ese eso esta está estas este esto estos fue ha hay hasta la las le lo los "
            "luego mi mientras muchos muy ni no nos o otra otro para pero por porque pues que quien se según ser si sin "
            "sino sobre son su sus también tal tan tanto todo todos tras tu un una unos y ya yo"
        ),
        speech=_set("afirmó agregó añadió contestó dijo exclamó explicó gritó preguntó respondió señaló"),
    ),
    "italian": Usage(
        titles=_set(
            "amm arch avv cav col comm dir dott dott.ssa dr ecc egr gen ing mons on prof prof.ssa psicol rag sen sig "
            "sig.na sig.ra sigg sost spett v.cte"
        ),
        introducers=_set("ad.es cfr es p.es"),
        others=_set("ecc"),
        counted=_set("apr art dic feb gen giu lug mag mar n nov num ott pag set sett tel"),
        openers=_set(
            "a ai al alcuni alla anche ancora che chi ci come con così cosa da dal dalla dei del della di dopo dove due è e "
            "era essa essi fino gli ha hanno i il in infatti invece io la le lo loro lui ma mentre molti nei nel nella non "
            "noi oggi ogni ora per perché però più poi quando quanto quasi quel quella quello questa questi questo qui "
            "secondo se senza si solo sono su sua sue suo sul tra tutti tutto un una uno"
        ),
        speech=_set("chiese disse domandò esclamò gridò rispose spiegò aggiunse"),
    ),
    "portuguese": Usage(
        titles=_set("d dr dra eng exmo prof profa sr sra srta sto sta"),
        introducers=_set("aprox cf p.ex ex"),
        others=_set("cia ltda"),
        counted=_set("abr ago art dez fev jan jul jun mar n n.º nº nov out pág set tel"),
        openers=_set(
            "a ainda ao após as assim até com como da de depois do e é ela elas ele eles em então era essa esse esta este "
            "eu foi há isso isto já mas mesmo muito na não nas no nos o onde os ou para pela pelo por porém porque quando "
            "que quem se segundo sem seu sua são também tudo um uma"
        ),
        speech=_set("afirmou disse exclamou explicou gritou perguntou respondeu"),
    ),
    "dutch": Usage(
        titles=_set("dhr dr drs ds ing ir jhr mevr mr mw prof st"),
        introducers=_set("bijv bv ca cf d.w.z evt incl m.a.w m.b.t m.n nl o.a t.a.v vgl z.g zgn"),
        others=_set("enz e.d e.a"),
        counted=_set("afb apr art aug blz dec feb jan nov nr okt pag sept tel"),
        openers=_set(
            "aan alle als bij daar dan dat de deze die dit door dus een en er ook had heeft het hier hij hoe hun ik in is "
            "je maar men met na naar niet nog nu of om omdat onder ons op over te toen tot uit van veel volgens voor waar "
            "was wat we wel wie wij ze zij zijn zo zoals"
        ),
        speech=_set("antwoordde riep vroeg zei zegt"),
    ),
    "swedish": Usage(
        titles=_set("dr fr hr prof s:t st"),
        introducers=_set("bl.a ca dvs d.v.s f.n ggr inkl jfr m.a.o s.k t.ex"),
        counted=_set("apr aug dec febr jan kl nov nr okt sept sid tel"),
        openers=_set(
            "alla av att de den denna det detta dessa där då efter eller en ett för från han har hon hur här i inte jag "
            "kan man med men mot ni nu när och också om på samt sedan sin som så till under ur var vad vi vid är"
        ),
        speech=_set("frågade ropade sa sade svarade säger"),
    ),
    "danish": Usage(
        titles=_set("dr fr hr prof skt st"),
        introducers=_set("bl.a ca dvs d.v.s f.eks inkl jf m.a.o s.k"),
        counted=_set("apr aug dec febr jan kap kl nov nr okt sept stk tlf"),
        openers=_set(
            "af alle at da de den denne der deres det dette disse efter eller en er et for fra han har her hun hvad hvem "
            "hvis hvor hvordan i ikke jeg kan man med men mit nu når og også om på samt sin siden som så til under var ved "
            "vi"
        ),
        speech=_set("råbte sagde siger spurgte svarede"),
        ordinals=True,
    ),
    "norwegian": Usage(
        titles=_set("dr fr hr prof st"),
        introducers=_set("bl.a ca dvs d.v.s f.eks inkl jf m.a.o s.k"),
        counted=_set("apr aug des feb jan kap kl nov nr okt sept tlf"),
        openers=_set(
            "alle at av da de den denne der det dette disse du en er et etter for fra han har her hun hva hvem hvis hvor "
            "hvordan i ikke jeg kan man med men nå når og også om på samt siden slik som så til under var ved vi"
        ),
        speech=_set("ropte sa sier spurte svarte"),
        ordinals=True,
    ),
    "finnish": Usage(
        introducers=_set("esim ks mm ns n so ts vrt"),
        counted=_set("klo nro puh s"),
        openers=_set(
            "ei en että hän ja jos kun koska kuten me minä mitä mutta myös ne niin nyt se sen siellä sitten tai te tämä "
            "vaikka voi"
        ),
        ordinals=True,
    ),
    "estonian": Usage(introducers=_set("nt nn s.t st"), counted=_set("lk nr tel"), ordinals=True),
    "czech": Usage(
        titles=_set("bc dr ing judr mgr mudr p phdr prof rndr st sv doc"),
        introducers=_set("cca event mj např popř resp tj tzn tzv"),
        counted=_set("č čl kap nar obr odst r s str tel zem"),
        openers=_set(
            "a ale aby ani až byl byla bylo co do i já jak jako je jeho její jejich jen ji již když která které který kdo "
            "ma na nebo není o od on ona oni pak po pod podle pokud pro proto protože při s se si ta tak také tato ten tento "
            "to toho tom toto tu už v ve však z za že"
        ),
        ordinals=True,
    ),
    "slovak": Usage(
        titles=_set("bc dr ing judr mgr mudr p phdr prof st sv doc"),
        introducers=_set("cca event napr príp resp t.j tj tzn tzv"),
        counted=_set("č čl kap nar obr ods r s str tel"),
        openers=_set(
            "a aj ale ako ani bol bola bolo do i ja je kto na nie o od on ona oni po pre pri sa si ten tento to už v vo z za že"
        ),
        ordinals=True,
    ),
    "polish": Usage(
        titles=_set(
            "abp bp dr doc asp gen hab im inż insp kom ks kpt lek mgr mjr nadkom o podkom por prof płk red sierż st śp św tzw ub ul al os pl"
        ),
        introducers=_set("ang dot fr ew jw lac łac m.in min np niem ok pot przyp ros tj tzn wł zob"),
        counted=_set("art godz lit nr par pkt poz r rozdz rys s str t tab tel ur ust zm"),
        openers=_set(
            "a ale aby albo bo by był była było być choć co czy dla do dlatego gdy gdzie i ich ja jak jako jednak jego jej "
            "jest jeszcze jeśli już kiedy kto która które który mam mnie może my na nad nasz nie o od on ona one oni oraz "
            "po pod podczas poza przed przez przy są się szef ta tak także tam te ten teraz też to tu tutaj tym w we wiem "
            "więc wszystko wtedy z za ze że"
        ),
        ordinals=True,
    ),
    "slovene": Usage(
        titles=_set("dr g ga gdč mag prof sv"),
        introducers=_set("npr oz t.i tj"),
        counted=_set("čl str št tel"),
        ordinals=True,
    ),
    "turkish": Usage(
        titles=_set("av doç dr prof sn yrd"), introducers=_set("bkz krş örn yak"), ordinals=True
    ),
    "russian": Usage(
        titles=_set("акад г гг гр д ул им св проф пгт пос пр просп р-н с ст тов кв"),
        introducers=_set("напр ср т.е т.н т.к т.наз см"),
        counted=_set("гл кв п рис ст стр с т табл тел"),
        openers=_set(
            "а без был была было быть в вам вас во вот все вы где да для до его ее её если есть же за и из или им их к как "
            "когда кто ли мне мой мы на не нет но о об он она они от по при с со так там то тогда только у уже что чтобы "
            "эта эти это этот я"
        ),
        speech=_set("ответил ответила сказал сказала спросил спросила крикнул крикнула"),
    ),
    "greek": Usage(
        titles=_set("αγ δρ κ κα κος καθ σ"),
        introducers=_set("βλ δηλ λ.χ π.χ πρβλ"),
        counted=_set("αρ κεφ σ σελ τηλ"),
    ),
}
"""The usage of each language, by its English name."""

NO_USAGE = Usage()
"""The usage of a language that is not in the table."""
