// What the server doesn't have yet, kept in this browser: a closed lid or a lost session loses no text.

const PREFIX = "elearn.studio.";

export const shelfFor = (address) => {
  const name = PREFIX + address;
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
    write(text, version) {
      try {
        localStorage.setItem(name, JSON.stringify({ text, version }));
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
