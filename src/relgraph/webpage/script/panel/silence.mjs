// What it means that nothing ties two, in the panel: no, not known or not covered, with who says so.

import { answerOf, silenceWords } from "../data/silence.mjs";
import { capital } from "../basics/words.mjs";
import { factLink } from "./claim.mjs";
import { h } from "../basics/dom.mjs";

/** @typedef {import("./claim.mjs").PanelContext} PanelContext */

/**
 * @param {PanelContext} context
 * @param {import("../data/silence.mjs").Silence} found
 */
export function silenceParts(context, found) {
  const said = [...new Set(found.no.flatMap((one) => one.said))];
  const rest = silenceWords(context.model, { ...found, no: found.no.filter((one) => !one.said.length) });
  return [
    h(
      "div",
      { class: "silence" },
      h("p", {}, "A tie of the two themselves: ", h("strong", {}, answerOf(found)), "."),
      ...said.map((id) => factLink(context, id)),
      rest ? h("p", { class: "soft" }, `${capital(rest)}.`) : null,
    ),
  ];
}
