"""The closed vocabularies of the codebook, each word with its explanation.

The words are the codebook's to the letter; gold files, exports and pages show them as they stand. A person reads
`meaning`; nothing else depends on it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of a closed vocabulary, with one line that says what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Keep the explanation beside the word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class Known(Term):
    """How a field of a record is known."""

    STATED = "stated", "the text bears this value"
    UNSTATED = "unstated", "this text says nothing of it, which is not a no"
    UNCLEAR = "unclear", "the text touches it but does not settle it"


class ActorKind(Term):
    """What an actor is."""

    STATE = "state", "a state or a territory that acts in its own name"
    BODY = "body", "a ministry, command, embassy, alliance, agency or international body"
    OFFICE = "office", "an office, whoever holds it"
    PERSON = "person", "a person"
    GROUP = "group", "a group that the text does not break into members"


class DocumentKind(Term):
    """What a document is."""

    NEWS = "news", "a report by the press or an agency"
    INSTRUMENT = "instrument", "a text that parties adopted together"
    RELEASE = "release", "one side's fact sheet or statement"
    READOUT = "readout", "an account of a meeting or call by one who took part"
    TRANSCRIPT = "transcript", "words as they were spoken"


class Mode(Term):
    """How a statement reports what was said."""

    DIRECT = "direct", "all of it inside quotation marks"
    INDIRECT = "indirect", "none of it inside quotation marks"
    MIXED = "mixed", "part of it inside quotation marks"


class EventType(Term):
    """The PLOVER event type of an occasion."""

    AGREE = "AGREE", "agree to, or sign: deals, releases and signings"
    CONSULT = "CONSULT", "meetings, visits, forums and calls"
    SUPPORT = "SUPPORT", "support in symbol or in deed: celebrations and appointments"
    CONCEDE = "CONCEDE", "yield or give way"
    COOPERATE = "COOPERATE", "act together: joint exercises"
    AID = "AID", "give material help"
    RETREAT = "RETREAT", "withdraw forces or end a pressure"
    REQUEST = "REQUEST", "ask or demand"
    ACCUSE = "ACCUSE", "blame or condemn"
    REJECT = "REJECT", "refuse"
    THREATEN = "THREATEN", "warn of harm"
    PROTEST = "PROTEST", "demonstrate"
    SANCTION = "SANCTION", "reduce relations or impose penalties"
    MOBILIZE = "MOBILIZE", "show or move force"
    COERCE = "COERCE", "use force short of battle"
    ASSAULT = "ASSAULT", "attack"


class OccasionKind(Term):
    """The plain noun for an occasion."""

    SUMMIT = "summit", "a meeting of heads of state or government"
    TALKS = "talks", "a meeting of other officials"
    VISIT = "visit", "a journey to another party"
    CALL = "call", "a telephone or video call"
    FORUM = "forum", "a conference or public event"
    PRESS_CONFERENCE = "press-conference", "a joint appearance before the press"
    EXERCISE = "exercise", "a military exercise"
    CEREMONY = "ceremony", "a celebration or commemoration"
    SIGNING = "signing", "the signing of an instrument"
    RELEASE = "release", "the publication of an instrument"
    APPOINTMENT = "appointment", "the taking up of an office"
    OTHER = "other", "none of these"


class OccasionStatus(Term):
    """Whether an occasion took place, as the document has it."""

    HELD = "held", "it took place"
    PLANNED = "planned", "it is to take place"
    ONGOING = "ongoing", "it was going on"
    HYPOTHETICAL = "hypothetical", "it is only imagined, wished or feared"


class InstrumentKind(Term):
    """What an instrument is."""

    FACT_SHEET = "fact-sheet", "a joint fact sheet"
    AGREEMENT = "agreement", "an agreement or a deal"
    TREATY = "treaty", "a treaty, convention or pact"
    MEMORANDUM = "memorandum", "a memorandum of understanding"
    JOINT_STATEMENT = "joint-statement", "a joint statement, declaration or communiqué"
    OTHER = "other", "none of these"


class InstrumentStatus(Term):
    """How far an instrument has come, as the document has it."""

    PROPOSED = "proposed", "worked on, or called for"
    CONCLUDED = "concluded", "agreed or released"
    INITIALLED = "initialled", "initialled, not yet signed"
    SIGNED = "signed", "signed"
    IN_FORCE = "in-force", "in force"
    ENDED = "ended", "ended or left"


class Act(Term):
    """What a commitment is to do."""

    INVEST = "invest", "invest capital"
    TARIFF = "tariff", "set, lower or lift a duty"
    TRADE = "trade", "open or regulate trade otherwise"
    SPEND = "spend", "spend on one's own defence or policy"
    PROCURE = "procure", "buy"
    FUND = "fund", "pay for, lend or grant"
    SUPPORT = "support", "help, endorse or enable another's act"
    TRANSFER = "transfer", "hand over goods, technology, people or powers"
    DEFEND = "defend", "defend another, or keep ready to"
    DETER = "deter", "deter"
    CONSULT = "consult", "consult or coordinate"
    COOPERATE = "cooperate", "work together, strengthen or modernise ties"
    NEGOTIATE = "negotiate", "hold talks or keep a dialogue"
    VISIT = "visit", "visit or receive"
    EXERCISE = "exercise", "hold exercises"
    DISARM = "disarm", "give up arms, anyone's denuclearisation"
    IMPLEMENT = "implement", "carry out what was agreed"
    BUILD = "build", "build or make"
    REFRAIN = "refrain", "not do something"
    OTHER = "other", "none of these"


class Role(Term):
    """What a quantity stands for in a commitment."""

    AMOUNT = "amount", "how much"
    FROM = "from", "the level before"
    TO = "to", "the level after"
    SHARE = "share", "a part of a whole"


class Bound(Term):
    """How closely a quantity is meant, where it is not the very number."""

    AT_LEAST = "at least", "this much or more"
    UP_TO = "up to", "this much or less: a cap"
    MORE_THAN = "more than", "more than this"
    LESS_THAN = "less than", "less than this"
    ABOUT = "about", "close to this"


class Firmness(Term):
    """How firmly a commitment binds, by its own words."""

    BINDING = "binding", "shall, is required to, has approved or decided"
    PLEDGED = "pledged", "promise, pledge, vow, guarantee, commit, reaffirm, remain committed"
    AGREED = "agreed", "agreed to; a term of an adopted instrument without a word of its own"
    INTENDED = "intended", "will, plans, intends, aims, strives, ready, willing"
    ASPIRED = "aspired", "must, should, need to, importance of, hopes, seeks, welcomes"


class Novelty(Term):
    """Whether a commitment is new."""

    NEW = "new", "newly adopted or promised"
    REAFFIRMED = "reaffirmed", "remain, maintain, reaffirm, reiterate, confirm, continue"
    UNCLEAR = "unclear", "the words do not say"


class Polarity(Term):
    """Whether the party undertakes the act or declines it."""

    PLUS = "+", "undertakes it"
    MINUS = "-", "declines, refuses or ends it"


class CommitmentStatus(Term):
    """How far a commitment has come, as the document has it."""

    OPEN = "open", "still to be met"
    IN_PROGRESS = "in-progress", "being met"
    FULFILLED = "fulfilled", "met"
    BROKEN = "broken", "not kept"
    WITHDRAWN = "withdrawn", "taken back"


class About(Term):
    """What an assessment is about."""

    RELATIONSHIP = "relationship", "the relationship between parties"
    PARTNER = "partner", "a partner"
    CHALLENGE = "challenge", "a challenge or threat"
    INSTRUMENT = "instrument", "an instrument"
    COMMITMENT = "commitment", "an undertaking"
    CONDUCT = "conduct", "anyone's posture, policy or leader"


class Valence(Term):
    """Whether an assessment praises or blames."""

    PLUS = "+", "praises"
    MINUS = "-", "blames or fears"
    ZERO = "0", "neither"


class Tie(Term):
    """How a later record of a thread stands to an earlier one."""

    REPEATS = "repeats", "says the same in the same words"
    QUOTES = "quotes", "gives words of the earlier one inside quotation marks"
    PARAPHRASES = "paraphrases", "says the same in other words"
    STRENGTHENS = "strengthens", "binds more firmly"
    WEAKENS = "weakens", "binds less firmly"
    ADDS = "adds", "states a field that the earlier one left open"
    DROPS = "drops", "leaves a field open that the earlier one stated"
    CHANGES = "changes", "states another value of a field, where both can be so at their time"
    SPLITS = "splits", "states a part of it"
    SUMS = "sums", "states the whole of which it is a part"
    CONTRADICTS = "contradicts", "states what cannot be so together with it"
    PROGRESS = "reports progress", "says that it is being met"
    FULFILMENT = "reports fulfilment", "says that it is met"
    WITHDRAWS = "withdraws", "takes it back"


class ThreadStatus(Term):
    """How far an undertaking has come over all documents."""

    ANNOUNCED = "announced", "said by one side"
    ADOPTED = "adopted", "held by an instrument that the parties adopted"
    RESTATED = "restated", "said again in other documents"
    STRENGTHENED = "strengthened", "said again more firmly"
    WEAKENED = "weakened", "said again less firmly"
    IN_PROGRESS = "in progress", "said to be being met"
    PARTLY_FULFILLED = "partly fulfilled", "a part of it is said to be met"
    FULFILLED = "fulfilled", "said to be met"
    WITHDRAWN = "withdrawn", "taken back"
    DISPUTED = "disputed", "parties say what cannot be so together"
    BROKEN = "broken", "not kept, as a person judged"


class Clock(Term):
    """Where the deadline of an undertaking stands on a day."""

    OVERDUE = "overdue", "its deadline has passed, and no text of the ledger says that it is met"
    DUE = "due", "its deadline lies ahead"
    IN_INSTRUMENT = (
        "deadline only in the instrument",
        "the deadline stands in the instrument that holds it, not in reports of it",
    )
    NONE = "no deadline stated", "no text of the ledger states one"
    CLOSED = "closed", "fulfilled, withdrawn, or judged to be broken"


class Verdict(Term):
    """What a person judged."""

    SAME = "same", "these records are one"
    NOT_SAME = "not the same", "these records are not one"
    UNSURE = "unsure", "it cannot be told"
    ACCEPT = "accept", "the record is right as it stands"
    CORRECT = "correct", "a field has another value"
    REJECT = "reject", "the text does not bear this record"
    STATUS = "status", "the commitment has come this far"
    NOTE = "note", "a remark"


class Method(Term):
    """By what kind of reader a record was made."""

    RULE = "rule", "a rule of the reader"
    MODEL = "model", "a trained or language model"
    PERSON = "person", "a person"
