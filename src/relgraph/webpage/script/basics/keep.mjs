// What the page remembers on this machine, where the browser lets it: in files and frames it often may not.

/**
 * @param {string} name
 * @returns {string | null}
 */
export function remembered(name) {
  try {
    return localStorage.getItem(`relgraph-${name}`);
  } catch {
    return null;
  }
}

/**
 * Remember a choice; null forgets it.
 * @param {string} name
 * @param {string | null} value
 */
export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(`relgraph-${name}`);
    else localStorage.setItem(`relgraph-${name}`, value);
  } catch {
    // The choice holds until the page is closed.
  }
}
