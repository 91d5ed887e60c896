"""Word lists that tell what a word in or around a name stands for; all in lower case and without full stops."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MALE_TITLES = _set(
    """
alhaji baron brother czar duke earl emperor father fr haji herr imam kaiser king lord monsieur mr pope prince
rabbi senor shri signor sir sultan tsar
"""
)
FEMALE_TITLES = _set(
    """
baroness dame duchess first-lady frau lady madame miss mlle mme mrs ms princess puan queen senora signora sister smt
"""
)

HONORIFICS = (
    MALE_TITLES
    | FEMALE_TITLES
    | _set(
        """
adm admiral alhaja amb ambassador archbishop assemblyman assemblywoman attorney atty aunt ayatollah bishop brig capt
cllr dci pc captain cardinal cdr chair chairman chairperson chairwoman chancellor chief cmdr coach col colonel commander
commissioner congressman congresswoman constable coroner corporal councillor councilman councilwoman cpl
deputy det detective director doctor dr gen general gov governor governors hajia hajiya hon insp inspector judge justice
justices lieutenant lt maj maitre major marshal mayor minister monsignor mp mullah mx officer pastor pm premier
pres president presidents private prof professor prosecutor pvt rep representative reps rev reverend saint
secretary sen senator senators sens sergeant sgt sheik sheikh sheriff speaker spokesman spokesperson
spokeswoman state-senator supt uncle undersecretary vice
"""
    )
)
"""Words that stand directly before a person's name with a capital, and are no part of it."""

HONOURS = _set("cbe dbe esq frs kbe kc mbe md mp msp obe phd qc sc")
"""Degrees and honours behind a name, which are no part of it."""
SUFFIXES = _set("jr sr ii iii iv") | HONOURS

PARTICLES = _set(
    "o von van de der den del della di da dos du la le bin ibn al el ter ten zu bint ben abu st zur zum ap ole af te "
    "op ould y"
)

