"""A paragraph answers whom it names, and remembers it."""

from relgraph.facts.checks.context import Context
from relgraph.facts.records import Citation
from tests.facts.articles import Article


def test_a_page_is_made_once_for_all_that_cite_it(article: Article) -> None:
    context = Context(article("Kenya met Vietnam."))
    page = context.page(Citation("talks", 1))
    assert page is not None
    assert page is context.page(Citation("talks", 1, ("other",)))
    assert [one for one in ("kenya", "vietnam", "france") if page.names(one)] == ["kenya", "vietnam"]
    assert not page.names("nobody at all")


def test_a_paragraph_that_cannot_be_read_has_no_page(article: Article) -> None:
    context = Context(article("Kenya met Vietnam."))
    assert context.page(Citation("talks", 2)) is None
    assert context.page(Citation("elsewhere", 1)) is None
