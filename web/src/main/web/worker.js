"use strict";

/**
 * Runs the calculator apart from the page. A first message may bring the WebAssembly itself, where
 * the page is one file; all others are questions, answered in their order.
 */
importScripts("calculator-runtime.js");

let calculator;

function load(wasm) {
  calculator = TeaVM.wasmGC.load(wasm, { stackDeobfuscator: { enabled: false } });
  return calculator;
}

self.onmessage = async ({ data }) => {
  if (data.wasm) {
    load(data.wasm);
    return;
  }
  const { exports } = await (calculator ?? load("calculator.wasm"));
  self.postMessage({ id: data.id, answer: answer(exports, data.request) });
};

/** A file may be so deep that the stack ends: an answer, too. */
function answer(exports, request) {
  try {
    return JSON.parse(exports.run(JSON.stringify(request)));
  } catch (defect) {
    return { status: 1, problems: [{ line: null, column: null, severity: "error", message: `this is a defect of soundcalc; please report it: ${defect.message}` }] };
  }
}
