"""The company profile (company.yml): whose names are whose, what is public. What that means is left to the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from porte_parole.errors import CompanyError
from porte_parole.files import fields
from porte_parole.files.strict_yaml import Node, read
from porte_parole.files.text_file import read_text

REGULATED = ("insurance", "bank", "none")

_LISTS = ("own_names", "competitors", "official_accounts", "project_code_names", "public_facts", "sealed_terms")
_LINKS = ("policy_url", "guide_url")
_OPTIONAL = ("display_name", *_LISTS, "own_names_file", "regulated", "public_sector", "countries", "contact", *_LINKS)

# ISO 3166-1 alpha-2, officially assigned codes; source: iso.org/obp, general knowledge of 2024 (249 codes).
_CODES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA "
    "CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA "
    "GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS "
    "MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS "
    "RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW "
    "TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
_COUNTRIES = frozenset(_CODES.split())
_OFTEN_MEANT = {"UK": "GB", "EL": "GR", "EN": "GB"}


@dataclass(frozen=True, slots=True)
class Company:
    """What rules may know about the employer; every list may be empty."""

    name: str
    display_name: str = ""  # how the cards call the company; "" means: by its name
    own_names: tuple[str, ...] = ()  # brands, products, hashtags; with own_names_file; the name itself first
    competitors: tuple[str, ...] = ()
    official_accounts: tuple[str, ...] = ()  # handles as written, "@novassur"
    project_code_names: tuple[str, ...] = ()
    public_facts: tuple[str, ...] = ()  # phrases or links already announced
    regulated: str = "none"  # one of REGULATED
    public_sector: bool = False
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    policy_url: str | None = None
    contact: str | None = None
    guide_url: str | None = None
    sealed_terms: tuple[str, ...] = ()  # keyed hashes of code names, as `porte-parole company seal` prints them


NO_COMPANY = Company(name="")
"""Nobody's profile: rules that need names find none."""


def load_company(path: Path) -> Company:
    """The profile in `path`, checked.

    Raises:
        CompanyError: a file cannot be read, or a key or value is not what it should be.
    """
    values = fields.mapping(read(path, CompanyError), ("name",), _OPTIONAL)
    name = fields.text(values["name"], 200)
    own_names = (name, *_list(values, "own_names"), *_names_in_file(values))
    return Company(
        name=name,
        display_name=fields.text(values["display_name"], 80) if "display_name" in values else "",
        own_names=tuple(dict.fromkeys(own_names)),
        competitors=_list(values, "competitors"),
        official_accounts=_list(values, "official_accounts"),
        project_code_names=_list(values, "project_code_names"),
        public_facts=_list(values, "public_facts"),
        regulated=fields.choice(values["regulated"], REGULATED) if "regulated" in values else "none",
        public_sector=fields.boolean(values["public_sector"]) if "public_sector" in values else False,
        countries=tuple(_country(item) for item in fields.items(values["countries"])) if "countries" in values else (),
        policy_url=_link(values, "policy_url"),
        contact=fields.text(values["contact"], 200) if "contact" in values else None,
        guide_url=_link(values, "guide_url"),
        sealed_terms=_list(values, "sealed_terms"),
    )


def _list(values: Mapping[str, Node], key: str) -> tuple[str, ...]:
    return fields.texts(values[key], 200) if key in values else ()


def _link(values: Mapping[str, Node], key: str) -> str | None:
    return fields.https_url(values[key]) if key in values else None


def _names_in_file(values: Mapping[str, Node]) -> list[str]:
    """One name a line, blank lines left out; the path counts from the profile's folder."""
    if "own_names_file" not in values:
        return []
    node = values["own_names_file"]
    file = node.path.parent / fields.text(node, 500)
    if not file.exists():
        raise node.fault("There is no such file; the path counts from the folder of this profile.")
    names = []
    for number, line in enumerate(read_text(file, CompanyError).splitlines(), start=1):
        if len(line.strip()) > 200:
            raise CompanyError("This name is longer than 200 characters; write one name a line.", file, number)
        names.append(line.strip())
    return [name for name in names if name]


def _country(node: Node) -> str:
    code = fields.text(node, 60).upper()
    if code not in _COUNTRIES:
        meant = f"; did you mean '{_OFTEN_MEANT[code]}'?" if code in _OFTEN_MEANT else ", like FR, BE or GB."
        raise node.fault(f"'{code[:20]}' is not an ISO country code of two letters{meant}")
    return code
