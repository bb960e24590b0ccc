/** From a model and the regimes asked for to certified figures, totals and binding terms. */
package org.soundcalc.analysis;
