/** Comparisons of regimes: table, CSV, JSON, Markdown. */
package org.soundcalc.io.compare;
