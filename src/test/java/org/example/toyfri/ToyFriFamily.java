package org.example.toyfri;

import java.util.List;
import java.util.Optional;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Family;
import org.soundcalc.model.Field;
import org.soundcalc.model.Paper;
import org.soundcalc.model.Rate;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.RateType;
import org.soundcalc.model.keys.Section;

/** The family {@code TOY_FRI}: its keys, and how they become a circuit. */
public final class ToyFriFamily implements Family {
  private static final Key<?, Rate> RHO =
      Key.required("rho", new RateType(), "Rate of the code.").moving("every term, proof size");

  private static final Key<?, Long> TRACE_LENGTH =
      Key.required("trace_length", new PowerOfTwoType(2), "Dimension of the code.")
          .in("rows")
          .moving("fold, proof size");

  private static final Key<?, Long> NUM_QUERIES =
      Key.required("num_queries", IntegerType.QUERIES, "Queries of the verifier.")
          .in("queries")
          .moving("queries, proof size");

  private static final Key<?, Long> GRINDING =
      Key.optional(
              "grinding_query_phase", IntegerType.GRINDING, 0L, "Proof-of-work before the queries.")
          .in("bits")
          .moving("queries");

  @Override
  public String name() {
    return "TOY_FRI";
  }

  @Override
  public String summary() {
    return "FRI that folds once";
  }

  @Override
  public List<Citation> sources() {
    return List.of(new Citation(Paper.BCIKS20, "Thm 8.3"));
  }

  @Override
  public List<Key<?, ?>> keys() {
    return List.of(RHO, TRACE_LENGTH, NUM_QUERIES, GRINDING);
  }

  @Override
  public Optional<Circuit> read(Section section) {
    CircuitId id = section.id(name(), "FRI", "FRI");
    ToyFri fri =
        new ToyFri(
            id,
            section.get(RHO),
            section.get(TRACE_LENGTH),
            section.get(NUM_QUERIES),
            section.get(GRINDING).intValue(),
            section.parameters());
    if (section.valid(CommonKeys.FIELD, RHO, TRACE_LENGTH)) {
      checkDomain(section, fri);
    }
    return section.sound() ? Optional.of(fri) : Optional.empty();
  }

  private static void checkDomain(Section section, ToyFri fri) {
    Field field = fri.id().field();
    if (fri.logDomain() > field.twoAdicity()) {
      section.error(
          TRACE_LENGTH,
          "over rho is a domain of 2^%d points, beyond the 2-adicity %d of %s"
              .formatted(fri.logDomain(), field.twoAdicity(), field.tomlName()));
    }
  }
}
