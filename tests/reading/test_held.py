"""Files that are held in memory answer as paths do."""

from __future__ import annotations

from relgraph.reading.held import HeldFile


def test_a_file_that_is_held_answers_as_a_path_does() -> None:
    file = HeldFile("HEAD:graph/talks.yaml", b"source: talks")

    assert (str(file), file.name, file.stem) == ("HEAD:graph/talks.yaml", "talks.yaml", "talks")
    assert file.exists()
    assert file.read_bytes() == b"source: talks"
