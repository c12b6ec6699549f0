"""The sources that the model learns from, by folder of the data directory."""

from dataclasses import dataclass
from pathlib import Path

from mentions import with_mentioned_names
from openings import openings
from sentences import Sentence, read_names, read_trees, with_names

_WIKIGOLD = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_CROSSNER = {
    "politician": "PER",
    "person": "PER",
    "country": "LOC",
    "location": "LOC",
    "organisation": "ORG",
    "politicalparty": "ORG",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """What is learned from and what choices are checked with."""

    training: tuple[Sentence, ...]
    checking: tuple[Sentence, ...]


def read_sources(data: Path) -> Sources:
    """The training sentences, and EWT's dev part to check with.

    EWT's dev part is learned from for its names only: its trees stay unseen.
    """
    checking = with_names(read_trees(data / "ud-ewt/en_ewt-ud-dev.conllu"), data / "uner-ewt/en_ewt-ud-dev.iob2")
    training = read_trees(data / "ud-ewt/en_ewt-ud-train.conllu")
    training += [with_mentioned_names(sentence) for sentence in read_trees(data / "ud-gum/en_gum-train.conllu")]
    training += openings()
    training += [Sentence(words=sentence.words, names=sentence.names) for sentence in checking if sentence.names]
    training += read_names(data / "wikigold/CONLL-format/data/wikigold.conll.txt", _WIKIGOLD)
    for part in ("train", "dev", "test"):
        training += read_names(data / f"crossner-politics/{part}.txt", _CROSSNER)
    return Sources(tuple(training), tuple(checking))
