"""Places: tables of names first, then laws over every name there is."""

import datetime as dt
import re
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal import places
from diplocal.places import country_zone, match, names, zone_of, zone_of_adjective
from diplocal.places.towns import TOWNS

# Seats of government of the members of the United Nations, by country; the four with namesakes are told with it.
CAPITALS = {
    "AD": "Andorra la Vella", "AE": "Abu Dhabi", "AF": "Kabul", "AG": "St. John's, Antigua", "AL": "Tirana",
    "AM": "Yerevan", "AO": "Luanda", "AR": "Buenos Aires", "AT": "Vienna", "AU": "Canberra", "AZ": "Baku",
    "BA": "Sarajevo", "BB": "Bridgetown", "BD": "Dhaka", "BE": "Brussels", "BF": "Ouagadougou", "BG": "Sofia",
    "BH": "Manama", "BI": "Gitega", "BJ": "Porto-Novo", "BN": "Bandar Seri Begawan", "BO": "La Paz", "BR": "Brasília",
    "BS": "Nassau", "BT": "Thimphu", "BW": "Gaborone", "BY": "Minsk", "BZ": "Belmopan", "CA": "Ottawa",
    "CD": "Kinshasa", "CF": "Bangui", "CG": "Brazzaville", "CH": "Bern", "CI": "Yamoussoukro", "CL": "Santiago",
    "CM": "Yaoundé", "CN": "Beijing", "CO": "Bogotá", "CR": "San José, Costa Rica", "CU": "Havana", "CV": "Praia",
    "CY": "Nicosia", "CZ": "Prague", "DE": "Berlin", "DJ": "Djibouti", "DK": "Copenhagen", "DM": "Roseau",
    "DO": "Santo Domingo", "DZ": "Algiers", "EC": "Quito", "EE": "Tallinn", "EG": "Cairo", "ER": "Asmara",
    "ES": "Madrid", "ET": "Addis Ababa", "FI": "Helsinki", "FJ": "Suva", "FM": "Palikir", "FR": "Paris",
    "GA": "Libreville", "GB": "London", "GD": "St. George's, Grenada", "GE": "Tbilisi", "GH": "Accra", "GM": "Banjul",
    "GN": "Conakry", "GQ": "Malabo", "GR": "Athens", "GT": "Guatemala City", "GW": "Bissau", "GY": "Georgetown, Guyana",
    "HN": "Tegucigalpa", "HR": "Zagreb", "HT": "Port-au-Prince", "HU": "Budapest", "ID": "Jakarta", "IE": "Dublin",
    "IL": "Jerusalem", "IN": "New Delhi", "IQ": "Baghdad", "IR": "Tehran", "IS": "Reykjavík", "IT": "Rome",
    "JM": "Kingston", "JO": "Amman", "JP": "Tokyo", "KE": "Nairobi", "KG": "Bishkek", "KH": "Phnom Penh",
    "KI": "South Tarawa", "KM": "Moroni", "KN": "Basseterre", "KP": "Pyongyang", "KR": "Seoul", "KW": "Kuwait City",
    "KZ": "Astana", "LA": "Vientiane", "LB": "Beirut", "LC": "Castries", "LI": "Vaduz", "LK": "Colombo",
    "LR": "Monrovia", "LS": "Maseru", "LT": "Vilnius", "LU": "Luxembourg", "LV": "Riga", "LY": "Tripoli",
    "MA": "Rabat", "MC": "Monaco", "MD": "Chișinău", "ME": "Podgorica", "MG": "Antananarivo", "MH": "Majuro",
    "MK": "Skopje", "ML": "Bamako", "MM": "Naypyidaw", "MN": "Ulaanbaatar", "MR": "Nouakchott", "MT": "Valletta",
    "MU": "Port Louis", "MV": "Malé", "MW": "Lilongwe", "MX": "Mexico City", "MY": "Kuala Lumpur", "MZ": "Maputo",
    "NA": "Windhoek", "NE": "Niamey", "NG": "Abuja", "NI": "Managua", "NL": "The Hague", "NO": "Oslo",
    "NP": "Kathmandu", "NR": "Yaren", "NZ": "Wellington", "OM": "Muscat", "PA": "Panama City", "PE": "Lima",
    "PG": "Port Moresby", "PH": "Manila", "PK": "Islamabad", "PL": "Warsaw", "PT": "Lisbon", "PW": "Ngerulmud",
    "PY": "Asunción", "QA": "Doha", "RO": "Bucharest", "RS": "Belgrade", "RU": "Moscow", "RW": "Kigali",
    "SA": "Riyadh", "SB": "Honiara", "SC": "Victoria, Seychelles", "SD": "Khartoum", "SE": "Stockholm",
    "SG": "Singapore", "SI": "Ljubljana", "SK": "Bratislava", "SL": "Freetown", "SM": "San Marino", "SN": "Dakar",
    "SO": "Mogadishu", "SR": "Paramaribo", "SS": "Juba", "ST": "São Tomé", "SV": "San Salvador", "SY": "Damascus",
    "SZ": "Mbabane", "TD": "N’Djamena", "TG": "Lomé", "TH": "Bangkok", "TJ": "Dushanbe", "TL": "Dili",
    "TM": "Ashgabat", "TN": "Tunis", "TO": "Nuku‘alofa", "TR": "Ankara", "TT": "Port of Spain", "TV": "Funafuti",
    "TZ": "Dodoma", "UA": "Kyiv", "UG": "Kampala", "US": "Washington", "UY": "Montevideo", "UZ": "Tashkent",
    "VC": "Kingstown", "VE": "Caracas", "VN": "Hanoi", "VU": "Port Vila", "WS": "Apia", "YE": "Sana’a",
    "ZA": "Pretoria", "ZM": "Lusaka", "ZW": "Harare",
}  # fmt: skip

