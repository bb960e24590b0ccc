/** DEEP-ALI over FRI: the family {@code FRI_STARK}. */
package org.soundcalc.protocols.fri;
