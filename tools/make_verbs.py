"""Make the table of English verbs (`src/diplocal/languages/en/verbs.txt`) from WordNet 3.0 and lemminflect.

    python tools/make_verbs.py WORDNET_FOLDER

The folder is that of WordNet's database files (`index.verb`, `cntlist.rev`), as Debian's package wordnet-base has them;
lemminflect (dependency group `fit`) gives the irregular forms. WordNet's licence allows any use with its notice.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lemminflect import getInflection

TARGET = Path(__file__).parents[1] / "src/diplocal/languages/en/verbs.txt"
# A word that WordNet's tagged texts have so often as a noun and hardly ever as a verb is left to be a noun.
_SEEN_AS_NOUN, _SHARE_AS_VERB = 60, 0.005
# Verbs that the news has and WordNet 3.0 has not.
_NEWER = ("cohost", "tweet", "brief", "livestream", "rebuff")
_HEADER = """\
# English verbs: the base form; where no rule of spelling gives them, the past forms and the past participles, each
# with bars between. Not edited by hand: `python tools/make_verbs.py` makes it.
#   Which words are verbs: WordNet 3.0, Copyright 2006 by Princeton University; a few newer ones by hand.
#   Irregular forms: lemminflect, MIT License.

"""
_NO_VERBS = {"be", "have", "do", "will", "can", "may", "must", "shall", "march", "august", "second", "third", "mid"}


def verbs(folder: Path) -> list[str]:
    """The single words that WordNet has as verbs, less those that are hardly ever one."""
    times = {kind: Counter[str]() for kind in "12345"}
    for line in (folder / "cntlist.rev").read_text().splitlines():
        sense, _, count = line.split()
        word, _, rest = sense.partition("%")
        times[rest[0]][word] += int(count)
    lemmas = {line.split()[0] for line in (folder / "index.verb").read_text().splitlines() if line[0] != " "}
    nouns, as_verbs = times["1"], times["2"]
    return sorted(
        word
        for word in lemmas | set(_NEWER)
        if re.fullmatch("[a-z]{2,}", word)
        and word not in _NO_VERBS
        and (nouns[word] < _SEEN_AS_NOUN or as_verbs[word] >= _SHARE_AS_VERB * nouns[word])
    )


def irregular(lemma: str) -> Iterator[str]:
    """Past and past participle, each with bars between its forms, where the rules of spelling don't give them."""
    regular = {lemma + "ed", lemma + "d", lemma + lemma[-1] + "ed", re.sub("y$", "i", lemma) + "ed"}
    found = [getInflection(lemma, tag, inflect_oov=False) for tag in ("VBD", "VBN")]
    if any(set(forms) - regular for forms in found if forms):
        yield from ("|".join(sorted(filter(str.isalpha, set(forms)))) or "-" for forms in found)


def main() -> None:
    """Write the table."""
    lines = [" ".join([lemma, *irregular(lemma)]) for lemma in verbs(Path(sys.argv[1]))]
    TARGET.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


main()
