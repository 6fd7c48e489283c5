"""Records of facts: what many have in common is made once, and changes none of them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from relgraph.webpage.data.facts import FactRecords, fact_record
from tests.webpage.random_worlds import made_up

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset


def test_a_fact_is_told_beside_others_as_it_is_alone(curated: Dataset) -> None:
    for dataset in (curated, *(made_up(random.Random(seed)) for seed in range(30))):  # noqa: S311 - chance, not secrets
        records = FactRecords(dataset)
        facts = sorted(dataset.all_facts, key=lambda fact: fact.id)

        assert {fact.id: records.of(fact) for fact in facts} == {fact.id: fact_record(dataset, fact) for fact in facts}
