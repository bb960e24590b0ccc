/** The regimes, one class each, found through {@link java.util.ServiceLoader}. */
package org.soundcalc.regimes;
