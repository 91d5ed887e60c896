"""Common given names with the gender that they nearly always go with.

Typed from general knowledge of names in English-language news; names that are common for both (Kim, Alex, Jordan,
Wei, Jean) are in ``EITHER``: they tell a person, but no gender.
"""

from __future__ import annotations


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


MALE = _set(
    """
aaron abdul abdullah abel abraham abu adam adnan adolf adrian ahmad ahmed aidan akbar akira al alain alan
albert alberto aldo alec alejandro aleksandr alessandro alexander alexandre alexei alexey alexis alfonso
alfred alfredo ali alistair allan allen alvin amir anatoly anders andre andreas andrei andrej andres andrew
andrey andrzej andy angelo angus anthony antoine anton antonin antonio antony archie ari arie ariel aristide
armando arnaud arne arnold arthur arturo arvind ashraf asif atal augusto austin avi axel ayman aziz barack
barry bart bashar basil ben benigno benito benjamin benny bernard bernie bert bill billy bjorn bob bobby boris
brad bradley brandon brendan brent bret brett brian bruce bruno bryan bryce byron caleb calvin carl carlo
carlos cecil cedric cesar chad charles charlie chester chip chris christian christoph christophe christopher
chuck clarence claude claudio clay clayton cliff clifford clint clive cody colin conor conrad cory craig curt
curtis cyril cyrus dale damian damien dan daniel danny dante darren darryl dave david dean denis dennis denzel
derek derrick devin dexter dick didier diego dieter dimitri dirk dmitri dmitry dominic dominique don donald
doug douglas duane duncan dustin dwayne dwight earl ed eddie edgar eduardo edward edwin ehud elias elijah
elliott elon emad emil emile emilio emmanuel enrique eric erich erik ernest ernesto ernie esteban ethan
etienne eugene evan evgeny fabian fabio fabrice farid farouk federico felipe felix ferdinand fernando fidel
filip florian floyd francesco francis francisco franco francois frank frankie franklin franz fred freddie
frederic frederick friedrich fritz gabriel gareth garrett garry gary gavin geert gene geoff geoffrey georg
george georges georgy gerald gerard gerhard gerry giacomo gianni gilbert gilles giorgio giovanni giuseppe glen
glenn gonzalo gordon graham grant greg gregg gregory grigory guido guillaume guillermo gus gustav gustavo guy
habib hamid hamza hank hans harald harold haroon harrison harry harvey hasan hashim hassan hector heinrich
heinz helmut henri henrik henrique henry herbert herman hernan hideo hiroshi horst howard hubert hugh hugo
humberto hussain hussein ian ibrahim igor ilya imran ioannis irving isaac isaiah ismail itzhak ivan jack
jackson jacob jacques jaime jair jake jakob jamal james jan janos jared jarrod jason javad javier jay jeb jed
jeff jefferson jeffrey jens jeremiah jeremy jerome jerry jesse jesus jim jimmy jiri joachim joao joaquin joe
joel joerg johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph josh joshua josiah
juan juergen jules julian julien julio julius junichiro justin kareem karim karl keith ken kenneth kenny kent
kevin khalid khalil kieran kiran kirk klaus kofi konstantin kris kristian kurt kyle lance larry lars laurence
laurent lawrence lee leif len leo leon leonard leonardo leonid leopold leroy lester lewis liam linus lionel
lloyd logan lorenzo lou louis luc luca lucas lucian luciano ludwig luigi luis luiz lukas luke lyndon magnus
mahmoud malcolm malik manfred manmohan manny manuel marc marcel marcelo marcin marco marcos marcus mariano
mario marios mark marko markus marshall martin marty marvin massimo mateo mats matt matteo matthew matthias
matthieu maurice mauricio max maxime maximilian mehdi mehmet mel melvin michael michal michel michele mick
mickey miguel mihail mike mikhael mikhail miles milos milton mirko mitch mitchell mitt moammar mohamed
mohammad mohammed mohsen moises morten moshe muammar muhammad murray mustafa naftali narendra nathan nathaniel
naveen neal ned neil nelson newt nicholas nick nicola nicolae nicolas niels nigel nikita nikolai nikolaus nils
noah noam noel norbert norm norman oleg oliver olivier olof omar orrin osama oscar oskar otto owen pablo paolo
pascal pasquale patrick paul paulo pavel pedro pete peter petr petro phil philip philippe phillip pierce
pierre pieter piotr preston qasem quentin rafael rafal rahul raj rajiv ralph ramon ramzan randall randy
raphael rashid raul ray raymond recep reggie reince reinhard rex ricardo riccardo rich richard rick ricky rob
robert roberto rod roderick rodney rodolfo rodrigo rogelio roger roland rolf roman romano ron ronald ronnie
rory ross roy ruben rudolf rudolph rudy rupert russ russell rustam rusty ryan saad saddam saeed salman
salvador salvatore samir samuel sanjay santiago satoshi saul scott sean sebastian serge sergei sergey sergio
seth shane shaun shawn sheldon shimon shinzo sidney sigmar silvio simon stan stanislav stanley stefan stefano
stephan stephane stephen steve steven stewart stuart sven syed tariq ted terence terrence theo theodore
thierry thom thomas tim timo timothy tobias toby todd tom tomas tommy toni tony travis trent trevor troy tyler
ulrich umberto uri valentin valery vernon vicente victor vijay vikram viktor vince vincent vincenzo vitaly
vito vittorio vlad vladimir volodymyr vyacheslav wade wallace walt walter warren wayne wendell werner wesley
wilbur wilfried wilhelm will willem william willie willy winston wladimir wolf wolfgang woodrow wyatt xavier
yair yasser yevgeny yitzhak yuri yusuf yves zachary zack zbigniew zeid zhivko
"""
)

