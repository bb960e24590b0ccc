"use strict";

/** Says something for a while, or until something else is said. */
function tell(sentence, isLasting = false, action = "") {
  const notice = byId("notice");
  notice.replaceChildren(sentence, ...(action ? [" ", action] : []));
  clearTimeout(tell.timer);
  if (!isLasting) {
    tell.timer = setTimeout(() => notice.replaceChildren(), 4000);
  }
}

/** Copies a text, and says so, or why not; what is remarked is not taken away by itself. */
async function copy(text, what, remark = "") {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyBySelection(text)) {
      tell(`This browser lets nothing be copied. ${what}: ${text}`, true);
      return;
    }
  }
  tell(`${what} copied.${remark}`, remark !== "");
}

/** Where the clipboard is not to be had; whether it could be done. */
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = element("textarea", { class: "heard", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const isDone = document.execCommand("copy");
  area.remove();
  focused?.focus({ preventScroll: true });
  return isDone;
}

/** Gives a text as a file. */
function download(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
