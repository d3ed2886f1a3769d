"""Bodies, teams and cities that much news speaks of: what their names alone tell. Add a widely known one here."""

from typing import Final

# What teams are called, in the plural; "Rockies" and "Indians" are more often something else.
TEAMS: Final = frozenset(
    """
    49ers 76ers aces aggies astros athletics aztecs badgers bearcats bears beavers bengals billikens bills
    blackhawks blazers bluejays bobcats boilermakers braves brewers broncos browns bruins buccaneers buckeyes bucks
    bucs buffaloes bulldogs bulls canadiens canucks cardinals cavaliers cavs celtics chargers chiefs clippers colts
    cornhuskers cougars cowboys coyotes cubs diamondbacks dodgers dolphins ducks eagles falcons flames flyers friars
    gamecocks gators giants gophers grizzlies hawkeyes hawks heels hokies hoosiers hornets hoyas hurricanes huskies
    islanders jags jaguars jayhawks jays jets knicks lakers lions longhorns mariners marlins mavericks mavs mets
    musketeers nets niners nuggets oilers orioles pacers packers padres panthers patriots pelicans penguins phillies
    pirates pistons predators raiders rams rangers raptors ravens rays razorbacks rebels redbirds redskins rockets
    rovers royals sabres saints salukis seahawks seminoles sharks shockers sixers sooners spartans spurs steelers
    suns supersonics sycamores terrapins texans tigers timberwolves titans trailblazers trojans twins vikings vols
    wanderers warriors wildcats wizards wolverines yankees
    """.split()
)
"""Folded, the last word of a team's name."""

_CLUBS: Final = """
AC Milan;AS Roma;AZ Alkmaar;Ajax;Ajax Amsterdam;All Blacks;Anderlecht;Arsenal;Aston Villa;Athletic Bilbao;
Atletico Madrid;Bayer Leverkusen;Bayern Munich;Benfica;Besiktas;Birmingham City;Blackburn Rovers;Blue Jays;
Boca Juniors;Bolton Wanderers;Borussia Dortmund;Borussia Moenchengladbach;Boston Red Sox;Bristol City;Bristol Rovers;
Cardiff City;Celta Vigo;Charlton Athletic;Chelsea;Chicago White Sox;Coventry City;Crystal Palace;Deportivo Coruna;
Derby County;Dinamo Zagreb;Dundee United;Dynamo Kiev;Dynamo Moscow;Eintracht Frankfurt;Espanyol;FC Porto;Fenerbahce;
Feyenoord;Fiorentina;Flamengo;Galatasaray;Gamba Osaka;Hajduk Split;Hamburg SV;Hansa Rostock;Heart of Midlothian;
Hibernian;Huddersfield Town;Hull City;Inter Milan;Internazionale;Ipswich Town;Juventus;Kaiserslautern;Kashima Antlers;
Kilmarnock;LA Galaxy;Lazio;Leeds United;Leicester City;Lokomotiv Moscow;Manchester City;Manchester United;
Maccabi Tel Aviv;Miami Heat;Middlesbrough;Minnesota Wild;Motherwell;Newcastle United;Norwich City;Nottingham Forest;
Oklahoma City Thunder;Olympiakos;Olympique Lyon;Olympique Marseille;Orlando Magic;PSV Eindhoven;Palmeiras;
Panathinaikos;Paris Saint-Germain;Partizan Belgrade;Peterborough United;Queens Park Rangers;Raith Rovers;Rapid Vienna;
Real Betis;Real Madrid;Real Sociedad;Red Sox;Red Star Belgrade;River Plate;Sampdoria;Sao Paulo FC;Schalke;
Shakhtar Donetsk;Sheffield United;Sheffield Wednesday;Slavia Prague;Spartak Moscow;Sparta Prague;Sporting Lisbon;
Springboks;St Mirren;Standard Liege;Steaua Bucharest;Stoke City;Swansea City;Swindon Town;Tampa Bay Lightning;
Tottenham;Tottenham Hotspur;Trabzonspor;Udinese;Utah Jazz;VfB Stuttgart;Wallabies;Werder Bremen;West Bromwich Albion;
West Ham;West Ham United;White Sox;Wigan Athletic;Wimbledon FC;Wolverhampton Wanderers;Wycombe Wanderers;
Yokohama Marinos
"""
CLUBS: Final = frozenset(_CLUBS.replace("\n", "").split(";"))
"""Clubs of football and other sports whose names end otherwise, often in a city's."""

