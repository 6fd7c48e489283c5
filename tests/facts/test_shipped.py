"""Countries and capitals that a dataset need not declare."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from relgraph.analysis.paths.find import find_path
from relgraph.checks.check import check
from relgraph.countries.table import table
from relgraph.facts.load import load
from relgraph.facts.records import End
from relgraph.facts.shipped import WITHDRAWN, with_shipped
from relgraph.graph.multigraph import build_graph
from relgraph.vocabulary.load import shipped_vocabulary

if TYPE_CHECKING:
    from relgraph.facts.dataset import Dataset
    from tests.fixture_types import WriteFolder


def read(dataset: WriteFolder, facts: str, actors: str = "") -> Dataset:
    written = {"seeds/README.md": "", "graph/talks.yaml": f"source: talks\n{facts}", "graph/actors/a.yaml": actors}
    return load(dataset(written) / "graph")


def test_a_country_that_a_fact_names_is_an_actor(dataset: WriteFolder) -> None:
    facts = read(dataset, "diplomatic_relations: [{of: kenya, with: soviet-union}, {of: kenya, with: taiwan}]")
    kenya, soviet, taiwan = (facts.actors[one] for one in ("kenya", "soviet-union", "taiwan"))

    assert facts.problems == ()
    assert list(facts.actors) == ["kenya", "soviet-union", "taiwan"]  # no other of the table
    assert (kenya.kind, kenya.name, kenya.iso, kenya.adjectives) == ("country", "Kenya", "KE", ("Kenyan",))
    assert (str(soviet.since), str(soviet.until)) == ("1922-12-30", "1991-12-25")
    assert taiwan.kind == "territory"
    assert not any(actor.declared for actor in facts.actors.values())
    assert sorted(build_graph(facts)) == ["kenya", "soviet-union", "taiwan"]


def test_what_is_declared_goes_first_and_is_added_to(dataset: WriteFolder) -> None:
    facts = read(
        dataset,
        "diplomatic_relations: [{of: kenya, with: vietnam}]",
        "countries: {kenya: {name: Jamhuri}, vietnam: {name: Việt Nam, iso: VN}}",
    )
    assert facts.actors["kenya"].name == "Jamhuri"
    assert facts.actors["kenya"].iso == "KE"
    assert facts.names.find("Kenyan") == facts.names.find("KEN") == ("kenya",)
    assert facts.names.label("vietnam") == "Việt Nam"


def test_what_is_added_to_keeps_its_name_and_its_country(dataset: WriteFolder) -> None:
    facts = read(
        dataset,
        "visits: [{visitor: kenya, host: united-arab-emirates, place: abu-dhabi, on: 2025}]",
        "countries: {united-arab-emirates: {aliases: [Emirate]}, viet-nam: {iso: VN}}\n"
        "cities: {abu-dhabi: {aliases: [Abou Dabi]}, hanoi: {}, springfield: {name: Springfield}}",
    )
    emirates, city = facts.actors["united-arab-emirates"], facts.actors["abu-dhabi"]

    assert facts.problems == ()
    assert (emirates.name, emirates.article, emirates.capital) == ("United Arab Emirates", "the", "abu-dhabi")
    assert (city.name, city.aliases, city.part_of) == ("Abu Dhabi", ("Abou Dabi",), "united-arab-emirates")
    assert facts.actors["hanoi"].part_of == "viet-nam"
    assert facts.actors["springfield"].part_of is None


def test_a_country_that_is_declared_by_another_id_is_not_there_twice(dataset: WriteFolder) -> None:
    facts = read(
        dataset,
        "diplomatic_relations: [{of: kenya, with: czechia}]",
        "countries: {czech-republic: {name: Czech Republic, iso: CZ}}",
    )
    assert "czechia" not in facts.actors
    assert facts.names.find("Czechia") == ("czech-republic",)


def test_an_id_of_another_kind_is_no_country(dataset: WriteFolder) -> None:
    facts = read(dataset, "", "people: {chad: {name: Chad Smith}}\ncountries: {northland: {name: Northland}}")
    assert facts.names.entry("chad") is None
    assert facts.names.entry("northland") is None


def test_the_capital_of_a_country_ships_too(dataset: WriteFolder) -> None:
    facts = read(
        dataset,
        "missions: {m: {kind: embassy, sender: vietnam, seat: {capital: kenya}}}\n"
        "visits: [{visitor: kenya, host: singapore}]",
    )
    assert facts.by_id["m"].ends[1] == End("seat", "nairobi", capital=True)
    assert (facts.actors["nairobi"].kind, facts.actors["nairobi"].part_of) == ("city", "kenya")
    assert facts.actors["kenya"].capital == "nairobi"
    assert facts.actors["singapore"].kind == "country"


def test_a_capital_is_that_of_the_country_as_it_is_declared(dataset: WriteFolder) -> None:
    facts = read(
        dataset,
        "missions: {m: {kind: embassy, sender: kenya, seat: hanoi}}",
        "countries: {viet-nam: {name: Viet Nam, iso: VN}}",
    )
    assert facts.actors["hanoi"].part_of == "viet-nam"
    assert facts.actors["viet-nam"].capital == "hanoi"


def test_where_all_are_declared_with_their_codes_the_table_is_not_read() -> None:
    script = """
