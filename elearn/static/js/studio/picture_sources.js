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
    return { type: type.toLowerCase().replace(/^image\/p?jpg$|^image\/pjpeg$/, "image/jpeg"), bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)) };
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

const isOurs = (src) => /^\/(?!\/)/.test(src) || src.startsWith(`${location.origin}/`);

// As many as there are: only then it is sure which belongs where.
const inOrder = (wanted, found) => (found.length === wanted.length ? found : wanted.map(() => null));

const isHere = (src) => /^data:/i.test(src) || isOurs(src);

// RTF holds every picture, or those that HTML only names; some programs write one that is shown twice only once.
const fromRtf = (pictures, rtf) => {
  const places = [...pictures.keys()].filter((place) => !isHere(pictures[place].src));
  const held = places.length && rtf ? rtfPictures(rtf) : [];
  if (held.length === pictures.length) return new Map(held.entries());
  if (held.length === places.length) return new Map(places.map((place, at) => [place, held[at]]));
  const names = [...new Set(places.map((place) => pictures[place].src))];
  const byName = inOrder(names, held);
  return new Map(places.map((place) => [place, byName[names.indexOf(pictures[place].src)]]));
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
