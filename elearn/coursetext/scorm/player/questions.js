"use strict";
/* A question as a learner sees it: to answer, or (told) with what was right and why.

   `questionPart` gives { node, answer() }; `answer()` reads what the fields hold now. */

let questionCount = 0;

function questionPart({ question, order }, { number = 0, given = null, told = false, live = true, onchange = () => {} } = {}) {
  questionCount += 1;
  const id = `q-${questionCount}`;
  const [lead, rest] = stemParts(question);
  const node = element("fieldset", { class: "question", id, onchange, oninput: onchange }, legend(question, number, lead));
  const part = KINDS[question.kind]({ question, order, id, given, told, live, rest, onchange });
  node.append(...(question.kind === "blanks" || !rest ? [] : [rest]), ...part.nodes);
  if (told) node.append(...explanation(question, given));
  return { node, answer: part.answer };
}

/* The sentence that asks, and what stands below it; a sentence with blanks in it can't be a legend. */
function stemParts(question) {
  const whole = prose(question.stem.replace(/\ue000(\d+)\ue001/g, '<span data-blank="$1"></span>'));
  const first = whole.firstElementChild;
  if (!first || first.tagName !== "P" || first.querySelector("[data-blank]")) return [null, whole];
  first.remove();
  return [first, whole.childElementCount ? whole : null];
}

function legend(question, number, lead) {
  const points = question.points > 1 ? say("points", { count: question.points }) : "";
  const over = [number ? say("question", { number }) : "", points].filter(Boolean).join(" · ");
  const asked = element("span", { lang: lead ? course.language : null });
  if (lead) asked.append(...lead.childNodes);
  else asked.append(question.kind === "blanks" ? say("fillIn") : question.label);
  return element("legend", {}, over && element("span", { class: "overline" }, over), asked);
}

function explanation(question, given) {
  const found = verdict(question, given);
  const said = element("p", { class: `verdict verdict-${found}`, tabindex: "-1" }, say(found));
  if (!question.explanation) return [said];
  return [
    said,
    element("div", { class: "explanation" }, element("p", { class: "overline" }, say("explanation")), prose(question.explanation)),
  ];
}

const KINDS = {
  single: choices,
  multiple: choices,
  short: typed,
  number: typed,
  matching,
  ordering,
  blanks,
};

function choices({ question, order, id, given, told, live }) {
  const several = question.kind === "multiple";
  const isChosen = (place) => (several ? (given ?? []).includes(place) : given === place);
  const box = element("div", { class: "choices" });
  for (const place of order) {
    const option = question.options[place];
    const chosen = isChosen(place);
    const field = element("input", { type: several ? "checkbox" : "radio", name: id, value: place, checked: chosen });
    const words = element("span", { class: "choice-text" }, prose(option.html, "span", ""));
    if (told && chosen) words.append(state(option.correct, say(option.correct ? "yoursRight" : "yoursWrong")));
    else if (told && option.correct) words.append(state(true, say("theRight")));
    const row = element(live ? "label" : "div", { class: "choice-row" }, live && field, words);
    const marks = told ? `${option.correct ? " is-right" : ""}${chosen && !option.correct ? " is-wrong" : ""}` : "";
    box.append(element("div", { class: `choice${marks}` }, row, told && chosen && option.feedback && prose(option.feedback, "div", "feedback")));
  }
  const answer = () => {
    const ticked = [...box.querySelectorAll("input:checked")].map((field) => Number(field.value)).sort((a, b) => a - b);
    return ticked.length ? (several ? ticked : ticked[0]) : null;
  };
  return { nodes: [several && element("p", { class: "hint" }, say("several")), box].filter(Boolean), answer };
}

function shownNumber(text) {
  const bare = text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
  return bare.replace(".", language === "id" ? "," : ".");
}

function acceptedTexts(question) {
  if (question.accepted) return question.accepted.map((each) => each.shown);
  return question.ranges.map(([low, high]) =>
    low === high ? shownNumber(low) : say("range", { low: shownNumber(low), high: shownNumber(high) }),
  );
}

