/** What became of a file: the figures of its zkVM, and what is wrong with it. */
package org.soundcalc.io.appraisal;
