/**
 * Certified arithmetic: a formula is written once and evaluated as an enclosure of its exact value,
 * with ever more digits, until the integer asked for is decided. Knows nothing of proofs.
 */
package org.soundcalc.math;