FEMALE = _set(
    """
abby abigail ada adela adele adriana agatha agnes agnieszka aicha aileen aisha alana alba alejandra alessandra
alexa alexandra alexandria alice alicia alina alison alissa allison alma alyssa amal amalia amanda amber
amelia amina amira amy ana anastasia andrea angela angelica angelina angie anita anja ann anna annabel anne
annegret annette annie antoinette antonia anya april ariana arianna arlene ashley asma astrid audrey aung-san
aurora ava ayesha barbara beata beatrice beatriz becky belinda bernadette bernice bertha beth bethany betsy
betty beverly bianca birgit bonnie brenda brianna bridget brigitte brooke camila camilla camille candace
candice cara carla carly carmen carol carole carolina caroline carolyn carrie cassandra caterina catherine
cathy catriona cecile cecilia celeste celia celine chantal charlene charlotte chelsea cheryl chiara chloe
christa christiane christina christine cindy claire clara clarissa claudia colette colleen condoleezza connie
consuelo cora corinne courtney cristina crystal cynthia daisy dana daniela danielle daphne darlene dawn deanna
deb debbie deborah debra deirdre delia delphine denise desiree diana diane dianne dilma dina dolores dominika
donna dora doris dorothy edith edna eileen elaine eleanor elena eleni elisa elisabeth elise eliza elizabeth
ella ellen elsa elsie emily emma erica erika erin esmeralda esperanza estela esther ethel eugenia eva
evangeline evelyn faith farah fatemeh fatima faye federica felicia felicity fiona flora florence fran frances
francesca francine francoise frederica frida gabriela gabriella gabrielle gail galina gemma genevieve georgia
georgina geraldine gerda germaine gertrude gina ginger gisele giulia gladys gloria golda grace graciela greta
gretchen gro guadalupe gwen gwendolyn hadley halima hanan hannah hannelore harriet hazel heather heidi helen
helena helene helga henrietta hilary hilda hillary hope huma ida ilana ilhan imelda ines ingrid irene irina
iris irma isabel isabela isabella isabelle ivana ivanka ivy jackie jacqueline jana jane janet janice janine
jasmine jayne jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn jodi
jodie johanna josefina josephine joy joyce juanita judith judy julia juliana julianne julie juliet juliette
june justine kaitlyn kamala karen karin karina karla katarina kate katerina katharina katharine katherine
kathleen kathryn kathy katie katja katrin katrina kavita kay kayla keiko keisha kellie kellyanne kendra
kerstin kirsten kristen kristin kristina kristine krystal lakshmi lana lara larisa latisha latoya laura lauren
laurie layla leah leanne leila lena leonie leslie leticia letitia lidia lila lilian liliana lillian lily lina
linda lindsay lindsey lisa liv livia liz liza lois lola loretta lori lorraine louisa louise lourdes lucia
lucie lucille lucinda lucy luisa lydia lyn lynda lynette lynn lynne mabel madeleine madeline maggie maia
malala malia mandy manuela mara marcela marcia margaret margarita margaux margot margrethe maria mariam
mariana marianne maribel marie mariella marietta marilyn marina marine marion marisa marissa marjorie marlene
marsha marta martha martina mary maryam maryanne matilda maud maura maureen may maya meera meg megan meghan
melania melanie melinda melissa mercedes meredith meryl mia michaela michele michelle mildred millie mimi mina
minna mira miranda miriam mitsuko moira molly mona monica monika monique muriel myra myrna nadezhda nadia
nadine nan nancy naomi natalia natalie natasha nathalie nell nellie nicky nicole nicoletta nigella nikki nina
noemi nora norah noreen norma nuria oksana olena olga olivia ophelia oprah paige pam pamela patricia patrizia
patsy patti patty paula pauline pearl peggy penelope penny petra phyllis pilar polly priscilla priti priya
rachael rachel ramona rania raquel rebecca regina rena renata renate renee rhonda rita roberta robyn rochelle
roma rosa rosalie rosalind rosalyn rosanna rosario rose rosemary rosie roxanne ruth sabina sabine sabrina
sadie sally salma samantha sandra sandy sania sara sarah sasha saskia savannah shabana shaheen shannon shari
sharon sheila shelley shelly sheri sherri sheryl shirin shirley silvia simona simone sinead siobhan sofia
soledad sonia sonja sophia sophie soraya stacey stacy stella stephanie sue summer susan susana susanna susanne
susie suzanne suzy svetlana swati sybil sylvia sylvie tabitha tamara tamika tammy tania tanya tara tasha
tatiana teresa terri tess tessa thea thelma theresa therese tiffany tina toby-ann tonya tracey tricia trina
trish trudy tulsi tzipi uma ursula valentina valerie vanessa vera verena veronica veronika vicki vickie vicky
victoria viola violet violeta virginia vivian viviane wanda wendy wilma winifred winnie xiomara yasmin yelena
yevgenia yoko yolanda yulia yvette yvonne zainab zara zeinab zelda zoe zsuzsanna
"""
)

