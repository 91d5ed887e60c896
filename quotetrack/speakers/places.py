"""Countries with their demonyms and seats of government, states of the US, and other places that speak."""

from __future__ import annotations

# country | demonyms | seats of government; the first country form is the key that the others are folded to.
_COUNTRIES = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Argentina|Argentine Argentinian|Buenos_Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|Brussels
Bolivia|Bolivian|
Bosnia|Bosnian|Sarajevo
Brazil|Brazilian|Brasilia
Britain,United_Kingdom,UK,U.K.,England|British|London Downing_Street Whitehall Westminster
Bulgaria|Bulgarian|Sofia
Cambodia|Cambodian|Phnom_Penh
Cameroon|Cameroonian|
Canada|Canadian|Ottawa
Chad|Chadian|
Chile|Chilean|Santiago
China,People's_Republic_of_China|Chinese|Beijing Peking
Colombia|Colombian|Bogota
Congo|Congolese|Kinshasa
Costa_Rica|Costa_Rican|
Croatia|Croatian|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech_Republic,Czechia|Czech|Prague
Denmark|Danish|Copenhagen
Ecuador|Ecuadorean|Quito
Egypt|Egyptian|Cairo
El_Salvador|Salvadoran|
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis_Ababa
Finland|Finnish|Helsinki
France|French|Paris Elysee
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Haiti|Haitian|
Honduras|Honduran|
Hong_Kong||
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New_Delhi Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Ivory_Coast|Ivorian|
Jamaica|Jamaican|
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|
Laos|Laotian|
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Malaysia|Malaysian|Kuala_Lumpur
Mali|Malian|
Malta|Maltese|
Mexico|Mexican|Mexico_City
Moldova|Moldovan|
Mongolia|Mongolian|
Morocco|Moroccan|Rabat
Mozambique|Mozambican|
Myanmar,Burma|Burmese|
Nepal|Nepalese|Kathmandu
Netherlands,Holland|Dutch|Hague Amsterdam
New_Zealand||Wellington
Nicaragua|Nicaraguan|
Niger||
Nigeria|Nigerian|Abuja
North_Korea|North_Korean|Pyongyang
Norway|Norwegian|Oslo
Oman|Omani|
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|
Paraguay|Paraguayan|
Peru|Peruvian|Lima
Philippines|Filipino Philippine|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia,Soviet_Union|Russian Soviet|Moscow Kremlin
Rwanda|Rwandan|Kigali
Saudi_Arabia|Saudi|Riyadh
Scotland|Scottish|Edinburgh
Senegal|Senegalese|
Serbia|Serbian|Belgrade
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian|
Somalia|Somali|Mogadishu
South_Africa|South_African|Pretoria
South_Korea|South_Korean|Seoul
South_Sudan||
Spain|Spanish|Madrid
Sri_Lanka|Sri_Lankan|
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tanzania|Tanzanian|
Thailand|Thai|Bangkok
Tunisia|Tunisian|Tunis
Turkey|Turkish|Ankara
Uganda|Ugandan|
Ukraine|Ukrainian|Kyiv Kiev
United_Arab_Emirates,UAE,Emirates|Emirati|Abu_Dhabi
United_States,United_States_of_America,US,U.S.,USA,U.S.A.,America|American|
Uruguay|Uruguayan|
Uzbekistan|Uzbek|
Vatican,Holy_See||
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Yemen|Yemeni|Sanaa
Zambia|Zambian|
Zimbabwe|Zimbabwean|Harare
"""

STATES = frozenset(
    s.replace("_", " ").lower()
    for s in """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho
Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri
Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon
Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia Washington West_Virginia
Wisconsin Wyoming""".split()
)

_SHORT_STATES = frozenset(
    "n.h. n.j. n.m. n.y. n.c. n.d. r.i. s.c. s.d. w.va. d.c. l.a. ala ariz ark calif colo conn fla ill ind kan ky mich "
    "minn mont neb nev okla ore pa penn tenn tex wash wis wyo".split()
)

_OTHERS = frozenset(
    s.replace("_", " ").lower()
    for s in """
Africa Asia Atlanta Baltimore Barcelona Bavaria Boston Brooklyn Capitol_Hill Catalonia Chechnya Chicago
Cleveland Crimea D.C. Dallas Davos Denver Detroit Dubai Europe Frankfurt Gaza Geneva Glasgow Guam Hamburg
Hollywood Houston Istanbul Kansas_City Las_Vegas Latin_America Liverpool Los_Angeles Manchester Manhattan
Melbourne Miami Middle_East Milan Milwaukee Montreal Mumbai Munich New_Orleans New_York_City Ontario
Philadelphia Phoenix Puerto_Rico Quebec San_Diego San_Francisco Seattle Shanghai Silicon_Valley St._Louis
Sydney Toronto Vancouver Wall_Street Washington_D.C. West West_Bank Zurich
""".split()
)

COUNTRY_OF: dict[str, str] = {}
"""A country's name, demonym or capital in lower case, and the country's key."""
COUNTRIES: set[str] = set()
DEMONYMS: set[str] = set()
CAPITALS: set[str] = set()
for _line in _COUNTRIES.strip().splitlines():
    _names, _demonyms, _seats = (part.replace("_", "\0") for part in _line.lower().split("|"))
    _key = _names.split(",")[0].replace("\0", " ")
    for _group, _into in (
        (_names.split(","), COUNTRIES),
        (_demonyms.split(), DEMONYMS),
        (_seats.split(), CAPITALS),
    ):
        for _form in _group:
            _into.add(_form.replace("\0", " "))
            COUNTRY_OF[_form.replace("\0", " ")] = _key

PEOPLES = frozenset(
    "basque breton briton croat dane dutchman dutchwoman englishman englishwoman finn frenchman frenchwoman irishman "
    "irishwoman kurd pole scot scotsman scotswoman serb slovak slovene spaniard swede turk uzbek welshman "
    "welshwoman".split()
)
"""What one of a people is called where no adjective serves; some are given names too."""

OWNER_OF = {**COUNTRY_OF, **{state: state for state in STATES}}
"""The country or state that a body has by one of these names in lower case: a state has its own name only."""

PLACES = frozenset(COUNTRIES | CAPITALS | STATES | _SHORT_STATES | _OTHERS)
"""Names of places in lower case, for telling the type of a name that the tagger has not seen."""
