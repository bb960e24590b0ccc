/** Trees of proofs as tables, as texts for programs that draw graphs, and as drawings. */
package org.soundcalc.io.recursion;