_BODIES: Final = """
ABC;ACLU;Adidas;Aetna;Airbus;Al Jazeera;Al Qaeda;Al-Qaeda;Alcatel;Alibaba;Alitalia;AMD;Amnesty International;AOL;
Amazon.com;AstraZeneca;AT&T;Audi;Barclays;Bayer;BBC;Bloomberg;BMW;Boeing;BP;Bundesbank;Bundestag;CBS;CBS News;
Chevrolet;Chevron;Chrysler;CIA;Cisco;Citigroup;Clorox;CNN;Coca-Cola;Comcast;Congress;Costco;Daimler;Deutsche Bank;
DreamWorks;eBay;ECB;Ericsson;ESPN;EU;European Commission;European Union;Europol;Expedia;Exxon;ExxonMobil;Facebook;FBI;
FDA;FedEx;Fiat;FIFA;Flickr;Foxconn;Fox News;Fujitsu;Gazprom;GlaxoSmithKline;Goldman Sachs;Google;Greenpeace;Groupon;
Hamas;HBO;Heineken;Hewlett-Packard;Hezbollah;Hitachi;Honda;HSBC;HTC;Huawei;Human Rights Watch;Hyundai;IAEA;IBM;IKEA;
IMF;Infineon;Infosys;Instagram;Intel;Interpol;ITV;JPMorgan;Kia;Kickstarter;Knesset;Kremlin;Lenovo;Lexus;LinkedIn;
Lufthansa;Mazda;McDonald's;Microsoft;Mitsubishi;Motorola;Mozilla;MSNBC;MTV;Myspace;MySpace;NAACP;NASA;NATO;NBA;NBC;
NBC News;NCAA;Nestle;Netflix;NFL;NHL;Nikkei;Nintendo;Nissan;Nokia;Novartis;NPR;NSA;Nvidia;NYPD;Olympus;OPEC;Oracle;
OSCE;Oxfam;Panasonic;PayPal;Pentagon;PepsiCo;Peugeot;Pfizer;Philips;Pinterest;Politico;Qaeda;Qualcomm;Reddit;Renault;
Reuters;Rolls-Royce;RSPCA;Ryanair;SAP;Samsung;Scotland Yard;Senate;Skype;Sony;SpaceX;Spotify;Starbucks;Subaru;Suzuki;
Taliban;TechCrunch;Tencent;Tesco;Texaco;TMZ;Toshiba;Toyota;Tumblr;Twitter;UEFA;UN;UNESCO;UNHCR;UNICEF;Unilever;
United Nations;USDA;Verizon;Viacom;Vodafone;Volkswagen;Volvo;Wal-Mart;Walmart;White House;WikiLeaks;Wikileaks;
Wikipedia;World Bank;WTO;Xerox;Yahoo;YouTube
"""
BODIES_KNOWN: Final = CLUBS | frozenset(_BODIES.replace("\n", "").split(";"))

_WORKS: Final = """
Android;BlackBerry;Chromebook;Firefox;Flash Player;Galaxy S;Gmail;Google Chrome;Google Maps;iPad;iPhone;
iPod;iTunes;Internet;Internet Explorer;Java;JavaScript;Kindle;Linux;macOS;Mac OS X;Outlook Express;
PlayStation 3;Safari;Unix;Visual Basic;Windows;Windows 2000;Windows 7;Windows 8;Windows 10;Windows Server;Windows Vista;
Windows XP;Xbox;Academy Awards;Emmy Awards;Emmys;Golden Globes;Grammys;Oscars;Nobel Prize;Pulitzer;Ebola;
Facebook Live;Christmas;Easter;Thanksgiving;Ramadan;Hanukkah;Passover;Super Bowl;World Cup;World Series
"""
WORKS: Final = frozenset(_WORKS.replace("\n", "").split(";"))
"""Products, prizes and feasts."""

