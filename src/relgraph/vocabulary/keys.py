"""The keys of a kind of relation in a vocabulary, and what each means: for its reader, `schema`, the documents."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KEYS: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        ("section",): "the key of its section in a file of facts",
        (
            "label",
            "plural",
        ): "what one of them is called, and several; without `plural`, the words of the section",
        ("form",): (
            "`tie`: a record is an edge from the first end to the second, a list in the file. `node`: a "
            "record is a node that other facts may name, a mapping by id. `figure`: a record is a number "
            "said of its first end, a list"
        ),
        ("time",): "`moment` (`on`), `state` (`since`, `until`, `seen`), `both` or `none`",
        ("symmetric",): "it reads the same from either end",
        ("path",): (
            "`true`: it takes part in paths, ranks and the page's first view. A tie of your own does unless "
            "you write `path: false`"
        ),
        ("rung",): "the rung of a ladder that it stands for",
        (
            "statuses",
            "status",
        ): "the statuses that it may have, and its usual one",
        ("kinds",): (
            "narrower kinds that a record's `kind` may name: a list, or a mapping from each to the words it "
            "brings along"
        ),
        ("words",): (
            "the words that its readings name beside ends and fields, such as `{did}`; a narrower kind may have its "
            "own, and `called`: what `{narrower}` says for it, where its id with blanks would not do; `position`: "
            "which it takes in a vote. `shared` is what two have in common who stand in it"
        ),
        ("ends",): (
            "roles in order. `types`: kinds of actor, or of relation with the form `node`, that may stand "
            "there; `many`: takes a list (of a tie, a fact for each); `optional`: may be left out; `where`: "
            "the country in which it takes place, which a text names too by a city of it that the record "
            "gives"
        ),
        ("distinct",): "pairs of roles that the same must not fill",
        ("fields",): (
            "what else a record may say, and its type: `text`, `texts`, `date`, `interval`, `figure`, "
            "`ordinal`, `tier`, `relation`, `ids`, `parts`. A figure that `counts` a `relation` is a total, set "
            "against its members: `says` how many, and `kind`, `tier`, `role`, `named`, `parts` and `as_of` narrow it"
        ),
        ("reads",): (
            "its sentence, from the first end (`forward`) and from the second (`back`; where the two are "
            "alike, one is enough); and forms of their own for what is `planned`, `agreed`, `current`, "
            "`occurred`, `ended` or `denied`, for one of its statuses, and for what is known of a time that is `past`"
        ),
        ("walks",): (
            "of a node: which roles it ties to one another, and how that reads; `most`: only where so many "
            "stand in a role"
        ),
        ("unsaid",): "fields that its sentence leaves to other answers",
        ("details",): (
            "fields that add to what a record says without making it another, and `since` where two are tied so but "
            "once at a time: two sources say the same if one gives them and one does not"
        ),
        ("acts", "belongs"): (
            "of a tie: what the first end does it does for the second, as who holds an office; the first end is part "
            "of the second, as `of` says in the files of actors"
        ),
        ("implies",): (
            "what follows from it: `kind`, `from`, `to`, `rule`, and when: `kinds`, `types` (else "
            "countries), `most`, `ranked`, `unless`; `whole`: it is said of what `to` is part of; `gives`: "
            "the narrower kind of what follows; `opens`: it begins on that day, not at the latest; `id`: by "
            "which `rules_off` names it"
        ),
        ("closes",): (
            "what ends on the day it happens: `kind`, `from`, `to`, `rule`, `kinds`, `id`; `named`: the end that "
            "names what alone ends; `leaves`: the ends of that which who does it leaves: it goes on for the others, "
            "and ends once fewer than two are left; `returns`: the narrower kinds by which one who had left is back, "
            "the surest first, or what had ended is resumed. Breaking off relations ends them"
        ),
        ("settles",): (
            "the status that a node named at its end `to` has by it, where the record of that states none: `kind`, "
            "`to`, `kinds`, `status`, `unstated` (the status of what states none), `rule`, `id`"
        ),
    }
)
"""Keys that belong together, and their meaning in Markdown."""

RELATION_KEYS = tuple(key for together in KEYS for key in together)
