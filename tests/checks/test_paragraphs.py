"""A paragraph answers whom it names, and remembers it."""

from relgraph.checks.context import Context
from relgraph.facts.records import Citation
from tests.checks.articles import Article


def test_a_page_is_made_once_for_all_that_cite_it(article: Article) -> None:
    context = Context(article("Kenya met Vietnam."))
    paragraph = context.paragraph(Citation("talks", 1))
    assert paragraph is not None
    assert paragraph is context.paragraph(Citation("talks", 1, ("other",)))
    assert [one for one in ("kenya", "vietnam", "france") if paragraph.names(one)] == ["kenya", "vietnam"]
    assert not paragraph.names("nobody at all")


def test_a_paragraph_that_cannot_be_read_has_no_page(article: Article) -> None:
    context = Context(article("Kenya met Vietnam."))
    assert context.paragraph(Citation("talks", 2)) is None
    assert context.paragraph(Citation("elsewhere", 1)) is None
