// The pictures of a text in RTF, which Word puts beside its HTML: there the pictures are only names of files. Pure.

const TOKEN = /[{}]|\\([a-z]+)(-?\d+)? ?|\\'[0-9a-f]{2}|\\[\s\S]|[^\\{}]+/giy;
const KINDS = { pngblip: "image/png", jpegblip: "image/jpeg" };

// Second copies for old programs, and pictures that are the signs of a list.
const PASSED_OVER = new Set(["nonshppict", "listpicture", "shprslt"]);

const bytesOf = (hex) => {
  const digits = hex.replace(/[^0-9a-f]/gi, "");
  const bytes = new Uint8Array(digits.length >> 1);
  for (let place = 0; place < bytes.length; place++) bytes[place] = Number.parseInt(digits.slice(2 * place, 2 * place + 2), 16);
  return bytes;
};

const finished = ({ type, hex }) => {
  const bytes = type ? bytesOf(hex.join("")) : [];
  return bytes.length ? { type, bytes } : null;
};

// In their order; null for a drawing of a kind that no course can have (EMF, WMF), so that the order stays right.
export const rtfPictures = (rtf) => {
  const pictures = [];
  let passing = 0; // How deep the group stands that is passed over; 0 for none.
  let depth = 0;
  let picture = null;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(rtf); token; token = TOKEN.exec(rtf)) {
    const [text, word, number] = token;
    if (text === "{") depth++;
    else if (text === "}") {
      if (picture && depth === picture.depth) {
        pictures.push(finished(picture));
        picture = null;
      }
      if (passing === depth) passing = 0;
      depth--;
    } else if (word === "bin") TOKEN.lastIndex += Math.max(0, Number(number) || 0);
    else if (passing) continue;
    else if (PASSED_OVER.has(word)) passing = depth;
    else if (word === "pict") picture = { depth, type: "", hex: [] };
    else if (picture && KINDS[word]) picture.type = KINDS[word];
    else if (picture && !word && text[0] !== "\\" && depth === picture.depth) picture.hex.push(text);
  }
  return pictures;
};
