
(function () {
  "use strict";
  var root = document.documentElement;

  // theme: the system's, until somebody chooses; kept for the pages of this tab, where that is allowed
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var button = document.getElementById("theme");
  var kept = null;
  try { kept = sessionStorage.getItem("theme"); } catch (e) { kept = null; }
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches; }
  function show() { button.textContent = isDark() ? "Light theme" : "Dark theme"; }
  if (kept === "dark" || kept === "light") { root.dataset.theme = kept; }
  button.hidden = false;
  button.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { sessionStorage.setItem("theme", root.dataset.theme); } catch (e) { /* not allowed here */ }
    show();
  });
  dark.addEventListener("change", show);
  show();

  // what a link points at is shown, also where it is folded
  function unfold() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  function number(text) {
    var plain = text.replace(/[,\s]/g, "").replace(/\u2212/g, "-");
    return /^[-+]?[0-9.]+/.test(plain) ? parseFloat(plain) : NaN;
  }
  function key(cell) { return cell.dataset.sort || cell.textContent.trim(); }
  // what has no number comes last in both directions
  function compare(one, other, up) {
    var a = number(one), b = number(other), order = a - b;
    if (isNaN(a) && isNaN(b)) { order = one.localeCompare(other, "en"); }
    else if (isNaN(order)) { return isNaN(a) ? 1 : -1; }
    return up ? order : -order;
  }
  document.querySelectorAll("table.sortable").forEach(function (table) {
    var body = table.tBodies[0];
    var heads = Array.from(table.tHead.rows[0].cells);
    if (body.rows.length < 2) { return; }
    heads.forEach(function (head, column) {
      var sort = document.createElement("button");
      sort.type = "button";
      while (head.firstChild) { sort.appendChild(head.firstChild); }
      head.appendChild(sort);
      sort.addEventListener("click", function () {
        var numeric = Array.from(body.rows).some(function (row) { return !isNaN(number(key(row.cells[column]))); });
        var was = head.getAttribute("aria-sort");
        var up = was ? was === "descending" : !numeric;
        heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        Array.from(body.rows)
          .map(function (row, place) { return { row: row, place: place, key: key(row.cells[column]) }; })
          .sort(function (a, b) {
            return compare(a.key, b.key, up) || a.place - b.place;
          })
          .forEach(function (each) { body.appendChild(each.row); });
      });
    });
  });
})();
