package org.soundcalc.io.toml;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.Family;
import org.soundcalc.model.Parameter;
import org.soundcalc.model.Problem;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.BooleanType;
import org.soundcalc.model.keys.FractionType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.PowerOfTwoType;
import org.soundcalc.model.keys.Section;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.TextType;

/** A proof system with one key of each kind. */
class TestFamily implements Family {
  static final Key<?, Long> QUERIES = Key.required("num_queries", IntegerType.POSITIVE, "");
  static final Key<?, List<Long>> FOLDING =
      Key.required(
          "fri_folding_factors", new ListType<>(new PowerOfTwoType(2), "powers of two", false), "");
  static final Key<?, Optional<List<List<Long>>>> ROUNDS =
      Key.optional(
          "grinding_rounds",
          new ListType<>(
              new ListType<>(IntegerType.GRINDING, "bits", false), "arrays of bits", false),
          "");
  static final Key<?, Long> BATCHING =
      Key.optional("grinding_batching_phase", IntegerType.GRINDING, 0L, "")
          .formerly("grinding_bits_batching");
  static final Key<?, Boolean> POWERS =
      Key.optional("power_batching", new BooleanType(), false, "");
  static final Key<?, Optional<org.soundcalc.math.Rational>> GAP =
      Key.optional("gap_to_radius", new FractionType(java.math.BigDecimal.ZERO), "");
  static final Key<?, Long> COLUMNS = Key.informational("num_columns", IntegerType.POSITIVE, "");
  static final Key<?, Long> ALPHABET = Key.retired("alphabet_size_H", IntegerType.POSITIVE, "");
  static final Key<?, Long> MESSAGES =
      Key.optional("max_messages", IntegerType.POSITIVE, 1L, "").alsoIn("limits");
  static final Key<?, String> LOOKUP_NAME = Key.required("name", new TextType(), "");
  static final Key<?, Long> ROWS = Key.required("rows_L", IntegerType.COUNT, "");
  static final TablesKey LOOKUPS = new TablesKey("lookups", List.of(LOOKUP_NAME, ROWS), "");

  @Override
  public String name() {
    return "TEST";
  }

  @Override
  public String summary() {
    return "";
  }

  @Override
  public List<Citation> sources() {
    return List.of();
  }

  @Override
  public List<Key<?, ?>> keys() {
    return List.of(QUERIES, FOLDING, ROUNDS, BATCHING, POWERS, GAP, COLUMNS, ALPHABET, MESSAGES);
  }

  @Override
  public Set<String> sharedTables() {
    return Set.of("limits");
  }

  @Override
  public List<TablesKey> tables() {
    return List.of(LOOKUPS);
  }

  @Override
  public Optional<Circuit> read(Section section) {
    CircuitId id = section.id(name(), "TEST-IOP", "TEST-PCS");
    long queries = section.get(QUERIES);
    List<Long> folding = section.get(FOLDING);
    long rows = section.tables(LOOKUPS).stream().mapToLong(lookup -> lookup.get(ROWS)).sum();
    if (folding.get(folding.size() - 1) > 16) {
      List<Integer> last = List.of(folding.size() - 1);
      section.report(
          List.of(new Problem(List.of(FOLDING.name()), last, "must end at 16 or below")));
    }
    if (section.find(COLUMNS).filter(columns -> columns == 13).isPresent()) {
      section.warn(COLUMNS, "num_columns = 13 contradicts nothing, but is odd");
    }
    TestCircuit circuit =
        new TestCircuit(id, queries, section.get(BATCHING), section.get(MESSAGES), rows);
    return section.sound() ? Optional.of(circuit) : Optional.empty();
  }

  /** What was read. */
  record TestCircuit(CircuitId id, long queries, long batching, long messages, long rows)
      implements Circuit {
    @Override
    public Circuit with(CircuitId other) {
      return new TestCircuit(other, queries, batching, messages, rows);
    }

    @Override
    public Optional<String> excludes(Decoding decoding) {
      return Optional.empty();
    }

    @Override
    public List<Code> codes() {
      return List.of();
    }

    @Override
    public Optional<Assessment.Refused> refusal(String regime, List<CodeBounds> bounds) {
      return Optional.empty();
    }

    @Override
    public List<Term> terms(List<CodeBounds> bounds) {
      return List.of();
    }

    @Override
    public ProofSize proofSize() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /** A proof system with other keys. */
  static final class Other implements Family {
    @Override
    public String name() {
      return "OTHER";
    }

    @Override
    public String summary() {
      return "";
    }

    @Override
    public List<Citation> sources() {
      return List.of();
    }

    @Override
    public List<Key<?, ?>> keys() {
      return List.of(Key.required("w_stack", IntegerType.POSITIVE, ""));
    }

    @Override
    public Optional<Circuit> read(Section section) {
      CircuitId id = section.id(name(), "TEST-IOP", "TEST-PCS");
      long stack = section.get(Key.required("w_stack", IntegerType.POSITIVE, ""));
      return section.sound() ? Optional.of(new TestCircuit(id, stack, 0, 0, 0)) : Optional.empty();
    }
  }
}
