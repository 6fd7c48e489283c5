"""Tables for notebooks."""

from relgraph.analysis.notebook import html_table


def test_a_table_has_a_caption_a_head_and_a_row_for_each() -> None:
    rows: list[dict[str, object]] = [{"name": "Kenya", "rank": 1}, {"rank": 0, "more": "not asked for"}, {"name": None}]

    assert html_table("actors", ("rank", "name"), rows) == (
        "<table><caption>actors</caption>"
        "<thead><tr><th>rank</th><th>name</th></tr></thead>"
        "<tbody><tr><td>1</td><td>Kenya</td></tr><tr><td>0</td><td></td></tr><tr><td></td><td></td></tr></tbody></table>"
    )


def test_each_line_of_a_caption_stays_whole() -> None:
    shown = html_table("one\ntwo", (), ())

    assert shown.startswith(
        '<table><caption><span style="white-space: nowrap">one</span><br>'
        '<span style="white-space: nowrap">two</span></caption>'
    )


def test_no_text_is_taken_for_markup() -> None:
    shown = html_table("<i>&", ["<th>"], [{"<th>": "</td><script>"}])

    assert "<caption>&lt;i&gt;&amp;</caption>" in shown
    assert "<th>&lt;th&gt;</th>" in shown
    assert "<td>&lt;/td&gt;&lt;script&gt;</td>" in shown
    assert "&lt;b" in html_table("<a\n<b", (), ())