NAMES = [
    ("Washington, D.C.", "America/New_York"),
    ("washington dc", "America/New_York"),
    ("Washington state", "America/Los_Angeles"),
    ("the White House", "America/New_York"),
    ("US State Department", "America/New_York"),
    ("U.N. headquarters in Geneva", "Europe/Zurich"),
    ("the Kremlin", "Europe/Moscow"),
    ("Élysée", "Europe/Paris"),
    ("ELYSEE PALACE", "Europe/Paris"),
    ("Saint Petersburg", "Europe/Moscow"),
    ("The Hague", "Europe/Amsterdam"),
    ("Kiev", "Europe/Kyiv"),
    ("Türkiye", "Europe/Istanbul"),
    ("TÜRKİYE", "Europe/Istanbul"),
    ("the U.K.", "Europe/London"),
    ("UAE", "Asia/Dubai"),
    ("Ivory Coast", "Africa/Abidjan"),
    ("Côte d’Ivoire", "Africa/Abidjan"),
    ("Bosnia & Herzegovina", "Europe/Sarajevo"),
    ("Korea", "Asia/Seoul"),
    ("Malaysia", "Asia/Kuala_Lumpur"),
    ("Tonga", "Pacific/Tongatapu"),
    ("Hawaiʻi", "Pacific/Honolulu"),
    ("Sharm El Sheikh", "Africa/Cairo"),
    ("Nur-Sultan", "Asia/Almaty"),
    ("Nice", "Europe/Paris"),
    ("Brussels, Belgium", "Europe/Brussels"),
    ("Seattle, USA", "America/Los_Angeles"),
    ("Paris, Texas", "America/Chicago"),
    # several clocks, several places, or none
    ("Canada", None),
    ("the United States", None),
    ("Russia", None),
    ("DR Congo", None),
    ("Congo", None),
    ("Georgia", None),
    ("Birmingham", None),
    ("San José", None),
    ("Paris, Canada", None),
    ("Kupang, Indonesia", None),
    ("Hague", None),
    ("Christmas", None),
    ("Atlantis", None),
    ("the", None),
    (" , ", None),
    ("", None),
]

