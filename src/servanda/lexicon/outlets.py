"""Who publishes at which web address: governments, international bodies, and papers that report on diplomacy.

Whoever speaks for itself (`official`) publishes releases, readouts and adopted texts; a paper publishes reports. The
longest ending of a host that is listed counts. A ministry's magazine that writes as a paper does is listed as a paper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from servanda.lexicon.bodies import load_bodies


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher.

    Attributes:
        host: the end of its host names.
        name: its usual name in English.
        official: whether it speaks for a government or body.
        summary: whether its pages print a summary of one sentence between title and text.
    """

    host: str
    name: str
    official: bool
    summary: bool = False


_OFFICIAL = (
    ("whitehouse.gov", "The White House"),
    ("bidenwhitehouse.archives.gov", "The White House"),
    ("trumpwhitehouse.archives.gov", "The White House"),
    ("obamawhitehouse.archives.gov", "The White House"),
    ("state.gov", "US State Department"),
    ("usembassy.gov", "US State Department"),
    ("defense.gov", "US Department of Defense"),
    ("war.gov", "US Department of Defense"),
    ("ustr.gov", "US Trade Representative"),
    ("treasury.gov", "US Treasury"),
    ("commerce.gov", "US Department of Commerce"),
    ("canada.ca", "Government of Canada"),
    ("international.gc.ca", "Global Affairs Canada"),
    ("pm.gc.ca", "Prime Minister of Canada"),
    ("gob.mx", "Government of Mexico"),
    ("gov.br", "Government of Brazil"),
    ("cancilleria.gob.ar", "Argentine Foreign Ministry"),
    ("minrel.gob.cl", "Chilean Foreign Ministry"),
    ("cancilleria.gov.co", "Colombian Foreign Ministry"),
    ("elysee.fr", "Élysée"),
    ("diplomatie.gouv.fr", "French Foreign Ministry"),
    ("bundesregierung.de", "German Federal Government"),
    ("bundeskanzler.de", "German Federal Government"),
    ("auswaertiges-amt.de", "German Foreign Office"),
    ("esteri.it", "Italian Foreign Ministry"),
    ("governo.it", "Government of Italy"),
    ("lamoncloa.gob.es", "Government of Spain"),
    ("exteriores.gob.es", "Spanish Foreign Ministry"),
    ("government.nl", "Government of the Netherlands"),
    ("regjeringen.no", "Government of Norway"),
    ("government.se", "Government Offices of Sweden"),
    ("valtioneuvosto.fi", "Finnish Government"),
    ("presidentti.fi", "President of Finland"),
    ("um.dk", "Danish Foreign Ministry"),
    ("stm.dk", "Danish Prime Minister's Office"),
    ("eda.admin.ch", "Swiss Foreign Ministry"),
    ("gov.pl", "Government of Poland"),
    ("president.gov.ua", "President of Ukraine"),
    ("mfa.gov.ua", "Ukrainian Foreign Ministry"),
    ("kremlin.ru", "The Kremlin"),
    ("mid.ru", "Russian Foreign Ministry"),
    ("mfa.gov.tr", "Turkish Foreign Ministry"),
    ("tccb.gov.tr", "Presidency of Türkiye"),
    ("mfa.gr", "Greek Foreign Ministry"),
    ("gov.il", "Government of Israel"),
    ("mofa.gov.sa", "Saudi Foreign Ministry"),
    ("mofa.gov.ae", "UAE Foreign Ministry"),
    ("mofa.gov.qa", "Qatari Foreign Ministry"),
    ("mfa.gov.eg", "Egyptian Foreign Ministry"),
    ("dirco.gov.za", "South African Foreign Ministry"),
    ("mfa.go.ke", "Kenyan Foreign Ministry"),
    ("president.go.ke", "President of Kenya"),
    ("mea.gov.in", "Indian Ministry of External Affairs"),
    ("pib.gov.in", "Press Information Bureau of India"),
    ("pmindia.gov.in", "Prime Minister of India"),
    ("mofa.gov.pk", "Pakistani Foreign Ministry"),
    ("mofa.gov.bd", "Bangladeshi Foreign Ministry"),
    ("fmprc.gov.cn", "Chinese Foreign Ministry"),
    ("mfa.gov.cn", "Chinese Foreign Ministry"),
    ("mod.gov.cn", "Chinese Ministry of Defense"),
    ("mofa.go.jp", "Japanese Foreign Ministry"),
    ("kantei.go.jp", "Prime Minister's Office of Japan"),
    ("mod.go.jp", "Japanese Ministry of Defense"),
    ("mofa.go.kr", "South Korean Foreign Ministry"),
    ("president.go.kr", "Office of the President of South Korea"),
    ("mnd.go.kr", "South Korean Ministry of National Defense"),
    ("mofa.gov.tw", "Taiwanese Foreign Ministry"),
    ("mofa.gov.vn", "Vietnamese Foreign Ministry"),
    ("dfa.gov.ph", "Philippine Department of Foreign Affairs"),
    ("pco.gov.ph", "Philippine Presidential Communications Office"),
    ("kemlu.go.id", "Indonesian Foreign Ministry"),
    ("kln.gov.my", "Malaysian Foreign Ministry"),
    ("mfa.gov.sg", "Singaporean Foreign Ministry"),
    ("mindef.gov.sg", "Singaporean Ministry of Defence"),
    ("mfa.go.th", "Thai Foreign Ministry"),
    ("dfat.gov.au", "Australian Department of Foreign Affairs and Trade"),
    ("foreignminister.gov.au", "Foreign Minister of Australia"),
    ("minister.defence.gov.au", "Australian Ministers for Defence"),
    ("pm.gov.au", "Prime Minister of Australia"),
    ("beehive.govt.nz", "Government of New Zealand"),
    ("mfat.govt.nz", "New Zealand Ministry of Foreign Affairs and Trade"),
    ("consilium.europa.eu", "Council of the European Union"),
    ("ec.europa.eu", "European Commission"),
    ("eeas.europa.eu", "European External Action Service"),
    ("nato.int", "NATO"),
    ("un.org", "United Nations"),
    ("asean.org", "ASEAN"),
    ("au.int", "African Union"),
    ("oas.org", "Organization of American States"),
    ("osce.org", "OSCE"),
    ("iaea.org", "IAEA"),
    ("imf.org", "IMF"),
    ("worldbank.org", "World Bank"),
    ("wto.org", "WTO"),
)
_PAPERS = (
    ("centcom.mil", "U.S. Central Command"),
    ("army.mil", "U.S. Army"),
    ("navy.mil", "U.S. Navy"),
    ("news.un.org", "UN News"),
    ("en.wikinews.org", "Wikinews"),
    ("wikinews.org", "Wikinews"),
    ("reuters.com", "Reuters"),
    ("apnews.com", "AP"),
    ("bloomberg.com", "Bloomberg"),
    ("bbc.co.uk", "BBC"),
    ("bbc.com", "BBC"),
    ("theguardian.com", "The Guardian"),
    ("ft.com", "Financial Times"),
    ("economist.com", "The Economist"),
    ("nytimes.com", "The New York Times"),
    ("washingtonpost.com", "The Washington Post"),
    ("wsj.com", "The Wall Street Journal"),
    ("politico.com", "Politico"),
    ("politico.eu", "Politico"),
    ("cnn.com", "CNN"),
    ("voanews.com", "Voice of America"),
    ("rferl.org", "Radio Free Europe/Radio Liberty"),
    ("dw.com", "Deutsche Welle"),
    ("france24.com", "France 24"),
    ("lemonde.fr", "Le Monde"),
    ("aljazeera.com", "Al Jazeera"),
    ("timesofisrael.com", "The Times of Israel"),
    ("xinhuanet.com", "Xinhua"),
    ("news.cn", "Xinhua"),
    ("globaltimes.cn", "Global Times"),
    ("chinadaily.com.cn", "China Daily"),
    ("scmp.com", "South China Morning Post"),
    ("japantimes.co.jp", "The Japan Times"),
    ("nikkei.com", "Nikkei"),
    ("yna.co.kr", "Yonhap"),
    ("koreaherald.com", "The Korea Herald"),
    ("koreatimes.co.kr", "The Korea Times"),
    ("koreajoongangdaily.joins.com", "Korea JoongAng Daily"),
    ("hani.co.kr", "The Hankyoreh"),
    ("tass.com", "TASS"),
    ("straitstimes.com", "The Straits Times"),
    ("channelnewsasia.com", "CNA"),
    ("rappler.com", "Rappler"),
    ("inquirer.net", "Philippine Daily Inquirer"),
    ("thejakartapost.com", "The Jakarta Post"),
    ("bangkokpost.com", "Bangkok Post"),
    ("thehindu.com", "The Hindu"),
    ("indiatimes.com", "The Times of India"),
    ("dawn.com", "Dawn"),
    ("thedailystar.net", "The Daily Star"),
    ("abc.net.au", "ABC"),
    ("smh.com.au", "The Sydney Morning Herald"),
    ("nation.africa", "Nation"),
    ("allafrica.com", "AllAfrica"),
    ("hurriyetdailynews.com", "Hürriyet Daily News"),
)
_SUMMARIES = (("gov.uk", "UK Government"),)

