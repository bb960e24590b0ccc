/**
 * SWIRL, the proof system of OpenVM 2: the family {@code SWIRL}.
 *
 * <p>It opens its stacked matrix with WHIR, and yet takes nothing from the family {@code WHIR}:
 *
 * <ul>
 *   <li>the error of a fold is that of [SWIRL], n/F under unique decoding and a whole number of
 *       challenges ⌈A⌉/F in the Johnson regime, where WHIR takes the regime's own;
 *   <li>queries and proof-of-work are sampled as bits of a base field element, whose bias is
 *       counted;
 *   <li>the multiplicity is part of the configuration, not the analyst's choice, so that no {@link
 *       org.soundcalc.model.CodeBounds} are asked for;
 *   <li>terms are maxima over rounds, and list sizes multiply the errors of the reduction above.
 * </ul>
 */
package org.soundcalc.protocols.swirl;
