/** What is different between two estimates of a zkVM: figures and parameters, no rendering. */
package org.soundcalc.analysis.diff;
