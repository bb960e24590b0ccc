"use strict";

/**
 * The calculator in a worker of its own: the page stays awake whatever it is asked. An answer is
 * null where the worker was stopped before it came.
 */
class Engine {
  #start;
  #worker = null;
  #asked = new Map();
  #last = 0;

  /** @param start makes a worker */
  constructor(start) {
    this.#start = start;
  }

  get busy() {
    return this.#asked.size > 0;
  }

  ask(request) {
    this.#worker ??= this.#started();
    const id = ++this.#last;
    this.#worker.postMessage({ id, request });
    return new Promise((resolve) => this.#asked.set(id, resolve));
  }

  /** Ends whatever the worker does; the next question starts another one. */
  stop() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#answerAll(null);
  }

  #started() {
    const worker = this.#start();
    worker.onmessage = ({ data }) => {
      const resolve = this.#asked.get(data.id);
      this.#asked.delete(data.id);
      resolve?.(data.answer);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      this.#worker = null;
      this.#answerAll(failed(`the calculator could not be run: ${event.message || "it did not start"}`));
    };
    return worker;
  }

  #answerAll(answer) {
    const waiting = [...this.#asked.values()];
    this.#asked.clear();
    waiting.forEach((resolve) => resolve(answer));
  }
}

/** An answer of a calculator that gave none. */
function failed(message) {
  return { status: 70, document: "", problems: [{ severity: "error", message }] };
}

/** Runs one job at a time; of those that come meanwhile only the last. */
class Latest {
  #next = null;
  #running = false;

  get isRunning() {
    return this.#running;
  }

  /** @param job is given a function that tells whether a newer job waits */
  async run(job) {
    this.#next = job;
    if (this.#running) {
      return;
    }
    this.#running = true;
    try {
      while (this.#next) {
        const current = this.#next;
        this.#next = null;
        await current(() => this.#next !== null).catch((error) => {
          if (this.#next === null) { // otherwise nobody waits for it any more
            throw error;
          }
        });
      }
    } finally {
      this.#running = false;
    }
  }
}

/**
 * What workers are made of. The page alone asks for it, once: its workers need no network then, and
 * as they are made of a text, they have the page's Content-Security-Policy.
 */
async function loadCalculator() {
  const [runtime, worker, wasm] = await Promise.all([
    loaded("calculator-runtime.js", "text"),
    loaded("worker.js", "text"),
    loaded("calculator.wasm", "arrayBuffer"),
  ]);
  return { script: `${runtime}\n${worker}`, wasm };
}

async function loaded(name, kind) {
  const response = await fetch(name);
  if (!response.ok) {
    throw new Error(`${name}: ${response.status} ${response.statusText}`);
  }
  return response[kind]();
}

/** Starts a calculator. */
function startWorker({ script, wasm }) {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url);
  worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
  worker.postMessage({ wasm });
  return worker;
}
