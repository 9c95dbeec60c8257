// CodeMirror over the plain field, as the place to type. The plain field stays in the form and keeps the same text:
// it is what is sent, and who listens to it hears of typing, keys, pastes and drops as ever.

const HEARD = ["keydown", "paste", "dragover", "drop"];
const TOLD = ["key", "code", "ctrlKey", "metaKey", "altKey", "shiftKey", "isComposing", "clientX", "clientY", "clipboardData", "dataTransfer"];

// Whether somebody who listens to the plain field took care of what happened in the other.
const passOn = (area) => (event) => {
  const told = Object.fromEntries(TOLD.map((name) => [name, event[name]]));
  return !area.dispatchEvent(new event.constructor(event.type, { ...told, cancelable: true }));
};

const attributesOf = (area) => ({
  "aria-labelledby": area.labels[0].id,
  autocapitalize: "sentences",
  spellcheck: "true",
  tabindex: "0", // Said, so that whatever checks by it knows that what scrolls can be reached.
  ...(area.lang && { lang: area.lang }),
});

export const codeField = (area, cm, extensions, nonce) => {
  const { EditorView, EditorState } = cm;
  let text = area.value;

  // What is typed here stands at once in the plain field, and the other way round.
  const copied = EditorView.updateListener.of(({ docChanged, state }) => {
    if (!docChanged) return;
    text = state.doc.toString();
    if (area.value === text) return;
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const copyBack = () => {
    if (area.value !== text) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: area.value } });
  };

  const view = new EditorView({
    state: EditorState.create({
      doc: text,
      extensions: [
        cm.Prec.highest(EditorView.domEventHandlers(Object.fromEntries(HEARD.map((name) => [name, passOn(area)])))),
        EditorView.cspNonce.of(nonce),
        EditorView.contentAttributes.of(attributesOf(area)),
        EditorView.lineWrapping,
        cm.history(),
        cm.keymap.of([...cm.defaultKeymap, ...cm.historyKeymap]), // Tab isn't among them: it leaves, as everywhere.
        copied,
        ...extensions,
      ],
    }),
  });
  area.addEventListener("input", copyBack);

  return {
    view,
    scroller: view.scrollDOM,

    get text() {
      return text;
    },

    get selection() {
      const { from, to } = view.state.selection.main;
      return [from, to];
    },

    focus() {
      view.focus();
    },

    // Come from the plain field, where somebody was writing or reading a line.
    enter() {
      view.focus();
      this.reveal(view.state.doc.lineAt(view.state.selection.main.head).number);
    },

    choose(start, end) {
      view.dispatch({ selection: { anchor: start, head: end }, scrollIntoView: true });
    },

    placeAt(x, y) {
      return view.posAtCoords({ x, y }, false);
    },

    type(words) {
      view.dispatch(view.state.replaceSelection(words), { userEvent: "input", scrollIntoView: true });
    },

    places(lines) {
      const { doc } = view.state;
      const top = (line) => view.lineBlockAt(doc.line(Math.min(line, doc.lines)).from).top;
      return lines.map((line) => top(line) / Math.max(1, view.contentHeight));
    },

    reveal(line) {
      const { doc } = view.state;
      const place = doc.line(Math.min(line, doc.lines)).from;
      const third = view.scrollDOM.clientHeight / 3;
      view.dispatch({ effects: EditorView.scrollIntoView(place, { y: "start", yMargin: third }) });
      view.dom.scrollIntoView({ block: "nearest" });
    },

    leave() {
      area.removeEventListener("input", copyBack);
      view.destroy();
    },
  };
};
