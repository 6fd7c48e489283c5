// The parts of the page and the state that they share: what changes when the state does.

import { Ask } from "./ask/ask.mjs";
import { Compare } from "./compare/compare.mjs";
import { Days } from "./changes/days.mjs";
import { Gatherer } from "./controls/gatherer.mjs";
import { Hand } from "./controls/hand.mjs";
import { KeptSight } from "./controls/kept_sight.mjs";
import { Lanes } from "./lanes/lanes.mjs";
import { Matrix } from "./matrix/matrix.mjs";
import { Picture } from "./picture/picture.mjs";
import { Selection, selectionWords } from "./selection.mjs";
import { Stories, addressed } from "./story/story.mjs";
import { Table } from "./table/table.mjs";
import { Theme } from "./basics/settings.mjs";
import { Tidy } from "./controls/tidy.mjs";
import { TimeBar } from "./controls/time.mjs";
import { announce, byId, fill } from "./basics/dom.mjs";
import { categories } from "./legend/categories.mjs";
import { NOWHERE, arrange, isRearranged } from "./layouts/arrangement.mjs";
import { firstLayout } from "./controls/start.mjs";
import { focusOf } from "./filter/focus.mjs";
import { freeAspect, insets, openCard, setTable } from "./panel/cards.mjs";
import { dayWordsOf, heldWords, isNothingCertain, shownWords, tellerOn } from "./data/phrases.mjs";
import { VIEWS, asksOne, initial, leavingStart } from "./state/state.mjs";
import { makeStore } from "./store.mjs";
import { readPalette } from "./looks/looks.mjs";
import { showLayout } from "./layouts/switcher.mjs";
import { showGaps } from "./layouts/gaps.mjs";
import { showPlaceless } from "./map/placeless.mjs";
import { showLegend } from "./legend/legend.mjs";
import { showPanel } from "./panel/panel.mjs";
import { sameFilters } from "./state/hand.mjs";
import { shownAsOneWords } from "./layouts/as_one.mjs";
import { isDrawn, isInView, shown } from "./filter/filters.mjs";
import { maker } from "./take/sheet.mjs";
import { writeEmbed } from "./embed/embed.mjs";
import { unknownIds, unknownWords, unreadWords } from "./state/unknown.mjs";

/** @typedef {import("./data/data.mjs").GraphNode} GraphNode */
/** @typedef {import("./data/data.mjs").Model} Model */
/** @typedef {import("./panel/claim.mjs").PanelContext} PanelContext */
/** @typedef {import("./filter/filters.mjs").Shown} Shown */
/** @typedef {import("./state/state.mjs").State} State */

/** @type {(keyof State)[]} What of a state decides on what is shown, or on who stands for it. */
const SHOWN_BY = ["at", "view", "off", "on", "hidden", "close", "least", "path", "gathered"];

/** One state, one picture, one panel. */
export class Page {
  #unknown = "";
  /** @type {Shown | undefined} What is shown, once it was asked for. */
  #shown;

  /** @param {Model} model */
  constructor(model) {
    const hasTies = model.data.edges.some((edge) => edge.tie);
    this.model = model;
    const isCountry = (/** @type {string} */ id) => model.nodes.get(id)?.kind === "country";
    const first = initial(hasTies ? "ties" : "all", firstLayout(model));
    this.store = makeStore(
      first,
      (state, before) => this.#changed(state, before),
      (state, change) => leavingStart(state, asksOne(change), isCountry),
      (text) => addressed(model, first, text),
    );
    this.theme = new Theme(() => this.#recolour());
    this.palette = readPalette(document.documentElement);
    this.ask = new Ask(model, this.store, () => this.palette);
    this.time = new TimeBar(model, this.store);
    this.days = new Days(model, this.store);
    this.stories = new Stories(model, this.store, first);
    this.tidy = new Tidy(model, this.store);
    this.arranged = this.#arrange();
    this.picture = new Picture(
      model,
      byId("picture"),
      this.palette,
      this.arranged.shown,
      this.#state.view,
      this.#state.pinned,
    );
    this.selection = new Selection(model, this.store, () => ({ visible: this.visible, drawn: this.arranged.shown }));
    this.table = new Table(byId("table"), model, this.store, this.selection);
    this.lanes = new Lanes(byId("lanes"));
    this.matrix = new Matrix(byId("matrix"), model, this.store, this.selection);
    this.compare = new Compare(model, this.store, () => this.palette, this.selection);
    this.kept = new KeptSight(this.store, this.picture);
    this.hand = new Hand(model, this.store, this.picture.moves, (id) => this.arranged.wholes?.get(id)?.members ?? []);
    this.gatherer = new Gatherer(model, this.store, this.hand, () => this.palette);
    this.picture.onMoving((moving) => (byId("left-out").hidden = !moving));
    byId("show-views").hidden = !hasTies || model.data.edges.every((edge) => edge.tie);
    byId("view-people").hidden = !model.data.edges.some((edge) => isInView(model, "people", edge));
  }

  get #state() {
    return this.store.get();
  }

