"""Events by the million: counted into ties, beside the same question in bare DuckDB."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from relgraph.countries.table import table
from relgraph.events.aggregate import Asked, aggregate
from relgraph.events.codes import kinds_of
from relgraph.events.engine import DUCKDB
from relgraph.events.files import files_of
from relgraph.events.parsing import read_event_mapping
from relgraph.reading.held import HeldFile
from relgraph.tables.schemes import NOBODY_KNOWN, Schemes
from tests.benchmarks.measure import growth, ratio, report
from tests.benchmarks.table import Row

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = 10_000_000
MEMORY = 2_000_000_000
MAPPING = b"""\
what: Events that were made up
table: {path: events.parquet, key: [id]}
events:
  of: {column: a, scheme: iso3}
  to: {column: b, scheme: iso3}
  kind: {column: code, codes: cameo}
  on: {column: day, format: "%Y%m%d"}
  source: paper
  scale: tone
"""
MADE = """
COPY (SELECT 'e' || i AS id, strftime(DATE '2000-01-01' + CAST(i * 7300 // {number} AS INTEGER), '%Y%m%d') AS day,
    codes[1 + CAST(floor(len(codes) * power(random(), 3)) AS INTEGER)] AS a,
    codes[1 + CAST(floor(len(codes) * power(random(), 3)) AS INTEGER)] AS b,
    printf('%02d%d', CAST(1 + i % 20 AS INTEGER), CAST(i % 7 AS INTEGER)) AS code, round(20 * random() - 10, 1) AS tone,
    'paper ' || CAST(floor(200000 * random()) AS INTEGER) AS paper
    FROM range({number}) AS made(i), (SELECT list(code ORDER BY code) AS codes FROM actors))
    TO '{path}' (FORMAT parquet)
"""
BARE = """
COPY (SELECT x.id AS a, y.id AS b, kind, date_trunc('month', strptime(day, '%Y%m%d'))::DATE AS since,
    count(*) AS events, count(DISTINCT paper) AS sources, count(DISTINCT day) AS days, avg(tone) AS scale
    FROM read_parquet('{path}') AS e JOIN actors AS x ON e.a = x.code JOIN actors AS y ON e.b = y.code
    JOIN kinds ON left(e.code, 2) = kinds.code WHERE e.a <> e.b GROUP BY ALL ORDER BY since, a, b, kind)
    TO '{path}.bare' (FORMAT parquet, COMPRESSION zstd)
"""


def bare(path: Path, query: str) -> None:
    """Ask DuckDB itself, which is lent the codes of actors and kinds."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{MEMORY}B",
        "temp_directory": f"{path}.tmp",
        "preserve_insertion_order": False,
    }
    actors = [(one.codes["iso3"], one.id) for one in table().values() if "iso3" in one.codes and not one.is_former]
    kinds = [(code, one.kind) for code, one in kinds_of("cameo").items()]
    with duckdb.connect(":memory:", config=settings) as connection:
        for name, rows, columns in (("actors", actors, ("code", "id")), ("kinds", kinds, ("code", "kind"))):
            connection.register(name, pa.table(list(map(list, zip(*rows, strict=True))), names=list(columns)))
        connection.execute(query.format(path=path, number=NUMBER))


def counted(path: Path, engine: str = DUCKDB, together: int = NUMBER) -> int:
    mapping, problems = read_event_mapping(HeldFile("events.yaml", MAPPING), "events.yaml")
    assert mapping is not None, problems
    asked = Asked(engine, MEMORY, together, path.with_name("work"))
    schemes = Schemes(NOBODY_KNOWN, {}, ())
    return aggregate(
        mapping, files_of(mapping, [path.parent]), schemes, asked, path.with_name("t"), lambda _: None
    ).ties


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the events."""
    path = tmp_path_factory.mktemp("events") / "events.parquet"
    bare(path, MADE)
    return path


def test_events(path: Path) -> None:
    ours, theirs = partial(counted, path), partial(bare, path, BARE)
    theirs()
    assert ours() == pq.read_metadata(f"{path}.bare").num_rows
    report(Row(f"{NUMBER:,} events to ties", "DuckDB, asked the same", ratio(ours, theirs, 3), 1.5))
    work = f"memory for {NUMBER:,} events, of 2 GB allowed"
    report(Row(work, "", taken=growth(ours), limit=MEMORY / 1e6 + 300, unit="MB"))


def test_events_on_a_server(path: Path) -> None:
    pytest.importorskip("pyspark.sql.connect.session")
    pytest.importorskip("pysail.spark")
    from tests.events.sail import address_of, served  # noqa: PLC0415 - where there is one

    with served("local") as one, served("local-cluster") as several:
        local = partial(counted, path, address_of(one))
        cluster = partial(counted, path, address_of(several), NUMBER // 5)
        work = f"{NUMBER:,} events to ties on Sail"
        report(Row(f"{work}, local", "DuckDB inside", ratio(local, partial(counted, path), 1), 3))
        report(Row(f"{work}, local-cluster, in parts", "local, as one", ratio(cluster, local, 1), 2))
