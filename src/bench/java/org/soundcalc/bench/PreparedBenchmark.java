package org.soundcalc.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.soundcalc.Soundcalc;
import org.soundcalc.search.Prepared;

/** Other values of one key, each with the circuit's certified bits, per second. */
public class PreparedBenchmark extends Throughput {
  /** A key, with values that take turns. */
  @Param({"num_queries", "grinding_query_phase", "trace_length"})
  public String key;

  private Prepared riscv;
  private Long[] values;
  private int next;

  /** Certifies the terms of Pico's riscv circuit. */
  @Setup
  public void prepare() {
    riscv = Soundcalc.prepare(Samples.circuit("pico", "riscv"), Soundcalc.regimes("jbr"));
    values =
        key.equals("trace_length")
            ? new Long[] {1L << 22}
            : new Long[] {10L, 20L, 30L, 40L, 50L, 51L, 52L, 53L};
  }

  /** One other value. */
  @Benchmark
  public int with() {
    next = (next + 1) % values.length;
    return riscv.with(key, values[next]).bits();
  }
}
