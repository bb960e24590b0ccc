package org.soundcalc.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.search.optimum.Aim;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Optimizer;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Space;
import org.soundcalc.search.optimum.SpaceRequest;

/** Smallest proofs of ZisK's last circuit at 128 bits, per second. */
public class OptimizerBenchmark extends Throughput {
  /** The most that the prover may take, against today; 0 for no limit. */
  @Param({"0", "1"})
  public double prover;

  private Optimizer optimizer;
  private Space space;
  private Aim aim;

  /** Makes the whole space of rates, queries, schedules, gaps and proof-of-work. */
  @Setup
  public void prepare() {
    Circuit circuit = Samples.circuit("zisk", "Final_Compressed");
    optimizer = new Optimizer(circuit, Soundcalc.regimes("udr,jbr"));
    space = new SpaceRequest(Extent.TUNED, Map.of(), Set.of(), OptionalLong.empty()).of(circuit);
    Aim free = new Aim(128, List.of(Axis.PROOF_SIZE), Map.of(), true, OptionalInt.empty());
    aim =
        prover == 0
            ? free
            : new Aim(
                128,
                free.axes(),
                Map.of(Axis.PROVER, prover * free.cost(circuit, Axis.PROVER)),
                true,
                OptionalInt.empty());
  }

  /** One search. */
  @Benchmark
  public Optimum search() {
    return optimizer.search(space, aim);
  }
}
