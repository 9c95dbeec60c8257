// Identities of questions as the platform makes them of their headings (`flask courses ids`), none of them twice. Pure.

const LONGEST = 60;
const HEADING = /^#{1,6}[ \t]*\?[ \t]*(.*)$/gm;
const ATTRIBUTES = /(?:^|\s)\{:?([^{}]*[^{}\s][^{}]*)\}\s*$/;

const slug = (text) => {
  const plain = text.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
  const whole = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  if (whole.length <= LONGEST) return whole;
  const cut = whole.slice(0, LONGEST + 1).lastIndexOf("-");
  return cut > 0 ? whole.slice(0, cut) : whole.slice(0, LONGEST);
};

// Of a heading as it stands in the text, without what its blanks accept and without where its links lead.
const identityOf = (heading) => {
  const bare = heading.replace(/(?<!\\)\[\[[^[\]]*\]\]/g, " ").replace(/\]\([^()]{0,300}\)/g, " ");
  return slug(bare) || "soal";
};

// The identities that the questions of a text have, written or made of their headings.
export const identitiesIn = (text) => {
  const taken = new Set();
  for (const [, heading] of text.matchAll(HEADING)) {
    const said = ATTRIBUTES.exec(heading);
    const own = /(?:^|\s)#(\S+)/.exec(said?.[1] ?? "");
    taken.add(own ? own[1] : identityOf(heading.replace(ATTRIBUTES, "")));
  }
  return taken;
};

// The identity for one more heading; it counts as taken from now on.
export const freeIdentity = (heading, taken) => {
  const wanted = identityOf(heading);
  let free = wanted;
  for (let number = 2; taken.has(free); number++) free = `${wanted}-${number}`;
  taken.add(free);
  return free;
};
