/** Requirements on a zkVM's figures: whether they hold, what falls short, and what would help. */
package org.soundcalc.analysis.gate;