ADJECTIVES = [
    ("Korean", "Asia/Seoul"),
    ("Japanese", "Asia/Tokyo"),
    ("Beijing", "Asia/Shanghai"),
    ("Moscow", "Europe/Moscow"),
    ("U.K.", "Europe/London"),
    ("Eastern", "America/New_York"),
    ("US Eastern", "America/New_York"),
    ("Eastern Daylight", "America/New_York"),
    ("Korea Standard", "Asia/Seoul"),
    ("British Summer", "Europe/London"),
    ("Central European", "Europe/Berlin"),
    ("Pacific", "America/Los_Angeles"),
    ("Georgian", "Asia/Tbilisi"),
    ("Gulf Standard", "Asia/Dubai"),
    ("Gulf", None),
    ("Greenwich Mean", "UTC"),
    ("American", None),
    ("Russian", None),
    ("Canadian", None),
    ("local", None),
    ("Easter", None),
]

PROSE = [
    ("brussels on monday", ("Europe/Brussels", 1)),
    ("the hague on monday", ("Europe/Amsterdam", 2)),
    ("the white house.", ("America/New_York", 3)),
    ("the ministers", None),
    ("st. petersburg", ("Europe/Moscow", 3)),
    ("saint petersburg", ("Europe/Moscow", 2)),
    ("washington, d.c., on", ("America/New_York", 6)),
    ("washington, on", ("America/New_York", 1)),
    ("washington post", None),
    ("baja california sur", ("America/Mazatlan", 3)),
    ("the washington post", None),
    ("u.s. state department", ("America/New_York", 6)),
    ("u.s. officials", None),
    ("us to", None),
    ("u.k. he", ("Europe/London", 4)),
    ("u.a.e", ("Asia/Dubai", 5)),
    ("tokyo's", ("Asia/Tokyo", 1)),
    ("guinea-bissau", ("Africa/Bissau", 3)),
    ("guinea. bissau", ("Africa/Conakry", 1)),
    ("sharm el‑sheikh", ("Africa/Cairo", 4)),
    ("new talks", None),
    ("new york's", ("America/New_York", 2)),
    ("élysée", ("Europe/Paris", 1)),
    ("the democratic republic of the congo", None),
    ("jordan", ("Asia/Amman", 1)),
    ("chad", ("Africa/Ndjamena", 1)),
    ("israel", ("Asia/Jerusalem", 1)),
    ("lima", ("America/Lima", 1)),
    ("nice", None),
    ("reading", None),
    ("male", None),
    ("malé", ("Indian/Maldives", 1)),
    ("mobile", None),
    ("bath", None),
    ("no. 10 people", None),
    ("the", None),
]

COUNTRIES = [
    ("CN", "Asia/Shanghai"),
    ("ES", "Europe/Madrid"),
    ("PT", "Europe/Lisbon"),
    ("NZ", "Pacific/Auckland"),
    ("GE", "Asia/Tbilisi"),
    ("de", "Europe/Berlin"),
    ("US", None),
    ("RU", None),
    ("MN", None),
    ("XX", None),
]


def words(text: str) -> list[str]:
    return re.findall(r"[0-9]+|[^\W\d_]+|[^\w\s]|_", text.lower())


def split(table) -> list[str]:
    return [name for written in table for name in written.split("; ")]


PLACES = split(chain(TOWNS.values(), names.COUNTRIES.values()))
WITHOUT_ZONE = split([names.SEVERAL, names.NO_PLACE])
QUIET = split([names.QUIET])


@pytest.mark.parametrize(("name", "zone"), NAMES)
def test_zone_of(name, zone):
    assert zone_of(name) == zone


@pytest.mark.parametrize(("word", "zone"), ADJECTIVES)
def test_zone_of_adjective(word, zone):
    assert zone_of_adjective(word) == zone


@pytest.mark.parametrize(("text", "found"), PROSE)
def test_match(text, found):
    assert match(words(text), 0) == found


@pytest.mark.parametrize(("code", "zone"), COUNTRIES)
def test_country_zone(code, zone):
    assert country_zone(code) == zone


