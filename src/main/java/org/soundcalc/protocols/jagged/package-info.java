/** Jagged polynomial commitments over a dense commitment: the family {@code JAGGED}. */
package org.soundcalc.protocols.jagged;
