package org.soundcalc.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.ProofSize;

/** Proof sizes, largest and expected, of one circuit per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ProofSizeBenchmark {
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
