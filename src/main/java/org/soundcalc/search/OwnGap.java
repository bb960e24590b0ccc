package org.soundcalc.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.math.Certified;
import org.soundcalc.math.MonotoneBisection;
import org.soundcalc.model.Code;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.Proximities;
import org.soundcalc.model.keys.CommonKeys;

/**
 * The gap to the Johnson radius with which a circuit of one code has the most bits. With the
 * multiplicity the errors of queries fall and all others rise, so that the largest error falls up
 * to one multiplicity and rises from there on.
 */
public final class OwnGap {
  private final Prepared prepared;
  private final Regime regime;
  private final Proximities gaps;
  private final Map<Long, Optional<Prepared>> trials = new HashMap<>();

  private OwnGap(Prepared prepared, Regime regime, Proximities gaps) {
    this.prepared = prepared;
    this.regime = regime;
    this.gaps = gaps;
  }

  /**
   * {@return the circuit with that gap; nothing where it has no such key or several codes, or the
   * regime reads no gap}
   *
   * @param prepared the circuit
   * @param regime one of those prepared, under which the bits count
   */
  public static Optional<Prepared> best(Prepared prepared, Regime regime) {
    String label = CommonKeys.GAP_TO_RADIUS.label();
    boolean isPinnable =
        prepared.circuit().codes().size() == 1
            && prepared.circuit().keys().stream().anyMatch(key -> key.label().equals(label));
    if (!isPinnable) {
      return Optional.empty();
    }
    Code code = prepared.circuit().codes().get(0);
    return regime.proximities(code).stream()
        .filter(some -> some.most() > some.least() && some.gap().apply(some.most()).isPresent())
        .findFirst()
        .flatMap(some -> new OwnGap(prepared, regime, some).best());
  }

  private Optional<Prepared> best() {
    long falling = MonotoneBisection.last(gaps.least(), gaps.most() - 1, gaps.least(), this::falls);
    return trial(Math.max(falling + 1, gaps.least()));
  }

  /** Whether the largest error is less at the next multiplicity; those without bits come first. */
  private boolean falls(long m) {
    Optional<Prepared> here = trial(m);
    Optional<Prepared> next = trial(m + 1);
    return here.isEmpty() || (next.isPresent() && log2(next.get()) < log2(here.get()));
  }

  private double log2(Prepared some) {
    return some.weakest(regime).stream()
        .mapToDouble(term -> Certified.approximateLog2(term.error()))
        .max()
        .orElseThrow();
  }

  private Optional<Prepared> trial(long m) {
    return trials.computeIfAbsent(m, this::pinned);
  }

  private Optional<Prepared> pinned(long m) {
    try {
      return Optional.of(prepared.with(CommonKeys.GAP_TO_RADIUS, gaps.gap().apply(m)))
          .filter(some -> some.bits(regime).isPresent());
    } catch (InvalidConfiguration contradiction) {
      return Optional.empty();
    }
  }
}
