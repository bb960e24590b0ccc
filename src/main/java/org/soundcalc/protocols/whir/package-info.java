/** DEEP-ALI over WHIR: the family {@code WHIR}. */
package org.soundcalc.protocols.whir;
