"""Countries, their peoples and the largest regions: what is a place or a nationality whatever the recogniser says."""

import re
from functools import lru_cache
from typing import Final

from bot.words import folded

# country = nationality, nationality ...; after a "|" other names of the country.
_COUNTRIES: Final = """
Afghanistan=Afghan;Albania=Albanian;Algeria=Algerian;Andorra=Andorran;Angola=Angolan;Argentina=Argentine,Argentinian;
Armenia=Armenian;Australia=Australian;Austria=Austrian;Azerbaijan=Azerbaijani,Azeri;Bahamas=Bahamian;Bahrain=Bahraini;
Bangladesh=Bangladeshi;Barbados=Barbadian;Belarus=Belarusian,Belarussian|Belorussia;Belgium=Belgian;Belize=Belizean;
Benin=Beninese;Bhutan=Bhutanese;Bolivia=Bolivian;Bosnia=Bosnian|Bosnia and Herzegovina|Bosnia-Herzegovina;
Botswana=Botswanan;Brazil=Brazilian;Britain=British,Briton|United Kingdom|UK|U.K.|Great Britain;Brunei=Bruneian;
Bulgaria=Bulgarian;Burkina Faso=Burkinabe;Burundi=Burundian;Cambodia=Cambodian;Cameroon=Cameroonian;Canada=Canadian;
Cape Verde=;Central African Republic=;Chad=Chadian;Chile=Chilean;China=Chinese,Sino|People's Republic of China;
Colombia=Colombian;Comoros=;Congo=Congolese|Democratic Republic of Congo|Democratic Republic of the Congo|Zaire;
Costa Rica=Costa Rican;Croatia=Croatian,Croat;Cuba=Cuban;Cyprus=Cypriot;Czech Republic=Czech|Czechia;
Czechoslovakia=Czechoslovak,Czechoslovakian;Denmark=Danish,Dane;Djibouti=;Dominican Republic=Dominican;East Timor=;
Ecuador=Ecuadorean,Ecuadorian;Egypt=Egyptian;El Salvador=Salvadoran;Equatorial Guinea=;Eritrea=Eritrean;
Estonia=Estonian;Ethiopia=Ethiopian;Fiji=Fijian;Finland=Finnish,Finn;France=French,Frenchman;Gabon=Gabonese;
Gambia=Gambian;Georgia=Georgian;Germany=German|West Germany|East Germany;Ghana=Ghanaian;Greece=Greek;Grenada=;
Greenland=Greenlandic;Guatemala=Guatemalan;Guinea=Guinean;Guyana=Guyanese;Haiti=Haitian;Honduras=Honduran;
Hong Kong=;Hungary=Hungarian;Iceland=Icelandic,Icelander;India=Indian,Indo;Indonesia=Indonesian;Iran=Iranian;Iraq=Iraqi;
Ireland=Irish,Irishman|Northern Ireland;Israel=Israeli;Italy=Italian;Ivory Coast=Ivorian;Jamaica=Jamaican;
Japan=Japanese;Jordan=Jordanian;Kazakhstan=Kazakh,Kazakhstani;Kenya=Kenyan;Kosovo=Kosovar;Kuwait=Kuwaiti;
Kyrgyzstan=Kyrgyz;Laos=Laotian;Latvia=Latvian;Lebanon=Lebanese;Lesotho=;Liberia=Liberian;Libya=Libyan;
Liechtenstein=;Lithuania=Lithuanian;Luxembourg=;Macedonia=Macedonian|North Macedonia;Madagascar=Malagasy;
Malawi=Malawian;Malaysia=Malaysian;Maldives=Maldivian;Mali=Malian;Malta=Maltese;Mauritania=Mauritanian;
Mauritius=Mauritian;Mexico=Mexican;Moldova=Moldovan;Monaco=;Mongolia=Mongolian;Montenegro=Montenegrin;
Morocco=Moroccan;Mozambique=Mozambican;Myanmar=Burmese|Burma;Namibia=Namibian;Nepal=Nepalese,Nepali;
Netherlands=Dutch,Dutchman|Holland|The Netherlands;New Zealand=New Zealander;Nicaragua=Nicaraguan;Niger=Nigerien;
Nigeria=Nigerian;North Korea=North Korean|DPRK;Norway=Norwegian;Oman=Omani;Pakistan=Pakistani;Palau=;
Palestine=Palestinian;Panama=Panamanian;Papua New Guinea=;Paraguay=Paraguayan;Peru=Peruvian;
Philippines=Filipino,Philippine;Poland=Polish,Pole;Portugal=Portuguese;Puerto Rico=Puerto Rican;Qatar=Qatari;
Romania=Romanian;Russia=Russian,Russo|Russian Federation;Rwanda=Rwandan;Samoa=Samoan;Saudi Arabia=Saudi,Saudi Arabian;
Scotland=Scottish,Scot;Senegal=Senegalese;Serbia=Serbian,Serb;Sierra Leone=;Singapore=Singaporean;
Slovakia=Slovak,Slovakian;Slovenia=Slovenian,Slovene;Somalia=Somali;South Africa=South African;
South Korea=South Korean|S. Korea;Soviet Union=Soviet|USSR|U.S.S.R.;Spain=Spanish,Spaniard;Sri Lanka=Sri Lankan;
Sudan=Sudanese|South Sudan;Suriname=Surinamese;Swaziland=Swazi|Eswatini;Sweden=Swedish,Swede;Switzerland=Swiss;
Syria=Syrian;Taiwan=Taiwanese;Tajikistan=Tajik;Tanzania=Tanzanian;Thailand=Thai;Tibet=Tibetan;Togo=Togolese;Tonga=Tongan;
Trinidad and Tobago=Trinidadian|Trinidad;Tunisia=Tunisian;Turkey=Turkish,Turk|Türkiye;Turkmenistan=Turkmen;
Uganda=Ugandan;Ukraine=Ukrainian;United Arab Emirates=Emirati|UAE|U.A.E.;
United States=American|US|U.S.|USA|U.S.A.|United States of America|America;Uruguay=Uruguayan;Uzbekistan=Uzbek;
Vanuatu=;Vatican=|Vatican City;Venezuela=Venezuelan;Vietnam=Vietnamese;Wales=Welsh,Welshman;Yemen=Yemeni;
Yugoslavia=Yugoslav,Yugoslavian;Zambia=Zambian;Zimbabwe=Zimbabwean;England=English,Englishman;
Chechnya=Chechen;Africa=African;Asia=Asian;Europe=European;Antarctica=;Eurasia=Eurasian;Latin America=Latin American;
North America=North American;South America=South American;Central America=Central American;Southeast Asia=;
Middle East=Middle Eastern;Central Asia=Central Asian;South Asia=South Asian;Scandinavia=Scandinavian
"""
_REGIONS: Final = """
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Iowa
Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Wisconsin Wyoming Ontario Quebec Manitoba
Saskatchewan Alberta Queensland Tasmania Kashmir Punjab Crimea Donbas Catalonia Bavaria Siberia Gaza
"""


