/** Sizes of Merkle multi-proofs. */
package org.soundcalc.bounds.merkle;
