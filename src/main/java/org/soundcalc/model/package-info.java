/**
 * What a zkVM is, what a circuit's verifier rounds are, and the interfaces through which proof
 * systems ({@link org.soundcalc.model.Family}) and regimes ({@link org.soundcalc.model.Regime})
 * join.
 */
package org.soundcalc.model;
