/** Verdicts of a gate: text, JSON, and the formats of CI services. */
package org.soundcalc.io.gate;
