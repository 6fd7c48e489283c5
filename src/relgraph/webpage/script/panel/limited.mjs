// Long lists of facts: the first of them, and all when asked for.

import { grouped } from "../basics/words.mjs";
import { h } from "../basics/dom.mjs";

const AT_FIRST = 20;
const SLACK = 3; // more that are written at once rather than asked for

/** @type {Set<string>} The lists that the reader asked to see whole. */
const wholes = new Set();

/**
 * A list of facts of which a long one begins with its first rows; a button writes the others.
 * @template T
 * @param {string} name  tells it from all other lists of the page
 * @param {T[]} all
 * @param {(one: T) => Node} row
 */
export function limitedList(name, all, row) {
  const items = (/** @type {T[]} */ some) => some.map((one) => h("li", {}, row(one)));
  const isWhole = wholes.has(name) || all.length <= AT_FIRST + SLACK;
  const list = h("ul", { class: "facts" }, ...items(isWhole ? all : all.slice(0, AT_FIRST)));
  if (isWhole) return [list];
  const more = h(
    "button",
    {
      type: "button",
      class: "link all-of",
      onclick: () => {
        wholes.add(name);
        const rest = items(all.slice(AT_FIRST));
        list.append(...rest);
        const hadFocus = more === document.activeElement;
        more.remove();
        if (hadFocus) rest[0]?.querySelector("button")?.focus();
      },
    },
    `All ${grouped(all.length)}`,
  );
  return [list, more];
}

/** Write all lists that are begun in full: paper has no buttons. */
export function writeWhole() {
  for (const button of document.querySelectorAll("button.all-of")) if (button instanceof HTMLElement) button.click();
}
