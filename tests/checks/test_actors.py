"""Actors: what they refer to, their codes and names."""

import pytest

from tests.checks.articles import Article, breaches

TEXT = "Kenya and Vietnam met."


def extra(actors: str) -> dict[str, str]:
    return {"graph/actors/extra.yaml": actors}


@pytest.mark.parametrize(
    ("actors", "message"),
    [
        ("cities: {mombasa: {name: Mombasa, of: kenia}}",
         "1: mombasa: of: kenia is not an id; did you mean kenya (Kenya)?"),
        ("cities: {mombasa: {name: Mombasa, of: asean}}",
         "1: mombasa: asean is a body, and a city can be part only of a country"),
        ("countries: {chad: {name: Chad, of: kenya}}",
         "1: chad: kenya is a country, and a country can be part of nothing"),
        ("countries: {chad: {name: Chad, capital: ndjamena}}", "1: chad: capital: ndjamena is not an id"),
        ("countries: {chad: {name: Chad, capital: hanoi}}", "1: chad: its capital hanoi is entered as of vietnam"),
        ("bodies: {union: {name: Union, seat: hanoy}}",
         "1: union: seat: hanoy is not an id; did you mean hanoi (Hà Nội)?"),
        ("bodies: {union: {name: Union, seat: asean}}",
         "1: union: its seat asean is a body; a seat is a city or a country"),
        ("groups: {trio: {name: trio, basis: x, members: [kenya, hanoi]}}",
         "1: trio: hanoi is a city; members may be country, body, organisation, person and group"),
        ("groups: {trio: {name: trio, basis: x, members: [kenya, kenya]}}",
         "1: trio: kenya is given twice among its members"),
        ("groups: {trio: {name: trio, basis: x, members: [kenia]}}",
         "1: trio: members: kenia is not an id; did you mean kenya (Kenya)?"),
        ("bodies: {trio: {name: trio, basis: x, members: [kenya]}}",
         "1: trio: a body has no members of its own; say who is a member under memberships"),
    ],
)  # fmt: skip
def test_what_an_actor_refers_to_is_there_and_fits(article: Article, actors: str, message: str) -> None:
    assert breaches(article(TEXT, files=extra(actors)), "actor") == [message]


@pytest.mark.parametrize("seat", ["hanoi", "kenya", "addis-ababa", "ethiopia"])
def test_a_seat_is_a_city_or_a_country_of_the_dataset_or_as_it_ships(article: Article, seat: str) -> None:
    dataset = article(TEXT, files=extra(f"bodies: {{union: {{name: Union, seat: {seat}}}}}"))

    assert breaches(dataset, "actor") == []
    assert "ethiopia" not in dataset.actors  # a seat takes no part


def test_a_group_with_members_needs_a_basis(article: Article) -> None:
    dataset = article(TEXT, files=extra("groups: {trio: {name: trio, members: [kenya]}}"))
    assert breaches(dataset, "basis") == ["1: trio has members but no basis; say where its membership is laid down"]


@pytest.mark.parametrize(
    ("name", "code", "meant"),
    [
        ("Chad", "vn", "TD"),  # who it is goes before whose the code would be
        ("Ukraina", "UKR", "UA"),
        ("Suisse", "SUI", "CH"),
        ("Noreg", "no", "NO"),
        ("Northland", "404", "KE"),  # of UN M49
        ("Northland", "V", "one, such as VN"),
        ("Northland", "1A", "one, such as VN"),
    ],
)
def test_a_code_is_two_capitals(article: Article, name: str, code: str, meant: str) -> None:
    dataset = article(TEXT, files=extra(f"countries: {{one: {{name: {name}, iso: {code}}}}}"))
    assert breaches(dataset, "code") == [f'1: one: "{code}" is not a code of two capitals of ISO 3166-1; write {meant}']


@pytest.mark.parametrize(
    ("actor", "message"),
    [
        ("britain: {name: United Kingdom, iso: UK}", "UK is no code of ISO 3166-1; United Kingdom has GB"),
        ("chad: {name: Chad, iso: XX}", "XX is no code of ISO 3166-1; Chad has TD"),
        ("northland: {name: Northland, iso: XX}", "XX is no code of ISO 3166-1"),
        ("greece: {name: Greece, codes: {iso3: GRE}}", "GRE is no code of iso3; Greece has GRC"),
        ("northland: {name: Northland, codes: {iso2: UK}}", "UK is no code of iso2"),
        ("greece: {name: Greece, codes: {iso3: grc, m49: 300, ours: 9}}", None),
        ("kosovo: {name: Kosovo, iso: XK}", None),
        ("soviet-union: {name: Soviet Union, iso: SU}", None),
        ("northland: {name: Northland, iso: TD}", None),
    ],
)
def test_a_code_is_one_of_iso(article: Article, actor: str, message: str | None) -> None:
    told = breaches(article(TEXT, files=extra(f"countries: {{{actor}}}")), "code-known")
    assert told == ([f"1: {actor.partition(':')[0]}: {message}"] if message else [])


@pytest.mark.parametrize(
    ("actor", "message"),
    [
        ("austria: {name: Austria, iso: AU}", "AU is the code of Australia; Austria has AT"),
        ("slovakia: {name: Slovakia, iso: SI}", "SI is the code of Slovenia; Slovakia has SK"),
        ("autriche: {name: Autriche, iso: AT}", None),
        ("swaziland: {name: Swaziland, iso: SZ}", None),
        ("northland: {name: Northland, iso: AU}", None),
    ],
)
def test_a_code_is_not_that_of_another_country(article: Article, actor: str, message: str | None) -> None:
    told = breaches(article(TEXT, files=extra(f"countries: {{{actor}}}")), "code-owner")
    assert told == ([f"1: {actor.partition(':')[0]}: {message}"] if message else [])


def test_norway_is_a_country_with_a_code(article: Article) -> None:
    assert breaches(article(TEXT, files=extra("countries: {norway: {name: Norway, iso: NO}}")), "code") == []


def test_a_code_is_one_countrys(article: Article) -> None:
    (message,) = breaches(article(TEXT, files=extra("countries: {zanzibar: {name: Zanzibar, iso: VN}}")), "code")
    assert message.startswith("1: zanzibar: the code VN is that of vietnam already, at ")


def test_a_name_has_something_to_look_for(article: Article) -> None:
    dataset = article(TEXT, files=extra('bodies: {none: {name: "—", aliases: ["?"]}}'))
    assert breaches(dataset, "name") == [
        '1: none: "?" is no name; nothing in it can be looked for',
        '1: none: "—" is no name; nothing in it can be looked for',
    ]
    assert breaches(article(TEXT, files=extra('bodies: {none: {name: ""}}')), "shape") == ["1: name is missing"]
    event = 'events:\n  fair: {name: "…", aliases: [the Fair, "!"], evidence: {p: 1, terms: [met]}}'
    assert breaches(article(TEXT, event), "name") == [
        '3: fair: "!" is no name; nothing in it can be looked for',
        '3: fair: "…" is no name; nothing in it can be looked for',
    ]


def test_a_name_that_two_share_is_a_note(article: Article) -> None:
    (message,) = breaches(article(TEXT, files=extra("bodies: {z: {name: U.N., aliases: [un]}}")), "name-shared")
    assert message.startswith('1: "un" is a name of z and of united-nations (')
