"""The vocabulary as a dictionary: what a writer of facts looks up."""

from __future__ import annotations

from relgraph.vocabulary.describe import dictionary, plain_vocabulary
from relgraph.vocabulary.load import shipped_vocabulary


def test_a_kind_is_told_with_its_ends_fields_statuses_and_rules() -> None:
    lines = "\n".join(dictionary(shipped_vocabulary())).split("\n### ")
    (partnerships,) = (part for part in lines if part.startswith("partnerships\n"))

    assert partnerships.splitlines() == [
        "partnerships",
        "",
        "Partnership: a list of records, each an edge from the first end to the second. Symmetric.",
        "",
        "- `of`: body or country",
        "- `with`: body or country or group (one or several)",
        "- fields: `tier` (tier), `in_field` (text), `step` (text)",
        "- dates: `since`, `until`, `seen`",
        (
            "- statuses: `explored`, `intended`, `proposed`, `negotiated`, `signed`, `in-force`, `ended`; "
            "usually `in-force`"
        ),
        "- implies diplomatic-relations (`ranked-partnership`): a ranked partnership implies diplomatic relations",
    ]


def test_a_program_is_told_the_ids_of_rules_and_the_forms_of_readings() -> None:
    relations = plain_vocabulary(shipped_vocabulary())["relations"]
    (reads,) = relations["membership"]["reads"]

    assert [rule["id"] for rule in relations["partnership"]["implies"]] == ["ranked-partnership"]
    assert reads["forms"]["denied"] == {
        "forward": "{member} is not a member of {in}",
        "back": "{in} does not have {member} as a member",
    }
    assert relations["count"]["whole"]["from"] == "of"
    assert "named" in relations["count"]["unsaid"]
