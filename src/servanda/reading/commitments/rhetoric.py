"""What speakers say of their own speech and feeling: `I will add`, `we'll talk about it`, `let me turn it over to`.

It binds nobody to anything, whoever speaks. Only words behind `I` and `we` are asked.
"""

from __future__ import annotations

from servanda.lexicon.grammar import load_grammar
from servanda.reading.commitments.lines import Line

_SPOKEN = frozenset(
    ["talk", "argue", "comment", "note", "say", "tell", "mention", "repeat", "quote", "read", "recite", "introduce", "recognize", "recognise", "acknowledge",
     "report", "toast", "pray", "hope", "imagine", "forget", "remember", "miss", "see", "look", "wait", "sit", "pause", "chat", "joke", "confess", "admit", "digress",
     "think", "celebrate", "congratulate", "salute", "applaud", "dwell", "elaborate", "submit", "wish", "suggest", "reiterate", "thank", "state", "recall", "associate", "lament", "deplore", "underscore", "brag", "echo"]
)  # fmt: skip
_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "make a point", "make a final", "make one point", "make one thing", "make two points", "make three points", "make a few", "make some remarks", "make remarks", "make a comment", "stop there", "stop here", "stop right",
        "turn it", "turn the", "turn to", "turn things", "turn now", "hand it", "hand the", "hand over to", "give you", "give the press", "give it", "leave you", "leave it", "leave the room",
        "get to", "get a", "get back", "get into", "get down", "get started", "go over", "go through", "go into", "go ahead", "go back", "go first", "hold for", "hold on", "take a", "take one",
        "take some", "take your", "take questions", "take the", "take two", "take this", "do it", "do that", "do so", "do this", "conclude with", "conclude by", "conclude where", "conclude this", "begin with",
        "begin by", "start with", "start by", "start off", "close with", "close by", "end with", "end by", "end where", "finish with", "finish by", "let you", "let me", "let him", "let her",
        "let [", "let the", "walk you", "put it", "join me", "join previous", "join others", "join other speakers", "join all", "join you", "offer a toast", "raise a glass", "raise my glass", "keep it", "keep you", "keep this", "keep my", "share a", "share some", "share one", "share with",
        "reinforce what", "repeat what", "have a", "have the", "have to", "have great", "ask you", "ask everyone", "ask all", "answer your", "answer that", "answer questions", "defer to", "refer you", "point out", "point to",
        "draw your", "call on", "speak to", "speak about", "speak with", "speak in", "be very", "be clear", "be brief", "be honest", "be frank",
    )
)  # fmt: skip
_CLAUSAL = frozenset({"that", "this", "my", "just", "one", "briefly"})
_REACH = 12
_I = frozenset({"i", "we", "me", "us"})


def is_rhetoric(line: Line, debtor: str, at: int) -> bool:
    """Whether somebody who says `I` or `we` only announces words or tells feelings.

    Args:
        line: the sentence.
        debtor: the words of who is bound.
        at: the first word of the deed.
    """
    if debtor.lower() not in _I:
        return False
    while load_grammar().is_adverb(line.at(at)):
        at += 1
    said = line.at(at) == "add" and not (_CLAUSAL | load_grammar().being).isdisjoint(line.lower[at + 1 : at + _REACH])
    return said or line.at(at) in _SPOKEN or any(line.lower[at : at + len(one)] == one for one in _PHRASES)