  /** What the state shows: what no filter hides, and the path that is asked for. */
  get visible() {
    return (this.#shown ??= this.ask.answers.shownToo(this.#state, shown(this.model, this.#state)));
  }

  get #isAtStart() {
    return this.#state.layout === "start";
  }

  /** What is shown, where any of it is seen: where to begin nothing is, and so it need not be worked out yet. */
  get #inSight() {
    return this.#isAtStart ? this.arranged.shown : this.visible;
  }

  /** Show the page for the first time, and tell when it stands. */
  begin() {
    if (this.#state.layout === "network" && !this.arranged.folding && !this.arranged.wholes)
      showLayout(this.model, this.#state, this.visible);
    else this.rearrange();
    this.write();
    this.settle();
    this.picture.onceDrawn(() => {
      document.documentElement.dataset["ready"] = String(Math.round(performance.now()));
      if (this.#isAtStart) this.#prepare();
    });
  }

  /** While the reader looks where to begin, work out what every way from there asks for, one thing at a time. */
  #prepare() {
    const asked = [
      () => this.visible,
      () => categories(this.model, this.#state),
      () => this.time.write(this.#state, isNothingCertain(this.visible)),
    ];
    const next = () => {
      asked.shift()?.();
      if (asked.length && this.#isAtStart) setTimeout(next);
    };
    setTimeout(next);
  }

  /** Fit the picture into the window, what is looked at where nothing covers it. */
  settle() {
    const { sight, path, days, story } = this.#state;
    this.picture.sight.fit(insets(false));
    if (sight) this.kept.show(sight);
    else this.picture.sight.bringIn(insets(), Boolean(path ?? days ?? story));
  }

  /**
   * Bring everything in line with a state.
   * @param {State} state
   * @param {State} before
   */
  #changed(state, before) {
    const differs = (/** @type {(keyof State)[]} */ ...names) => names.some((name) => state[name] !== before[name]);
    if (isOnlyMoved(state, before)) {
      this.kept.follow(state);
      return;
    }
    if (!sameFilters(state, before)) this.hand.noteFilters(before);
    if (differs("pinned")) this.picture.moves.pin(state.pinned);
    const isOther = differs("at", "path", "view", "off", "on", "hidden", "close", "least");
    if (isOther || isRearranged(state, before) || (state.gathered.size && differs("node")))
      this.#showOther(state, before);
    this.write();
    if (differs("path", "days", "story")) this.picture.sight.bringIn(insets(), true);
    if (differs("node", "fact") && !differs("story") && !byId("panel").hidden) this.#tellSelection();
    if (differs("sight")) this.kept.follow(state);
  }

  /**
   * Show what a state shows, where it is something else than before.
   * @param {State} state
   * @param {State} before
   */
  #showOther(state, before) {
    if (SHOWN_BY.some((name) => state[name] !== before[name])) this.#shown = undefined;
    this.rearrange();
    if (state.view !== before.view || isRearranged(state, before)) this.picture.sight.fit(insets());
    if (state.at === before.at && state.path === before.path && state.node === before.node)
      announce(this.#shownWords());
  }

  #shownWords() {
    const { wholes } = this.arranged;
    const told = shownWords(this.model, this.visible);
    return wholes ? `${told}. Shown as one: ${shownAsOneWords(this.model, wholes)}` : told;
  }

  /** Set what is shown in its places; whoever is looked at, or on the path, is drawn itself. */
  #arrange() {
    const state = this.#state;
    if (this.#isAtStart) return NOWHERE;
    const apart = new Set([state.node ?? "", ...(this.ask.answers.focus(state)?.nodes ?? [])]);
    return arrange(this.model, state, this.visible, freeAspect, apart);
  }

  /** Bring in sight what is looked at, and say it to those who listen. */
  #tellSelection() {
    this.picture.sight.bringIn(insets());
    byId("panel-title").focus({ preventScroll: true });
    announce(selectionWords(this.model, this.#state, this.visible, this.arranged.wholes));
  }

  /** Set what is shown in the layout asked for. */
  rearrange() {
    this.arranged = this.#arrange();
    showLayout(this.model, this.#state, this.#inSight);
    setTable();
    this.picture.show(this.arranged, this.#state.view);
    showPlaceless(this.model, this.arranged.listed, this.selection.openNode);
    const seen = { shown: this.#inSight, drawn: this.arranged.shown };
    showGaps(this.model, this.#state, seen, this.selection.openFact);
  }

  /** Write all that depends on the state, except the places of things. */
  write() {
    const state = this.#state;
    const context = this.#panelContext(state);
    if (!this.#isAtStart) this.#writeFilters(state);
    showPanel(byId("panel"), byId("panel-body"), context, this.store);
    this.ask.write(state, context);
    this.days.write(state, context);
    this.stories.write(state);
    for (const view of VIEWS) byId(`view-${view}`).setAttribute("aria-pressed", String(state.view === view));
    byId("empty").hidden = this.#isAtStart || this.visible.nodes.size > 0;
    byId("empty-words").textContent =
      state.at === undefined
        ? "Nothing to show here."
        : `Nothing shown here is so on ${dayWordsOf(state.at)}, not even maybe.`;
    this.tellUnknown();
    if (state.embed) writeEmbed(this, maker());
    if (state.layout === "table") this.table.write(this.visible);
    if (state.layout === "compare") this.compare.write(this.visible, this.palette);
    if (state.layout === "lanes") this.lanes.write(this.visible, state, context);
    if (state.layout === "matrix") this.matrix.write(this.visible, this.palette);
    byId("reset").hidden = state.off.size === 0 && state.close === undefined && state.least === undefined;
    this.tidy.write(state);
    this.gatherer.write(state, this.#inSight, this.arranged.wholes);
    document.body.classList.toggle("with-panel", openCard() !== undefined);
    const asked = this.ask.answers.focus(state) ?? this.days.focus(state, this.#inSight);
    this.picture.focus(focusOf(this.model, state, this.#inSight, this.arranged.wholes) ?? asked);
    this.picture.mark(this.days.marks(state));
    this.hand.write();
  }

  /**
   * Write what chooses of all that is shown: the legend and the time slider.
   * @param {State} state
   */
  #writeFilters(state) {
    showLegend(byId("legend"), this.model, this.store, this.palette, this.visible);
    this.time.write(state, isNothingCertain(this.visible));
  }

  /** Say so where an address names what is not here, or says what cannot be read, once for each address. */
  tellUnknown() {
    const [model, state] = [this.model, this.#state];
    const words = unknownWords(unknownIds(model, state), unreadWords(model, location.hash, state));
    if (words === this.#unknown) return;
    this.#unknown = words;
    byId("unknown").hidden = !words;
    fill(byId("unknown").firstElementChild ?? byId("unknown"), words);
    if (words) announce(words);
  }

  /**
   * What the panel is written with.
   * @param {State} state
   * @returns {PanelContext}
   */
  #panelContext(state) {
    const { model, palette, selection, ask, compare, hand, gatherer } = this;
    const { openNode, openFact } = selection;
    const acts = (/** @type {GraphNode} */ node) =>
      gatherer.offer(node, compare.offer(node, ask.offer(node, hand.buttons(node))));
    return {
      model,
      palette,
      openNode,
      openFact,
      acts,
      wholes: this.arranged.wholes,
      held: (fact) => heldWords(model.data, state.at, fact),
      told: tellerOn(model.data, state.at),
      isShown: (fact) => isDrawn(model, this.visible, fact),
      backTo: state.path ? ["The path", () => ask.back()] : state.days && ["The changes", () => this.days.back()],
    };
  }

  /** Bring all that is shown in sight. */
  fit() {
    this.picture.sight.fit(insets());
    this.kept.clear();
  }

  /** End the story that is told; where there is none, close the card that is open on the right. */
  close() {
    if (!byId("story").hidden) this.stories.close();
    else if (!byId("panel").hidden) this.selection.close();
    else if (this.#state.path) this.ask.close();
    else if (this.#state.days) this.days.close();
  }

  /** Draw in the colours now in force. */
  #recolour() {
    this.palette = readPalette(document.documentElement);
    this.picture.recolour(this.palette);
    this.write();
  }
}

/**
 * Whether two states differ only in what part of the picture is seen.
 * @param {State} state
 * @param {State} before
 */
function isOnlyMoved(state, before) {
  const names = /** @type {(keyof State)[]} */ (Object.keys({ ...state, ...before }));
  return names.every((name) => name === "sight" || state[name] === before[name]);
}
