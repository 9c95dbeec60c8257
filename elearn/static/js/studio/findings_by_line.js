// What is to be mended, by line, read from the list of findings: of several at a line the worst gives the sign, and all
// give their words.

export const SIGNS = { error: "!", warning: "?", advice: "i" };
const KINDS = Object.keys(SIGNS);

const sentenceOf = (finding) =>
  [".finding-level", ".finding-words"].map((part) => finding.querySelector(part).textContent.trim()).join(": ");

export const findingsByLine = (list) => {
  const lines = new Map();
  for (const finding of list.querySelectorAll(".finding")) {
    const line = Number(finding.querySelector("[data-line]").dataset.line);
    lines.set(line, [...(lines.get(line) ?? []), finding]);
  }
  return [...lines].map(([line, found]) => ({
    line,
    kind: KINDS.find((kind) => found.some((each) => each.classList.contains(`finding-${kind}`))),
    words: found.map(sentenceOf),
  }));
};
