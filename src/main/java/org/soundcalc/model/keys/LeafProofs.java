package org.soundcalc.model.keys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many proofs are made of the leaves of a recursion. */
public sealed interface LeafProofs {
  /** The same of each leaf. */
  record OfEach(long count) implements LeafProofs {}

  /** Of some leaves, by the name of the circuit; each value may be invalid on its own. */
  record ByName(Map<String, Parsed<Long>> counts) implements LeafProofs {}

  /** A number of proofs, or a table of them by the names of circuits. */
  record Type() implements KeyType<LeafProofs> {
    private static final IntegerType COUNT = new IntegerType(1, Limits.LEAF_PROOFS);

    @Override
    public String description() {
      return "an integer from 1 to 2^62, or a table of them by circuit";
    }

    @Override
    public Parsed<LeafProofs> parse(Object raw) {
      if (raw instanceof Map<?, ?> table) {
        Map<String, Parsed<Long>> counts = new LinkedHashMap<>();
        table.forEach((name, count) -> counts.put(String.valueOf(name), count(count)));
        return new Parsed.Valid<>(new LeafProofs.ByName(counts));
      }
      return COUNT.parse(raw) instanceof Parsed.Valid<Long> count
          ? new Parsed.Valid<>(new LeafProofs.OfEach(count.value()))
          : Parsed.invalid(description(), raw);
    }

    @Override
    public List<Parsed.Fault> faults(LeafProofs proofs) {
      return proofs instanceof LeafProofs.OfEach each && !COUNT.faults(each.count()).isEmpty()
          ? Parsed.fault(description(), each.count())
          : List.of();
    }

    private static Parsed<Long> count(Object raw) {
      return COUNT.parse(raw) instanceof Parsed.Valid<Long> valid
          ? valid
          : Parsed.invalid("an integer from 1 to 2^62", raw);
    }

    @Override
    public LeafProofs placeholder() {
      return new LeafProofs.OfEach(1);
    }

    @Override
    public Map<String, Object> schema() {
      Map<String, Object> table = Map.of("type", "object", "additionalProperties", COUNT.schema());
      return Map.of("anyOf", List.of(COUNT.schema(), table));
    }
  }
}
