"use strict";

const bitsPerKib = 8192;

/** Whole KiB of a number of bits, rounded down. */
function kib(bits) {
  return Math.floor(bits / bitsPerKib).toLocaleString("en").replaceAll(",", "");
}

/** A number with its sign; digits after the point as asked for. */
function signed(number, digits = 0) {
  const text = Math.abs(number).toFixed(digits);
  return Number(text) === 0 ? "±0" : (number < 0 ? "−" : "+") + text;
}

/** A figure, or a dash where there is none. */
function orDash(figure) {
  return figure === null || figure === undefined ? "–" : String(figure);
}
