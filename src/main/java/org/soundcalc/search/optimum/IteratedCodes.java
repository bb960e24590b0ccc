package org.soundcalc.search.optimum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Choice;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Regime;
import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;
import org.soundcalc.model.design.Proximities;

/** What a regime says of the codes that iterations begin with. */
interface IteratedCodes {
  /**
   * Its bounds at each number of the proximity parameter.
   *
   * @param least the first number
   * @param most the last
   * @param growing of what grows with the number: lists, and errors of combinations
   * @param falling of what falls with it: the agreement
   */
  record Numbered(
      long least,
      long most,
      LongFunction<? extends CodeBounds> growing,
      LongFunction<? extends CodeBounds> falling) {}

  /** The code of an iteration; nothing where the regime has no bounds. */
  Optional<Numbered> of(Iteration iteration);

  /** The gap to the Johnson radius that a layout states. */
  Optional<Rational> gap();

  /** Whether codes of one rate have one agreement, as a customary regime by itself gives them. */
  boolean areAgreementsOfRates();

  /**
   * Each code has a number of its own.
   *
   * @param kind which of the regime's {@linkplain Regime#proximities proximity parameters}
   */
  record Chosen(IteratedDesign design, Regime regime, int kind, Optional<Rational> gap)
      implements IteratedCodes {
    @Override
    public Optional<Numbered> of(Iteration iteration) {
      List<Proximities> kinds = regime.proximities(design.code(iteration, gap));
      if (kind >= kinds.size()) {
        return Optional.empty();
      }
      Proximities its = kinds.get(kind);
      return Optional.of(new Numbered(its.least(), its.most(), its.bounds(), its.bounds()));
    }

    /** Those of counts are of lengths too. */
    @Override
    public boolean areAgreementsOfRates() {
      return kind == 0 && regime.info().isCustomary();
    }
  }

  /**
   * One gap stands for all codes, or an interval of them.
   *
   * @param wide the largest
   * @param narrow the smallest
   * @param known what was found of other intervals
   */
  record Pinned(IteratedDesign design, Regime regime, Rational wide, Rational narrow, Known known)
      implements IteratedCodes {
    @Override
    public Optional<Numbered> of(Iteration iteration) {
      Optional<CodeBounds> growing = bounds(iteration, wide);
      Optional<CodeBounds> falling = narrow.equals(wide) ? growing : bounds(iteration, narrow);
      return growing.isPresent() && falling.isPresent()
          ? Optional.of(new Numbered(1, 1, any -> growing.get(), any -> falling.get()))
          : Optional.empty();
    }

    @Override
    public boolean areAgreementsOfRates() {
      return true;
    }

    private Optional<CodeBounds> bounds(Iteration iteration, Rational gap) {
      return known.of(iteration, gap, () -> newBounds(iteration, gap));
    }

    private Optional<CodeBounds> newBounds(Iteration iteration, Rational gap) {
      Code code = design.code(iteration, Optional.of(gap));
      return regime.choose(code) instanceof Choice.Chosen chosen
          ? Optional.of(chosen.bounds())
          : Optional.empty();
    }

    @Override
    public Optional<Rational> gap() {
      return Optional.of(narrow);
    }
  }

  /** Bounds at gaps: an end of one interval is an end of others. Mutable, for one thread. */
  final class Known {
    private final Map<At, Optional<CodeBounds>> bounds = new HashMap<>();

    /** Codes are the same whatever follows. */
    private record At(IteratedGraph.Place place, Rational gap) {}

    Optional<CodeBounds> of(
        Iteration iteration, Rational gap, Supplier<Optional<CodeBounds>> found) {
      At at = new At(IteratedGraph.Place.of(iteration), gap);
      Optional<CodeBounds> its = bounds.get(at);
      if (its == null) {
        its = found.get();
        bounds.put(at, its);
      }
      return its;
    }
  }
}
