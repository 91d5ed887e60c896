"""Common given names with the gender that they nearly always go with.

Typed from general knowledge of names in English-language news; names that are common for both (Kim, Alex, Jordan,
Wei, Jean) are in ``EITHER``: they tell a person, but no gender.
"""

from __future__ import annotations


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


MALE = _set(
    """
aaron abdallah abdelaziz abdi abdou abdoulaye abdul abdulaziz abdullah abdulrahman abebe abel abhishek abraham
abu achim adalberto adam adama adel ademola adewale adil aditya adnan adolf adolfo adolph adriaan adrian
agostino agus agustin ahmad ahmed ahmet aidan ajay akash akbar aki akif akihiko akinwumi akira al alain alan
alasdair albert alberto aldo aldwyn alec aled alejandro aleksander aleksandr aleksei aleksey alessandro alessio
alexander alexandre alexei alexey alfie alfonso alfred alfredo algirdas ali aliou alioune alistair alistaire
allan allen alok alphonse altaf alton alun alvaro alvin alwyn amadou amartya ambrose amir amit amitabh amos
anand anas anatoly anders andile andre andreas andrei andrej andres andrew andrey andris andrus andrzej andy
angelo angus anibal anil anish ankit anselm ansgar anson antanas anthony antoine anton antonin antonio antonis
antony antoun antti anwar aram arash archibald archie ari arie aristide aristotelis arjun arkady arlen armando
armen armin arnaldo arnaud arne arnold aron arsene artem artemio arthur arturo arturs arun arvid arvind asa asad
asher ashish ashok ashraf asif atal athanasios atsushi attila augustin augusto aurelio austin avi avigdor
avraham axel aydin ayman azar aziz babacar babatunde badr bahram bakary balazs balthasar bambang baptiste barack
barasa barnaby barney barry bart bartholomew bartosz bashar basil basilio bastian baudouin bayo beau ben
benedict benigno benito benjamin benjiro benny berhanu bernard bernie bert bertil bertram bertrand besnik
bezalel bhupesh bilal bill billy biniam birger bjarne bjarni bjorn boaz bob bobby bogdan boguslaw bohdan bongani
boris boubacar brad bradley brahim bram brandon brendan brent bret brett brian brock bronislaw bruce bruno bryan
bryce bryn budi bulent burak burt byron cai caleb callum calvin carl carlo carlos carlton carsten casimir casper
cathal cecil cedric cesar chad channing charles charlton chauncey cheikh chester chet chidi chike chinedu chip
chris christer christian christoph christophe christopher christos chuck chukwuemeka chukwuma cian cillian
clarence claude claudio claus clay clayton clemens clement cliff clifford clint clive cody colin colm connor
conor conrad constantin constantine cormac cornel cornelius cory cosimo craig cristian cristiano cristobal curt
curtis cyprian cyril cyrus czeslaw dafydd daisuke daithi damian damien damir dan dane daniel daniil danilo danny
dante darian dario darius darnell darrell darren darrin darryl daud dave david davide davor dawit dayo dean
declan deepak dejan delroy demetrius deng denis dennis denzel denzil deon derek dermot derrick desmond detlef
deval devendra devin dexter diarmuid dick didier diederik diego dieter dietrich dilip dimitar dimitri dimitris
dinesh dino dirk djibril dmitri dmitry domenico dominic dominik don donal donald donnie doug dougal douglas dov
dragan driss duane duarte duc dumisani duncan dusan dustin dwayne dwight dylann eamon eamonn earl ebenezer
eberhard eckart eckhard ed eddie edgar edgardo edmond edmund eduardo edward edwin eero efraim efrain egon ehud
einar eirik eitan eivind ekkehard ekrem elan elbert eldar eli elias elijah eliot elliot elliott elmer elon elvin
elvis emad emanuel emeka emeric emil emile emilio emmanuel emmett emre emyr engelbert enoch enrique enzo eoin
ephraim erhan eric erich erik erkki erland erlend ernest ernesto ernie ernst errol ervin erwin esa esteban ethan
etienne eugene eurig eusebio evan evander evaristo everett everton evgeny evo ewan ezekiel ezra fabian fabio
fabrice fadi faisal farai farhad farid faris farouk farouq fathi fausto fazlur federico felipe felix femi
ferdinand ferenc fergal fergus fernand fernando fethullah fiachra fidel fiifi filip filippo finn fintan firas
flavio florian floyd folke francesco francis francisco franck franco francois frank frankie franklin franz fred
freddie frederic frederick fredric fredrik friedhelm friedrich fritz fuad fumio fyodor gabor gabriel gadi
gaetano galo ganesh gareth garrett garry garth gary gaspar gaston gaurav gavin gavriel gbenga gebran geert geir
gene gennady geoff geoffrey georg george georges georgy geraint gerald gerard gerardo gerd gerhard gerrard
gerrit gerry gervase gethin gholam giacomo giancarlo gianluca gianni gideon gil gilad gilbert giles gilles
gintaras giorgio giorgos giovanni girish girma giuliano giuseppe glen glenn godfrey gonzalo gopal goran gordon
gosta gottfried govind graeme graham grant greg gregg gregory grigoris grigory grzegorz gudmund gudmundur guido
guillaume guillermo gunnar gunter gunther gurpreet gus gustaf gustav gustavo guy gyorgy habib hadi hadrian
haider haile hailemariam hajime hakan hakeem hakim hakon halil hallvard halvor hamad hamed hamid hamish hamoud
hamza hank hans harald haris harish harlan harold haroon harrison harry hartmut haruki haruto harvey hasan
hashim hassan hayato hector heikki heiko heinrich heinz hellmut helmut hendra henning henri henrik henrique
henry herbert heriberto herman hermann hermenegildo hernan herschel herve hicham hideki hideo hidetoshi hikaru
hiram hiro hiroki hiroshi hisham hjalmar holger horace horacio horst hosni howard hristo hubert hugh hugo
humayun humberto humphrey husain huseyin hussain hussein huw ian ibrahim ibrahima ichiro idris idriss idrissa
ieuan ifeanyi ignacio ignatius ignazio igor ihor ikenna ikram ilham ilias ilie ilkka illya ilya imad imran imre
inaki ingmar ingo ingvar ioan ioannis irakli irfan irvin irving irwin isaac isaiah isaias isamu ishmael iskander
ismael ismail issa itamar itzhak ivan ivar ivo iwan izzat jaap jaber jabulani jacek jack jackson jacob jacopo
jacques jagdish jaime jair jairo jake jakob jakub jalal jamal jameel james jamil janez janos janusz jared jarle
jaromir jaroslav jaroslaw jarrod jason jasper jassim javad javed javier jay jayant jaydon jeb jed jedediah jef
jeff jefferson jeffery jeffrey jelani jens jerald jeremiah jeremy jermaine jeroen jerome jerry jerzy jesper
jesse jesus jethro jim jimmy jiri jitendra joachim joao joaquim joaquin jochen joe joel joerg joey johan johann
johannes john johnathan johnny jojo joko jon jonah jonas jonathan jonathon joop joost jorg jorge jorgen jose
josef joseph josh joshua josiah josip jost jozef juan judah jude juergen juhani jukka jules julian julien julio
julius juma junichi junichiro junot jurgen juris justin justus kabir kaito kalevi kalle kamal kamau kamil kamran
kane karam kareem karel karim kariuki karl karl-heinz karol karthik kashif kaspar kasper katsuya kayode
kazimierz kazuo keegan keir keith kelvin kemal ken kenan kendrick kenichi kenji kenneth kenny kent kenzo kerem
kevin khaled khalid khalifa khalil khizr kieran kipchoge kiprop kiran kirill kirk kiyoshi kjell kjetil klaas
klaus klaus-peter knud knut koen kofi koichi koji kojo konrad konstantin konstantinos kosta kostas kourosh kris
krishna kristian kristof krzysztof kunal kunio kurt kwabena kwaku kwame kwasi kyle kyriakos lachlan ladislav
lajos lakshman lalit lamar lambert lamine lance laquan larry lars laszlo laurens laurent lauri lawrence lazar
leandro lebron leif len lenin lennart lennox leo leon leonard leonardo leonid leonidas leopold leopoldo leroy
lester leszek levi lewis lex liam linus lionel llewellyn llewelyn lloyd logan loic lorenzo lorne lothar lou
louie louis lowell luay luc luca lucas lucian luciano lucien lucio ludovic ludwig luigi luis luiz lukas lukasz
luke lungelo luther lyle lyndon maarten mac maciej madhav magnus mahamat mahathir mahdi mahendra mahesh mahinda
mahmood mahmoud mahmud majid maksim malachi malcolm malik mamadou mamoon mandla manfred manish manmohan manny
manoj mansour manuel marat marc marcel marcello marcelo marcin marco marcos marcus marek marian mariano marin
mario marios maris marius mark markku marko markos markus marlon marshall marten martijn martin marty marvin
marwan masahiro masaki masashi masato masayoshi massimiliano massimo mateo mateusz mathew mathias mathieu mats
matt matteo matthew matthias matthieu matti mattias maurice mauricio maurits maurizio mauro max maxim maxime
maximilian maximiliano maxwell mazen mehdi mehmet mehul meirion mel melvin menachem merlin merrick merrill
mervyn mesut micah michael michal michel mick mickael mickey mieczyslaw miguel mihai mihail mike mikhael mikhail
mikkel mikko miklos miko milad milan mile miles milo milos milovan milton mircea mirko miro miroslav mitch
mitchell mitsuo mitt mladen moammar mobutu modibo modou mogens mohamad mohamed mohammad mohammed mohan mohit
mohsen moises mojtaba moksin monty mordechai moritz mort morten moses moshe mostafa mourad moussa mthunzi
muammar mubarak muhammad muhammadu muhammed muhsin mukesh mukhtar munir murad murat murdo murray musa mustafa
mustapha mwangi myron nabil nadav nadeem nadir naeem naftali nagib naguib nahum najib namik nana-yaw naoki naoto
narayan narendra naresh nariman naseer naser nashwan nasir nasser nat nate nathan nathanial nathaniel naveed
naveen navin nawaf nawaz neal ned neil nels nelson nestor neville newt newton niall nicanor niccolo nicholas
nick nicolae nicolai nicolas niels nigel nihad nikhil nikita niklas niko nikolai nikolaj nikolaos nikolas
nikolaus nikolay nikos nils nino nitin nizar njoroge nnamdi noah noam noboru nobu noel nolan norbert noriyuki
norm norman norris nouri novak numan nurlan nursultan obadiah obinna octavio oddvar oded odhiambo ofer oisin
okechukwu okello okon oktay olaf olafur olav ole oleg oleh oleksandr oleksii oleksiy oliver olivier olli ollie
olof olufemi olumide olusegun omar omer omid omondi omri oren orhan orin orlando orrin orson orville osama osamu
oscar oskar osman osvaldo oswald oswaldo otieno otis otmar otto ousmane owain owen oystein ozan ozgur ozzie
pablo paddy padraig pal panagiotis pankaj panos paolo parag parviz pascal pasquale patrice patricio patrick
patrik paul paulo pavel pavlo pavlos pawel payam pedro peer pekka per percival percy perry petar pete peter petr
petro petros petter petteri phil philando philemon philip philipp philippe phillip phineas pierce pierluigi
piero pierre piet pieter pietro piotr pius porfirio prabowo pradeep prakash pramod pranab prasad prashant pravin
preet preston przemyslaw qasem qasim quang quentin quincy quintin rachid radek rado radoslaw radovan rafa rafael
rafal rafe rafik rafiq ragnar raheem rahim rahm rahul raimo raimund rainer raj rajan rajeev rajendra rajesh
rajiv rajnath rakesh raleigh ralf ralph ram ramachandra raman ramesh rami ramin ramiro ramon ramzan ramzi rand
randal randall randolph randy rangarajan ranil ranjit raoul raphael rashad rashid raul ravi ravindra ray raymond
raynard razvan recep reggie reginald reid reidar reince reiner reinhard reinhold reino remi remigius remo remus
renato renaud rene renzo reuben reuven rex rexford reynaldo reynold reza rhett rhodri rhys ric ricardo riccardo
rich richard richie rick ricky rico rida rigoberto rinat risto rob robb robby robert roberto rocco rod roddy
roderick rodney rodolfo rodrigo rodrigue rogelio roger rohit roland rolando rolf rollo romain roman romano romeo
romuald ron ronald ronaldo ronan roni ronnie rory roscoe ross rotimi roy ruairi ruaridh ruben rudi rudiger
rudolf rudolph rudy rufus rui rune rupert rurik ruslan russ russell rustam rusty rutger ruud ryan ryo ryota
ryszard ryu saad sabri sachin saddam sadiq saeb saeed sahil said saif sajid sakari saleh salih salim salman
salomon salvador salvatore samad samer sami samir samson samuel samuli sandeep sander sandor sandro sani sanjay
sanjeev santiago santino sardar sargis satish satoru satoshi saturnino satya saul saulius saurabh sayed sayyid
scot scott scotty seamus sean sebastian sebastiano sebastien sedat segun selahattin selim selwyn semyon senad
senthil seo seppo serafin serdar serge sergei sergey sergio serhiy serkan seth seun seungmin seydou seymour
shahbaz shahid shahram shailesh shakeel shakil shamil shane shankar sharad shaukat shaul shaun shawn shehbaz
sheldon shep sherif sherman sherrod sherwin sherwood shigeru shimon shingo shinji shinzo shiv shivraj shlomo
shmuel shota shyam siddharth sidi sidney siegfried siegmund sigmar sigmund sigurd sigurdur siim silas silvan
silvano silvester silvio simeon simon sindre sipho sixten sixto sizwe sjoerd slamet slava slavoj slawomir
slobodan soeren sohan sondre soren souleymane soumaila spiro spyros srdjan stan stanislav stanislaw stanko
stanley stavros stefan stefano stefanos steffen stephan stephane stephen steve steven stewart stig stoyan stuart
sture subhash subrahmanyam sudhakar sudhir sufian suharjo sukhbir sukru suleiman suleyman sumit sundar sunder
sunil surendra suresh surjit surya susilo svein sven svend sverre syed sylvain sylvester sylvestre tad tadashi
tadeusz tadhg taha tahir taichi takahiro takashi takeo takeshi takuya talal talat tamas tamer tamerlan tamim
tamir taner tanguy tapan tapio tapiwa taras tarek tareq tarik tariq tarjei taro tarun tashfin tate tatenda
tatsuya tayeb tayyip ted teddy teemu telesphore tendai tengiz teo teodor teodoro terence terje terrance terrell
terrence tetsuya teun thabo thaddeus thaksin than thanos themba theo theodor theodore theodoros thiago thibault
thierry thijs thom thomas thor thorbjorn thorsteinn thorsten thorvald thurgood thurman tiago tibor tigran tim
timo timofey timothy timur tino titus tobias tobin toby todd togo tolga tom tomas tomasz tome tomislav tommaso
tommy tomoaki tomohiro tony toomas tor torben torbjorn tore torgny tormod torquil torsten toru toshio toshiro
toussaint travis trayvon tremaine trent trevor trey tristram troels trond troy trygve tsegaye tsutomu tuan tunde
tuomas turgut turki tyler tyrone tyson tzachi udi udo ugo uhuru ulf uli ulises ulrich umar umberto umit urho uri
uriel urmas usama usman uwe uzi uzoma vaclav vadim valdas valdis valentin valentino valeri valeriy valery valter
vance vangelis varun vasco vasil vasile vasily vaughn vegard veikko velupillai venkat venkatesh vern vernon vesa
vicente victor vidal vidar vijay vijaya vikas vikram viktor vilhelm viliam ville vilnis vin vinay vince vincent
vincenzo vinh vinny vinod virat virendra virgil virgilio viswanathan vitali vitalik vitaly vito vitor vittorino
vittorio vivek vlad vladimir vladislav vlado vladyslav vojislav volkan volker volodymyr vusi vyacheslav vytautas
waclaw wade wael wafula wahid wahyu waldemar waldo waleed walid wallace wally walt walter waqar warren warwick
wasim wassim wataru waverly wayne wendel wendell werner wes wesley whit whitaker wieslaw wilbert wilbur wilfred
wilfredo wilfrid wilfried wilhelm will willard willem willi william willie willis willy wilmer wim winfield
winfried winston witold wladimir wojciech wole wolf wolfgang woodrow woody wout wouter wyatt xabier xavi xavier
xerxes yaakob yaakov yacine yacoub yahya yair yakov yakub yalcin yanis yannick yannis yarden yaron yaroslav
yaser yashwant yasin yasir yasser yasuhiro yasuo yaya yevgeni yevgeniy yevgeny yevhen yiannis yigal yigit yilmaz
yitzhak yngve yoav yogesh yogi yohei yoichi yonatan yoram yosef yoshi yoshihide yoshihiko yoshiro yossi younes
youri yousef youssef youssou yudi yuichi yuji yuki yukio yulian yunus yuri yuriy yury yusef yusuf yutaka yuval
yves zac zach zachariah zacharias zachary zack zahid zaid zakaria zaki zalmay zane zaur zbigniew zdenek zdravko
zdzislaw zeb zeev zeid zeke zelimkhan zeljan zeljko zenon zhenya zhivko zia ziad zine zinedine ziya ziyad zlatan
zlatko zoltan zoran zsolt zubair zubin zviad zygmunt
"""
)

