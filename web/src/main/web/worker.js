/**
 * Runs the calculator apart from the page. It stands behind TeaVM's script in one text. The first
 * message brings the WebAssembly; all others are questions, answered in their order.
 */
let wasm;
let calculator;

self.onmessage = async ({ data }) => {
  if (data.wasm) {
    wasm = data.wasm;
    return;
  }
  self.postMessage({ id: data.id, answer: await answer(data.request) });
};

async function answer(request) {
  try {
    calculator ??= await TeaVM.wasmGC.load(wasm, { stackDeobfuscator: { enabled: false } });
  } catch (error) {
    return failure(`the calculator cannot be started: ${error.message}`);
  }
  try {
    return JSON.parse(calculator.exports.run(JSON.stringify(request)));
  } catch (defect) {
    calculator = undefined; // it ended somewhere in between: the next question gets another one
    return failure(`this is a defect of soundcalc; please report it: ${defect.message}`);
  }
}

function failure(message) {
  return { status: 1, document: "", problems: [{ line: null, column: null, severity: "error", message }] };
}
