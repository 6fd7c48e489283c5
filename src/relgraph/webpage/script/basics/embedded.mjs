// Whether the page stands in a frame of another page, as a picture: then it keeps nothing and takes no keys.

const WORD = "embed"; // in the address

/**
 * Mark the page as embedded where its address asks for that.
 * @param {Document} page
 * @param {string} address  the part after #
 */
export function markEmbedded(page, address) {
  if (new URLSearchParams(address.replace(/^#/, "")).has(WORD)) page.documentElement.dataset[WORD] = "";
}

export function isEmbedded() {
  return document.documentElement.dataset[WORD] !== undefined;
}

/**
 * The address of the page with another part after #.
 * @param {string} href
 * @param {string} text
 */
function withHash(href, text) {
  return `${href.replace(/#.*/s, "")}${text ? `#${text}` : ""}`;
}

/**
 * Where the page stands in full, on the same view.
 * @param {string} href
 */
export function inFull(href) {
  const words = new URLSearchParams(href.replace(/^[^#]*#?/s, ""));
  words.delete(WORD);
  return withHash(href, words.toString());
}

/**
 * Where it stands as a picture for another page.
 * @param {string} href
 */
export function asPicture(href) {
  const words = href.replace(/^[^#]*#?/s, "");
  return withHash(href, [WORD, words].filter(Boolean).join("&"));
}