OUTLETS: tuple[Outlet, ...] = (
    *(Outlet(host=host, name=name, official=True) for host, name in _OFFICIAL),
    *(Outlet(host=host, name=name, official=True, summary=True) for host, name in _SUMMARIES),
    *(Outlet(host=host, name=name, official=False) for host, name in _PAPERS),
)


@cache
def _by_host() -> dict[str, Outlet]:
    return {outlet.host: outlet for outlet in OUTLETS}


@cache
def _by_name() -> dict[str, Outlet]:
    return {outlet.name.casefold(): outlet for outlet in OUTLETS}


def outlet_at(host: str) -> Outlet | None:
    """The publisher at a host, by the longest ending of it that is listed."""
    labels = host.lower().strip(".").split(".")
    endings = (".".join(labels[start:]) for start in range(len(labels)))
    return next((outlet for ending in endings if (outlet := _by_host().get(ending))), None)


def outlet_named(name: str) -> Outlet | None:
    """The publisher of a name, or None."""
    return _by_name().get(name.casefold())


def is_governing(name: str) -> bool:
    """Whether the name of a publisher that is not listed says that it speaks for itself: `Ministry of Trade of Norway`.

    Args:
        name: as the document has it.
    """
    if _bodies().match(name):
        return True
    return not is_reporting(name) and _GOVERNING.search(name) is not None and _OTHERS.search(name) is None