FEMALE = _set(
    """
aaliyah abby abebi abena abigail abiola abosede achieng ada adaeze adela adelaida adele adelheid adelina adelle
adhiambo aditi adriana adrienne adwoa afia afua agatha agathe agnes agneta agnieszka agrippina aicha aida aiko
aileen ailsa aimee aine aino aisha aishwarya aisling aissata aissatou aisyah aiyana akemi akiko akinyi akosua
akua alana alba albertina aleida alejandra aleksandra alena alessandra alessia alexa alexandra alexandria alice
alicia alida aliki alina alise alison alissa aliya alla allegra allie allison allyson alma almaz almudena althea
alva alya alyssa amaia amaka amalia amalie amanda amara amaya amber ambika ameena amelia amelie amie amina
aminata amira amirah amoke amrita amy ana anahit anais analia ananya anastasia anastasija anat ancilla andree
andreja anette angela angeles angelica angelika angelina angeline angelique angharad angie aniela anika anikoo
anisa anise anita anja anjali anjelica anke ann anna anna-lena annabel annabelle annabeth annalena annalisa
annamaria anne anne-marie annegret anneke anneli annelie annelies annemarie annette annie annika anouk anoushka
ansa antje antoinette antonella antonia antonina anu anupama anuradha anya aoife aparna aphra aphrodite apolonia
april arabella araceli aracely archana aretha ariadna ariadne ariana arianna arianne arielle arlene arlette
arundhati arzu asha ashwini aslaug asma assetou assia assunta astra astrid asuka atefeh atieno aude audra audrey
augusta aung-san aurelia aurelie aurora aurore ava aviva avril aya ayaan ayako ayanna ayelet ayesha aylin aynur
ayse aysel ayten ayumi azadeh aziza azra babirye bahar bahareh baiba bambi barbara barbora barbro bathsheba
beata beatrice beatrix beatriz becky begona belen belinda benazir benedetta benita bente berenice berit
bernadette bernadine bernice berta bertha beryl bess bessie beth bethany betsey betsy bette bettina betty
beverly beyonce bianca bibi bibiana bineta birgit birgitta birte birthe blanca blanche blandine bodil bogna
bojana bonnie bozena branka breanna brenda breonna briana brianna brianne bridget bridgette brigid brigitta
brigitte briony brita britt britta brittany brittney bronwen bronwyn brooke brunhilde bryndis bryony buffy
bukola bushra busisiwe busra buthaina caitlin caitlyn calista calliope camila camilla camille candace candice
candida caoimhe cara caridad carin carina carla carlene carlota carly carmela carmelita carmella carmen
carmencita carol carola carolann carole carolin carolina caroline carolyn carrie caryl caryn carys casilda
cassandra catalina catarina cate caterina catharina catherine cathleen cathrine cathryn cathy catriona cayetana
cecelia ceci cecile cecilia cecily celeste celia celina celine cerys cesaria chanda chandrika chanelle chantal
charlene charlize charlotte charmaine charo chastity chelsea cher cherie cherise cherrie cheryl cheyenne
chiamaka chiara chieko chika chimamanda chinwe chioma chipo chiquita chitra chiyo chloe chrissie chrissy christa
christabel christal christelle christi christiane christianne christin christina christine christy ciara cicely
cilla cindy cinzia citlali claire clara clare clarice clarissa clarisse claudette claudia claudine clea clelia
clementine cleo cleopatra clio clotilde colette colleen concepcion concetta condoleezza connie constance
constanza consuelo cora coralie corazon cordelia coretta cori corina corinne cornelia corrie cosima coumba
courtney cressida cristina cruzita crystal cybele cynthia cynthie cyra dacia dafna dagmar dagny dahlia daiana
daisy daiva dalal dalia damaris dana danica daniela daniella danielle danita danuta daphne daria darlene darya
dasha davina dawn daya dayana dayna deanna deb debbie debby debora deborah debra dede dee deepa deepika deidre
deirdre delfina delia delilah delores delphine demetria demi dena denise desdemona desiree despina devika dewi
diamanda diana diandra diane diann dianna dianne didem dijana dilara dilma dimitra dina dinah dione ditte divya
djamila dolly dolores dominica dominika dona donatella donella donna dora dorcas doreen doria doris dorota
dorotea dorothea dorothee dorothy dorte dory dragana dulce dulcie dunja dunya dusica dymphna ebba ebele ebony
ebru eda edda edeltraud edie edita edith edna edwige edwina effie efua eglantine eiko eileen eimear eirini
ekaterina ela elaine elba eldora eleanor eleanora elektra elena elene eleni eleonora eleonore elfriede elham
eliane elif elin elina elisa elisabeth elisabetta elisaveta elise elisha elissa eliza elizabeth elizaveta elka
elke ella elle ellen ellie ellinor elma elodie eloisa eloise elora elpida elsa elsie elspeth eluned elva elvira
elzbieta ema emel emelia emer emerald emi emilie emily emine emma emmanuelle emmeline emy enid enikoe erendira
eri erica erika erin erna ernestine erykah esi esma esme esmeralda esperanza esra estefania estela estella
estelle esther etelka ethel etsuko etta eudora eugenia eugenie eulalia eunice euphemia euridice eva evangeline
eve evelien evelina eveline evelyn evie evija ewa eylem fabia fabienne fabiola fadumo fadwa fae faith fanni
fanny fanta farah farahnaz fareeda farida farideh farzana fatemeh fatima fatma fatou fatoumata fawn fawzia faye
feba federica fedora felicia felicidad felicitas felicity felipa femke feriel fernanda feyza ffion fidelma filiz
filomena fina fiona fionna fionnuala fiorella flavia flora florence florentina florinda florrie folake fran
franca frances francesca francine franciska francoise franka franziska frauke freda frederica frederika freja
freya frida frieda friederike fumiko funmilayo gabriela gabriella gabrielle gaby gaia gail galia galina garance
gayatri gayle geeta geetha gemma gena geneva genevieve gennifer georgette georgia georgiana georgie georgina
georgine geraldine gerda geri gerlinde germaine gertrude gesine ghada ghazala ghislaine gia giada gianna gigi
gilda gill gillian gina ginette ginevra ginger ginny giorgia giovanna gisela gisele giselle gita gitanjali githa
gitta gitte giulia giuliana giuseppina gladys glenda glenna glenys gloria glynis golda goldie golnaz gongora
grace gracia gracie graciela grainne grania grazia graziella grazyna greer greta gretchen grete griselda gro
guadalupe gudrun guendalina guillermina guinevere gulcan gulnara gulsen gunilla gwen gwendolen gwendolyn gwyneth
gyongyi habiba hadas hadia hadija hadley hafsa hafsat haifa hala haley halima halina halla halle hallie hana
hanako hanan hanh hanna hannah hanne hannelore harriet harriett haruka haruko hatice hattie hauwa hawa haya
hayat haydee hayley hazel heather heba hebe hedda hedvig hedwig hedy heida heidi heidrun heike heleen helen
helena helene helga hella helmi heloise hema henrietta henriette henrike hera hermine hermione herta hester
hetty hiba hideko hilda hilde hildegard hildur hillary hillevi hina hind hiroko hiromi hisako hoda honora hope
hortense hosanna houda huda hulya huma huong hyacinth ianthe ibtisam ida idalia idina iesha ifeoma ifigenia
ikuko ilana ilaria ileana ilhan iliana ilka ilona ilse ilze imaan imani imelda imene imogen ina inaya indah
indira ines inese inga inge ingeborg inger ingra ingrid ingrida inmaculada inna ioana iola iolanthe iona iracema
iren irene irina iris irit irma irmgard isabeau isabel isabela isabella isabelle isadora isha isidora isla
ismene isolde ita itzel itziar iva ivana ivanka ivanna ivette ivona ivy iwona iza izabela izumi jacinda jacinta
jacklyn jaclyn jacoba jacquelin jacqueline jacquelyn jacquetta jada jade jadwiga jael jaina jakayla jaleesa
jameela jamila jamilah jana janae jancis jane janeen janel janell janelle janessa janet janey jania janice janie
janina janine janis janna jannicke jannike jaqueline jarmila jasmin jasmina jasmine jaya jayanthi jayanti
jayashree jaycee jayda jayla jaylene jayna jayne jayshree jazmin jeana jeane jeanette jeanie jeanine jeanne
jeannette jeannie jelena jemima jemma jen jenelle jeni jenifer jenna jenni jennie jennifer jennine jenny jeri
jerri jessamyn jessenia jessica jessika jill jillian jimena jinny joan joana joanie joann joanna joanne joaquina
jocasta jocelyn jocelyne jodi jodie joelle johana johanna johanne joleen jolene jolie joline joni jonna jordana
jorja jorunn josefa josefina josefine josepha josephine josette josie jovana joy joyanne joyce juana juanita
judi judie judith judy juli julia juliana juliane julianne julie juliet julieta julietta juliette julija julissa
julita jumana june juno jurate justina justine justyna jutta jyoti kaari kaci kadiatou kadijatu kadri kaia kaija
kaisa kaitlin kaitlyn kaja kala kalpana kamala kamaria kamila kanako kanika kanimozhi kaori kara karen karena
karenina kari karima karin karina karine karla karlie karlijn karlotta karmen karola karolina karoline karolyn
karri karrie kasia kassandra kat katalin katarina katarzyna kate katelyn katerina katerine katharina katharine
kathe katherine kathi kathie kathleen kathrin kathrine kathryn kathryne kathy katia katie katinka katiuska katja
katka katri katrin katrina katriona katsuko kavita kay kaya kayla kayleen kayleigh kazuko keely keiko keisha
kelli kellie kellyanne kelsie kendra kenza kerensa kerri kerrie kersti kerstin ketanji ketevan keziah khadija
khadijah khadijatou khady khofifah kiana kiara kiera kiersten kiki kiley kimberlee kimberley kimberly kimiko
kinga kinsey kira kirra kirsi kirsten kirstie kirstin kirsty kitty kiyoko klara klaudia klavdia kora kornelia
kosovare kristel kristen kristi kristie kristien kristiina kristin kristina kristine kristyn kriszta krisztina
krysta krystal krystyna ksenia kumari kumiko kylie kyoko kyra lacey lacy ladonna laetitia laila laima laine
lainey laisha lakeisha lakisha lakshmi lale lalita lamia lamya lana lanette lani lanie lanita lanora laquita
lara laraine larisa larissa lashonda lata latanya latifa latisha latonya latoya laura laureen laurel lauren
lauretta laurie laurine laverne lavinia layla lea leah leana leandra leann leanna leanne leatrice lecia leda
leeann leena leia leigha leila leilani leisha lela lelia lena lenka lenora lenore leocadia leona leonie leonor
leonora leontine leontyne leora lesia leslee lesli lesya leta letha leticia letitia letizia letty levana lexi
lexie leyla lia lianne liat liba libby liberata libuse licia lidia lidija lidiya liene liesbeth liesel
lieselotte liesl ligaya ligia lila lili lilia lilian liliana liliane lilibeth lilith lilla lillian lilliana
lillie lilo lily lilya lina linda lindiwe lindsay lindy line linette linh linnea lira lisa lisanne lisbet
lisbeth lise liselotte lisette lissa lita liv livia liz liza lizbeth lizette lizzie ljiljana ljubica lois lola
lolita loni lora loraine lorelei lorena lorene lorenza loreto loretta lori lorinda lorna lorraine lotta lotte
lottie louann louella louisa louise loulou lourdes lovisa luana luann luba lucia luciana lucie lucile lucille
lucinda lucine lucja lucrecia lucretia lucrezia lucy ludivine ludmila ludovica luella luisa luise luiza lujain
lula lulu lumi luna lupita lyda lydia lydie lyla lyn lynda lyndsey lynette lynna lynne lynsey lyra lysandra
lyubov lyudmila maaike maarja mabel mabelle macarena machiko maddalena maddie madelaine madeleine madeline
madelyn mae maelle maeve mafalda magali magalie magda magdalena magdalene maggie magnolia maha mahalia mahasweta
mahira mahnaz mahnoor maia maimouna mair maire mairead maisie maite maja maka makiko malala malgorzata malia
malika malin malini mallika mallory malvina mamata mamie mamta manal mandisa mandy manon manuela mara marcela
marcelina marceline marcella marcelle marci marcia marcie marcy mare mareike maren marga margalit margaret
margarete margaretha margarethe margarida margarit margarita margaux marge margerie margery margherita margi
margit margita margo margot margrethe margriet margrit marguerite mari maria maria-jose mariah mariam mariama
mariamne mariana marianela mariangela mariann marianna marianne maribel maribeth maricel maricela marichka marie
marie-claire marie-france marie-louise marie-therese marieke marielena mariella marielle marietta mariko
marilena marilou mariluz marilyn marilyne marilynn marina marine mariola marisa marisela marisha mariska marisol
marissa marita maritza mariya marja marjana marjane marjeta marjolein marjorie marjory marketa marla marleen
marlena marlene marlies marlyn marna marnie marquita marsela marsha marta martella martha marthe martina martje
marusya marva marwa mary mary-beth mary-jane mary-kate mary-lou marya maryam maryann maryanna maryanne marybeth
maryellen maryjane maryjo marylin marylou maryna maryse masako masha mathilda mathilde matilda matilde mattie
maud maude maura maureen mavis maxine may maya mayra mayumi mazie mbali meaghan mechthild medea meena meera meg
megan megawati meghan meghann megumi mehreen mehrnaz mehtap mei-ling meike mela melania melanie melba melek
melina melinda melisande melissa melody melva merav mercedes meredith meret meri meritxell merlene merna
merrilee merry merve meryem meryl meta mette mia michaela micheline michelle michiko midori mieke mieko mietta
migdalia mignon miguelina mihaela mikaela mikayla mila milagros milana mildred mildrid milena milica milita
millicent millie milly mimi mimoza mina mindy minerva minette minna minnie miora mira mirabelle miranda mireille
mirela mirella mireya miriam miriama mirjam mirka mirna mirta misaki missy mitsuko mitzi miuccia miyako miyuki
modesta mohini moira mojca mollie molly mona monica moniek monika monique montserrat morag morenike morgana
morticia morwenna moya mugdha muna munira muriel murielle musidora myfanwy myla mylene myra myriam myrna myrtle
nabila nada nadeen nadege nadezda nadezhda nadia nadija nadine nadiya nadja nadège naema nafisa nafissatou nahed
nahid nahla naila naima najat najwa nakato nan nancee nanci nancy nandini nanette nannie naoko naomi narges
nargis nasreen nasrin nastassja nastasya nastya natalia natalie nataliia natalija nataliya natalya natasa
natasha nathalia nathalie natividad naureen naveena nawal nayantara nayla nazanin nazia nazli ndeye neda neela
neeltje neema neena neera neetu nefertiti neha nela nelia nell nella nelli nellie nena neomi nera nereida
nerissa nerys nessa neta netta nettie neus neva neve ngozi nia niamh nichelle nicky nicole nicoletta nicolette
nicoline nidia nieves nigella nikki nikoletta nilda nilofar nilufer nimfa nina nirmala nisha nita nives njeri
nkechi noa noelia noella noelle noemi noemie nohemi nokuthula nola nolwenn nomsa nomvula nona noni nora norah
norberta noreen noriko norma noura nousha nuala nura nuray nurcan nuria nurit nusrat nyambura nyasha nydia nyree
oana obiageli oceane octavia odalys oddny odessa odette odile odilia ofelia ofra okka oksana olawunmi oleksandra
olena olesya oletha olga olimpia olina olinda olivera olivia olla olya olympe olympia oma omolara ona ondine
oona oonagh ophelia oprah ora oralia oriana oriane orla orna ornela ornella orsola orsolya ortrud osnat ottavia
ottilie ouida oumou oya ozge padma padmini paige paivi paloma pam pamala pamela pamella pandora paniz paola
paraskevi parvati parveen parvin pascale pasqualina patria patrica patricia patrisse patrizia patsy patti patty
paula paulette paulina pauline pavla paz pearl pearlie peg peggie peggy pelagia penelope penina penni penny
pepita perla pernilla pernille perpetua persephone petal petra petronella petronila petula phaedra phebe phila
philippa philomena phoebe phumzile phuong phyllida phyllis pia pietra pilar pinar pippa pirjo pirkko pixie
placida polina polly pooja portia pradnya pragya pramila pranjali pratibha preeti prema primrose prisca priscila
priscilla priti priya priyanka prudence prue prunella purificacion purnima pushpa puteri quiana quinta rabia
rachael rachana rachel rachelle radha radhika radka radmila rae rafaela rafaella raffaella ragna ragnhild rahab
rahel raimunda raina raisa rajni ramatou ramona rana randa rani rania ranjana raquel raquelle rasa rasha rashida
rashmi ratna rawya raylene rayna raynelle razan razia reanna reba rebeca rebecca rebekah rebekka reem reena
refilwe regina regine regula reham reiko reina rekha rema remedios rena renae renana renata renate renee renita
renske renu reshma reta retha retno reva reyna rhea rhiannon rhoda rhona rhonda rhoswen ria riana ricarda
richelle rieke rihanna riitta rika rikke rima rina risa rita ritu riva rivka roberta robina robyn rochelle rocio
rohini roisin rokhaya roksana rolanda roma romana romina romola romy rona ronda ronit ronke ronna roos rosa
rosalba rosaleen rosalia rosalie rosalina rosalind rosalinda rosalva rosalyn rosamond rosamund rosana rosann
rosanna rosaria rosario rosaura rose roseann roseanna roseanne rosella roselle roselyn rosemarie rosemary
rosemunde rosena rosetta roshni rosie rosina rosita roslyn roswitha rowena roxana roxane roxanne roxie roxy roza
rozalia rozanne rubina rudina rudo rukayya rukhsana rukmini rula runa rut ruta rutendo ruth ruthann ruthie ruthy
rym saada saara sabah sabeen sabiha sabina sabine sabrina sabrine sachi sachiko sadaf sadie saffron safia safiya
sahar sahra saida saima saira sakina sakura salama salima salimata salli sallie sally salma salome samah samanta
samantha samara sameera samia samira samiya samta sanaa sanda sandhya sandie sandra sandrine sandy sangeeta
sania sanja sanna sanne santina santuzza saoirse sapna sara sarah sarai saraswati sari sarika sarina sarita
saroja sarojini sasha saskia satu saundra savannah savita sawsan sayaka scarlett scheherazade sebnem seema sela
selda selena selene selenis selin selina selma semra sephora septima serafina seraphina seraphine seren serena
serenella serenity sereti setsuko seval sevda severine sevgi sevil shabana shadi shaheen shahla shaina shakila
shakira shakuntala shameka shamima shamsa shana shanda shanelle shani shania shanice shanika shanna shannon
shanta shantel shanthi shanti sharareh sharda shareen shari sharla sharleen sharlene sharmila sharon sharona
sharron sharyn shauna shawna shayla shayna sheba sheela sheena sheila shelagh shelia shelley shelly shera sheree
sheri sherie sherilyn sherri sherrie sherrilyn sherry sheryl sheyla shifa shifra shiho shiori shira shireen
shirin shirlee shirley shivani shizuka shobha shohreh shona shonda shoshana shreya shruti shulamit shweta sian
sibel sibongile sibyl sibylle sidonie sidra sieglinde siegrid sigal sigalit signe sigrid sigrun siina siiri
silja silke silvana silvia silvie simin simona simonetta simran sindhu sindy sinead sinem sini siobhan sioned
siri sirikit sirkka sissel sissy sita siv slavenka slavica smadar smita smriti sneha snezana snezhana socorro
sofia sofie sofija sokhna solange soledad solene solveig sonal sonali songul sonia sonja sonya sophia sophie
soraya soumaya srishti stacey stacia stacie stacy stanislava stasia stefani stefania stefanie steffi steffie
steinunn stela stella stepania stephanie stephany sterre stina stine suad subha subira suchitra sudha sue
sugandha suha suhair suhasini suheir suki sultana sumaya sumiko sumitra summer sunita sunniva supriya surabhi
suri suruchi susan susana susanna susannah susanne sushma susi susie susy suvi suzan suzana suzanna suzannah
suzanne suzette suzi suzy svea svenja svetlana svitlana swapna swati sybil sybille sylvana sylvette sylvia
sylvie sylwia sypha syreeta tabea tabitha tahira taina takako talia talitha tallulah tamaki tamar tamara
tamarind tamika tamiko tamina tamira tammi tammie tammy tamron tamsin tanaz tania tanisha tanja tansu tanvi
tanwen tanya tara taraji tarana taraneh tarja taryn tasha tashfeen tatiana tatjana tatyana tawakkol tawana tawny
taya tea teena teisha temitope tenley teodora teofila tera teresa terese teresita tereza teri terra terri tess
tessa tessie tetiana tetyana thabisa thalia thandeka thandi thandie thandiwe thania thea theda thekla thelma
themis theodora theodosia thera theresa therese theresia thessaly thora thordis thuy tia tiana tiara tiegan
tiera tiffani tiffany tiina tilda tilde tilly timea timnit tina tini tiphaine tirza tisha titania titilayo
tiziana tjitske toby-ann tomasina tomiko tomoko tonje tonya tootsie topsy torhild tori toril toshiko tova tovah
tove toya toyin tracee tracey traci tracie trandafira treena tressie tricia triin trina trine trinidad trish
trisha trista trixie trude trudi trudy truus tsitsi tullia tulsi tuula tuulikki tuva twyla tyra tzipi tzipora
tzippi udele uju ulla ulrica ulrika ulrike ulyana uma undine urania urmila ursa ursella ursula urszula urvashi
usha ushi uta ute vaishali vaiva vala valarie valda valentina valeria valerie valerija valeriya valinda vallie
valma vandana vanessa vania vanita vanna varsha varvara vashti vasiliki vassiliki vasundhara veda veena velda
velma venera venetia venus veola vera verda vered verena verity verna veronica veronika veronique vesna vesta
vibeke vibha vicenta vicki vickie vicky victoria vida vidya vigdis viivi viktoria viktorija viktoriya vilhelmina
vilja vilma vina vinita viola violet violeta violetta violette virgie virginia virginie viridiana virpi virve
visnja vivi viviana viviane vivica vivienne vjosa vlasta vonda vondra vreni vrinda wafa wajiha waltraud wambui
wanda wangari wanjiru wenche wende wendi wendy wenona wera weronika whoopi widad wiebke wilda wilhelmina
wilhelmine willa willemijn wilma wiltrud winifred winnie winnifred winona wiola wioletta wislawa wulan wynona
xaviera xenia xiadani xiaolan xiaoling ximena xiomara yaa yadira yael yaffa yahaira yamile yamilet yamilette
yamini yana yanira yanna yara yarelis yaritza yasmeen yasmin yasmina yasmine yayoi yekaterina yelda yelena
yelizaveta yeni yentl yesenia yetunde yeva yevgenia yevheniya yildiz yingluck yleana yngvild yoana yocheved
yohana yoka yoko yolanda yolande yolanta yoshiko yosra youna ysabel ysolde yuka yukari yukiko yuko yulia
yulianna yuliya yumi yumiko yuna yuriko yusra yvette yvonna yvonne zaha zahara zahida zahra zaida zainab zaira
zakiya zanele zaneta zara zarah zarema zarina zdenka zehava zehra zeina zeinab zelda zelma zena zenaida zenobia
zephyrine zeta zeynep zhanna zina zinaida zita ziva zlata zoe zofia zohra zohreh zoia zora zorah zoraida zorica
zosia zoya zsuzsanna zubaida zuleika zulema zuleyha zuzana zuzanna
"""
)

