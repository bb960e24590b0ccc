package org.soundcalc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Circuit;

/** Certified estimates of one circuit under one regime, all terms and lookups, per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EstimateBenchmark {
  /** File, circuit and a regime that covers it. */
  @Param({
    "pico/riscv/UDR",
    "pico/riscv/JBR",
    "pico/riscv/JBR-best",
    "dummy_whir/riscv/JBR",
    "dummy_whir/riscv/JBR-best",
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
  public void load() throws IOException {
    String[] parts = subject.split("/");
    Path file = Path.of("zkvms", parts[0] + ".toml");
    model =
        ZkvmLoader.withInstalledFamilies()
            .load(SourceFile.of(file.toString(), Files.readAllBytes(file)), List.of())
            .zkvm()
            .orElseThrow()
            .zkvm()
            .circuits()
            .stream()
            .filter(c -> c.id().name().equals(parts[1]))
            .findFirst()
            .orElseThrow();
    estimator =
        new Estimator(Regimes.all().stream().filter(r -> r.name().equals(parts[2])).toList());
  }

  /** One estimate. */
  @Benchmark
  public CircuitEstimate estimate() {
    return estimator.estimate(model);
  }
}
