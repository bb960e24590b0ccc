package org.soundcalc.io.gate;

/**
 * Why a zkVM does not pass.
 *
 * @param kind of the requirement that it misses, such as {@code min-bits}
 * @param circuit that falls short, or makes the final proof
 * @param line of the circuit in the zkVM's file, counted from 1
 * @param words what falls short, by how much, and what would help
 */
record Fault(String kind, String circuit, int line, String words) {}