function typed({ question, id, given, told, live }) {
  const mode = question.kind === "number" ? { inputmode: "decimal" } : {};
  const field = element("input", { type: "text", id: `${id}-text`, maxlength: 500, autocomplete: "off", ...mode });
  field.value = given ?? "";
  field.disabled = !live;
  const nodes = [element("p", { class: "field" }, element("label", { for: `${id}-text` }, say("answer")), field)];
  if (told) nodes.push(element("p", {}, say("accepted", { texts: acceptedTexts(question).join(say("or")) })));
  return { nodes, answer: () => field.value.trim() || null };
}

function matching({ question, order, id, given, told, live }) {
  const fields = question.pairs.map((pair, place) => {
    const field = element("select", { id: `${id}-${place}` }, element("option", { value: "" }, say("choosePair")));
    for (const right of order) field.append(element("option", { value: right, lang: course.language }, plain(question.rights[right])));
    field.value = given?.[place] ?? "";
    field.disabled = !live;
    return field;
  });
  const rows = question.pairs.map((pair, place) => {
    const label = element("label", { for: `${id}-${place}` }, prose(pair.left, "span", ""));
    const good = given?.[place] === pair.right;
    const words = good ? say("right") : say("itsPair", { text: plain(question.rights[pair.right]) });
    return element("div", { class: "pair" }, label, fields[place], told && state(good, words));
  });
  const answer = () => {
    const chosen = fields.map((field) => (field.value === "" ? null : Number(field.value)));
    return chosen.some((right) => right !== null) ? chosen : null;
  };
  return { nodes: [element("div", { class: "pairs" }, ...rows)], answer };
}

function ordering({ question, order, given, told, live, onchange }) {
  let now = [...(given ?? order)];
  let touched = given !== null;
  const list = element("ol", { class: "order order-live" });
  const live_ = element("p", { class: "visually-hidden", "aria-live": "polite" });
  const move = (place, by) => {
    const [item] = now.splice(place, 1);
    now.splice(place + by, 0, item);
    touched = true;
    draw();
    live_.textContent = say("moved", { text: plain(question.items[item]), place: place + by + 1 });
    const buttons = list.children[place + by].querySelectorAll("button");
    [...buttons].find((each) => !each.disabled && each.dataset.by === String(by))?.focus() ?? [...buttons].find((each) => !each.disabled)?.focus();
    onchange();
  };
  const mover = (place, by, name, sign) =>
    button(sign, () => move(place, by), {
      class: "button button-quiet order-move",
      "data-by": by,
      "aria-label": say(name, { text: plain(question.items[now[place]]) }),
      disabled: place + by < 0 || place + by >= now.length,
    });
  const draw = () => {
    list.replaceChildren(
      ...now.map((item, place) =>
        element(
          "li",
          {},
          prose(question.items[item], "span", "order-text"),
          live && mover(place, -1, "up", "↑"),
          live && mover(place, 1, "down", "↓"),
          told && state(item === place, say(item === place ? "right" : "wrong")),
        ),
      ),
    );
  };
  draw();
  const nodes = [live && element("p", { class: "hint" }, say("orderHint")), list, live_].filter(Boolean);
  if (told && verdict(question, given) !== "right") {
    const right = question.items.map((html) => element("li", {}, prose(html, "span", "")));
    nodes.push(element("p", { class: "overline" }, say("rightOrder")), element("ol", {}, ...right));
  }
  return { nodes, answer: () => (touched ? [...now] : null) };
}

function blanks({ question, given, told, live, rest }) {
  const fields = question.blanks.map((blank, place) => {
    const label = say("blank", { number: place + 1, count: question.blanks.length });
    const field = element("input", { type: "text", class: "blank", size: 10, maxlength: 500, autocomplete: "off", "aria-label": label });
    field.value = given?.[place] ?? "";
    field.disabled = !live;
    const good = isAccepted(field.value, blank, true);
    const words = good ? say("right") : say("blankIs", { text: blank[0].shown });
    rest.querySelector(`[data-blank="${place + 1}"]`)?.replaceWith(field, told ? state(good, words) : "");
    return field;
  });
  const answer = () => {
    const texts = fields.map((field) => field.value.trim());
    return texts.some(Boolean) ? texts : null;
  };
  return { nodes: [rest], answer };
}