EITHER = _set(
    """
adama addison adi alex alexis ali-reza amal amrit andrea angel ariel asa ash ashley ashton aubrey avery bailey
billie blair blake bo bobbie brook cameron camille carey carmine cary casey chang charlie chen cheng chi chun
claude corey courtney dakota dale dallas dana daniele darcy deniz devon dominique dong drew dylan eden ellis
emanuele emerson finley francis frankie gabriele gal gale gerry guadalupe gurpreet ha hao harley harper harpreet
haru hayden hikaru hilary hong hui hyun ihsan iman jackie jae jamie jan janis jaspreet jean jess jessie jia
jiang jin jo jody jong jordan joss jun jung kai kaoru kari kei kelly kelsey kendall kerry kim kiran kit kuldeep
kyung lan lane laurence lee lei lesley leslie lin lindsay lindsey ling lior logan long loren lou lupe lynn
madison makoto manpreet marion marley mckenzie mei mel merle michal michele min ming misha mo monroe morgan nam
nana nao navdeep ngoc nguyen nicky nico nicola nikita nikola noor nour omer paris park parker pat peyton phoenix
ping qin quinn randi reagan reese rei remy ren rene riley river robbie robin rohan rowan ruo sage sam sandy sang
sasha seung shai shan shannon shelby shiloh shinobu shu sidney simone skyler soo stacy stevie sun sung sunny
sydney tai tal taylor tendai terry thanh toby tomo toni tracy tran tristan tyler val valery vivian wei wen
whitney xi xiao xin ya yan yang ye yi ying yong yoon young yu yuan yue yuki yun yuval zhang zhen zhi zhou
"""
)

GIVEN = (MALE | FEMALE | EITHER) - _set("an may chase long river paris sun")
"""Names that, with a capital in front of another capitalised word, tell a person."""

SURNAMES_TOO = _set(
    """
allen bailey blair bradley brock bryan cameron carter casey clark clay clinton curtis dean duncan elliott ellis
emanuel ernst gilbert gordon graham grant harris harrison harvey henry howard humphrey hussein issa jackson jefferson
jordan kelly kendall kennedy kerry khan kim kirk lee lewis logan marshall martin mitchell morgan morris murray nelson
newton oliver owen parker patrick paul perry pierce quinn reagan reid ross russell ryan scott sherman spencer stanley
stewart taylor thomas todd tyler wallace warren wilson young
"""
)
"""Given names by which articles call somebody of that surname as well."""

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
