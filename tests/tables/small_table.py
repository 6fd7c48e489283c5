"""A made-up table of missions with its mapping, in a dataset that has nothing else."""

from __future__ import annotations

MISSIONS = """\
id,sender,host,town,level,opened
m1,KE,VN,Hanoi,embassy,1995-01-01T00:00:00Z
m2,VN,KE,Nairobi,embassy,2001-05-12T00:00:00Z
m3,EG,KE,Mombasa,consulate,
m4,XX,KE,Nairobi,embassy,
m5,EG,EG,Cairo,embassy,
m6,EG,VN,Hanoi,teahouse,
m7,,VN,Hanoi,embassy,
"""
MAPPING = """\
what: Missions that were made up
card: {publisher: nobody, licence: CC0-1.0, published: 2020-06-01, url: "https://example.org/missions"}
table: {path: missions.csv, key: [id]}
coverage: {since: 1990, until: 2020, actors: [kenya, vietnam, egypt]}
skip:
  - {where: {sender: ""}, why: no sender}
facts:
  - section: missions
    kind: {column: level, values: {embassy: embassy, consulate: consulate}}
    sender: {column: sender, scheme: iso2}
    host: {column: host, scheme: iso2}
    seat: {column: town, make: city, part_of: host}
    since: {column: opened, rough: {"-01-01T00:00:00Z": year}}
    seen: 2020-06
"""
FILES = {
    "graph/tables/missions.yaml": MAPPING,
    "seeds/texts/missions.csv": MISSIONS,
}
