"use strict";

/** How the page is looked at: scrolled, followed by its own links, and on paper. */
const view = (() => {
  /** @param commandLine gives the command that prints what is shown */
  function listen(commandLine) {
    document.addEventListener("click", goTo);
    matchMedia("print").addEventListener("change", ({ matches }) => onPaper(matches, commandLine));
    new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) =>
      show(byId("glance"), !isIntersecting && boundingClientRect.top < 0)).observe(byId("cards"));
  }

  /** On paper nothing is folded away, and all that figures follow from is named. */
  function onPaper(isPaper, commandLine) {
    const fold = byId("others-fold");
    if (isPaper) {
      fold.dataset.open = String(fold.open);
      byId("paper-command").textContent = commandLine();
    }
    fold.open = isPaper || fold.dataset.open === "true";
  }

  /** Links within the page: the fragment is the configuration's, so they must not change it. */
  function goTo(event) {
    const link = event.target.closest?.("a[href^='#']");
    if (link) {
      event.preventDefault();
      const target = byId(link.getAttribute("href").slice(1));
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    }
  }

  return { listen };
})();
