package org.soundcalc.bench;

import java.math.BigInteger;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.soundcalc.regimes.dkt.Count;
import org.soundcalc.regimes.dkt.FirstOrderCounts;
import org.soundcalc.regimes.dkt.JohnsonCounts;
import org.soundcalc.regimes.dkt.ListBound;
import org.soundcalc.regimes.dkt.Lists;
import org.soundcalc.regimes.dkt.ReedSolomonCode;

/** Counts of exceptional challenges and lists of one code, per second. */
public class CountBenchmark extends Throughput {
  /**
   * log2 of the length and of the dimension, and A/n: above √ρ, a thousandth above it, below it,
   * and where only few first-order profiles are left.
   */
  @Param({
    "25/24/0.72", "25/24/0.708", "25/24/0.7", "25/24/0.6904",
    "22/20/0.51", "22/20/0.5005", "22/20/0.484", "22/20/0.4697",
    "19/15/0.26", "19/15/0.2502", "19/15/0.234", "19/15/0.2191"
  })
  public String subject;

  private static final BigInteger CHARACTERISTIC = BigInteger.valueOf((1L << 31) - 1);

  private ReedSolomonCode code;

  /** Makes the code. */
  @Setup
  public void load() {
    String[] parts = subject.split("/");
    long n = 1L << Integer.parseInt(parts[0]);
    long a = (long) Math.ceil(Double.parseDouble(parts[2]) * n);
    code = new ReedSolomonCode(n, 1L << Integer.parseInt(parts[1]), a);
  }

  /** E0 of a line; nothing at the smaller agreements. */
  @Benchmark
  public Optional<Count> johnson() {
    return JohnsonCounts.count(code, 1, CHARACTERISTIC);
  }

  /** E1 of a line. */
  @Benchmark
  public Optional<Count> firstOrder() {
    return FirstOrderCounts.count(code, 1, CHARACTERISTIC);
  }

  /** The least list. */
  @Benchmark
  public Optional<ListBound> list() {
    return Lists.firstOrder(code, CHARACTERISTIC);
  }
}
