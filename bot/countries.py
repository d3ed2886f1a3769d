"""Countries and large regions of the world with their peoples: one table for those who read and those who answer."""

from typing import Final

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


def _read() -> tuple[dict[str, str], dict[str, str]]:
    countries: dict[str, str] = {}
    peoples: dict[str, str] = {}
    for entry in _COUNTRIES.replace("\n", "").split(";"):
        names, _, others = entry.partition("|")
        country, _, nationalities = names.partition("=")
        countries |= dict.fromkeys([country, *filter(None, others.split("|"))], country)
        peoples |= dict.fromkeys(filter(None, nationalities.split(",")), country)
    return countries, peoples


COUNTRIES, PEOPLES = _read()
"""Each name of a country, and each nationality, with the country's own name."""