def is_reporting(name: str) -> bool:
    """Whether the name of a publisher says that it reports on others: a paper, a broadcaster or an agency."""
    if _REPORTING.search(name):
        return True
    known = name.casefold()
    return any(not outlet.official and known.startswith(f"{outlet.name.casefold()} ") for outlet in OUTLETS)


@cache
def _bodies() -> re.Pattern[str]:
    """The names of international bodies, also where an organ follows: `African Union Commission`."""
    known = (body for body in load_bodies().values() if "/" not in body.id)
    names = sorted({re.escape(name) for body in known for name in (body.name, *body.names)}, key=len, reverse=True)
    organs = "commission|secretariat|council|headquarters|mission|parliament|assembly|presidency|chair"
    return re.compile(
        rf"(?:the )?(?:(?:council|commission|parliament) of the )?(?:{'|'.join(names)})(?: (?:{organs}))*\Z",
        re.IGNORECASE,
    )


_GOVERNING = re.compile(
    r"\b(?:(?:Foreign |Defen[cs]e |Trade )?Ministry|Ministries|(?:Prime |Foreign )?Minister|Presidency|President of|Department of|State Department"
    r"|Government(?: of\b|\Z)|(?:President|Prime Minister|Premier)['’]s Office|State House|Global Affairs|External Action Service|Foreign Office|Chancellery|Embassy|High Commission|Consulate|Permanent Mission|Cabinet Office"
    r"|Office of the (?:President|Prime Minister|Spokes\w+|High Representative)|Secretariat)",
)
_OTHERS = re.compile(r"\b(?:press|agency|project|institute|university)\b", re.IGNORECASE)
_REPORTING = re.compile(
    r"\b(?:news|newswire|newspaper|press(?! (?:service|office|secretary|and|information|cent(?:er|re)|department|release))|(?:information|telegraph) agency|times|post|daily|weekly|radio|television|TV|broadcast\w*|magazine|journal|review"
    r"|mail|herald|tribune|gazette|chronicle|telegraph|guardian|observer|express|mirror|globe|courier|bulletin|examiner|inquirer|sentinel|standard|wire|report"
    r"|reuters|AFP|BBC|CNN|NHK|TRT|RFI|VOA|NPR|CBC|SABC|CGTN|RTÉ|ERR|KBS|NBC|CBS|PBS|MSNBC|Xinhua|TASS|Interfax|Anadolu|Yonhap|Kyodo|ANSA|EFE|IANS|PTI|SPA|WAM|IRNA)\b",
    re.IGNORECASE,
)