def _read() -> tuple[dict[str, str], dict[str, str]]:
    places: dict[str, str] = {region: region for region in _REGIONS.split()}
    peoples: dict[str, str] = {}
    for entry in _COUNTRIES.replace("\n", "").split(";"):
        names, _, others = entry.partition("|")
        country, _, nationalities = names.partition("=")
        places |= dict.fromkeys([country, *filter(None, others.split("|"))], country)
        peoples |= dict.fromkeys(filter(None, nationalities.split(",")), country)
    return places, peoples


PLACES, PEOPLES = _read()
"""Each name of a country or region, and each nationality, with the country's own name."""

_FOLDED: Final = {folded(name): name for name in (*PLACES, *PEOPLES)}
_ENDING: Final = re.compile(r"(?:s|es|'s|-born|-based|-led)$")
# Countries that are also given names or surnames: the text decides.
AMBIGUOUS: Final = frozenset("Jordan Chad Georgia Israel Turkey Niger Guinea Chile Virginia Washington Monaco".split())


@lru_cache(maxsize=8192)
def is_place(name: str) -> bool:
    return name in PLACES or PLACES.get(_FOLDED.get(folded(name), "")) is not None


@lru_cache(maxsize=8192)
def is_people(name: str) -> bool:
    """A nationality, as adjective or noun, in any case and number: "Indian", "Indians", "Indo-Russian"."""
    parts = [part for part in re.split(r"[-–]", name) if part]
    return bool(parts) and all(_is_people(part) for part in parts)


def _is_people(word: str) -> bool:
    return word in PEOPLES or _FOLDED.get(folded(word)) in PEOPLES or _ENDING.sub("", word) in PEOPLES
