"use strict";

/** The configuration in the browser's address: reloading changes nothing, and a link brings one. */
const address = (() => {
  const longLink = 16000; // characters that still fit the address bar of every browser
  let fragment = ""; // of this page's own making
  let isKept = true; // in the address

  function inBrowser() {
    return location.hash.slice(1);
  }

  /** Calls back with each link that comes in from now on; asks before what is not kept is lost. */
  function listen(open) {
    addEventListener("hashchange", () => {
      if (inBrowser() !== fragment) {
        open(inBrowser());
      }
    });
    addEventListener("beforeunload", (event) => {
      if (!isKept) {
        event.preventDefault();
      }
    });
  }

  /** A link is opened now; gives a function that tells whether another one came meanwhile. */
  function opening(link) {
    fragment = link;
    return () => link !== fragment;
  }

  /**
   * Keeps a configuration, where its link is short.
   *
   * @param isStale tells whether there is another one by now
   */
  async function keep(asked, isStale) {
    const link = await links.encode(asked);
    if (isStale()) {
      return;
    }
    const isShort = link.length <= longLink;
    show(byId("unkept"), !isShort);
    fragment = isShort ? link : ""; // an older configuration there would be worse than none
    isKept = isShort;
    try {
      history.replaceState(null, "", `#${fragment}`);
    } catch {
      // some browsers do not allow it in a file; the link can be copied all the same
      isKept = asked.sets.size === 0 && asked.zkvm() !== undefined;
    }
  }

  return { longLink, inBrowser, listen, opening, keep };
})();
