// What is to be mended, at its lines: a sign beside the line, and in words below the text when the cursor is there.

import { SIGNS, findingsByLine } from "./findings_by_line.js";

export const findingsAt = (cm, list) => {
  class Sign extends cm.GutterMarker {
    constructor(kind, words) {
      super();
      Object.assign(this, { kind, words });
    }

    eq(other) {
      return this.kind === other.kind && this.words === other.words;
    }

    toDOM() {
      const looks = { className: `code-finding code-${this.kind}`, textContent: SIGNS[this.kind], title: this.words };
      return Object.assign(document.createElement("span"), looks);
    }
  }

  const told = cm.StateEffect.define();
  const signs = cm.StateField.define({
    create: () => cm.RangeSet.empty,
    update(before, { changes, effects, newDoc }) {
      const news = effects.find((each) => each.is(told));
      if (!news) return before.map(changes);
      const standing = news.value.filter(({ line }) => line <= newDoc.lines);
      return cm.RangeSet.of(standing.map(({ line, kind, words }) => new Sign(kind, words.join("\n")).range(newDoc.line(line).from)), true);
    },
  });

  const wordsAt = (state) => {
    const { from, to } = state.doc.lineAt(state.selection.main.head);
    const found = [];
    state.field(signs).between(from, to, (_from, _to, { words }) => void found.push(words));
    return found.join("\n");
  };

  const below = ({ state }) => {
    const dom = Object.assign(document.createElement("p"), { className: "code-words", textContent: wordsAt(state) });
    dom.setAttribute("role", "status");
    const update = (change) => {
      const words = wordsAt(change.state);
      if (dom.textContent !== words) dom.textContent = words;
    };
    return { dom, update };
  };

  const hearing = cm.ViewPlugin.define((view) => {
    const tell = () => view.dispatch({ effects: told.of(findingsByLine(list)) });
    const observer = new MutationObserver(tell);
    observer.observe(list, { childList: true });
    queueMicrotask(tell);
    return { destroy: () => observer.disconnect() };
  });

  const beside = cm.gutter({ class: "code-findings", markers: (view) => view.state.field(signs) });
  return [signs, beside, cm.lineNumbers(), cm.showPanel.of(below), hearing];
};