import sys
from relgraph.facts.records import Actor, End, Fact
from relgraph.facts.shipped import with_shipped
from relgraph.vocabulary.load import shipped_vocabulary
actors = {"kenya": Actor("kenya", "country", "Kenya", iso="KE"), "egypt": Actor("egypt", "country", "Egypt", iso="EG")}
ends = (End("of", "kenya"), End("with", "egypt"))
fact = Fact("f", "cooperation", ends, "in-force", fields={"topics": ("trade", "fish")})
assert with_shipped(actors, [fact], shipped_vocabulary()) == actors
assert not any(name.startswith("relgraph.countries") for name in sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_nothing_is_added_where_nobody_is_named() -> None:
    assert with_shipped({}, [], shipped_vocabulary()) == {}


def test_a_former_state_that_is_declared_has_its_years(dataset: WriteFolder) -> None:
    facts = read(dataset, "", "countries: {ussr: {name: USSR, iso: SU}, ddr: {name: GDR, iso: DD, until: 1990}}")
    assert str(facts.actors["ussr"].until) == "1991-12-25"
    assert (facts.actors["ddr"].since, str(facts.actors["ddr"].until)) == (None, "1990")


def test_the_codes_that_were_withdrawn_are_those_of_the_table() -> None:
    codes = {one.codes["iso2"] for one in table().values() if one.is_former and "iso2" in one.codes}
    assert codes == WITHDRAWN


def test_paths_walk_territories_and_embassies_there_imply_relations(dataset: WriteFolder) -> None:
    facts = read(
        dataset,
        "partnerships: [{of: kenya, with: kosovo, tier: cp}]\n"
        "missions: {m: {kind: embassy, sender: kosovo, host: france}}",
    )
    assert [problem.rule for problem in check(facts).problems if problem.rule == "end-kind"] == []
    assert find_path(facts, "kenya", "france").best.hops == 2


def test_a_kind_of_the_datasets_own_may_be_like_a_country(dataset: WriteFolder) -> None:
    written = {
        "seeds/README.md": "",
        "graph/vocabulary.yaml": "actors: {realm: {section: realms, label: realm, like: country, walked: true}}",
        "graph/actors/a.yaml": "realms: {north: {name: North}}\ncities: {harbour: {name: Harbour, of: north}}",
        "graph/talks.yaml": "source: talks\ndiplomatic_relations: [{of: north, with: kenya}]",
    }
    facts = load(dataset(written) / "graph")
    assert not {"end-kind", "actor"} & {problem.rule for problem in check(facts).problems}
    assert find_path(facts, "north", "kenya").found


def test_a_kind_is_like_one_that_there_is(dataset: WriteFolder) -> None:
    written = {
        "seeds/README.md": "",
        "graph/vocabulary.yaml": "actors: {realm: {section: realms, label: realm, like: contry}}",
    }
    (problem, *_) = load(dataset(written) / "graph").problems
    assert problem.message == "realm: contry is not a kind of actor; did you mean country?"