EITHER = _set(
    """
addison adi akiko alex ali-reza angel ash ashton aubrey avery bailey blair blake bo brook cameron camille
carey carmine cary casey chang chen cheng chi chun corey courtney dakota dallas dana darcy deniz devon dong
drew dylan eden eli ellis emerson finley francis frankie gale gerry ha hadi hao harley harper hayden hong hui
hyun indira jae jamie jean jess jessie jia jiang jin jody jong jordan joss jun jung kai kelly kelsey kendall
kerry kim kit kiyoshi kwame kyung lan lane lei lin lindsay ling logan long loren lou lupe madison marley
mckenzie mei mel min ming mo monroe morgan nam ngoc nguyen nicky nico nikola noor paris park parker pat peyton
phoenix ping qin quinn randi reagan reese remy riley river robin rohan rowan ruo sage sam sandy sang sasha
seung shan shelby shiloh shu sidney skyler soo stevie sun sung sunny sydney tai tal taylor terry thanh toby
tracy tran tristan tyler val wei wen xi xiao xin ya yan yang ye yi ying yong yoon young yu yuan yue yun zhang
zhen zhi zhou
"""
)

GIVEN = (MALE | FEMALE | EITHER) - _set("an may chase long river paris sun")
"""Names that, with a capital in front of another capitalised word, tell a person."""

# The same spelling in both lists tells nothing.
_BOTH = (MALE & FEMALE) | EITHER

SHORT_FORMS: dict[str, str] = {}
"""A short form, and the full given name that it stands for."""
FULL_FORMS: dict[str, set[str]] = {}
"""A short form, and all the full given names that it may stand for."""
for _line in """
geoff geoffrey|rudy rudolph|chris christine|chris christina|pat patricia|kathy katherine|terry terence|terry theresa
alex alexandra|lou louis|mitch mitchell|brad bradley|max maximilian|nate nathan
bill william|will william|billy william|bob robert|rob robert|bobby robert|jim james|jimmy james|mike michael
dick richard|rick richard|rich richard|joe joseph|joey joseph|tom thomas|tommy thomas|ted edward|ed edward
ben benjamin|dan daniel|danny daniel|dave david|don donald|doug douglas|greg gregory|jeff jeffrey|jerry gerald
jon jonathan|josh joshua|ken kenneth|larry lawrence|matt matthew|nick nicholas|pat patrick|pete peter|phil philip
ray raymond|ron ronald|sam samuel|steve stephen|steve steven|tim timothy|tony anthony|chris christopher|andy andrew
alex alexander|al albert|bernie bernard|chuck charles|charlie charles|fred frederick|gene eugene|hank henry
jack john|johnny john|liz elizabeth|beth elizabeth|betsy elizabeth|kate katherine|katie katherine|kathy kathleen
sue susan|deb deborah|debbie deborah|jen jennifer|jenny jennifer|peggy margaret|maggie margaret|meg margaret
cindy cynthia|barb barbara|pam pamela|patty patricia|trish patricia|vicky victoria|becky rebecca|sandy sandra
abe abraham|zack zachary|vince vincent|walt walter|stan stanley|russ russell|norm norman|marty martin|manny manuel
""".replace("\n", "|").split("|"):
    if _line:
        _short, _full = _line.split()
        SHORT_FORMS[_short] = _full
        FULL_FORMS.setdefault(_short, set()).add(_full)


def gender_of(given: str) -> str | None:
    """``"m"`` or ``"f"`` for a given name (lower case) that nearly always goes with it, else None."""
    first = given.split("-")[0]
    if given in _BOTH or first in _BOTH:
        return None
    if given in MALE or first in MALE:
        return "m"
    if given in FEMALE or first in FEMALE:
        return "f"
    return None
