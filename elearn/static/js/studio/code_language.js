// How course text is coloured: Markdown with what the format adds to it, and the settings at its top.
// Only classes are given; what they look like stands in css/editor.css.

const OWN = [
  ["Box", /^(?:!!!|\?\?\?\+?)[ \t][^\n]*/, "heading", true],
  ["Blank", /^\[\[[^[\]\n]+\]\]/, "string"],
  ["Formula", /^\$\$?[^$\n]+\$\$?/, "string"],
  ["Signs", /^\{[#.\w][^{}\n]*\}/, "attributeName"],
];

const course = (tags) => ({
  remove: ["IndentedCode", "Subscript", "Superscript", "Emoji"], // What stands in a box is moved in.
  defineNodes: OWN.map(([name, , tag]) => ({ name, style: tags[tag] })),
  parseInline: OWN.map(([name, pattern, , first]) => ({
    name,
    before: "Link",
    parse: (text, _next, at) => {
      if (first && at !== text.offset && text.char(at - 1) !== 10) return -1;
      const found = pattern.exec(text.slice(at, text.end));
      return found ? text.addElement(text.elt(name, at, at + found[0].length)) : -1;
    },
  })),
});

const classes = ({ tags, HighlightStyle }) =>
  HighlightStyle.define([
    { tag: tags.heading, class: "code-heading" },
    { tag: tags.strong, class: "code-strong" },
    { tag: tags.emphasis, class: "code-emphasis" },
    { tag: [tags.string, tags.monospace], class: "code-value" },
    { tag: [tags.link, tags.url], class: "code-link" },
    { tag: [tags.attributeName, tags.definition(tags.propertyName), tags.propertyName, tags.atom], class: "code-name" },
    { tag: [tags.quote, tags.comment], class: "code-quiet" },
    { tag: [tags.processingInstruction, tags.contentSeparator, tags.meta], class: "code-sign" },
  ]);

export const courseText = (cm) => {
  const content = cm.markdown({
    base: cm.markdownLanguage,
    extensions: course(cm.tags),
    addKeymap: false, // Enter does what it does in the plain field.
    completeHTMLTags: false,
    pasteURLAsLink: false,
  });
  return [cm.yamlFrontmatter({ content }), cm.syntaxHighlighting(classes(cm))];
};
