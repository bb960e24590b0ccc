/** Charts as SVG: axes, lines, marks and labels. Text stays text, and nothing is styled inline. */
package org.soundcalc.io.chart;
