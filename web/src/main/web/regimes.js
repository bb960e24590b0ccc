"use strict";

/** The regimes that there are, and the choice among them. */
const regimes = (() => {
  /**
   * Shows the choice; those that figures are shown under are chosen.
   *
   * @param all what the program knows of each
   * @param known what the figures say of those that they are under
   * @param choose is called with the names of those that are wanted
   */
  function display(all, known, choose) {
    const shown = known.map(({ name }) => name);
    const boxes = all.map((regime) =>
      ({ name: regime.name, isShown: shown.includes(regime.name), standing: standing(regime, known) }));
    if (isUnchanged(byId("regimes"), boxes)) {
      boxes.forEach(({ name, isShown }) => {
        byId(`regime-${name}`).checked = isShown;
      });
      return;
    }
    byId("regimes").replaceChildren(...boxes.map(({ name, isShown, standing }) => {
      const box = element("input", { type: "checkbox", id: `regime-${name}`, checked: isShown });
      box.addEventListener("change", () => {
        const wanted = all.map((each) => each.name)
          .filter((each) => (each === name ? box.checked : shown.includes(each)));
        box.checked = wanted.length === 0 || box.checked;
        if (wanted.length > 0) {
          choose(wanted);
        }
      });
      return element("label", { class: "check" }, box, ` ${name}`,
        ...(standing ? [element("small", {}, ` ${standing}`)] : []));
    }));
  }

  /** What a reader must know of a regime before choosing it. */
  function standing({ name, proven, since }, known) {
    const shown = known.find((each) => each.name === name);
    if (!proven) {
      return shown ? `conjectured, ${shown.status}` : "conjectured";
    }
    return since === standardOptions.bounds ? "" : since;
  }

  /** Those under which milestones are read, whatever is shown. */
  function usual({ bounds, regimes: all }, asked) {
    const words = bounds.find(({ option }) => option === asked).usual.split(",");
    return all.filter(({ option }) => words.includes(option)).map(({ name }) => name);
  }

  return { display, usual };
})();
