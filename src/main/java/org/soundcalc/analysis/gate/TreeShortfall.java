package org.soundcalc.analysis.gate;

import java.util.List;
import org.soundcalc.analysis.recursion.Branch;

/**
 * A circuit to blame for the shortfall of a whole tree of proofs.
 *
 * @param index the circuit's, in its zkVM
 * @param branch the circuit in the tree
 * @param remedies what alone would lift the tree to what is required, all other circuits as they
 *     are; empty where nothing does
 */
public record TreeShortfall(int index, Branch branch, List<Remedy> remedies) {}
