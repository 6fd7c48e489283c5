from tests.benchmarks.table import BEGIN, END, Row, renewed

DOCUMENT = f"before\n{BEGIN}\n{END}\nafter\n"


def test_a_row_tells_what_is_promised_and_whether_it_is_kept() -> None:
    assert Row("load", "yaml", 0.312, 0.4).cells("2026-01-02") == ("load", "yaml", "0.40", "0.31", "", "2026-01-02")
    assert Row("load", "yaml", 0.5, 0.4).cells("")[3] == "0.50 (not kept)"
    assert Row("page", "", taken=1.5, limit=1.0).cells("")[3:5] == ("(not kept)", "1.50 of 1.00 s")
    assert Row("page", "", taken=812, limit=1000, unit="ms").cells("")[3:5] == ("", "812 of 1,000 ms")
    assert Row("memory", "networkx", 7.0).kept


def test_a_row_stays_until_it_is_measured_again() -> None:
    first = renewed(DOCUMENT, [Row("load", "yaml", 0.3, 0.4), Row("page", "", taken=2, limit=1)], "2026-01-02", "a")
    second = renewed(first, [Row("page", "", taken=0.5, limit=1), Row("path", "imports", 0.5, 0.5)], "2026-03-04", "b")

    assert second == (
        f"before\n{BEGIN}\n\n"
        "| work | peer | promised | seen | limit | on |\n| --- | --- | --- | --- | --- | --- |\n"
        "| load | yaml | 0.40 | 0.30 |  | 2026-01-02 |\n"
        "| page |  |  |  | 0.50 of 1.00 s | 2026-03-04 |\n"
        "| path | imports | 0.50 | 0.50 |  | 2026-03-04 |\n\n"
        f"Last measured on b.\n\n{END}\nafter\n"
    )
