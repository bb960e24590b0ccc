package org.example.library;

import java.nio.file.Path;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.model.Zkvm;
import org.soundcalc.search.Prepared;

/** From a file to a certified figure, and to what another number of queries would give. */
public final class FiveLines {
  private FiveLines() {}

  /**
   * Prints the zkVM's bits, and those of its first circuit with 100 queries.
   *
   * @param args the file
   */
  public static void main(String[] args) {
    Zkvm zkvm = Soundcalc.read(Path.of(args[0]));
    ZkvmEstimate estimate = Soundcalc.estimate(zkvm, Soundcalc.regimes("udr,jbr"));
    int bits = estimate.security().bits();
    Prepared riscv = Soundcalc.prepare(zkvm.circuit("riscv"), Soundcalc.regimes("jbr"));
    int more = riscv.with("num_queries", 100).bits();
    System.out.println(bits + " " + more);
  }
}
