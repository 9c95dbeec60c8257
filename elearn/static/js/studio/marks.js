// Bold, italic and links of Markdown: what is so already is found, so that no sign comes to stand in its like. Pure.

const IMAGE = String.raw`!\[[^\]\n]*\]\([^)\n]*\)`;
const LINK = new RegExp(
  String.raw`(?<!!)(\[(?:\\.|${IMAGE}|[^[\]\\\n])*\]\(\s*)((?:[^()\s]|\([^()\s]*\))*)(?:\s[^()\n]*)?\)`,
  "g",
);
const RUNS = { "*": /(?<!\\)\*+/g, _: /(?<![\\_\p{L}\p{N}])_+(?=[^_\s])|(?<![\\_\s])_+(?![_\p{L}\p{N}])/gu };

// Where signs open and close in a text, the inner ones first: two make bold, one italic, three both.
const spansOf = (text, sign) => {
  const spans = [];
  let open = [];
  let last = 0;
  for (const { index, 0: run } of text.matchAll(RUNS[sign])) {
    if (/\n\s*\n/.test(text.slice(last, index))) open = [];
    last = index;
    let place = index;
    const end = index + run.length;
    while (place < end && open.length && /\S/.test(text[index - 1] ?? " ")) {
      const from = open.at(-1);
      const count = Math.min(from.end - from.start, end - place, 2);
      spans.push({ sign: sign.repeat(count), begin: from.end - count, stop: place + count });
      from.end -= count;
      place += count;
      if (from.end === from.start) open.pop();
    }
    if (place < end && /\S/.test(text[end] ?? " ")) open.push({ start: place, end });
  }
  return spans;
};

// Signs stand at words, never at the spaces and other signs beside them.
const around = (words, sign) => {
  const [, lead, text, tail] = /^([\s*_]*)([\s\S]*?)([\s*_]*)$/.exec(words);
  return text ? lead + sign + text + sign + tail : words;
};

const without = (text, from, to, spans) => {
  const signs = spans.flatMap(({ sign, begin, stop }) => [begin, stop - sign.length].map((at) => [at, at + sign.length]));
  return text.slice(from, to).split("").filter((_, place) => !signs.some(([at, end]) => from + place >= at && from + place < end)).join("");
};

// What to put from one place of a text to another so that what is chosen gets its signs or loses them: `count` is 2 for
// bold and 1 for italic. The words in the middle are to be chosen then.
export const toggled = (text, start, end, count) => {
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  const spans = ["*", "_"].flatMap((sign) => spansOf(text, sign)).filter(({ sign }) => sign.length === count);
  const holding = spans.find(({ begin, stop }) => begin <= start && end <= stop && begin + count < end && start < stop - count);
  if (holding) {
    const { sign, begin, stop } = holding;
    const [from, to] = [Math.max(start, begin + count), Math.min(end, stop - count)];
    const [before, after] = [text.slice(begin + count, from), text.slice(to, stop - count)];
    return { from: begin, to: stop, parts: [around(before, sign), text.slice(from, to), around(after, sign)] };
  }
  const touched = spans.filter(({ begin, stop }) => begin < end && start < stop);
  const from = Math.min(start, ...touched.map(({ begin }) => begin));
  const to = Math.max(end, ...touched.map(({ stop }) => stop));
  const sign = "*".repeat(count);
  return { from, to, parts: [sign, without(text, from, to, touched), sign] };
};

// Where the address stands of a link that a chosen part of a text belongs to or holds.
export const addressAt = (text, start, end) => {
  for (const { index, 0: whole, 1: before, 2: address } of text.matchAll(LINK)) {
    const stop = index + whole.length;
    if (start < stop && (end > index || start > index)) return [index + before.length, index + before.length + address.length];
  }
  return null;
};
