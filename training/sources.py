"""The sources that the model learns from, by folder of the data directory."""

from dataclasses import dataclass
from pathlib import Path

from mentioned import read_meantime, read_re3d
from openings import openings
from raw_texts import raw_sentences
from sentences import Sentence, read_names, read_trees, with_names

from mentions import with_mentioned_names

_LIKE_NEWS = ("GUM_news_", "GUM_bio_", "GUM_voyage_")


@dataclass(frozen=True, slots=True)
class Sources:
    """What is learned from, what is added while the rate falls, and what choices are checked with.

    Attributes:
        raw: Sentences without labels, which the network labels itself before the rate falls.
    """

    training: tuple[Sentence, ...]
    later: tuple[Sentence, ...]
    raw: tuple[Sentence, ...]
    checking: tuple[Sentence, ...]


def _names_only(sentence: Sentence) -> Sentence:
    return Sentence(words=sentence.words, names=sentence.names)


def read_sources(data: Path) -> Sources:
    """The training sentences, and GUM's dev part to check with."""
    named = with_names(read_trees(data / "ud-ewt/en_ewt-ud-dev.conllu"), data / "uner-ewt/en_ewt-ud-dev.iob2")
    gum = [with_mentioned_names(sentence) for sentence in read_trees(data / "ud-gum/en_gum-train.conllu")]
    training = read_trees(data / "ud-ewt/en_ewt-ud-train.conllu") + named + gum
    training += [sentence for sentence in gum if sentence.key.startswith(_LIKE_NEWS)]
    training += 2 * [_names_only(sentence) for sentence in named if sentence.names]
    training += read_names(data / "wikigold/CONLL-format/data/wikigold.conll.txt", "wikigold")
    for part in ("train", "dev", "test"):
        training += read_names(data / f"crossner-politics/{part}.txt", "crossner")
    training += read_meantime(data / "meantime") + read_re3d(data / "re3d")
    checking = read_trees(data / "ud-gum/en_gum-dev.conllu")
    return Sources(tuple(training), tuple(openings()), tuple(raw_sentences(data)), tuple(checking))
