/** Sweeps: table, CSV, JSON, Markdown. */
package org.soundcalc.io.sweep;
