"""Towns, regions and venues that the time zone database lacks, written by hand, for `places` alone.

Here: capitals, seats of organisations, where talks were held or are likely to be, regions that keep one clock.
Not here: what the database itself names. A value is a list of names, parted by semicolons and in order without
regard to accents and case; no name stands twice.
"""

# Zone -> names of places in it.
TOWNS = {
    "Africa/Abidjan": "Yamoussoukro",
    "Africa/Accra": "Jubilee House; Kumasi",
    "Africa/Addis_Ababa": "African Union headquarters; Amhara; AU headquarters; Mekele; Mekelle; Oromia; Tigray",
    "Africa/Algiers": "El Mouradia; Oran",
    "Africa/Blantyre": "Lilongwe",
    "Africa/Bujumbura": "Gitega",
    "Africa/Cairo": "Alexandria, Egypt; Arab League headquarters; Aswan; El Alamein; Giza; Luxor; New Alamein; "
    "Port Said; Sharm el-Sheik; Sharm el-Sheikh; Sharm esh-Sheikh; Sinai; Suez; Taba",
    "Africa/Casablanca": "Agadir; Fes; Fez; Marrakech; Marrakesh; Rabat; Skhirat; Tangier; Tangiers",
    "Africa/Dar_es_Salaam": "Arusha; Dodoma; Zanzibar",
    "Africa/Douala": "Yaoundé",
    "Africa/El_Aaiun": "Laayoune",
    "Africa/Harare": "Bulawayo; Victoria Falls",
    "Africa/Johannesburg": "Bloemfontein; Cape Town; Durban; Pretoria; Sandton; Soweto; Stellenbosch; Tshwane",
    "Africa/Kampala": "Entebbe",
    "Africa/Khartoum": "Darfur; El Fasher; Omdurman; Port Sudan",
    "Africa/Lagos": "Abuja; Aso Rock; ECOWAS headquarters; Kano; Niger Delta",
    "Africa/Lubumbashi": "Bukavu; Goma; North Kivu; South Kivu",
    "Africa/Maputo": "Beira; Cabo Delgado; Pemba",
    "Africa/Mbabane": "Lobamba",
    "Africa/Mogadishu": "Hargeisa; Puntland; Somaliland",
    "Africa/Nairobi": "Mombasa; Naivasha; U.N. headquarters in Nairobi; U.N. Office in Nairobi; "
    "United Nations headquarters in Nairobi",
    "Africa/Ndjamena": "N'Djamena",
    "Africa/Tripoli": "Benghazi; Misrata; Sirte; Tobruk",
    "Africa/Tunis": "Carthage; Djerba; Sfax",
    "America/Anchorage": "Alaska; Elmendorf; Fairbanks; Joint Base Elmendorf-Richardson",
    "America/Antigua": "St. John's, Antigua; St. John's, Antigua and Barbuda",
    "America/Argentina/Buenos_Aires": "Bariloche; Casa Rosada; Mar del Plata; Rosario",
    "America/Asuncion": "Ciudad del Este; Luque",
    "America/Bahia": "Salvador de Bahia",
    "America/Barbados": "Bridgetown",
    "America/Belize": "Belmopan",
    "America/Bogota": "Barranquilla; Bucaramanga; Cali; Cartagena; Cartagena de Indias; Casa de Nariño; Cúcuta; "
    "Medellín; Santa Marta",
    "America/Boise": "Idaho Falls",
    "America/Cancun": "Playa del Carmen; Quintana Roo; Tulum",
    "America/Caracas": "Maracaibo; Miraflores Palace",
    "America/Chicago": "Alabama; Arkansas; Austin; Austin, Texas; Birmingham, Alabama; Crawford, Texas; Dallas; "
    "Fort Worth; Houston; Illinois; Iowa; Louisiana; Memphis; Milwaukee; Minneapolis; Minnesota; Mississippi; "
    "Missouri; Mobile; Nashville; New Orleans; Odessa, Texas; Oklahoma; Paris, Texas; San Antonio; St. Louis; "
    "Starbase; Wisconsin",
    "America/Costa_Rica": "San José, Costa Rica",
    "America/Curacao": "Willemstad",
    "America/Denver": "Albuquerque; Aspen; Colorado; Colorado Springs; Jackson Hole; Los Alamos; Montana; New Mexico; "
    "Peterson Space Force Base; Salt Lake City; Santa Fe, New Mexico; Utah; Wyoming",
    "America/Dominica": "Roseau",
    "America/Edmonton": "Alberta; Banff; Calgary; Kananaskis",
    "America/El_Salvador": "San Salvador",
    "America/Grenada": "St. George's, Grenada",
    "America/Guatemala": "Antigua Guatemala; Guatemala City",
    "America/Guayaquil": "Carondelet Palace; Quito",
    "America/Guyana": "Georgetown, Guyana",
    "America/Halifax": "Charlottetown; Nova Scotia; Prince Edward Island",
    "America/Havana": "Guantánamo; Guantánamo Bay; Santiago de Cuba",
    "America/Hermosillo": "Sonora",
    "America/Jamaica": "Kingston; Montego Bay",
    "America/La_Paz": "Cochabamba; Santa Cruz de la Sierra; Sucre",
    "America/Lima": "Arequipa; Callao; Cusco; Cuzco",
    "America/Los_Angeles": "California; Camp Pendleton; Filoli; Hollywood; Las Vegas; Long Beach; Nevada; Oakland; "
    "Palm Springs; Palo Alto; Pasadena; Portland, Oregon; Rancho Mirage; Sacramento; San Diego; San Francisco; "
    "San Jose, California; Seattle; Silicon Valley; Stanford; Sunnylands; Washington state; Woodside, California",
    "America/Martinique": "Fort-de-France",
    "America/Mazatlan": "Baja California Sur; Cabo San Lucas; Culiacán; La Paz, Mexico; Los Cabos; San José del Cabo; "
    "Sinaloa",
    "America/Mexico_City": "Acapulco; Guadalajara; Oaxaca; Puebla; Querétaro; Veracruz",
    "America/Montevideo": "Mercosur headquarters; Punta del Este",
    "America/New_York": "Alexandria, Virginia; Andrews Air Force Base; Annapolis; Arlington, Virginia; "
    "Arlington National Cemetery; Athens, Georgia; Atlanta; Baltimore; Bedminster; Bethesda; Blair House; Boston; "
    "Bretton Woods; Cambridge, Massachusetts; Camp David; Capitol Hill; Cincinnati; Cleveland; Columbus, Ohio; "
    "Connecticut; Dayton; Delaware; District of Columbia; Doral; Dover Air Force Base; Foggy Bottom; "
    "Fort Lauderdale; Fort McNair; Georgetown University; Greenbrier; IMF headquarters; Joint Base Andrews; "
    "Key West; Langley; MacDill; Maine; Manchester, New Hampshire; Manhattan; Mar-a-Lago; Maryland; "
    "Massachusetts; Melbourne, Florida; Miami; Mount Vernon; National Press Club; New Hampshire; New Jersey; "
    "New York City; New York state; Norfolk, Virginia; North Carolina; OAS headquarters; Ohio; "
    "Organization of American States headquarters; Orlando; Oval Office; Palm Beach; Pennsylvania; "
    "Pennsylvania Avenue; Pentagon; Philadelphia; Pittsburgh; Portland, Maine; Portsmouth, New Hampshire; "
    "Quantico; Rhode Island; Rome, Georgia; Rose Garden; Savannah; Sea Island; South Carolina; State Department; "
    "Syracuse, New York; Tampa; Trump Tower; U.N. General Assembly; U.N. General Assembly Hall; "
    "U.N. Headquarters; U.N. Security Council; United Nations General Assembly; United Nations Headquarters; "
    "United Nations Security Council; U.S. Capitol; U.S. Congress; U.S. House of Representatives; U.S. Senate; "
    "U.S. State Department; U.S. Supreme Court; U.S. Treasury; Vermont; Vienna, Virginia; Virginia; Wall Street; "
    "Washington; Washington, D.C.; Washington DC; West Virginia; White House; Williamsburg; Wilmington, Delaware; "
    "World Bank headquarters; Wye River",
    "America/Nuuk": "Godthåb; Ilulissat; Kangerlussuaq",
    "America/Panama": "Colón, Panama; Darién; Panama Canal; Panama City",
    "America/Phoenix": "Arizona; Scottsdale; Tucson",
    "America/Port-au-Prince": "Cap-Haïtien",
    "America/Port_of_Spain": "Tobago; Trinidad",
    "America/Puerto_Rico": "San Juan, Puerto Rico",
    "America/Regina": "Saskatchewan; Saskatoon",
    "America/Santiago": "ECLAC headquarters; La Moneda; Valparaíso; Viña del Mar",
    "America/Santo_Domingo": "Punta Cana",
    "America/Sao_Paulo": "Alvorada Palace; Belo Horizonte; Brasilia; Curitiba; Foz do Iguaçu; Foz do Iguassu; "
    "Itamaraty; Itamaraty Palace; Planalto; Planalto Palace; Porto Alegre; Rio; Rio de Janeiro",
    "America/St_Johns": "Newfoundland; St. John's, Newfoundland; St. John's, Newfoundland and Labrador",
    "America/St_Kitts": "Basseterre",
    "America/St_Lucia": "Castries",
    "America/St_Vincent": "Kingstown",
    "America/Tegucigalpa": "San Pedro Sula",
    "America/Thule": "Pituffik; Pituffik Space Base; Thule Air Base",
    "America/Tijuana": "Baja California; Mexicali",
    "America/Toronto": "Charlevoix; Gatineau; Hamilton, Ontario; Huntsville, Ontario; ICAO headquarters; La Malbaie; "
    "London, Ontario; Montebello; Montreal; Muskoka; Niagara-on-the-Lake; Ontario; Ottawa; Parliament Hill; "
    "Quebec; Quebec City; Rideau Hall",
    "America/Vancouver": "British Columbia; Victoria, British Columbia; Whistler",
    "America/Whitehorse": "Yukon",
    "America/Winnipeg": "Manitoba",
    "Arctic/Longyearbyen": "Ny-Ålesund; Spitsbergen; Svalbard",
    "Asia/Aden": "Hodeida; Hodeidah; Hudaydah; Sana'a; Sanaa",
    "Asia/Almaty": "Alma-Ata; Astana; Nur-Sultan; Nursultan",
    "Asia/Amman": "Aqaba; Petra; Wadi Araba; Zarqa",
    "Asia/Ashgabat": "Ashkhabad; Avaza; Awaza",
    "Asia/Baghdad": "Ain al-Asad; Basra; Erbil; Iraqi Kurdistan; Irbil; Kirkuk; Mosul; Najaf; Sulaymaniyah",
    "Asia/Bahrain": "Manama; Sakhir",
    "Asia/Baku": "Gabala; Karabakh; Khankendi; Nagorno-Karabakh; Nakhchivan; Shusha; Stepanakert",
    "Asia/Bangkok": "Cha-am; Chiang Mai; Chiang Rai; ESCAP headquarters; Hua Hin; Pattaya; Phuket",
    "Asia/Barnaul": "Gorno-Altaysk",
    "Asia/Beirut": "Baabda; Naqoura; Sidon; South Lebanon; Tyre",
    "Asia/Bishkek": "Cholpon-Ata; Issyk-Kul; Osh",
    "Asia/Brunei": "Bandar Seri Begawan",
    "Asia/Colombo": "Hambantota; Kandy; Sri Jayawardenepura Kotte; Trincomalee",
    "Asia/Damascus": "Aleppo; Daraa; Hmeimim; Homs; Idlib; Latakia; Raqqa; Suwayda; Sweida; Tartus",
    "Asia/Dhaka": "Chattogram; Chittagong; Cox's Bazar; Dacca",
    "Asia/Dubai": "Abu Dhabi; Expo City; Fujairah; IRENA headquarters; Qasr Al Watan; Ras al-Khaimah; Sharjah",
    "Asia/Dushanbe": "Khujand",
    "Asia/Famagusta": "Kyrenia; Northern Cyprus; Varosha",
    "Asia/Gaza": "Gaza City; Gaza Strip; Khan Younis; Khan Yunis; Rafah",
    "Asia/Hebron": "Bethlehem; Jenin; Jericho; Muqata; Nablus; Ramallah; West Bank",
    "Asia/Ho_Chi_Minh": "Cam Ranh Bay; Da Nang; Danang; Dien Bien Phu; Ha Long; Hai Phong; Haiphong; Hanoi; "
    "Ho Chi Minh City; Hue; Nha Trang; Phu Quoc; Saigon",
    "Asia/Hong_Kong": "Kowloon",
    "Asia/Irkutsk": "Buryatia; Lake Baikal; Ulan-Ude",
    "Asia/Jakarta": "Aceh; ASEAN headquarters; ASEAN Secretariat; Banda Aceh; Bandung; Batam; Bogor; Java; Medan; "
    "Merdeka Palace; Semarang; Sumatra; Surabaya; Surakarta; Yogyakarta",
    "Asia/Jayapura": "Ambon; Papua; West Papua",
    "Asia/Jerusalem": "Beersheba; Ben Gurion Airport; East Jerusalem; Eilat; Haifa; Herzliya; Kirya; Knesset; Negev; "
    "Tel Aviv; Tel Aviv-Yafo; West Jerusalem; Yad Vashem",
    "Asia/Kabul": "Bagram; Herat; Jalalabad; Kandahar; Kunduz; Mazar-i-Sharif",
    "Asia/Kamchatka": "Petropavlovsk-Kamchatsky",
    "Asia/Karachi": "Balakot; Balochistan; Gwadar; Islamabad; Khyber Pakhtunkhwa; Lahore; Murree; Peshawar; "
    "Punjab, Pakistan; Quetta; Rawalpindi; Sindh",
    "Asia/Kathmandu": "Katmandu; Lumbini; Pokhara",
    "Asia/Kolkata": "Agra; Ahmedabad; Amritsar; Arunachal Pradesh; Assam; Bangalore; Bengaluru; Bharat Mandapam; "
    "Bodh Gaya; Bombay; Calcutta; Chandigarh; Chennai; Delhi; Dharamsala; Dharamshala; Gandhinagar; Goa; Gujarat; "
    "Guwahati; Hyderabad House; Jaipur; Kerala; Kochi; Ladakh; Lucknow; Madras; Mamallapuram; Manipur; Mumbai; "
    "New Delhi; Pune; Rajasthan; Rashtrapati Bhavan; Shimla; Simla; South Block; Srinagar; Tamil Nadu; Udaipur; "
    "Uttar Pradesh; Varanasi; Visakhapatnam; West Bengal",
    "Asia/Krasnoyarsk": "Kemerovo; Kyzyl; Norilsk; Tuva",
    "Asia/Kuala_Lumpur": "Johor; Johor Bahru; Langkawi; Malacca; Melaka; Penang; Perdana Putra; Putrajaya; Selangor",
    "Asia/Kuching": "Kota Kinabalu; Sabah; Sarawak",
    "Asia/Kuwait": "Bayan Palace; Camp Arifjan; Kuwait City",
    "Asia/Makassar": "Bali; Denpasar; Labuan Bajo; Lombok; Nusa Dua; Sulawesi; Ubud",
    "Asia/Manila": "ADB headquarters; Baguio; Boracay; Camp Aguinaldo; Cebu; Clark Air Base; Davao; Luzon; Makati; "
    "Malacañang; Malacañang Palace; Mindanao; Palawan; Quezon City; Subic Bay; Zamboanga",
    "Asia/Muscat": "Al Alam Palace; Duqm; Salalah",
    "Asia/Nicosia": "Akrotiri; Ayia Napa; Larnaca; Limassol; Paphos",
    "Asia/Phnom_Penh": "Angkor Wat; Battambang; Peace Palace, Phnom Penh; Siem Reap; Sihanoukville",
    "Asia/Pyongyang": "Kaesong; Kumgang; Kumsusan; Mount Kumgang; Mount Paektu; Nampo; Panmungak; Punggye-ri; Rajin; "
    "Rason; Sinuiju; Sohae; Wonsan; Yongbyon",
    "Asia/Qatar": "Al Udeid; Al Udeid Air Base; Doha; Lusail",
    "Asia/Riyadh": "Al-Ula; AlUla; Dammam; Dhahran; Diriyah; GCC headquarters; Jeddah; Jiddah; Makkah; Mecca; Medina; "
    "NEOM; Neom Bay; OIC headquarters; Taif; Yanbu",
    "Asia/Sakhalin": "Iturup; Kunashir; Kuril Islands; Southern Kurils; Yuzhno-Sakhalinsk",
    "Asia/Samarkand": "Bukhara; Khiva; Termez",
    "Asia/Seoul": "Blue House; Busan; Camp Humphreys; Cheong Wa Dae; Cheongwadae; Daegu; Daejeon; Gangneung; Gimhae; "
    "Gimpo; Gwangju; Gyeongju; Incheon; Jeju; Jeju Island; Kimpo; Korean Demilitarized Zone; Osan; Osan Air Base; "
    "Paju; Panmunjeom; Panmunjom; Peace House; Pohang; Pusan; Pyeongchang; Pyeongtaek; Sejong; Songdo; Suwon; "
    "Ulleungdo; Ulsan; Yongsan",
    "Asia/Shanghai": "Anhui; Badaling; Beidaihe; Beijing; Boao; Changchun; Changsha; Chengdu; Chongqing; Dalian; "
    "Dandong; Diaoyutai; Diaoyutai State Guesthouse; Fujian; Fuzhou; Gansu; Great Hall of the People; Guangdong; "
    "Guangxi; Guangzhou; Guilin; Guizhou; Haikou; Hainan; Hangzhou; Harbin; Hebei; Hefei; Heilongjiang; Henan; "
    "Hohhot; Huangshan; Hubei; Hunan; Inner Mongolia; Jiangsu; Jiangxi; Jilin; Jinan; Kunming; Lhasa; Liaoning; "
    "Nanjing; Nanning; Ningbo; Ningxia; Peking; Qingdao; Qinghai; Sanya; SCO headquarters; SCO Secretariat; "
    "Shaanxi; Shandong; Shanxi; Shenyang; Shenzhen; Sichuan; Suzhou; Tiananmen; Tiananmen Gate; Tiananmen Square; "
    "Tianjin; Tibet; Tunxi; Wuhan; Wuxi; Wuzhen; Xi'an; Xiamen; Xian; Xiong'an; Yanqi Lake; Yiwu; Yunnan; "
    "Zhejiang; Zhengzhou; Zhongnanhai; Zhuhai",
    "Asia/Singapore": "APEC Secretariat; Changi; Changi Naval Base; Sentosa; Shangri-La Dialogue",
    "Asia/Taipei": "Hsinchu; Hualien; Kaohsiung; Kinmen; Matsu; Penghu; Taichung; Tainan; Taoyuan",
    "Asia/Tashkent": "Fergana",
    "Asia/Tbilisi": "Anaklia; Batumi; Kutaisi; Poti",
    "Asia/Tehran": "Bandar Abbas; Bushehr; Chabahar; Esfahan; Fordow; Isfahan; Kharg Island; Kish Island; Mashhad; "
    "Natanz; Qom; Shiraz; Tabriz",
    "Asia/Thimphu": "Paro",
    "Asia/Tokyo": "Akasaka; Akasaka Palace; Aomori; Chiba; Fukuoka; Fukushima; Futenma; Hakodate; Hakone; Haneda; "
    "Henoko; Hiroshima; Hokkaido; Ise-Shima; Ishigaki; Iwakuni; Iwo Jima; Kadena; Kadena Air Base; Kagoshima; "
    "Kanazawa; Kantei; Karuizawa; Kitakyushu; Kobe; Kumamoto; Kyoto; Kyushu; Misawa; Nagano; Nagasaki; Nagatacho; "
    "Nagoya; Naha; Nara; Narita; Niigata; Okinawa; Osaka; Sado; Sapporo; Sasebo; Sendai; Shimonoseki; Shizuoka; "
    "Toyako; Tsukuba; Yamaguchi; Yasukuni; Yasukuni Shrine; Yokohama; Yokosuka; Yokota; Yokota Air Base; Yonaguni",
    "Asia/Ulaanbaatar": "Erdenet; Ulan Bator",
    "Asia/Vientiane": "Luang Prabang; Savannakhet",
    "Asia/Vladivostok": "Far Eastern Federal University; Khabarovsk; Khasan; Primorye; Russky Island",
    "Asia/Yakutsk": "Amur Oblast; Blagoveshchensk; Vostochny; Vostochny Cosmodrome",
    "Asia/Yangon": "Mandalay; Nay Pyi Taw; Naypyidaw; Naypyitaw; Rakhine; Rangoon",
    "Asia/Yekaterinburg": "Bashkortostan; Chelyabinsk; Ekaterinburg; Khanty-Mansiysk; Magnitogorsk; Orenburg; Perm; "
    "Sverdlovsk; Tyumen; Ufa",
    "Asia/Yerevan": "Dilijan; Gyumri; Meghri; Zvartnots",
    "Atlantic/Azores": "Lajes; Lajes Air Base; Ponta Delgada; Terceira",
    "Atlantic/Canary": "Canaries; Canary Islands; Fuerteventura; Gran Canaria; Lanzarote; Las Palmas; "
    "Santa Cruz de Tenerife; Tenerife",
    "Atlantic/Cape_Verde": "Mindelo; Praia",
    "Atlantic/Faroe": "Faroes; Tórshavn",
    "Atlantic/Madeira": "Funchal",
    "Atlantic/Reykjavik": "Hofdi House; Keflavík; Thingvellir",
    "Atlantic/St_Helena": "Ascension Island; Jamestown, St Helena; Tristan da Cunha",
    "Atlantic/Stanley": "Falklands; Port Stanley",
    "Australia/Adelaide": "South Australia; Woomera",
    "Australia/Brisbane": "Cairns; Gold Coast; Hamilton Island; Queensland; Shoalwater Bay; Townsville",
    "Australia/Darwin": "Alice Springs; Northern Territory; Pine Gap; RAAF Tindal; Uluru",
    "Australia/Hobart": "Launceston; Tasmania",
    "Australia/Melbourne": "Ballarat; Geelong",
    "Australia/Perth": "Fremantle; HMAS Stirling; Western Australia",
    "Australia/Sydney": "Admiralty House; Canberra; Kirribilli; Kirribilli House; New South Wales; "
    "Newcastle, New South Wales; Parramatta",
    "Europe/Amsterdam": "Binnenhof; Catshuis; Eindhoven; Europol headquarters; Huis ten Bosch; ICC headquarters; "
    "Leiden; Maastricht; Noordwijk; OPCW headquarters; Rotterdam; Scheveningen; Schiphol; The Hague; Utrecht; "
    "Veldhoven",
    "Europe/Andorra": "Andorra la Vella",
    "Europe/Athens": "Alexandroupoli; Corfu; Crete; Delphi; Lagonissi; Lesbos; Maximos Mansion; Mykonos; Peloponnese; "
    "Piraeus; Rhodes; Salonika; Santorini; Souda Bay; Thessaloniki; Vouliagmeni",
    "Europe/Belgrade": "Bujanovac; Kosovo; Mitrovica; Niš; Novi Sad; Prishtina; Pristina; Vojvodina",
    "Europe/Berlin": "Aachen; Bad Godesberg; Bavaria; Bellevue Palace; Bonn; Brandenburg; Bremen; Büchel; Bundestag; "
    "Cologne; Dresden; Düsseldorf; Elmau; Frankfurt; Garmisch; Garmisch-Partenkirchen; Grafenwöhr; Hamburg; "
    "Hannover; Hanover; Heidelberg; Heiligendamm; Herrenchiemsee; Karlsruhe; Landstuhl; Leipzig; Lübeck; "
    "Ludwigshafen; Meseberg; Meseberg Palace; Munich; Münster; Nuremberg; Petersberg; Potsdam; Ramstein; "
    "Ramstein Air Base; Rostock; Saxony; Schloss Elmau; Stuttgart; Trier; Villa Borsig; Warnemünde; Weimar; "
    "Wiesbaden; Wittenberg; Wolfsburg",
    "Europe/Bratislava": "Jasná; Košice; Štrbské Pleso",
    "Europe/Brussels": "Alden Biesen; Antwerp; Bastogne; Berlaymont; Bruges; Casteau; Egmont Palace; EU headquarters; "
    "Europa building; European Commission headquarters; European Quarter; European Union headquarters; Flanders; "
    "Ghent; Justus Lipsius building; Kleine Brogel; Laeken; Leuven; Liège; Mons; NATO headquarters; "
    "NATO's headquarters; Ostend; SHAPE headquarters; Val Duchesse; Wallonia; Waterloo, Belgium; Ypres; Zeebrugge",
    "Europe/Bucharest": "Brașov; Cluj; Cluj-Napoca; Constanța; Cotroceni Palace; Deveselu; Iași; Mihail Kogălniceanu; "
    "Sibiu; Sinaia; Timișoara; Transylvania",
    "Europe/Budapest": "Carmelite Monastery; Debrecen; Gödöllő; Szeged; Visegrad",
    "Europe/Chisinau": "Bulboaca; Comrat; Gagauzia; Mimi Castle; Tiraspol; Transnistria",
    "Europe/Copenhagen": "Aarhus; Amalienborg; Bornholm; Christiansborg; Elsinore; Esbjerg; Horsens; Jutland; "
    "Kolding; Marienborg; Odense",
    "Europe/Dublin": "Áras an Uachtaráin; Cork; County Donegal; Doonbeg; Dublin Castle; Farmleigh; Galway; "
    "Iveagh House; Kilkenny; Killarney; Leinster House; Limerick; Shannon; Shannon Airport; Waterford",
    "Europe/Helsinki": "Espoo; Finlandia Hall; Kesäranta; Kultaranta; Lappeenranta; Naantali; Oulu; Rovaniemi; "
    "Saariselkä; Tampere; Turku",
    "Europe/Istanbul": "Adana; Akkuyu; Anatolia; Ankara; Antalya; Belek; Beştepe; Bodrum; Bursa; Cappadocia; "
    "Ciragan Palace; Diyarbakır; Dolmabahçe; Dolmabahçe Palace; Gaziantep; Hatay; Incirlik; Izmir; Konya; Mersin; "
    "Sanliurfa; Trabzon; Vahdettin Pavilion; Van, Turkey",
    "Europe/Kyiv": "Bankova; Bucha; Chernihiv; Chernivtsi; Chernobyl; Chornobyl; Dnipro; Irpin; Ivano-Frankivsk; "
    "Kharkiv; Kharkov; Kherson; Khmelnytskyi; Kiev; Kramatorsk; Kremenchuk; Kryvyi Rih; Lutsk; Lviv; Maidan; "
    "Mariinskyi Palace; Mukachevo; Mykolaiv; Odesa; Odessa; Pokrovsk; Poltava; Rivne; Sloviansk; Sumy; Ternopil; "
    "Uzhhorod; Verkhovna Rada; Vinnytsia; Zakarpattia; Zaporizhzhia; Zhytomyr",
    "Europe/Lisbon": "Algarve; Belém Palace; Braga; Cascais; Coimbra; Estoril; Faro; Fátima; Jerónimos Monastery; "
    "Oporto; Porto; São Bento; Sintra",
    "Europe/Ljubljana": "Bled; Brdo; Brdo pri Kranju; Koper; Maribor; Portorož",
    "Europe/London": "10 Downing St; 10 Downing Street; Aberdeen; Balmoral; Bath; Belfast; Birmingham, England; "
    "Blenheim Palace; Bletchley; Bletchley Park; Brighton; Bristol; Buckingham Palace; Cambridge, England; "
    "Carbis Bay; Cardiff; Chatham House; Chequers; Chevening; Cornwall; Derry; Ditchley Park; Downing Street; "
    "EBRD headquarters; Edinburgh; England; Fairford; Faslane; Fermanagh; Glasgow; Gleneagles; Heathrow; "
    "Hillsborough Castle; Holyrood; IMO headquarters; Lakenheath; Lancaster House; Leeds; Lincolnshire; "
    "Liverpool; Londonderry; Lough Erne; Manchester; Marlborough House; No 10; Northern Ireland; Northwood; "
    "Norwich; Number 10; Oxford; Prestwick; RAF Fairford; RAF Lakenheath; RAF Mildenhall; Reading; Sandhurst; "
    "Scotland; Sheffield; St. James's Palace; Stansted; Stormont; Turnberry; Wales; Westminster; "
    "Westminster Abbey; Westminster Hall; Whitehall; Wilton Park; Windsor Castle; Winfield House; Wiston House",
    "Europe/Luxembourg": "Kirchberg; Luxembourg City; Schengen; Senningen",
    "Europe/Madrid": "Alhambra; Alicante; Andalusia; Barcelona; Basque Country; Bilbao; Catalonia; Córdoba, Spain; "
    "El Pardo; Formentor; Granada; Ibiza; IFEMA; La Coruña; Majorca; Málaga; Mallorca; Moncloa; Moncloa Palace; "
    "Morón Air Base; Oviedo; Palma; Palma de Mallorca; Pamplona; Rota; San Sebastián; Santiago de Compostela; "
    "Sevilla; Seville; Toledo, Spain; Torrejón; Valencia, Spain; Zaragoza; Zarzuela Palace",
    "Europe/Malta": "Gozo; St. Julian's; Valletta",
    "Europe/Minsk": "Brest, Belarus; Gomel; Grodno; Hrodna; Vitebsk",
    "Europe/Monaco": "Monte Carlo",
    "Europe/Moscow": "Arkhangelsk; Belgorod; Beslan; Bocharov Ruchei; Bryansk; Chechnya; Dagestan; Duma; Grozny; "
    "Kabardino-Balkaria; Kazan; Konstantinovsky Palace; Krasnodar; Kremlin; Kronstadt; Kursk; Leningrad; "
    "Makhachkala; Murmansk; Nizhny Novgorod; North Ossetia; Novgorod; Novo-Ogaryovo; Novorossiysk; Plesetsk; "
    "Pskov; Red Square; Rostov-on-Don; Ryazan; Sarov; Severomorsk; Sheremetyevo; Smolensk; Smolny; Sochi; "
    "St. Petersburg; Strelna; Tatarstan; Tula; Tver; Valaam; Valday; Veliky Novgorod; Vnukovo; Voronezh; "
    "Yaroslavl; Zavidovo",
    "Europe/Oslo": "Bergen; Bodø; Finnmark; Gardermoen; Kirkenes; Lofoten; Narvik; Nobel Institute; Ørland; "
    "Stavanger; Tromsø; Trondheim",
    "Europe/Paris": "Ajaccio; Alsace; Arromanches; Avignon; Bayeux; Biarritz; Bordeaux; Brégançon; Brest, France; "
    "Brittany; Caen; Calais; Cannes; Chamonix; Chantilly; Cherbourg; Colmar; Colombey-les-Deux-Églises; "
    "Compiègne; Corsica; Council of Europe headquarters; Deauville; Dijon; Dunkirk; Élysée; Élysée Palace; Évian; "
    "Évian-les-Bains; Fort de Brégançon; Giverny; Grenoble; Hôtel Matignon; Interpol headquarters; "
    "Issy-les-Moulineaux; Le Bourget; Le Havre; Le Touquet; Lille; Lourdes; Lyon; Marseille; Marseilles; "
    "Matignon; Metz; Montpellier; Nantes; Nice; Normandy; Notre-Dame Cathedral; OECD headquarters; Omaha Beach; "
    "Orly; Palace of Versailles; Palais de Chaillot; Provence; Quai d'Orsay; Rambouillet; Reims; Rennes; "
    "Saint-Denis, France; Strasbourg; Tarbes; Toulon; Toulouse; UNESCO headquarters; Verdun; Versailles; "
    "Villacoublay; Villers-Cotterêts",
    "Europe/Podgorica": "Budva; Cetinje; Kotor; Pržno; Tivat",
    "Europe/Prague": "Bohemia; Brno; Černín Palace; Karlovy Vary; Lány; Moravia; Ostrava; Pilsen; Plzeň; Prague Castle",
    "Europe/Riga": "Ādaži; Daugavpils; Jūrmala",
    "Europe/Rome": "Amalfi; Apulia; Assisi; Aviano; Bari; Bergamo; Bologna; Borgo Egnazia; Brindisi; Cagliari; "
    "Camp Darby; Capri; Caserta; Castel Gandolfo; Catania; Cernobbio; Ciampino; FAO headquarters; Farnesina; "
    "Fiuggi; Fiumicino; Florence; Gaeta; Genoa; IFAD headquarters; Ischia; L'Aquila; La Maddalena; Lake Como; "
    "Lampedusa; Lombardy; Lucca; Milan; Naples; Palazzo Chigi; Palazzo Madama; Palermo; Parma; Perugia; Pesaro; "
    "Piedmont; Pisa; Puglia; Quirinal Palace; Quirinale; Ravenna; Rimini; Sardinia; Savelletri; Sicily; Siena; "
    "Sigonella; Stresa; Syracuse, Sicily; Taormina; Trieste; Turin; Tuscany; Veneto; Venice; Ventotene; Verona; "
    "Vicenza; Villa Doria Pamphilj; Villa Madama; Villa Pamphili; WFP headquarters",
    "Europe/Sarajevo": "Banja Luka; Mostar; Neum; Republika Srpska; Srebrenica; Tuzla",
    "Europe/Simferopol": "Crimea; Kerch; Livadia Palace; Sevastopol; Yalta",
    "Europe/Skopje": "Bitola; Ohrid; Prespa; Tetovo",
    "Europe/Sofia": "Boyana; Burgas; Euxinograd; Novo Selo, Bulgaria; Plovdiv; Varna",
    "Europe/Stockholm": "Arlanda; Drottningholm; Göteborg; Gothenburg; Gotland; Harpsund; Kiruna; Luleå; Lund; Malmö; "
    "Muskö; Norrköping; Riksdag; Rosenbad; Sigtuna; Uppsala; Visby; Visingsö; Ystad",
    "Europe/Tallinn": "Ämari; Narva; Pärnu; Saaremaa; Tapa; Tartu",
    "Europe/Tirane": "Durrës; Saranda; Tirana; Vlorë",
    "Europe/Vatican": "Apostolic Palace; Casa Santa Marta; Holy See; Sistine Chapel; St. Peter's Basilica; "
    "St. Peter's Square; Vatican City",
    "Europe/Vienna": "Alpbach; Ballhausplatz; Carinthia; Graz; Hallstatt; Hofburg; Hofburg Palace; IAEA headquarters; "
    "Innsbruck; Klagenfurt; Linz; OPEC headquarters; OSCE headquarters; Palais Coburg; Palais Niederösterreich; "
    "Salzburg; Salzkammergut; Schönbrunn; Schönbrunn Palace; Schwechat; Seefeld; Tyrol; "
    "U.N. headquarters in Vienna; U.N. Office in Vienna; United Nations headquarters in Vienna; Wachau",
    "Europe/Vilnius": "Kaunas; Klaipėda; Nida; Pabradė; Palanga; Rukla; Šiauliai; Trakai",
    "Europe/Warsaw": "Auschwitz; Auschwitz-Birkenau; Belweder; Białystok; Cracow; Drawsko Pomorskie; Gdańsk; Gdynia; "
    "Katowice; Kraków; Łask; Łódź; Lublin; Medyka; Natolin; Orzysz; Poznań; Przemyśl; Przewodów; Redzikowo; "
    "Rzeszów; Sopot; Szczecin; Toruń; Wawel; Westerplatte; Wrocław",
    "Europe/Zagreb": "Banski Dvori; Brijuni; Dubrovnik; Opatija; Pula; Rijeka; Šibenik; Split; Zadar",
    "Europe/Zurich": "Ascona; Basel; Bern; Berne; Bürgenstock; CERN; Crans-Montana; Davos; Fribourg; Geneva; Glion; "
    "Gstaad; ICRC headquarters; ILO headquarters; Interlaken; ITU headquarters; Lake Geneva; Lausanne; Locarno; "
    "Lucerne; Lugano; Mont Pèlerin; Montreux; Neuchâtel; Nyon; Palais des Nations; Palais Wilson; St. Gallen; "
    "St. Moritz; Ticino; U.N. headquarters in Geneva; U.N. Office in Geneva; UNHCR headquarters; "
    "United Nations headquarters in Geneva; Vevey; Villa La Grange; WHO headquarters; WIPO headquarters; "
    "WTO headquarters; Zermatt",
    "Indian/Antananarivo": "Toamasina",
    "Indian/Chagos": "Chagos Archipelago; Chagos Islands; Diego Garcia",
    "Indian/Christmas": "Christmas Island",
    "Indian/Comoro": "Anjouan; Moroni; Mutsamudu",
    "Indian/Mahe": "Victoria, Seychelles",
    "Indian/Maldives": "Addu; Addu City; Malé",
    "Indian/Mauritius": "Agaléga; Port Louis",
    "Pacific/Auckland": "Akaroa; Arrowtown; Blenheim, New Zealand; Christchurch; Dunedin; Hamilton, New Zealand; "
    "Hawke's Bay; Nelson, New Zealand; Queenstown; Rotorua; Taupo; Tauranga; Waitangi; Wānaka; Wellington",
    "Pacific/Easter": "Easter Island; Rapa Nui",
    "Pacific/Efate": "Luganville; Port Vila",
    "Pacific/Fiji": "Denarau; Nadi; Pacific Islands Forum Secretariat; Suva; Taveuni",
    "Pacific/Galapagos": "Baltra; Galápagos Islands",
    "Pacific/Guadalcanal": "Honiara; Malaita",
    "Pacific/Guam": "Andersen Air Force Base; Hagåtña; Tamuning",
    "Pacific/Honolulu": "Camp Smith; East-West Center; Hawai'i; Hawaii; Hickam; INDOPACOM headquarters; "
    "Joint Base Pearl Harbor-Hickam; Kapolei; Kauai; Maui; Oahu; Pearl Harbor; USS Arizona Memorial; Waikiki",
    "Pacific/Kwajalein": "Ebeye",
    "Pacific/Majuro": "Bikini Atoll; Enewetak",
    "Pacific/Midway": "Midway Atoll; Midway Island",
    "Pacific/Nauru": "Yaren",
    "Pacific/Palau": "Koror; Melekeok; Ngerulmud; Peleliu",
    "Pacific/Pohnpei": "Kolonia; Palikir",
    "Pacific/Port_Moresby": "APEC Haus; Lae; Lombrum; Manus; Manus Island; Mount Hagen; Rabaul",
    "Pacific/Rarotonga": "Aitutaki; Avarua",
    "Pacific/Saipan": "Tinian",
    "Pacific/Tahiti": "Bora Bora; Moorea; Mururoa; Papeete",
    "Pacific/Tarawa": "Bairiki; South Tarawa",
    "Pacific/Tongatapu": "Nuku'alofa; Nukualofa; Vava'u",
    "Pacific/Wake": "Wake Island",
    "Pacific/Wallis": "Mata-Utu",
}
