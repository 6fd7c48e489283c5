// The panel beside the picture: a node with all that is said of it, or one fact with its evidence.

import { STEPS } from "../state/state.mjs";
import { capital, counted, grouped, keyWords } from "../basics/words.mjs";
import { claim, factLink, factOn, headline, kindWords, nodeLink } from "./claim.mjs";
import { compare, fold } from "../basics/names.mjs";
import { fill, h } from "../basics/dom.mjs";
import { isListed } from "../filter/switches.mjs";
import { isRegion } from "../data/regions.mjs";
import { kindTerm, otherEnd } from "../data/data.mjs";
import { officesPart } from "./offices.mjs";
import { nodeSwatch } from "../looks/swatches.mjs";
import { tallyWords } from "./tally.mjs";
import { tierInFull } from "../data/ladders.mjs";
import { limitedList } from "./limited.mjs";
import { wholeParts } from "./members.mjs";

/** @typedef {import("../data/data.mjs").Fact} Fact */
/** @typedef {import("../data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("./claim.mjs").PanelContext} PanelContext */
/** @typedef {import("../state/state.mjs").State} State */
/** @typedef {import("../state/state.mjs").Store} Store */

/**
 * Write the panel for what is looked at; it is hidden when that is nothing.
 * @param {HTMLElement} panel
 * @param {HTMLElement} body
 * @param {PanelContext} context
 * @param {Store} store
 */
export function showPanel(panel, body, context, store) {
  const state = store.get();
  const node = context.model.nodes.get(state.node ?? "");
  const fact = factOn(context, state.fact);
  if (!panel.hidden) body.scrollTop = 0; // asking for that takes time: the whole page is laid out
  panel.hidden = !node && !fact;
  if (fact && state.fact !== undefined) fill(body, ...factParts(context, store, state.fact, fact, node));
  else if (node) fill(body, ...nodeParts(context, store, node));
  else fill(body);
}

/**
 * @param {PanelContext} context
 * @param {Store} store
 * @param {string} id
 * @param {Fact} fact
 * @param {GraphNode | undefined} from  the node whose facts were being read
 */
function factParts(context, store, id, fact, from) {
  const back = h(
    "button",
    { type: "button", class: "back", onclick: () => store.set({ fact: undefined }) },
    `All facts about ${from?.label ?? ""}`,
  );
  return [
    from ? back : backToAsked(context),
    heading(kindWords(context, fact), null, headline(context.model.data.terms, fact)),
    ...claim(context, id, fact),
  ];
}

/** @param {PanelContext} context */
function backToAsked({ backTo: [words, back] = ["", () => {}] }) {
  return words ? h("button", { type: "button", class: "back", onclick: back }, words) : null;
}

/**
 * @param {PanelContext} context
 * @param {Store} store
 * @param {GraphNode} node
 */
function nodeParts(context, store, node) {
  const { model, palette } = context;
  const own = factOn(context, node.fact);
  const term = kindTerm(model.data.terms, node.kind);
  const kind = own
    ? kindWords(context, own)
    : capital(node.type ? `${keyWords(node.type)} · ${term.label}` : term.label);
  const said = node.facts.filter((id) => id !== node.fact);
  const others = said.filter(isListed(model, store.get()));
  return [
    backToAsked(context),
    heading(
      kind,
      nodeSwatch(node.kind, palette, 26),
      own ? headline(model.data.terms, { ...own, name: node.label }) : node.label,
    ),
    officesPart(context, node, store.get().at),
    alsoKnown(node),
    node.part_of ? h("p", { class: "soft" }, "Part of ", nodeLink(context, node.part_of)) : null,
    isRegion(node) ? null : reach(store),
    context.acts?.(node),
    ...wholeParts(context, node.id),
    ...(own && node.fact ? claim(context, node.fact, own) : []),
    ...byKind(context, node.id, others),
    unlisted(said.length - others.length),
    own || said.length || isRegion(node) ? null : h("p", { class: "soft" }, "Nothing is said of it here."),
  ];
}

/**
 * @param {string} kind
 * @param {Node | null} swatch
 * @param {string} text
 */
function heading(kind, swatch, text) {
  return h("header", {}, h("p", { class: "kind" }, swatch, kind), h("h2", { id: "panel-title", tabindex: "-1" }, text));
}

/**
 * That there is more which a machine read: it is listed where the legend has it on.
 * @param {number} number
 */
function unlisted(number) {
  if (!number) return null;
  const words = `${counted(number, "machine-read tie")} ${number === 1 ? "is" : "are"} not listed`;
  return h("p", { class: "soft" }, `${words}: the legend switches them on.`);
}

/** @param {GraphNode} node */
function alsoKnown({ id, label, names }) {
  const others = names.filter((name) => name !== label && name !== id);
  return others.length ? h("p", { class: "soft" }, `Also ${others.join(", ")}`) : null;
}

/**
 * How many steps of neighbours stay in sight.
 * @param {Store} store
 */
function reach(store) {
  const steps = Array.from({ length: STEPS }, (_, index) => index + 1);
  return h(
    "div",
    { class: "reach", role: "group", "aria-label": "Neighbours in sight" },
    h("span", { class: "soft" }, "Neighbours within"),
    ...steps.map((step) =>
      h(
        "button",
        {
          type: "button",
          "aria-label": counted(step, "step"),
          "aria-pressed": String(store.get().steps === step),
          onclick: () => store.set({ steps: step }),
        },
        String(step),
      ),
    ),
    h("span", { class: "soft" }, "steps"),
  );
}

