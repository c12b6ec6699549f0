"""The world's news agencies, by the names under which reports credit them.

A credit that is not among them is no agency: it names the paper. Facts about the agencies are common knowledge; each
row can be checked on the agency's own page.
"""

from __future__ import annotations

from functools import cache

AGENCIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    # name, other spellings in credits; by region
    ("AP", ("Associated Press", "The Associated Press")),
    ("Bloomberg", ("Bloomberg News",)),
    ("UPI", ("United Press International",)),
    ("CP", ("Canadian Press", "The Canadian Press")),
    ("Reuters", ("Thomson Reuters", "Reuter")),
    ("AFP", ("Agence France-Presse", "Agence France Presse")),
    ("dpa", ("Deutsche Presse-Agentur",)),
    ("ANSA", ()),
    ("EFE", ("Agencia EFE",)),
    ("Europa Press", ()),
    ("Lusa", ()),
    ("PA", ("PA Media", "Press Association")),
    ("ANP", ()),
    ("Belga", ()),
    ("APA", ()),
    ("Keystone-SDA", ("SDA",)),
    ("NTB", ()),
    ("TT", ()),
    ("Ritzau", ()),
    ("STT", ()),
    ("PAP", ("Polish Press Agency",)),
    ("CTK", ("ČTK",)),
    ("MTI", ()),
    ("Agerpres", ()),
    ("BTA", ()),
    ("Tanjug", ()),
    ("Hina", ()),
    ("BNS", ()),
    ("BelTA", ()),
    ("Ukrinform", ()),
    ("Interfax", ("Interfax-Ukraine",)),
    ("TASS", ("Itar-Tass", "ITAR-TASS")),
    ("RIA Novosti", ("RIA",)),
    ("Sputnik", ()),
    ("Kazinform", ()),
    ("UzA", ()),
    ("Azertac", ("AZERTAC",)),
    ("Armenpress", ()),
    ("Anadolu Agency", ("Anadolu", "AA")),
    ("DHA", ("Demirören News Agency",)),
    ("IRNA", ()),
    ("ISNA", ()),
    ("Mehr", ("Mehr News Agency", "MNA")),
    ("Tasnim", ("Tasnim News Agency",)),
    ("INA", ("Iraqi News Agency",)),
    ("SANA", ()),
    ("NNA", ("National News Agency",)),
    ("Petra", ("Jordan News Agency",)),
    ("WAFA", ()),
    ("SPA", ("Saudi Press Agency",)),
    ("WAM", ("Emirates News Agency",)),
    ("QNA", ("Qatar News Agency",)),
    ("KUNA", ("Kuwait News Agency",)),
    ("BNA", ("Bahrain News Agency",)),
    ("ONA", ("Oman News Agency",)),
    ("MENA", ("Middle East News Agency",)),
    ("MAP", ("Maghreb Arabe Presse",)),
    ("APS", ()),
    ("TAP", ()),
    ("NAN", ("News Agency of Nigeria",)),
    ("GNA", ("Ghana News Agency",)),
    ("KNA", ("Kenya News Agency",)),
    ("ENA", ("Ethiopian News Agency",)),
    ("Angop", ("ANGOP",)),
    ("PANA", ("Panapress",)),
    ("APO", ("APO Group",)),
    ("ANI", ("Asian News International",)),
    ("PTI", ("Press Trust of India",)),
    ("UNI", ("United News of India",)),
    ("IANS", ("Indo-Asian News Service",)),
    ("APP", ("Associated Press of Pakistan",)),
    ("PPI", ("Pakistan Press International",)),
    ("BSS", ("Bangladesh Sangbad Sangstha",)),
    ("UNB", ("United News of Bangladesh",)),
    ("RSS", ("Rastriya Samachar Samiti",)),
    ("Xinhua", ("Xinhua News Agency",)),
    ("China News Service", ("CNS",)),
    ("CNA", ("Central News Agency", "Focus Taiwan")),
    ("Kyodo", ("Kyodo News",)),
    ("Jiji Press", ("Jiji",)),
    ("Yonhap", ("Yonhap News Agency", "Yonhap News")),
    ("Newsis", ()),
    ("News1", ()),
    ("KCNA", ("Korean Central News Agency",)),
    ("Montsame", ("MONTSAME",)),
    ("VNA", ("Vietnam News Agency",)),
    ("TNA", ("Thai News Agency",)),
    ("Bernama", ("BERNAMA",)),
    ("Antara", ("ANTARA",)),
    ("PNA", ("Philippine News Agency",)),
    ("AKP", ("Agence Kampuchea Presse",)),
    ("AAP", ("Australian Associated Press",)),
    ("Agência Brasil", ("Agencia Brasil",)),
    ("Notimex", ()),
    ("Télam", ("Telam",)),
    ("Prensa Latina", ()),
)


@cache
def _spellings() -> dict[str, str]:
    return {spelling.casefold(): name for name, others in AGENCIES for spelling in (name, *others)}


def agency_named(words: str) -> str | None:
    """The agency that a credit names (`Xinhua News Agency` → `Xinhua`), or None.

    Short names count only in capitals where they are written so: `Map` and `tap` are words, `MAP` and `TAP` agencies.
    """
    plain = " ".join(words.split()).strip(" .-–—")
    name = _spellings().get(plain.casefold())
    if name is None or (len(plain) <= 4 and plain.islower() and not name.islower()):
        return None
    return None if len(plain) <= 4 and name.isupper() and not plain.isupper() else name