ROLE_NOUNS = HONORIFICS - _set(
    "st private major general chief mr mrs ms mx miss mme sir lord lady saint herr frau senor maitre shri "
    "signor signora smt alhaji fr haji puan"
) | _set(
    """
compere docker emcee headman laureate master toastmaster
abbess academic accountant activist actor actress actuary adjutant administrator adviser advisor advocate agent
aide aides-de-camp airman alderman all-rounder ally alumna alumnus anaesthetist analyst anchor anchorman
anchorwoman animator announcer anthropologist arbitrator archdeacon architect archivist artist assessor
assistant astronaut astronomer astrophysicist asylum-seeker athlete attorney auctioneer auditor author
babysitter backbencher backer bailiff baker ballerina bandleader banker barista baritone barmaid barman
barrister bartender bassist batsman batter bellhop billionaire biochemist biographer biologist blacksmith
blogger bookseller boss bosun botanist bowler boxer boy brewer bricklayer brigadier broadcaster broker brother
builder bursar businessman businessperson businesswoman butcher bystander cabinetmaker caddie cameraman
campaigner candidate captain caregiver carer caretaker carpenter cartoonist cashier caterer caucusgoer cellist
ceo ceramicist cfo challenger chambermaid champion chancellor chaplain chef chemist chief child childminder
choirmaster choreographer chorister churchwarden citizen cleaner cleric clerk client climatologist climber
clockmaker clown co-author co-chair co-chairman co-chairwoman co-founder co-host co-leader co-owner coastguard
cofounder collaborator colleague columnist comedian comic commentator commissioner committeeman commuter
composer comptroller concierge conductor congressman congresswoman conservationist conservative consultant
contender contractor contributor cook coordinator correspondent councillor councilor counsel counselor
counterpart courier cousin cowboy craftsman creator cricketer critic curate curator customer cyclist czar dad
dancer daughter dealer dean deckhand decorator defenceman defendant defender defenseman delegate democrat
demographer demonstrator dentist deputy designer detective developer dictator dietitian diplomat director
dishwasher dispatcher dispenser distiller distributor dj doctor donor doorman dramatist draughtsman driver
drover drummer economist editor educator electrician emigre employee employer engineer engraver entrepreneur
environmentalist envoy epidemiologist essayist evangelist ex-husband ex-president ex-wife executive expert
exporter eyewitness fan farmer farmhand farrier father fellow fencer filmmaker financier firebrand firefighter
fireman firewoman fisherman fishmonger flack flautist florist footballer founder freeholder friar friend
front-runner frontrunner fullback gallerist gambler gamer gaoler gardener general geneticist geographer
geologist girl glazier goalkeeper goalscorer golfer governor graduate granddaughter grandfather grandmother
grandson gravedigger greengrocer grocer grower guard guest guitarist guru gymnast hacker halfback handyman
harbormaster harbourmaster haulier head headmaster headmistress headteacher heir heiress helmsman herder hiker
historian homeowner hopeful host hotelier humanitarian hunter hurdler husband illustrator immigrant importer
incumbent independent industrialist influencer inmate insider inspector instructor intern interpreter
interviewer inventor investigator investor ironmonger jailer janitor jeweler jockey joiner journalist judge
judoka juggler juror justice killer king landlady landlord landscaper lawmaker lawyer leader lecturer legislator
lexicographer liberal libertarian librarian librettist lieutenant lieutenant-governor lifeguard linebacker
lineman linesman linguist lobbyist logger loyalist lyricist machinist magician magistrate magnate man manager
marathoner marine marketer masseur mathematician matron maverick mayor mechanic mediator medic member mentor
metallurgist meteorologist midfielder midwife migrant militant milkman millionaire miner minister missionary
moderator mogul mom monk mother motorist mountaineer musician nanny narrator native naturalist navigator
negotiator neighbor neighbour nephew neurologist newcomer newsreader niece nominator nominee notary novelist nun
nurse nutritionist oarsman observer obstetrician officer official ombudsman onlooker operative opponent optician
orchardist organiser organist organizer orphan orthodontist outsider owner paediatrician painter paralegal
paramedic parent parliamentarian parolee partner passenger passer-by pastor pathologist patient pedestrian
pediatrician peer pensioner pharmacist pharmacologist philanthropist philosopher phlebotomist photographer
physician physicist physio physiotherapist pianist pilot pitcher plaintiff planner planter plasterer player
playmaker playwright plumber podcaster podiatrist poet policeman policewoman politician pollster pope porter
postgraduate postman postmaster postmistress preacher predecessor premier presenter president priest
prime-minister prince princess principal prioress prisoner proctor producer professor programmer promoter
proprietor prosecutor protester provost psychiatrist psychologist publican publicist publisher pundit pupil
puppeteer purser quarterback queen rabbi racer railwayman rancher ranger rapper realtor receptionist recruiter
rector referee reformer refugee registrar reliever reporter representative republican researcher resident
restaurateur retailer retiree reviewer rider rigger rival roofer rower runner saddler sailor salesman
salesperson saleswoman scaffolder scholar schoolteacher scientist scout screenwriter scriptwriter sculptor
seamstress secretary secretary-general selectman selector senator separatist sergeant servant settler shepherd
sheriff shopkeeper shopper shortstop showrunner signaller signalman singer sister skater skier skipper smuggler
snowboarder socialist socialite sociologist soldier solicitor sommelier son songwriter soprano speaker
specialist speechwriter spokesman spokesperson spokeswoman sponsor sprinter staffer standard-bearer star
statesman stationmaster statistician stepfather stepmother stevedore steward stewardess stockbroker stoker
strategist streamer striker student stuntman subeditor successor superintendent supervisor supporter surgeon
surrogate surveyor survivor suspect swimmer tailor teacher teammate technician technocrat technologist teenager
tenant tenor theologian theorist therapist tourist townsman trader trainee trainer translator traveler traveller
trawlerman treasurer triathlete trooper trucker trumpeter trustee tutor tycoon typist umpire undergraduate
undersecretary undersecretary-general undertaker underwriter unionist usher vendor verger vet veteran
veterinarian vicar vicar-general vice-chair vice-president victim villager vintner violinist visitor vlogger
volunteer voter waiter waitress warden warder watchman weaver welder whaler wheelwright whip whistle-blower
whistleblower widow widower wife winemaker winger winner witness woman woodcutter worker wpc wrestler writer
yachtsman youtuber zookeeper
"""
)
"""What a person can be called by: heads of appositions, of descriptions before a name, of "the senator"."""

