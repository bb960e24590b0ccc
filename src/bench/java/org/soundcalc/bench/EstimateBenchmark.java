package org.soundcalc.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.model.Circuit;

/** Certified estimates of one circuit under one regime, all terms and lookups, per second. */
public class EstimateBenchmark extends Throughput {
  /** File, circuit and a regime that covers it. */
  @Param({
    "pico/riscv/UDR",
    "pico/riscv/JBR",
    "pico/riscv/JBR-best",
    "pico/riscv/DKT-Johnson",
    "pico/riscv/DKT-first-order",
    "dummy_whir/riscv/JBR",
    "dummy_whir/riscv/JBR-best",
    "dummy_whir/riscv/DKT-first-order",
    "dummy_stir/main/JBR",
    "dummy_stir/main/JBR-best",
    "sp1/core/UDR",
    "openvm2/root/JBR"
  })
  public String subject;

  private Circuit model;
  private Estimator estimator;

  /** Loads the circuit. */
  @Setup
  public void load() {
    String[] parts = subject.split("/");
    model = Samples.circuit(parts[0], parts[1]);
    estimator = new Estimator(Soundcalc.regimes(parts[2]));
  }

  /** One estimate. */
  @Benchmark
  public CircuitEstimate estimate() {
    return estimator.estimate(model);
  }
}