_CITIES: Final = """
Abidjan;Abu Dhabi;Abuja;Accra;Addis Ababa;Aden;Ahmedabad;Albuquerque;Aleppo;Alexandria;Algiers;Almaty;Amman;Amsterdam;
Anchorage;Ankara;Antwerp;Ashgabat;Asmara;Astana;Asuncion;Athens;Atlanta;Auckland;Baghdad;Bahrain;Baku;Bali;Baltimore;
Bamako;Bangalore;Bangkok;Bangui;Barcelona;Basra;Beijing;Beirut;Belfast;Belgrade;Benghazi;Berlin;Bern;Bilbao;
Birmingham;Bishkek;Bogota;Bonn;Bordeaux;Boston;Brasilia;Bratislava;Brazzaville;Bremen;Brisbane;Bristol;Bronx;Brooklyn;
Brussels;Bucharest;Budapest;Buenos Aires;Bujumbura;Cairo;Calais;Calcutta;Calgary;Canberra;Cape Town;Caracas;Cardiff;
Casablanca;Chechnya;Chennai;Chicago;Chisinau;Christchurch;Cincinnati;Cleveland;Cologne;Colombo;Conakry;Copenhagen;
Dakar;Damascus;Dar es Salaam;Darfur;Delhi;Denver;Des Moines;Detroit;Dhaka;Doha;Donetsk;Dubai;Dublin;Durban;Dushanbe;
Dusseldorf;Edinburgh;Edmonton;Fallujah;Frankfurt;Freetown;Gaborone;Gaza City;Geneva;Genoa;Glasgow;Golden State;
Gothenburg;Green Bay;Grozny;Guadalajara;Guangzhou;Guatemala City;Hague;Haifa;Hamburg;Hanoi;Harare;Havana;Hebron;
Helsinki;Hiroshima;Ho Chi Minh City;Hollywood;Hong Kong;Honolulu;Houston;Hyderabad;Indianapolis;Islamabad;Istanbul;
Jacksonville;Jaffna;Jakarta;Jeddah;Jerusalem;Johannesburg;Juba;Kabul;Kampala;Kandahar;Kansas City;Karachi;Kathmandu;
Khartoum;Kiev;Kigali;Kingston;Kinshasa;Kolkata;Kosovo;Kuala Lumpur;Kuwait City;Kyiv;Kyoto;La Paz;Lagos;Lahore;
Las Vegas;Leeds;Leipzig;Libreville;Lima;Lisbon;Liverpool;Ljubljana;London;Los Angeles;Louisville;Luanda;Lucknow;
Lusaka;Luxembourg;Lyon;Madrid;Managua;Manama;Manchester;Manhattan;Manila;Maputo;Marseille;Mecca;Medellin;Medina;
Melbourne;Memphis;Mexico City;Miami;Milan;Milwaukee;Minneapolis;Minsk;Mogadishu;Mombasa;Monrovia;Monterrey;Montevideo;
Montreal;Moscow;Mosul;Mumbai;Munich;Nagasaki;Nairobi;Najaf;Naples;Nashville;New Delhi;New England;New Orleans;
New York;New York City;Newark;Newcastle;Nicosia;Oakland;Odessa;Oklahoma City;Omaha;Osaka;Oslo;Ottawa;Palermo;
Panama City;Paris;Perth;Peshawar;Philadelphia;Phnom Penh;Pittsburgh;Port-au-Prince;Prague;Pretoria;Pristina;Pyongyang;
Quito;Rabat;Raleigh;Ramallah;Rangoon;Rawalpindi;Reykjavik;Riga;Rio de Janeiro;Riyadh;Rome;Rotterdam;Sacramento;Saigon;
Salt Lake City;San Antonio;San Diego;San Francisco;San Jose;San Juan;San Salvador;Sanaa;Sao Paulo;Sarajevo;Seattle;
Seoul;Seville;Shanghai;Shenzhen;Silicon Valley;Skopje;Sofia;Srebrenica;Srinagar;St. Louis;St. Petersburg;Stockholm;
Strasbourg;Stuttgart;Sumatra;Surabaya;Taipei;Tallinn;Tampa;Tampa Bay;Tashkent;Tbilisi;Tegucigalpa;Tehran;Tel Aviv;
Tibet;Tijuana;Tikrit;Tirana;Tokyo;Toronto;Tripoli;Tunis;Turin;Ulan Bator;Vancouver;Venice;Vienna;Vientiane;Vilnius;
Wall Street;Warsaw;Wellington;Winnipeg;Yangon;Yaounde;Yerevan;Yokohama;Zagreb;Zurich;Antarctica;Africa;Asia;Europe;
Latin America;Middle East;North America;South America;Southeast Asia;Caribbean;Balkans;Scandinavia;Arctic;Sinai;
West Bank;Gaza Strip;Ural
"""
CITIES: Final = frozenset(_CITIES.replace("\n", "").split(";"))
"""Capitals, the largest cities, continents and regions in the news; few of them are also surnames."""
