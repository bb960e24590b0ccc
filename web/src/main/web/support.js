// Written for browsers of any age, and read before all other scripts, which an old one cannot even read:
// without WebAssembly's garbage collection (a module with a struct) the page says so.
var isSupported = (function () {
  "use strict";
  var withStruct = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0];
  try {
    if (typeof Worker === "function" && WebAssembly.validate(new Uint8Array(withStruct))) {
      return true;
    }
  } catch (error) {
    // it has no WebAssembly at all
  }
  document.getElementById("unsupported").removeAttribute("hidden");
  return false;
})();
