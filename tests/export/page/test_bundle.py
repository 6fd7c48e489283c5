from __future__ import annotations

import pytest

from relgraph.export.page.assets import load_assets
from relgraph.export.page.bundle import BundleError, bundled


def test_a_module_comes_behind_those_it_imports() -> None:
    script = bundled(
        {
            "a.mjs": 'import { two } from "./b.mjs";\n\nconsole.log(two);\n',
            "b.mjs": 'import {\n  one,\n} from "./c.mjs";\n\nexport const two = one + one;\n',
            "c.mjs": "export const one = 1;\n",
        }
    )

    assert script == "const one = 1;\n\nconst two = one + one;\n\nconsole.log(two);\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('import { one as two } from "./b.mjs";', "cannot be changed with `as`"),
        ('import * as all from "./b.mjs";', "only named imports"),
        ('import "./b.mjs";', "only named imports"),
        ("export { one };", "only named imports"),
        ("export default 1;", "only named imports"),
    ],
)
def test_what_cannot_be_set_inline_is_refused(line: str, told: str) -> None:
    with pytest.raises(BundleError, match=r"a\.mjs") as caught:
        bundled({"a.mjs": f"{line}\n", "b.mjs": "export const one = 1;\n"})

    assert told in str(caught.value)


def test_the_scripts_of_the_page_declare_no_name_twice() -> None:
    lines = load_assets().scripts[1].text.splitlines()
    declared = [line.split("(")[0].split()[1] for line in lines if line.startswith(("function ", "class "))]

    assert len(declared) > 100
    assert len(declared) == len(set(declared))