EPITHETS = _set(
    """
actor actress author billionaire billionaire-turned-politician businessman businesswoman candidate celebrity
challenger congressman congresswoman contender democrat developer entrepreneur
governor hopeful incumbent lawmaker leader libertarian magnate mayor mogul neurosurgeon
newcomer nominee outsider politician republican runner senator singer socialist
standard-bearer star tycoon veteran
"""
)
"""Roles that articles use as another word for the person they are about, without having said them before."""

ROLE_ENDINGS = ("ologist", "ographer", "woman", "person", "ician", "keeper", "maker", "holder")

FEMALE_ROLES = _set(
    """
actress anchorwoman assemblywoman aunt businesswoman chairwoman congresswoman councilwoman daughter duchess
ex-wife girl granddaughter grandmother heiress hostess lady midwife mom mother niece nun policewoman princess
queen saleswoman sister spokeswoman stateswoman stepmother waitress widow wife woman
"""
)
MALE_ROLES = _set(
    """
anchorman assemblyman boy brother businessman congressman councilman dad duke ex-husband father fisherman
grandfather grandson husband king man monk nephew policeman pope priest prince salesman son spokesman
statesman stepfather uncle waiter widower
"""
)
# "chairman" and "alderman" are said of women too.

KIN = _set(
    """
aunt brother cousin dad daughter ex-husband ex-wife father granddaughter grandfather grandmother grandson husband mom
mother nephew niece parent sister son stepfather stepmother uncle widow widower wife
"""
)

RELATIVES = _set(
    """
adviser advisor agent aide ally assistant attorney boss brother campaign colleague critic daughter doctor
family father friend husband lawyer manager mother office opponent physician pollster predecessor publicist
rival running-mate sister son spokesman spokesperson spokeswoman strategist successor supporter surrogate team
widow wife
"""
)
"""What belongs to somebody and is somebody else: "Rook's lawyer"."""

SPELLED_OUT = {
    "amb": "ambassador",
    "atty": "attorney",
    "capt": "captain",
    "cllr": "councillor",
    "col": "colonel",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "pres": "president",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
}
"""Titles as they stand before a name, and the word that is used alone: "the senator"."""

IN_POLITICS = _set(
    """
candidate challenger chancellor congressman congresswoman contender democrat governor hopeful incumbent lawmaker
leader libertarian mayor minister newcomer nominee outsider politician premier president republican runner secretary
senator representative socialist speaker standard-bearer
"""
)
"""What those who run for an office or hold one are called."""

AROUND_POLITICS = _set(
    """
adviser advisor aide analyst anchor anchorman anchorwoman columnist commentator consultant correspondent editor host
journalist lawyer manager member moderator operative pollster producer professor reporter speechwriter spokesman
spokesperson spokeswoman staffer strategist
"""
)
"""Who stands beside them, and is never meant by those words."""

SAME_ROLES: tuple[frozenset[str], ...] = tuple(
    _set(group)
    for group in (
        "nominee candidate contender hopeful frontrunner front-runner standard-bearer",
        "senator sen lawmaker legislator politician",
        "rep representative congressman congresswoman lawmaker legislator politician",
        "gov governor politician",
        "lawyer attorney counsel",
        "captain skipper",
        "doctor dr physician surgeon",
        "prof professor scholar academic lecturer",
        "businessman businesswoman billionaire mogul tycoon magnate developer entrepreneur millionaire financier",
        "spokesman spokeswoman spokesperson",
        "chairman chairwoman chair chairperson",
        "president leader commander-in-chief commander",
        "premier prime-minister leader minister chancellor",
        "judge justice magistrate jurist",
        "adviser advisor aide",
        "ceo executive boss chief",
        "official secretary undersecretary minister officer commissioner administrator director",
        "economist analyst strategist expert",
        "journalist reporter correspondent columnist writer author",
        "columnist commentator pundit host anchor",
        "scientist researcher physicist biologist chemist",
        "ambassador envoy diplomat negotiator emissary",
        "police sheriff detective officer",
        "rev reverend fr pastor minister preacher priest bishop cleric clergyman",
        "republican conservative",
        "founder co-founder cofounder",
        "director head chief boss",
        "general gen commander soldier officer colonel",
        "democrat liberal",
    )
)