@pytest.mark.parametrize(("code", "capital"), CAPITALS.items())
def test_capital_has_a_zone_of_its_country(code, capital):
    assert zone_of(capital) in places._countries()[code]


def test_every_member_of_the_united_nations_has_its_capital_here():
    assert len(CAPITALS) == 193


def test_every_town_of_the_database_is_found():
    beware = {places._key(name) for name in WITHOUT_ZONE}
    for zone in places._zones():
        town = zone.rpartition("/")[2].replace("_", " ")
        assert zone_of(town) == (None if places._key(town) in beware else zone), town


def test_every_zone_of_the_tables_exists():
    zones = {*TOWNS, *names.SEATS.values(), *(target for target in names.ADJECTIVES if len(target) > 2)}
    assert all(ZoneInfo(zone).key == zone for zone in zones)


def test_every_country_of_the_tables_exists():
    codes = {*names.COUNTRIES, *names.SEATS, *(target for target in names.ADJECTIVES if len(target) == 2)}
    assert codes <= set(places._countries())


@pytest.mark.parametrize("seen", [[*PLACES, *WITHOUT_ZONE], split(names.ADJECTIVES.values()), QUIET])
def test_no_name_stands_twice(seen):
    keys = [places._key(name) for name in seen]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("table", [TOWNS, names.COUNTRIES, names.ADJECTIVES, names.SEATS])
def test_tables_are_in_order(table):
    assert list(table) == sorted(table)
    for written in table.values():
        keys = [places._key(name) for name in written.split("; ")]
        assert keys == sorted(keys)


@pytest.mark.parametrize("written", [names.SEVERAL, names.NO_PLACE, names.QUIET])
def test_lists_are_in_order(written):
    keys = [places._key(name) for name in written.split("; ")]
    assert keys == sorted(keys)


def test_quiet_names_are_places_and_no_countries():
    countries = {places._key(name) for name in split(names.COUNTRIES.values()) if name != "Holland"}
    countries |= {key for key, code in places._country_names() if code not in {"JE", "RE"}}
    for name in QUIET:
        assert zone_of(name) is not None, name
        assert match(words(name), 0) is None, name
        assert places._key(name) not in countries


def test_a_country_has_a_zone_where_its_clocks_agree():
    days = [dt.datetime(2040, month, 1, tzinfo=dt.UTC) for month in range(1, 13)]
    for code, zones in places._countries().items():
        clocks = {tuple(day.astimezone(ZoneInfo(zone)).utcoffset() for day in days) for zone in zones}
        expected = zones[0] if len(clocks) == 1 else names.SEATS.get(code)
        assert country_zone(code) == expected, code
        assert code not in names.SEATS or (len(clocks) > 1 and names.SEATS[code] in zones), code


@given(st.sampled_from([*PLACES, *WITHOUT_ZONE]), st.sampled_from(["", "the ", "The "]))
def test_case_accents_apostrophes_and_the_article_make_no_difference(name, article):
    zone = zone_of(name)
    plain = places._fold(name.lower())
    for written in (name.upper(), name.lower(), plain, name.replace("'", "’"), name.replace("-", "‑"), f" {name} "):
        assert zone_of(written) == zone
    assert name.startswith("The ") or zone_of(article + name) == zone


@pytest.mark.parametrize("before", [[], ["in"], ["met", ","]])
def test_every_name_is_matched_whole_wherever_it_stands(before):
    for name in PLACES:
        zone, said = zone_of(name), words(name)
        expected = None if zone is None or (name in QUIET and name.isascii()) else (zone, len(said))
        assert match([*before, *said, "on", "monday"], len(before)) == expected, name


@given(st.lists(st.sampled_from([*words(" ".join(PLACES)), "", "—", "é", "10"]), min_size=1, max_size=6))
def test_a_match_stays_within_the_words(said):
    for index in range(len(said)):
        found = match(said, index)
        assert found is None or 1 <= found[1] <= len(said) - index
