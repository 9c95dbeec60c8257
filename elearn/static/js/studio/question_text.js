// A question from a form to Markdown, and what is missing before it can be one. Pure: no page.

const tidy = (text) => text.trim().replace(/\s+/g, " ");
const rows = (text) => text.split("\n").map(tidy).filter(Boolean);
const same = (texts) => new Set(texts.map((text) => text.toLowerCase())).size < texts.length;
const NUMBER = String.raw`[-−]?\d[\d.]*(?:,\d+)?`;
const NUMBERS = new RegExp(`^${NUMBER}(?:\\s*(?:±|\\.\\.)\\s*${NUMBER})?$`);

const CHECKS = {
  choice({ options }) {
    if (options.length < 2) return "fewOptions";
    if (same(options.map(({ text }) => text))) return "same";
    return options.some(({ right }) => right) ? "" : "noRight";
  },
  short: ({ accepted }) => (rows(accepted).length ? "" : "noAnswer"),
  number: ({ number }) => (NUMBERS.test(tidy(number)) ? "" : "notANumber"),
  matching: ({ pairs }) => (pairs.length < 2 || pairs.some(({ left, to }) => !left || !to) ? "fewPairs" : ""),
  ordering: ({ steps }) => (rows(steps).length < 2 ? "fewSteps" : ""),
  blanks: ({ sentence }) => (/\[\[[^[\]]*\S[^[\]]*\]\]/.test(sentence) ? "" : "noBlank"),
};
CHECKS.single = CHECKS.multiple = CHECKS.choice;

const ANSWERS = {
  choice: ({ options }) => options.map(({ text, right }) => `- [${right ? "x" : " "}] ${text}`).join("\n"),
  short: ({ accepted }) => rows(accepted).map((text) => `- = ${text}`).join("\n"),
  number: ({ number }) => `- = ${tidy(number)}`,
  matching: ({ pairs }) => pairs.map(({ left, to }) => `- ${left} -> ${to}`).join("\n"),
  ordering: ({ steps }) => rows(steps).map((text, place) => `${place + 1}. ${text}`).join("\n"),
  blanks: ({ sentence }) => sentence.trim(),
};
ANSWERS.single = ANSWERS.multiple = ANSWERS.choice;

// The name of what is missing; empty when nothing is.
export const problemOf = (asked) => (tidy(asked.stem) ? CHECKS[asked.kind](asked) : "noStem");

export const questionText = (asked) => {
  const flag = asked.kind === "multiple" ? " {.multiple}" : "";
  const explained = asked.explanation.trim();
  const explanation = explained ? `\n\n${explained.replace(/^/gm, "> ")}` : "";
  return `## ? ${tidy(asked.stem)}${flag}\n\n${ANSWERS[asked.kind](asked)}${explanation}`;
};
