from __future__ import annotations

import json
import re
from graphlib import TopologicalSorter
from posixpath import dirname
from typing import TYPE_CHECKING

import pytest

from relgraph.webpage.bundle import BundleError, Module, bare, bundled, read_module
from tests.checkout import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.node import Node

SCRIPT = ROOT / "src" / "relgraph" / "webpage" / "script"


def test_a_module_comes_behind_those_it_imports_in_a_scope_of_its_own() -> None:
    script = bundled(
        {
            "a.mjs": '// Says it.\n\nimport { two } from "./b.mjs";\n\nconsole.log(two);\n',
            "b.mjs": 'import {\n  one,\n} from "./c.mjs";\n\nexport const two = one + one;\n',
            "c.mjs": "export const one = 1;\n",
        }
    )

    assert script == (
        "// c.mjs\n"
        "const $c=(()=>{const one=1;return{one};})();\n"
        "// b.mjs\n"
        "const $b=(()=>{const{one}=$c;const two=one+one;return{two};})();\n"
        "// a.mjs\n"
        "(()=>{const{two}=$b;console.log(two);})();\n"
    )


def test_the_joined_script_does_what_the_modules_do(node: Node, tmp_path: Path) -> None:
    modules = {
        "main.mjs": (
            'import { Count, counted as count } from "./count.mjs";\n'
            'import { later, numbers, half } from "./tools.mjs";\n'
            "const step = 5;\n"
            "console.log(count(3), new Count().step, [...numbers()].join(), await later(), half, step);\n"
        ),
        "count.mjs": (
            'import { half } from "./tools.mjs";\n'
            "const step = 2;\n"
            "export class Count { step = step; }\n"
            "export function counted(many) { return many * step * half; }\n"
        ),
        "tools.mjs": (
            "const step = 0.5;\n"
            "export const half = step;\n"
            "export function* numbers() { yield 1; yield 2; }\n"
            'export async function later() { return "later"; }\n'
        ),
    }
    for name, text in modules.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    apart = node(tmp_path / "main.mjs")

    together = bundled({**modules, "main.mjs": modules["main.mjs"].replace("await later()", "typeof later()")})

    assert apart == "3 2 1,2 later 0.5 5\n"
    assert node(together) == apart.replace("later", "object")


def test_two_modules_may_name_private_things_alike(node: Node) -> None:
    modules = {
        "a.mjs": 'import { mine as other } from "./b.mjs";\nconst hidden = "a";\nconsole.log(hidden + other());\n',
        "b.mjs": 'const hidden = "b";\nexport function mine() {\n  return hidden;\n}\n',
    }

    assert node(bundled(modules)) == "ab\n"


def test_modules_lie_in_folders_and_may_bear_one_name_in_two_of_them(node: Node) -> None:
    modules = {
        "main.mjs": (
            'import { told } from "./near/b.mjs";\n'
            'import { told as far } from "./far/b.mjs";\n'
            "console.log(told + far);\n"
        ),
        "near/b.mjs": 'import { told as other } from "../far/b.mjs";\nexport const told = "near " + other;\n',
        "far/b.mjs": 'import { name } from "./c.mjs";\nexport const told = name;\n',
        "far/c.mjs": 'export const name = "far";\n',
    }

    assert node(bundled(modules)) == "near farfar\n"


def test_types_named_in_comments_are_no_imports() -> None:
    text = '/** @typedef {import("./b.mjs").Two} Two */\nexport const one = /** @type {import("./b.mjs").Two} */ (1);\n'

    assert read_module("a.mjs", text) == Module({}, ("one",), text.replace("export ", "").strip())


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import * as all from "./b.mjs";', "only named imports"),
        ('import "./b.mjs";', "only named imports"),
        ('import one from "./b.mjs";', "only named imports"),
        ('import { one } from "b";', "only named imports"),
        ('import { one } from "../b.mjs";', "../b.mjs, which is not there"),
        ('import { one } from "/b.mjs";', "only named imports"),
        ('import { one, "two" } from "./b.mjs";', '`"two"`, which is no name'),
        ('import { one as } from "./b.mjs";', "`one as`, which is no name"),
        ('import { two } from "./b.mjs";', "two, which b.mjs does not export"),
        ('import { one } from "./c.mjs";', "c.mjs, which is not there"),
        ('if (one) import("./b.mjs");', 'has `import("./b.mjs");`'),
        ("const here = import.meta.url;", "has `import.meta.url;`"),
        ("export { one };", "only named imports"),
        ('export * from "./b.mjs";', "only named imports"),
        ("export default 1;", "only named imports"),
        ("export let one = 1;", "only named imports"),
        ("export const { one } = all;", "only named imports"),
        ("  export const one = 1;", "has `export const one = 1;`"),
    ],
)
def test_what_cannot_be_set_inline_is_refused(line: str, told: str) -> None:
    with pytest.raises(BundleError, match=r"^a\.mjs ") as caught:
        bundled({"a.mjs": f"{line}\n", "b.mjs": "export const one = 1;\n"})

    assert told in str(caught.value)


