// Tells whether a PDF is the issued file: its SHA-256 is worked out here, and nothing leaves the browser.

const section = document.querySelector("[data-sha256]");
const drop = section.querySelector("[data-drop]");
const answer = section.querySelector("[data-answer]");
const input = section.querySelector("input");

const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

const isPdf = (bytes) => String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(5, bytes.byteLength))) === "%PDF-";

const judge = async (file) => {
  const bytes = await file.arrayBuffer();
  if (!isPdf(bytes)) return "other";
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return hex(digest) === section.dataset.sha256 ? "same" : "different";
};

const say = (verdict) => {
  const looks = { same: "notice notice-success", different: "notice notice-stop" };
  answer.className = looks[verdict] ?? "notice notice-warning";
  answer.textContent = answer.dataset[verdict];
};

const check = async (file) => {
  if (!file) return;
  say(await judge(file).catch(() => "unreadable"));
};

// Browsers offer the digest only where the page came safely; elsewhere the commands below do the same.
if (globalThis.crypto?.subtle) {
  drop.hidden = false;
  input.addEventListener("change", () => check(input.files[0]));
  drop.addEventListener("dragover", (event) => event.preventDefault());
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    check(event.dataTransfer.files[0]);
  });
} else {
  section.querySelector("details").open = true;
}
