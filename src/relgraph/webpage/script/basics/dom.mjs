// Making elements. Text is only ever set as text.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Make an element with attributes and children; a function under `on…` becomes a listener.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, String(value));
  }
  element.append(...present(children));
  return element;
}

/**
 * Put children in the place of those an element has.
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...present(children));
}

/**
 * @param {Child[]} children
 * @returns {(Node | string)[]}
 */
function present(children) {
  return children.filter((child) => child !== null && child !== undefined && child !== false);
}

/**
 * An element of the page that must be there.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * Say something to those who listen to the page.
 * @param {string} text
 */
export function announce(text) {
  byId("live").textContent = text;
}

/**
 * Have a box of choices stand on one of them. One that stands there already is left alone: the browser would lay out
 * the whole page.
 * @param {HTMLSelectElement} box
 * @param {string} value
 */
export function choose(box, value) {
  if (box.value !== value) box.value = value;
}
