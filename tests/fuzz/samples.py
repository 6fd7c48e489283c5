"""What is spoilt: small datasets that are in order, and command lines that ask something of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent

from click.testing import CliRunner

from relgraph.cli.main import main
from relgraph.cli.new_dataset import new_dataset
from relgraph.export.formats import FORMATS
from relgraph.sources.add import new_card
from tests.tables.small_table import FILES as TABLES
from tests.world import ACTORS, FRIENDSHIP, write_files

MADE = "made"
"""The file that an export is told to write to."""

TEXT = """\
Kenya and Vietnam made a Comprehensive Strategic Partnership in 2025.
The two powers, Russia and France, are friends of Vietnam since 1990 and made a Strategic Partnership in 2024.
In December 1963 Kenya and Egypt opened diplomatic relations, which ended in 1980.
The United Nations said that Brazil has no diplomatic relations with Egypt.
Vietnam held the Summit in Hanoi on 14 February 2025.
Lương Cường, President of Việt Nam since 2024, was in Nairobi, Kenya.
Kenya has an embassy in Hanoi, Vietnam, since 2010; Kenya and Vietnam signed a Treaty in 2020.
Kenya is a member of the United Nations since 1963. Vietnam counted 14 comprehensive strategic partners in 2025.
Nothing of note was said besides.
"""
FACTS = """
source: talks
partnerships:
  - of: vietnam
    with:
      - kenya
    tier: csp
    since: 2025
    evidence: {p: 1, terms: [Comprehensive Strategic Partnership, 2025]}
  - {of: vietnam, with: {every: two-powers}, tier: sp, since: 2024, seen: 2025-06?, evidence: [{p: 2, terms: [two]}]}
diplomatic_relations:
  - {of: kenya, with: egypt, since: 1963-12, status: ended, until: 1980, disputed: yes, evidence: {p: 3, terms: [in]}}
  - {of: brazil, with: egypt, stance: against, per: united-nations, note: 'said so', evidence: {p: 4, terms: [no]}}
friendships:
  - {of: vietnam, with: france, since: 1990, evidence: {p: 2, terms: [friends, 1990], despite: [powers]}}
events:
  summit: {kind: summit, name: the Summit, on: 2025-02-14, host: vietnam, evidence: {p: 5, terms: [held]}}
visits:
  - visitor: cuong
    host: kenya
    place: {capital: kenya}
    withdrawn: {on: 2026-02, why: said in error}
    evidence: {p: 6, terms: [was in]}
missions:
  embassy: {kind: embassy, sender: kenya, host: vietnam, seat: hanoi, since: 2010, evidence: {p: 7, terms: [embassy]}}
agreements:
  treaty: {name: Treaty, parties: [kenya, vietnam], on: 2020, implies_nothing: yes, evidence: {p: 7, terms: [signed]}}
memberships:
  - {member: kenya, in: united-nations, since: 1963, evidence: {p: 8, terms: [member]}}
holds:
  - {holder: cuong, office: president-of-vietnam, since: 2024, evidence: {p: 6, terms: [President]}}
counts:
  - {of: vietnam, tier: csp, what: partners, says: 14, as_of: 2025, evidence: {p: 8, terms: [counted, 14]}}
"""
ABOUT = {"id": "talks", "title": "Talks", "language": "en", "published": "2026-01-15"}
ALL_ABOUT = {
    **ABOUT,
    "author": "A Writer",
    "publisher": "The Press",
    "covers": "1963",
    "url": "https://example.org/talks",
    "archived": "https://example.org/kept/talks",
    "retrieved": "2026-02",
}
NO_FACTS = "no_facts:\n  9: it says nothing\n"

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--output", "json"),
    ("check", "--output", "sarif"),
    ("facts",),
    ("facts", "--output", "json", "--status", "all"),
    ("facts", "kenya", "--output", "csv", "--as-of", "2025-06"),
    ("show", "kenya", "--evidence"),
    ("between", "kenya", "Việt Nam", "--known", "2025"),
    ("path", "kenya", "russia", "-k", "2", "--view", "all"),
    ("path", "KE", "FR", "--min-tier", "csp", "--output", "json"),
    ("rank", "degree", "--top", "3", "--output", "md"),
    ("rank", "betweenness", "--kind", "partnership"),
    ("rank", "communities", "--isolates", "no", "--output", "csv", "--bom", "--as-of", "2025"),
    ("rank", "cut-points", "--status", "all", "--certain", "--output", "json"),
    ("sql", "SELECT kind, says, date_start FROM facts ORDER BY id", "--as-of", "2025"),
    ("sql", "SELECT a.name, count(*) FROM actors a JOIN ends e ON e.actor = a.id GROUP BY 1", "--output", "csv"),
    ("sql", "SELECT * FROM citations", "--output", "md", "--known", "2026-02"),
    ("import", "missions", "--table", "seeds/texts/missions.csv"),
    ("import", "missions", "--table", "seeds/texts/missions.csv", "--output", "json"),
    ("timeline", "vietnam", "--undated"),
    ("counts", "--output", "json"),
    ("gaps", "--certain"),
    ("read", "talks", "--p", "1"),
    ("schema", "--output", "json"),
    ("schema", "missions"),
    ("actors", "Burma"),
    ("actors", "Kenya", "--output", "csv"),
    ("facts", "--kind", "partnerships,missions"),
    ("export", "graphml", "--projection", "--output", MADE, "--with-errors"),
    ("export", "gexf", "--page", "page.html", "--output", MADE, "--with-errors", "--isolates", "no"),
    ("export", "csv", "--output", MADE, "--with-errors", "--status", "all", "--as-of", "2025-06"),
    ("export", "html", "--paragraphs", "--output", MADE, "--with-errors", "--known", "2026-02"),
    ("diff", "graph", "graph"),
    *(("export", one.name, "--output", MADE, "--with-errors") for one in FORMATS),
    ("add-source", "seeds/texts/talks.txt", "--id", "talks", "--renew"),
    ("add-source", "seeds/texts/talks.txt", "--id", "new", "--title", "a title", "--language", "en"),
    ("--help",),
)
WRITES = frozenset({"add-source", "import", "init"})
"""Commands that write into the dataset itself, which is what they are for."""


@cache
def samples() -> tuple[dict[str, str], ...]:
    """Datasets that are in order, as relative path and text: what `init` writes, and a world of every usual kind."""
    with TemporaryDirectory() as folder:
        text = Path(folder) / "talks.txt"
        text.write_text(TEXT, encoding="utf-8")
        card, full_card = new_card(text, ABOUT) + NO_FACTS, new_card(text, ALL_ABOUT) + NO_FACTS
    world = {
        "graph/actors/all.yaml": dedent(ACTORS).strip(),
        "graph/vocabulary.yaml": FRIENDSHIP.strip(),
        "graph/talks.yaml": FACTS.strip(),
        "seeds/talks.yaml": card,
        "seeds/texts/talks.txt": TEXT,
    }
    return world, world | {"seeds/talks.yaml": full_card}, _with_tables(world), new_dataset()


def _with_tables(world: dict[str, str]) -> dict[str, str]:
    """A world with a table that was imported into it."""
    with TemporaryDirectory() as name:
        folder = write_files(Path(name), world | TABLES)
        done = CliRunner().invoke(main, ["import", "missions", "--graph", f"{folder}/graph"])
        card = (folder / "seeds/missions.yaml").read_text(encoding="utf-8")
    assert done.exit_code == 0
    return world | TABLES | {"seeds/missions.yaml": card}
