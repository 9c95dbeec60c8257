// Puts what the server rendered into the page by changing only what differs: pictures don't flicker, and what the
// reader opened stays open.

const sourceOf = (node) => node.outerHTML ?? node.textContent;

const childrenOf = (root) => [...(root.querySelector(".prose")?.childNodes ?? [])];

export const showIn = (pane) => {
  // Of each node its source as it came: the reader may have opened or filled in something since.
  let known = childrenOf(pane).map((node) => [node, sourceOf(node)]);

  return (html) => {
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    const prose = pane.querySelector(".prose");
    const coming = childrenOf(fresh.content).map((node) => [node, sourceOf(node)]);
    const same = (a, b) => known[a]?.[1] === coming[b]?.[1];
    const most = Math.min(known.length, coming.length);
    let head = 0;
    while (head < most && same(head, head)) head++;
    let tail = 0;
    while (tail < most - head && same(known.length - 1 - tail, coming.length - 1 - tail)) tail++;
    const old = known.slice(head, known.length - tail);
    const place = known[known.length - tail]?.[0] ?? null;
    const added = coming.slice(head, coming.length - tail);
    for (const [node] of added) prose.insertBefore(node, place);
    for (const [node] of old) node.remove();
    known = [...known.slice(0, head), ...added, ...(tail ? known.slice(-tail) : [])];
    const title = fresh.content.querySelector(".preview-title");
    pane.querySelector(".preview-title")?.remove();
    if (title) pane.prepend(title);
  };
};
