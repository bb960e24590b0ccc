package org.soundcalc.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofSize;

/** Proof sizes, largest and expected, of one circuit per second. */
public class ProofSizeBenchmark extends Throughput {
  /** File and circuit. */
  @Param({"pico/riscv", "dummy_whir/riscv", "openvm2/root"})
  public String subject;

  private Circuit circuit;

  /** Loads the circuit. */
  @Setup
  public void load() {
    String[] parts = subject.split("/");
    circuit = Samples.circuit(parts[0], parts[1]);
  }

  /** One size. */
  @Benchmark
  public ProofSize size() {
    return circuit.proofSize();
  }
}
