// What the studio's editor takes from CodeMirror, in one file: `make codemirror` bundles it.

export { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
export { markdown, markdownLanguage } from "@codemirror/lang-markdown";
export { yamlFrontmatter } from "@codemirror/lang-yaml";
export { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
export { EditorState, Prec, RangeSet, StateEffect, StateField } from "@codemirror/state";
export { EditorView, GutterMarker, ViewPlugin, gutter, keymap, lineNumbers, showPanel } from "@codemirror/view";
export { tags } from "@lezer/highlight";
