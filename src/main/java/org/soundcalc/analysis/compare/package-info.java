/** What is proven beside what is conjectured, for zkVMs and for circuits. */
package org.soundcalc.analysis.compare;
