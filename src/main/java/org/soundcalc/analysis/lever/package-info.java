/** What one more unit of each parameter buys. */
package org.soundcalc.analysis.lever;
