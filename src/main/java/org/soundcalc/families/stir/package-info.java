/** DEEP-ALI over STIR: the family {@code STIR}. */
package org.soundcalc.families.stir;