def test_modules_that_import_each_other_are_refused() -> None:
    modules = {
        "a.mjs": 'import { b } from "./b.mjs";\nexport const a = 1;\n',
        "b.mjs": 'import { c } from "./c.mjs";\nexport const b = 1;\n',
        "c.mjs": 'import { a } from "./a.mjs";\nexport const c = 1;\n',
    }

    with pytest.raises(BundleError, match=r"itself in a circle: .*a\.mjs imports b\.mjs"):
        bundled(modules)


def test_a_file_must_have_a_name_that_can_be_a_variable() -> None:
    with pytest.raises(BundleError, match=r"my-lines\.mjs is no name of a module"):
        bundled({"my-lines.mjs": ""})


def test_comments_and_spaces_are_left_out_where_they_mean_nothing(node: Node) -> None:
    text = r"""
        // Told first.
        class Kept { #own = 1; /* between */ get own() { return this.#own; } }
        const words = ["// no  comment", '/* nor  this */', `two  lines //
          and ${ new Kept().own  +  1 }  more`, String(/[/"']  \/\/ x/g)];
        let count = 1 /* one */ + +"2"
        ++count
        console.log(JSON.stringify([...words, count]));
    """
    short = bare(text)

    assert node(short) == node(text)
    assert len(short) < 0.8 * len(text)
    assert not re.search("Told|between|one", short)


def test_nothing_but_comments_and_spaces_is_left_out_of_the_page(node: Node) -> None:
    script = """
        import { readFileSync } from "node:fs";
        import { parsers } from "prettier/plugins/acorn";
        const place = new Set(["start", "end", "range", "__contentEnd", "comments", "extra"]);
        const bare = (it) => (it?.type === "ParenthesizedExpression" ? it.expression : it);  // where a type is told
        const told = (key, it) => (place.has(key) ? undefined : bare(it));
        const tree = (text) => JSON.stringify(parsers.acorn.parse(text, {}), told);
        const alike = ([whole, short]) => tree(whole) === tree(short);
        console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(alike)));
    """
    texts = [*page_modules().values(), "const nested = `a ${`b  c`}`;"]

    told = node(script, stdin=json.dumps([(text, bare(text)) for text in texts]))

    assert json.loads(told) == [True] * len(page_modules()) + [False]


def test_no_module_of_the_page_is_shipped_in_vain() -> None:
    modules = {name: read_module(name, text) for name, text in page_modules().items()}
    used = {file for module in modules.values() for file in module.imports}

    assert modules.keys() - used == {"main.mjs"}


def test_the_modules_of_the_page_keep_their_names() -> None:
    modules = page_modules()
    script = bundled(modules)

    assert set(re.findall(r"^// ([\w/]+\.mjs)$", script, re.MULTILINE)) == modules.keys()


def test_the_folders_of_the_page_use_one_another_one_way() -> None:
    folders: dict[str, set[str]] = {}
    for name, text in page_modules().items():
        used = {dirname(file) for file in read_module(name, text).imports}
        folders.setdefault(dirname(name), set()).update(used - {dirname(name)})

    assert list(TopologicalSorter(folders).static_order())[-1] == ""


def page_modules() -> dict[str, str]:
    """The modules of the page by their path."""
    return {file.relative_to(SCRIPT).as_posix(): file.read_text("utf-8") for file in SCRIPT.rglob("*.mjs")}
