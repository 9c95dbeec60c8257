// Text and picture scroll together: headings and questions of one stand beside those of the other.

const HEADING = /^#{1,6}(\s|\?)/;

const landmarks = (field) => {
  let fenced = false;
  const at = [];
  field.text.split("\n").forEach((line, place) => {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    else if (!fenced && HEADING.test(line)) at.push(place + 1);
  });
  return field.places(at);
};

export const scrollTogether = (field, pane) => {
  let pairs = [];
  let quiet = 0;

  // The heading of the page stands above the picture, not in it; without as many on both sides only the ends pair.
  const measure = () => {
    const top = pane.getBoundingClientRect().top - pane.scrollTop;
    const shown = [...pane.querySelectorAll(".prose :is(h2, h3, h4, h5, h6), .question")].map(
      (each) => (each.getBoundingClientRect().top - top) / Math.max(1, pane.scrollHeight),
    );
    let typed = landmarks(field);
    if (typed.length === shown.length + 1) typed = typed.slice(1);
    pairs = [[0, 0], ...(typed.length === shown.length ? typed.map((place, n) => [place, shown[n]]) : []), [1, 1]];
  };

  const matched = (place, from, to) => {
    let k = 1;
    while (k < pairs.length - 1 && pairs[k][from] <= place) k++;
    const [low, high] = [pairs[k - 1], pairs[k]];
    const part = (place - low[from]) / Math.max(1e-6, high[from] - low[from]);
    return low[to] + Math.max(0, Math.min(1, part)) * (high[to] - low[to]);
  };

  const follow = (leader, follower, from, to) => {
    if (quiet === leader) {
      quiet = 0;
      return;
    }
    const target = matched(leader.scrollTop / Math.max(1, leader.scrollHeight), from, to) * follower.scrollHeight;
    const end = leader.scrollTop + leader.clientHeight >= leader.scrollHeight - 2;
    const wanted = Math.round(end ? follower.scrollHeight : target);
    const before = follower.scrollTop;
    follower.scrollTop = wanted;
    if (follower.scrollTop !== before) quiet = follower;
  };

  // Heard on its way down, for it doesn't rise, and the field that scrolls may be another one later.
  const typed = ({ target }) => target === field.scroller && follow(target, pane, 0, 1);
  field.area.parentElement.addEventListener("scroll", typed, { capture: true, passive: true });
  pane.addEventListener("scroll", () => follow(pane, field.scroller, 1, 0), { passive: true });
  measure();

  // After a change the picture goes to where the text is, if the text is being written.
  return () => {
    measure();
    if (field.scroller.contains(document.activeElement)) follow(field.scroller, pane, 0, 1);
  };
};
