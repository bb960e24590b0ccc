/** The figure of a whole tree of proofs, beside that of its weakest circuit. */
package org.soundcalc.analysis.recursion;
