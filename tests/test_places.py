"""Places: tables of names first, then laws over every name there is."""

import datetime as dt
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.places import country_zone, gazetteer, key_of, match, zone_of, zone_of_adjective
from diplocal.places.country_zones import countries

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
    # towns of a million people that little is heard of
    ("Rio", "America/Sao_Paulo"),
    ("Faisalabad", "Asia/Karachi"),
    ("Ibadan", "Africa/Lagos"),
    ("Basra", "Asia/Baghdad"),
    ("Maiduguri", "Africa/Lagos"),
    ("Mbuji-Mayi", "Africa/Lubumbashi"),
    ("Belém", "America/Belem"),
    ("Shijiazhuang", "Asia/Shanghai"),
    ("Surabaya", "Asia/Jakarta"),
    ("Omdurman", "Africa/Khartoum"),
    ("Novosibirsk", "Asia/Novosibirsk"),
    # one of several towns, told by its country or its region
    ("Hyderabad, India", "Asia/Kolkata"),
    ("Hyderabad, Pakistan", "Asia/Karachi"),
    ("San José, Costa Rica", "America/Costa_Rica"),
    ("San Jose, California", "America/Los_Angeles"),
    ("Valencia, Venezuela", "America/Caracas"),
    ("Birmingham, Alabama", "America/Chicago"),
    ("Birmingham, England", "Europe/London"),
    ("Manchester, New Hampshire", "America/New_York"),
    ("Orange, California", "America/Los_Angeles"),
    ("Santos, Brazil", "America/Sao_Paulo"),
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
    ("Hyderabad", None),
    ("Valencia", None),
    ("Orange", None),
    ("Jackson", None),
    ("Santos", None),
    ("Most", None),
    ("Of", None),
    ("Police", None),
    ("Vladimir", None),
    ("Birmingham, London", None),
    ("Florida, Cuba", None),
    ("Atlantis, Indonesia", None),
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
    ("faisalabad", ("Asia/Karachi", 1)),
    ("hyderabad", None),
    ("hyderabad, pakistan on", ("Asia/Karachi", 3)),
    ("birmingham, alabama,", ("America/Chicago", 3)),
    ("manchester, new hampshire", ("America/New_York", 4)),
    ("reading, england", ("Europe/London", 3)),
    ("washington, london and paris", ("America/New_York", 1)),
    ("florida, cuba and jamaica", ("America/New_York", 1)),
    ("baku, azerbaijan", ("Asia/Baku", 1)),
    ("orange, paris", None),
    ("jackson", None),
    ("santos,", None),
    ("most of", None),
    ("vladimir putin", None),
    ("tours of", None),
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


GAZETTEER = gazetteer.load()
BY_HAND = gazetteer.parse((Path(__file__).parents[1] / "tools" / "places.txt").read_text(encoding="utf-8"))
WRITTEN = {name: target for target, found in BY_HAND["names"] for name in found}
QUIET = [name for _, found in BY_HAND["quiet"] for name in found]


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
    assert zone_of(capital) in countries()[code]


def test_every_member_of_the_united_nations_has_its_capital_here():
    assert len(CAPITALS) == 193


def test_a_town_of_the_database_has_its_zone_or_none():
    zones = [zone for found in countries().values() for zone in found]
    found = {zone: zone_of(zone.rpartition("/")[2].replace("_", " ")) for zone in zones}
    assert all(answer in {zone, None} for zone, answer in found.items())
    assert sum(answer is not None for answer in found.values()) > 0.95 * len(zones)


def test_every_zone_and_country_of_the_table_exists():
    targets = {*filter(None, GAZETTEER.names.values()), *GAZETTEER.adjectives.values(), *GAZETTEER.seats.values()}
    targets.update(zone for zones in GAZETTEER.shared.values() for zone in zones)
    codes = {*GAZETTEER.seats, *(target for target in targets if len(target) == 2)}
    assert codes <= set(countries())
    assert all(ZoneInfo(zone).key == zone for zone in targets - codes)


def test_names_are_as_they_are_compared():
    names = [*GAZETTEER.names, *GAZETTEER.adjectives, *GAZETTEER.shared, *GAZETTEER.quiet, *GAZETTEER.regions]
    assert [name for name in names if key_of(name) != name] == []


def test_the_table_has_what_is_written_by_hand():
    for name, target in WRITTEN.items():
        assert GAZETTEER.names[key_of(name)] == (target if target != "-" else None), name
    for part, found in [("adjectives", GAZETTEER.adjectives), ("seats", GAZETTEER.seats)]:
        written = {(key_of(name), target) for target, names in BY_HAND[part] for name in names}
        assert written == {(key_of(name), target) for name, target in found.items()}


@pytest.mark.parametrize("part", BY_HAND)
def test_what_is_written_by_hand_stands_once_and_in_order(part):
    rows = BY_HAND[part]
    assert [target for target, _ in rows] == sorted({target for target, _ in rows})
    keys = [[key_of(name) for name in found] for _, found in rows]
    assert keys == [sorted(found) for found in keys]
    assert sum(map(len, keys)) == len({key for found in keys for key in found})


def test_quiet_names_are_places_and_no_countries():
    for name in QUIET:
        assert zone_of(name) is not None, name
        assert match(words(name), 0) is None, name
        assert len(GAZETTEER.names[key_of(name)] or "") > 2 or name in {"Holland", "Jersey", "Reunion"}, name


def test_a_country_has_a_zone_where_its_clocks_agree():
    days = [dt.datetime(2040, month, 1, tzinfo=dt.UTC) for month in range(1, 13)]
    for code, zones in countries().items():
        clocks = {tuple(day.astimezone(ZoneInfo(zone)).utcoffset() for day in days) for zone in zones}
        expected = zones[0] if len(clocks) == 1 else GAZETTEER.seats.get(code)
        assert country_zone(code) == expected, code
        assert code not in GAZETTEER.seats or (len(clocks) > 1 and GAZETTEER.seats[code] in zones), code


@given(st.sampled_from(list(WRITTEN)), st.sampled_from(["", "the ", "The "]))
def test_case_accents_apostrophes_and_the_article_make_no_difference(name, article):
    zone = zone_of(name)
    plain = key_of(name)
    for written in (name.upper(), name.lower(), plain, name.replace("'", "’"), name.replace("-", "‑"), f" {name} "):
        assert zone_of(written) == zone
    assert name.startswith("The ") or zone_of(article + name) == zone


@pytest.mark.parametrize("before", [[], ["in"], ["met", ","]])
def test_every_name_is_matched_whole_wherever_it_stands(before):
    for name in [*WRITTEN, *GAZETTEER.names]:
        zone, said = zone_of(name), words(name)
        quiet = key_of(name) in GAZETTEER.quiet and said[0].isascii()
        expected = None if zone is None or quiet else (zone, len(said))
        assert match([*before, *said, "on", "monday"], len(before)) == expected, name


@given(
    st.lists(
        st.sampled_from([*words(" ".join(WRITTEN)), *GAZETTEER.shared, "", "—", "é", "10", ","]), min_size=1, max_size=6
    )
)
def test_a_match_stays_within_the_words(said):
    for index in range(len(said)):
        found = match(said, index)
        assert found is None or 1 <= found[1] <= len(said) - index
