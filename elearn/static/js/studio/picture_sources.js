// Where the pictures of a paste are: in the HTML itself, on our own site, beside it as files, or in RTF.

import { rtfPictures } from "./rtf_pictures.js";

const TYPES = /^image\/(png|jpeg|webp|gif)$/;
const ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/gif": "gif" };

const nameOf = (alt, type, number) => {
  const words = alt.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40);
  return `${words || `gambar-${number + 1}`}.${ENDINGS[type]}`;
};

const fileOf = (bytes, type, alt, number) => (TYPES.test(type) ? new File([bytes], nameOf(alt, type, number), { type }) : null);

const decoded = (src) => {
  const [, type = "", base64 = "", data = ""] = /^data:([^;,]*)(?:;(?!base64)[^;,]*)*(;base64)?,([\s\S]*)$/i.exec(src) ?? [];
  try {
    const text = base64 ? atob(decodeURIComponent(data).replace(/\s/g, "")) : decodeURIComponent(data);
    return { type: type.toLowerCase(), bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)) };
  } catch {
    return { type: "", bytes: [] }; // Cut off on its way.
  }
};

// A picture that our own site shows already.
const ours = async (src, alt, number) => {
  try {
    const answer = await fetch(src, { redirect: "error" });
    const blob = answer.ok ? await answer.blob() : new Blob();
    return fileOf(blob, blob.type, alt, number);
  } catch {
    return null;
  }
};

const isOurs = (src) => URL.canParse(src, location.href) && /^https?:/.test(src) && new URL(src, location.href).origin === location.origin;

// As many as there are: only then it is sure which belongs where.
const inOrder = (wanted, found) => (found.length === wanted.length ? found : wanted.map(() => null));

const fromRtf = (pictures, rtf) => {
  const places = [...pictures.keys()].filter((place) => /^(file:|clip_)/i.test(pictures[place].src));
  if (!places.length || !rtf) return new Map();
  const held = rtfPictures(rtf);
  const names = [...new Set(places.map((place) => pictures[place].src))];
  const byName = new Map(names.map((name, at) => [name, inOrder(names, held)[at]]));
  const each = held.length === places.length ? held : places.map((place) => byName.get(pictures[place].src));
  return new Map(places.map((place, at) => [place, each[at]]));
};

// For each picture the file with it, or null where it can't be had. What is on the clipboard has been read already.
export const sourcesOf = async (pictures, rtf, files) => {
  const held = fromRtf(pictures, rtf);
  const found = await Promise.all(
    pictures.map(({ src, alt }, number) => {
      if (/^data:/i.test(src)) {
        const { bytes, type } = decoded(src);
        return fileOf(bytes, type, alt, number);
      }
      if (isOurs(src)) return ours(src, alt, number);
      const picture = held.get(number);
      return picture ? fileOf(picture.bytes, picture.type, alt, number) : null;
    }),
  );
  const lacking = [...found.keys()].filter((number) => !found[number]);
  const beside = inOrder(lacking, files);
  return found.map((file, number) => file ?? beside[lacking.indexOf(number)] ?? null);
};
