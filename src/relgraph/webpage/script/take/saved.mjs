// The page with its state inside, as a file that can be passed on: it opens on the same view wherever it lies.

const START = "state"; // the attribute of the page that holds the state it begins with

/**
 * The page as it was written, kept before anything in it changes. It must be made before the page is drawn.
 * @param {Document} page
 * @returns {(state: string) => string}  the whole of it as HTML, beginning with a state
 */
export function keepPage(page) {
  const pristine = /** @type {HTMLElement} */ (page.documentElement.cloneNode(true));
  return (state) => {
    pristine.dataset[START] = state;
    return `<!doctype html>\n${pristine.outerHTML}`;
  };
}