/**
 * Facts by their kind and tier, the closest and the most frequent first.
 * @param {PanelContext} context
 * @param {string} node
 * @param {string[]} ids
 */
function byKind(context, node, ids) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const id of ids) {
    const { kind, tier, ladder, count } = factOf(context, id);
    const called = tierInFull(context.model.data.terms, ladder, tier) ?? kindTerm(context.model.data.terms, kind).label;
    const key = JSON.stringify(count ? [kind] : [kind, called]);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const rung = (/** @type {string[]} */ facts) =>
    Math.max(...facts.map((id) => context.model.drawn.get(id)?.[0]?.rung ?? 0));
  return [...groups]
    .sort(([a, as], [b, bs]) => rung(bs) - rung(as) || bs.length - as.length || compare(a, b))
    .map(([, facts]) => group(context, node, facts));
}

/**
 * @param {PanelContext} context
 * @param {string} node
 * @param {string[]} ids  facts of one kind and tier
 */
function group(context, node, ids) {
  const { kind, tier, ladder, count } = factOf(context, ids[0] ?? "");
  const term = kindTerm(context.model.data.terms, kind);
  const title =
    (count ? undefined : tierInFull(context.model.data.terms, ladder, tier)) ??
    (ids.length === 1 ? term.label : term.plural);
  const told = tellApart(
    context,
    ids.map((id) => ({ id, words: wordsBeside(context, node, id) })),
  );
  told.sort((a, b) => compare(fold(a.words), fold(b.words)));
  return h(
    "section",
    {},
    h("h3", {}, capital(title), ...countParts(tallyOf(context, node, ids))),
    ...limitedList(`${node} ${kind} ${ladder} ${tier}`, told, ({ id, words }) => factLink(context, id, words)),
    ...statedTotals(context, node, kind, tier),
  );
}

/**
 * Rows of which several would read alike, such as what is said of a group and of each of its members, told in full.
 * @param {PanelContext} context
 * @param {{id: string, words: string}[]} rows
 */
function tellApart(context, rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { words } of rows) counts.set(words, (counts.get(words) ?? 0) + 1);
  const inFull = (/** @type {string} */ id) => headline(context.model.data.terms, factOf(context, id));
  return rows.map(({ id, words }) => ({ id, words: counts.get(words) === 1 ? words : inFull(id) }));
}

/**
 * How many of some facts there are: plans are counted apart, and so is what is said of a group, which is no partner more.
 * @param {PanelContext} context
 * @param {string} node
 * @param {string[]} ids
 */
function tallyOf({ model, isShown }, node, ids) {
  const found = { count: 0, shown: 0, planned: 0, groups: 0 };
  for (const id of ids) {
    const fact = model.data.facts[id];
    const withGroup = fact?.ends.some((end) => end.id !== node && model.nodes.get(end.id)?.kind === "group");
    if (fact?.effect === "planned") found.planned += 1;
    else if (withGroup) found.groups += 1;
    else {
      found.count += 1;
      found.shown += Number(isShown?.(id) ?? true);
    }
  }
  return found;
}

/** @param {ReturnType<typeof tallyOf>} tally */
function countParts({ count, shown, planned, groups }) {
  const apart = [planned && `${counted(planned, "plan")}`, groups && `${grouped(groups)} with a group`].filter(Boolean);
  const told = shown < count ? `${grouped(shown)} of ${grouped(count)} shown` : grouped(count);
  if (!apart.length) return [h("span", { class: "count" }, told)];
  if (!count) return [h("span", { class: "count" }, apart.join(", "))];
  return [h("span", { class: "count" }, told), h("span", { class: "apart" }, `+ ${apart.join(", ")}`)];
}

/**
 * How many facts like these a source states, and how many of them are known.
 * @param {PanelContext} context
 * @param {string} node
 * @param {string} kind
 * @param {string | undefined} tier
 */
function statedTotals(context, node, kind, tier) {
  return (context.model.nodes.get(node)?.facts ?? []).flatMap((id) => {
    const fact = context.model.data.facts[id];
    if (!fact?.count || fact.count.counts !== kind || fact.tier !== tier || fact.ends[0]?.id !== node) return [];
    return h("button", { type: "button", class: "total", onclick: () => context.openFact(id) }, tallyWords(fact.count));
  });
}

/**
 * What to say of a fact in the list of a node: of a tie that reads alike from both ends, only the other end.
 * @param {PanelContext} context
 * @param {string} node
 * @param {string} id
 */
function wordsBeside(context, node, id) {
  const edges = context.model.drawn.get(id) ?? [];
  const [edge] = edges;
  const other =
    edge && edges.length === 1 && edge.symmetric && !edge.role
      ? context.model.nodes.get(otherEnd(edge, node))
      : undefined;
  return other?.label ?? headline(context.model.data.terms, factOf(context, id));
}

/**
 * @param {PanelContext} context
 * @param {string} id
 * @returns {Pick<Fact, "kind" | "tier" | "ladder" | "says" | "name" | "status" | "effect" | "count">}
 */
function factOf(context, id) {
  return factOn(context, id) ?? { kind: "", says: id, status: "", effect: "" };
}
