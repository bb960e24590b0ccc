/** What a zkVM's circuits could be instead. */
package org.soundcalc.analysis.optimum;
