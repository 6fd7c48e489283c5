// vis-network as the page brings it along: deflated, and run before anything is drawn.

const NAME = "vis-network"; // of the element that holds it, and of the one policy that may make scripts

/**
 * Unpack vis-network and run it; nothing of it stays in the page. The page's policy lets no other script run, whatever
 * was packed.
 * @param {Document} page
 */
export async function loadLibrary(page) {
  const library = page.createElement("script");
  library.text = trusted(await inflated(page.getElementById(NAME)?.textContent ?? ""));
  page.head.append(library);
  library.remove();
}

/**
 * @param {string} packed  zlib's format, in base64
 */
function inflated(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at); // twenty times as quick as `from`
  const { readable, writable } = new DecompressionStream("deflate");
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(bytes), writer.close()]);
  return Promise.all([new Response(readable).text(), written]).then(([text]) => text);
}

/**
 * A text as a script may be given it: where browsers ask for more than a string, as more.
 * @param {string} text
 */
function trusted(text) {
  const types = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis).trustedTypes;
  return types ? types.createPolicy(NAME, { createScript: (script) => script }).createScript(text) : text;
}

/** @typedef {{ createPolicy(name: string, rules: { createScript(text: string): string }): { createScript(text: string): string } }} TrustedTypes */
