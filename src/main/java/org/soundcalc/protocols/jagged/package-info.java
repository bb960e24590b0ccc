/** Jagged polynomial commitments over a dense FRI: the family {@code JAGGED}. */
package org.soundcalc.protocols.jagged;
