/** The recursion architecture of a zkVM and the sketch of its soundness argument, in words. */
package org.soundcalc.io.architecture;