ORG_HEADS = _set(
    """
academy administration agency airlines airways alliance analytics archdiocese army assembly association atomics
authority bakery bank biotech board breweries brewery brigade broadcasting bureau cabinet campaign caucus center
centre chamber chemicals choir chronicle church circuit clinic club co co-op coalition collective college
command commission committee company confederation conference congress conservancy consortium convention
cooperative corp corporation corps council court courts crescent cross dairies department dept diagnostics
diocese dispatch distillery division dynamics electric energy enterprises exchange faculty farms federation
ferries firm foods force forces forum foundation front fund gallery gazette government group guard guardian
guild healthcare herald holdings hospice hospital house inc industries infirmary initiative institute
institution insurance investigation investments journal kitchens laboratories laboratory labs league legislature
library llc llp logistics ltd magazine media ministry motors movement museum navy network news newspapers
nurseries observer office opera orchards orchestra organisation organization pac panel parliament partners
partnership party petroleum pharma pharmaceuticals philharmonic plc police post press project publishing
quarries radio railway railways regiment register registry republic reserve restaurants review robotics school
securities semiconductors senate sentinel service services shipyard shipyards society software solutions star
steelworks stores studios subcommittee supermarkets syndicate synod system systems task-force team teamsters
technologies telecom telegraph television textiles theater theatre therapeutics times today treasury tribune
trust tv union unit university ventures vineyards watch wire workers works works-council zoo
"""
)
"""The last word, or the word before "of" or "for", of an organisation's name; also its short form: "the ministry"."""

GOVERNMENT_BODIES = _set(
    """
administration agency army authority board bureau cabinet commission committee congress council court
department division government guard house legislature ministry navy office panel parliament police reserve
senate service treasury
"""
)

SAME_BODIES: tuple[frozenset[str], ...] = tuple(
    _set(group)
    for group in (
        "newspaper paper times post journal tribune herald gazette guardian telegraph daily chronicle globe today "
        "dispatch observer register republic sentinel star sun news examiner mirror mail review inquirer enquirer",
        "magazine journal review newsweek weekly monthly atlantic economist",
        "network broadcaster channel tv news television radio broadcasting nbc cbs abc cnn bbc npr pbs rt nhk msnbc",
        "union association federation brotherhood teamsters workers alliance",
        "company firm corporation corp inc co ltd llc holdings industries enterprises group maker automaker "
        "retailer bank manufacturer startup partners systems airlines airline plc giant bakery biotech breweries "
        "brewery chemicals dairies energy farms foods insurance logistics petroleum pharma pharmaceuticals publishing "
        "quarries railways restaurants robotics securities semiconductors shipyards software steelworks stores "
        "supermarkets technologies telecom textiles therapeutics vineyards",
        "group organization organisation nonprofit association society league foundation institute coalition alliance "
        "fund charity council center project institution committee network movement watchdog pac",
        "agency administration bureau department service fbi cia nsa epa irs fda cdc va nasa authority commission "
        "office regulator watchdog",
        "department ministry agency dept",
        "panel committee commission board subcommittee council",
        "university college school institute academy institution",
        "court tribunal justices courts circuit",
        "bank lender reserve fund",
        "alliance bloc union nato organization",
        "party gop democrats",
        "police department force officers",
        "campaign team",
        "hospital clinic center",
        "church archdiocese diocese vatican",
        "think-tank institute institution center foundation",
        "foundation charity fund",
        "legislature assembly parliament senate house congress",
    )
)

MEDIA = _set(
    """
abc afp agency ap atlantic axios bbc bloomberg breitbart broadcaster broadcasting buzzfeed c-span caller cbs
channel chronicle cnn daily dispatch economist enquirer examiner forbes fortune gawker gazette globe guardian
herald huffpost independent inquirer interfax journal kyodo magazine mail mirror msnbc nbc network news newsmax
newspaper newsweek nhk npr observer pbs politico post press radio republic reuters review rt salon slate star sun tass
telegraph television times today tribune tv vanity variety vox wired xinhua yahoo yorker
"""
)

