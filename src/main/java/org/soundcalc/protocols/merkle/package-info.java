/** Sizes of Merkle multi-proofs. */
package org.soundcalc.protocols.merkle;
