/** DEEP-ALI over STIR: the family {@code STIR}. */
package org.soundcalc.protocols.stir;