FIRMS = _set(
    """
airbnb alibaba allergan alphabet amazon barclays boeing citigroup comcast dupont exxon exxonmobil facebook fedex
gallup gazprom google halliburton honda hyundai ibm ikea instagram intel linkedin lukoil lyft mastercard microsoft
monsanto netflix nike nissan nokia novartis paypal pepsico pew pfizer quinnipiac reddit rosneft samsung siemens sony
spotify starbucks statista surveymonkey tiktok toyota twitter uber unilever verizon volkswagen volvo wal-mart walmart
whatsapp wikipedia youtube
"""
)
"""Well-known bodies whose one word is hardly ever somebody's surname."""

MINES = _set(
    """
account ad address ads advertisement advisory affidavit analysis announcement answer argument article
assessment autobiography bill blog book brief claim column comments complaint data decision dissent document
documents e-mail editorial email emails essay estimate figures filing forecast indictment interview lawsuit
letter letters memo memoir message messages newsletter note op-ed opinion page piece plan pledge poll post
posts program promise proposal release remarks reply report reports research resolution response review ruling
speech statement story study suggestion survey testimony tweet tweets video warning website words
"""
)
"""Things that speak for the one who made them: "Rook's tweet", "a statement issued by the ministry"."""

OWN_WORDS = _set(
    """
account address advisory affidavit analysis announcement answer argument assessment autobiography claim column
comments dissent e-mail editorial email essay estimate eyes findings forecast interview letter memo memoir
message mind newsletter note op-ed opinion pledge poll post posts promise quote release remarks reply report
response rhetoric ruling speech statement study survey talk testimony tweet tweets view voice warning words
"""
)
"""Of those, the ones whose maker is certainly meant when he stands before or behind them."""

GROUP_NOUNS = _set(
    """
activists advisers advisors agencies aides all allies americans analysts anyone attorneys audience authorities
both businesses candidates children colleagues committees companies conservatives countries courts critics
crowd data defense delegates democrats diplomats documents donors economists elite emails employees everybody
everyone executives experts families fans few figures friends governments groups half historians investigators
journalists judges justices lawmakers lawyers leaders liberals majority many media members men minority most
nations neighbors nobody none observers officials operatives opponents organizations others parents
participants people percent police polls press prosecution prosecutors protesters public records relatives
reporters reports republicans researchers residents respondents results rivals scholars scientists senators
several sides some somebody someone sources staffers states strategists students supporters surveys teachers
team teams third unions voters wing witnesses women workers
"""
)

DOCUMENTS = _set("act bill constitution manifesto poll treaty")
"""The last words of a document's name."""

CALLED = _set(
    """
americans catholics christians conservatives democrats europeans evangelicals independents jews latinos liberals
muslims progressives republicans socialists veterans voters
"""
)
"""The last words of a group's name: "House Republicans"."""

GROUP_DETERMINERS = _set(
    """
all both countless dozen dozens eight few fewer five four half hundreds leading many more most nine numerous
other others scores seven several six some such ten these those thousands three two various
"""
)

PREPOSITIONS = _set(
    """
about according across after against among as at because before behind between beyond by despite during
following for from if in including into involving like near of on over per regarding than that through to
toward towards under upon via when where whether which while who whom whose with within without
"""
)
BREAKERS = PREPOSITIONS - {"of"} | _set(
    """
added appearing are asked be been being briefed called citing close commissioned conducted did do does
familiar had has have involved is issued leading led named overseeing posing published quoting released
representing responsible running said say says seeking speaking tell tells told was were working writes
writing wrote
"""
)

# What a capitalised word is not a name for, at least alone: sentence beginnings, days, months and so on.
NOT_NAMES = _set(
    """
a a.m about above according across added advertisement after again against all along also although always am
among an and another any apr april are around as asked asking at aug august based be because been before
behind being below beneath beside besides between beyond both breaking but by calling came can chapter citing
come copyright correction could dear dec december despite did didn't do does don't done down dozens during
each earlier editor's edt eight either eleven est et even ever every ex except exclusive feb february few
finally five following for four friday from get given gmt go going got had has have he he's hello her here
here's hey his how however hundreds i i'm if image in indeed inside instead into is it it's its jan january
jul july jun june just later let lets like listen look looking making many mar march may maybe meanwhile might
monday more moreover most much must my near neither never nine no none nor not note nov november now oct
october of off often oh ok okay on once one only onto or other others our out outside over own p.m part past
perhaps photo please pm pt q rather read recently regardless related said same saturday say says see sep sept
september seven several shall share she she's should since sincerely six so some sometimes sorry source
sources speaking still such sunday taking ten thank thanks that that's the their then there these they think
this those though thousands three through thursday thus to today told tomorrow tonight too toward tuesday
twelve two under unless unlike until up update upon very via video was watch we wednesday well went were what when
where whether which while who whom whose why will with within without would yes yesterday yet you your
"""
)

