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
        await current(() => this.#next !== null);
      }
    } finally {
      this.#running = false;
    }
  }
}

/** Whether this browser runs WebAssembly with garbage collection: a module with a struct is valid. */
function hasWebAssemblyGc() {
  return typeof WebAssembly === "object"
    && WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]));
}

/** Starts a calculator. */
function startWorker() {
  return new Worker("worker.js");
}
