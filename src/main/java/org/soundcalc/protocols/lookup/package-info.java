/** Lookup arguments by logarithmic derivatives, the same under every regime. */
package org.soundcalc.protocols.lookup;
