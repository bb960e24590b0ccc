"use strict";

/** The element of this id. */
function byId(id) {
  return document.getElementById(id);
}

/** Builds an element. Children that are texts become text nodes: nothing in them is ever markup. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) {
      made.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

/** A button with what it does. */
function button(text, action, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", action);
  return made;
}

/** Offers one of these values, each a text or a pair of value and text, with one of them chosen. */
function fillSelect(select, values, chosen) {
  select.replaceChildren(
    ...values.map((each) => {
      const [value, text] = Array.isArray(each) ? each : [each, each];
      return element("option", { value, selected: value === chosen }, text);
    }));
  select.value = chosen;
}

/** Shows an element, or hides it. */
function show(shown, isShown = true) {
  shown.hidden = !isShown;
}

/** A text of strangers with U+FFFD for characters that nobody sees or that turn the writing. */
function visible(text) {
  return String(text).replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}

const builtOf = new WeakMap();

/** Whether an element was built of the same last time: nothing in it need be built again. */
function isUnchanged(built, content) {
  const now = JSON.stringify(content);
  const before = builtOf.get(built);
  builtOf.set(built, now);
  return now === before;
}

/** Builds a part of the page anew; whoever is at something there with an id stays at it. */
function keepingFocus(build) {
  const id = document.activeElement?.id;
  build();
  if (id && document.activeElement?.id !== id) {
    // a step that is no more belonged to a field
    (byId(id) ?? byId(id.replace(/^step-/, "key-")))?.focus({ preventScroll: true });
  }
}
