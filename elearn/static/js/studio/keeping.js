// What the server doesn't have yet, kept in this browser: a closed lid or a lost session loses no text.

const PREFIX = "elearn.studio.";

// A sign by which a text is known again: its length and a sum over it.
export const signOf = (text) => {
  let sum = 5381;
  for (let at = 0; at < text.length; at++) sum = (sum * 33 + text.charCodeAt(at)) % 9_007_199_254;
  return `${text.length}.${sum}`;
};

// Of one person: another one at the same computer neither sees nor saves it.
export const shelfFor = (address, person) => {
  const name = `${PREFIX}${person}.${address}`;
  return {
    read() {
      try {
        const kept = JSON.parse(localStorage.getItem(name) ?? "null");
        return typeof kept?.text === "string" && Number.isInteger(kept.version) ? kept : null;
      } catch {
        return null;
      }
    },

    // Whether it was kept: a browser may be full, or keep nothing.
    // `sent` are the signs of what was sent of it, whose receipts may never have come.
    write(text, version, sent) {
      try {
        localStorage.setItem(name, JSON.stringify({ text, version, sent }));
        return true;
      } catch {
        return false;
      }
    },

    // Once the server has a text. What another window keeps of the same file stays.
    clear(text) {
      try {
        if (this.read()?.text === text) localStorage.removeItem(name);
      } catch {
        // Nothing was kept.
      }
    },
  };
};