PARTIES_IN_COURT = _set(
    """
appellant appellants appellee appellees counsel defendant defendants defense petitioner petitioners plaintiff
plaintiffs prosecution respondent respondents
"""
)

NOT_ALONE = PARTIES_IN_COURT | _set(
    """
african american americans analysts appellant appellants appellee asian bible big black catholic catholics
caucus christian christians christmas communist conservative conservatives constitution convention critics dad
day defendant defendants democrat democratic democrats easter eastern election elections english european
europeans experts father fellow first former god good gop gov great hispanic hispanics independent
internet jesus jewish jews last latino latinos liberal liberals libertarian little mom mother muslim
muslims nazi new next night northern officials old olympics people petitioner petitioners plaintiff plaintiffs
poet primary rep republican republicans respondent respondents second sen socialist southern state states
supporters thanksgiving third voters western white
"""
)

PARTY_WORDS = _set(
    """
conservative democrat democratic democrats gop green independent labour libertarian republican republicans
tory
"""
)

MALE_PRONOUNS = _set("he him his himself")
FEMALE_PRONOUNS = _set("she her hers herself")
NEUTER_PRONOUNS = _set("it its itself")
PLURAL_PRONOUNS = _set("they them their theirs themselves")
FIRST_PRONOUNS = _set("i me my mine myself")
WE_PRONOUNS = _set("we us our ours ourselves")
RELATIVE_PRONOUNS = _set("who whom whose which that")
OTHER_PRONOUNS = _set(
    """
anyone everyone nobody none one self somebody someone these this those what you your yours yourself
"""
)

SAYING = _set(
    """
acknowledged acknowledges added adding adds admits admitted agreed agrees announced announces argue argued
argues asked asks believed believes called calls cited cites claimed claims complained conceded concedes
concluded contended contends continued declared declares denied denies described describes expects explained
explains feels felt hoped hopes insisted insists joked knew knows noted notes observed pledged pointed
predicted promised quipped recalled recalls replied replies reported reports responded revealed reveals said
say saying says stated states suggested tell telling tells testified thinks thought told tweeted tweets urged
vowed wanted wants warned warns writes writing wrote
"""
)
AUXILIARIES = _set(
    """
also are can can't could couldn't did didn't do does doesn't had hadn't has hasn't have is isn't later may
might must never now once recently repeatedly shall should still then was wasn't were who will won't would
wouldn't
"""
)


def party_of(word: str) -> str:
    """A party word in the form that is compared: "gop" is "republican"."""
    return {
        "gop": "republican",
        "republicans": "republican",
        "democrat": "democratic",
        "democrats": "democratic",
    }.get(word, word)


COMPANY_SUFFIXES = _set("co corp gmbh inc llc llp ltd plc")
"""What ends the name of a firm, and is often left out."""

OWN_BODIES = _set(
    """
congress gazette guardian house journal parliament pentagon post senate star sun times treasury
"""
)
"""Heads that alone, with a capital, are still a name."""

PARTS_OF = (
    RELATIVES
    | {f"{word}s" for word in RELATIVES}
    | ORG_HEADS
    | (GROUP_NOUNS - _set("figures fans polls records reports"))
)
"""What a name stands before as an adjective does: "a Rook supporter", "the Rook campaign"."""

LISTENERS = _set(
    """
audience caller class congregation crowd gathering jury listener meeting nation public rally summit world
"""
)
"""Who is spoken to and is neither a role nor a body."""

PARTICIPLES = _set(
    "retired convicted disgraced renowned respected accused wounded unnamed famed acclaimed noted elected"
)
"""Participles that stand before a role: "retired judge"; others end it."""
