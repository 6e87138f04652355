/**
 * Cities that stand in datelines without their country: capitals and the cities that news agencies' style books list.
 * A dateline with nothing else to tell it by ("London: …") must name one.
 */
export const DATELINE_CITIES: ReadonlySet<string> = new Set(
  `
Abu Dhabi
Abuja
Accra
Addis Ababa
Aden
Ahmedabad
Aleppo
Algiers
Almaty
Amman
Amsterdam
Ankara
Antananarivo
Ashgabat
Asmara
Astana
Asuncion
Athens
Atlanta
Atlantic City
Auckland
Austin
Baghdad
Bahrain
Baku
Baltimore
Bamako
Bangalore
Bangkok
Bangui
Barcelona
Basra
Beijing
Beirut
Belfast
Belgrade
Bengaluru
Benghazi
Berlin
Berne
Bhopal
Bhubaneswar
Bishkek
Bogota
Boston
Brasilia
Bratislava
Brazzaville
Brisbane
Brussels
Bucharest
Budapest
Buenos Aires
Bujumbura
Cairo
Calcutta
Calgary
Canberra
Cape Town
Caracas
Cardiff
Casablanca
Chandigarh
Charlotte
Chennai
Chicago
Chisinau
Cincinnati
Cleveland
Colombo
Conakry
Copenhagen
Dakar
Dallas
Damascus
Dar es Salaam
Dehradun
Delhi
Denver
Detroit
Dhaka
Diyarbakir
Djibouti
Doha
Donetsk
Dubai
Dublin
Durban
Dushanbe
Edinburgh
Erbil
Frankfurt
Freetown
Gaborone
Gaza
Gaza City
Geneva
Glasgow
Guatemala City
Guwahati
Hanoi
Harare
Havana
Helsinki
Ho Chi Minh City
Hong Kong
Honolulu
Houston
Hyderabad
Indianapolis
Irbil
Islamabad
Istanbul
Jaipur
Jakarta
Jammu
Jeddah
Jerusalem
Johannesburg
Juba
Kabul
Kampala
Karachi
Kathmandu
Khartoum
Kiev
Kigali
Kingston
Kinshasa
Kolkata
Kuala Lumpur
Kuwait City
Kyiv
La Paz
Lagos
Lahore
Las Vegas
Libreville
Lilongwe
Lima
Lisbon
Ljubljana
London
Los Angeles
Luanda
Lucknow
Lusaka
Luxembourg
Madrid
Maiduguri
Male
Managua
Manama
Manchester
Manila
Maputo
Marseille
Mecca
Melbourne
Mexico City
Miami
Milan
Milwaukee
Minneapolis
Minsk
Mogadishu
Monrovia
Montevideo
Montreal
Moscow
Mosul
Mumbai
Munich
Muscat
N'Djamena
Nairobi
Naypyitaw
New Delhi
New Orleans
New York
Niamey
Nicosia
Nouakchott
Oklahoma City
Oslo
Ottawa
Ouagadougou
Panama City
Paris
Patna
Perth
Peshawar
Philadelphia
Phnom Penh
Phoenix
Pittsburgh
Podgorica
Port-au-Prince
Prague
Pretoria
Pristina
Pyongyang
Quebec City
Quetta
Quito
Rabat
Ramallah
Ranchi
Rawalpindi
Reykjavik
Riga
Rio de Janeiro
Riyadh
Rome
Salt Lake City
San Antonio
San Diego
San Francisco
San Jose
San Juan
San Salvador
Sanaa
Santiago
Santo Domingo
Sao Paulo
Sarajevo
Seattle
Seoul
Shanghai
Shimla
Singapore
Skopje
Sofia
Srinagar
St. Louis
St. Petersburg
Stockholm
Strasbourg
Sydney
Taipei
Tallinn
Tashkent
Tbilisi
Tegucigalpa
Tehran
Tel Aviv
The Hague
Tirana
Tokyo
Toronto
Tripoli
Tunis
Ulan Bator
United Nations
Vancouver
Vatican City
Vienna
Vientiane
Vilnius
Warsaw
Washington
Wellington
Windhoek
Yangon
Yaounde
Yerevan
Zagreb
Zurich
`
    .trim()
    .split('\n'),
);
