package org.soundcalc.io.estimate;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.soundcalc.io.document.Cell;
import org.soundcalc.io.document.Column;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.document.Table;
import org.soundcalc.math.Formula;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CostPart;
import org.soundcalc.model.Costs;
import org.soundcalc.model.Zkvm;

/**
 * What proofs cost, as readers and programs see it.
 *
 * @param hashRate bits that a hash absorbs per permutation; where nothing is said, as {@link
 *     Costs#usualHashRate}
 */
public record CostFigures(OptionalInt hashRate) {
  /** What is counted. */
  enum Count {
    /** In the base field. */
    PROVER_MULTIPLICATIONS("proverMultiplications", "prover multiplications (base field)"),

    /** Of the hash. */
    PROVER_PERMUTATIONS("proverPermutations", "prover permutations"),

    /** Tries, which no part has: sites do. */
    GRINDING("grinding", "expected proof-of-work"),

    /** In bytes. */
    MEMORY("memoryBytes", "bytes of committed words"),

    /** In the extension field. */
    VERIFIER_MULTIPLICATIONS(
        "verifierMultiplications", "verifier multiplications (extension field)"),

    /** Of the hash. */
    VERIFIER_PERMUTATIONS("verifierPermutations", "verifier permutations");

    private final String member;
    private final String words;

    Count(String member, String words) {
      this.member = member;
      this.words = words;
    }

    /** Those that a part has any of. */
    static List<Count> of(CostPart part) {
      Costs costs = part.costs();
      return Stream.of(values()).filter(count -> count.of(costs).signum() > 0).toList();
    }

    /** For programs. */
    String member() {
      return member;
    }

    /** For people. */
    String words() {
      return words;
    }

    /** The number. */
    BigInteger of(Costs costs) {
      return switch (this) {
        case PROVER_MULTIPLICATIONS -> costs.proverMultiplications();
        case PROVER_PERMUTATIONS -> costs.proverPermutations();
        case GRINDING -> costs.grinding();
        case MEMORY -> costs.memoryBytes();
        case VERIFIER_MULTIPLICATIONS -> costs.verifierMultiplications();
        case VERIFIER_PERMUTATIONS -> costs.verifierPermutations();
      };
    }

    /** The formula of a part's. */
    Formula formula(CostPart part) {
      return switch (this) {
        case PROVER_MULTIPLICATIONS -> part.proverMultiplications();
        case PROVER_PERMUTATIONS -> part.proverPermutations();
        case GRINDING -> CostPart::none;
        case MEMORY -> part.memoryBytes();
        case VERIFIER_MULTIPLICATIONS -> part.verifierMultiplications();
        case VERIFIER_PERMUTATIONS -> part.verifierPermutations();
      };
    }
  }

  /** What counts do not say, wherever they are shown. */
  public static final String PROVISO =
      "counts, not seconds: of committing, opening and proof-of-work; without the witness and its"
          + " constraints";

  /**
   * {@return the rate of the hash of a circuit}
   *
   * @param circuit whose base field it follows from, if nothing was said
   */
  public int hashRate(Circuit circuit) {
    return hashRate.orElse(Costs.usualHashRate(circuit.id().field()));
  }

  /**
   * {@return what a proof of a circuit costs; nothing where its proof system does not say}
   *
   * @param circuit the circuit
   */
  public Optional<Costs> of(Circuit circuit) {
    return circuit.costs(hashRate(circuit));
  }

  /** What it is for a circuit, in a line. */
  String absorbed(Circuit circuit) {
    return "a permutation absorbs R_h = " + hashRate(circuit) + " bits (--hash-rate)";
  }

  /** The counts of a circuit; nothing where its proof system does not say. */
  Optional<Table> table(Circuit circuit) {
    List<Column> columns = List.of(Column.names("costs"), Column.numbers("count"));
    return of(circuit)
        .map(costs -> new Table(columns, rows(costs), List.of(absorbed(circuit), PROVISO)));
  }

  private static List<List<Cell>> rows(Costs costs) {
    return Stream.of(Count.values())
        .map(count -> List.of(Cell.of(count.words), Cell.of(grouped(count.of(costs)))))
        .toList();
  }

  /** With a comma for each thousand. */
  static String grouped(BigInteger count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /**
   * {@return the counts of a circuit for programs}
   *
   * @param circuit the circuit
   * @param costs its counts
   */
  public JsonObject json(Circuit circuit, Costs costs) {
    return new JsonObject().put("hashRateBits", hashRate(circuit)).putAll(json(costs).members());
  }

  /**
   * {@return the counts of a circuit for programs; nothing where its proof system does not say}
   *
   * @param circuit the circuit
   */
  public Optional<JsonObject> json(Circuit circuit) {
    return of(circuit).map(costs -> json(circuit, costs));
  }

  /**
   * {@return the counts of all proofs of a zkVM for programs; nothing where they are not known}
   *
   * @param zkvm the zkVM
   */
  public Optional<JsonObject> json(Zkvm zkvm) {
    return json(zkvm, this::of);
  }

  /**
   * {@return the same}
   *
   * @param zkvm the zkVM
   * @param each what a proof of each of its circuits costs, as {@link #of} says
   */
  static Optional<JsonObject> json(Zkvm zkvm, Function<Circuit, Optional<Costs>> each) {
    return zkvm.costsOf(each).map(CostFigures::json);
  }

  private static JsonObject json(Costs costs) {
    return new JsonObject()
        .put(
            "prover",
            new JsonObject()
                .put("multiplications", costs.proverMultiplications())
                .put("permutations", costs.proverPermutations())
                .put("grinding", costs.grinding())
                .put("memoryBytes", costs.memoryBytes()))
        .put(
            "verifier",
            new JsonObject()
                .put("permutations", costs.verifierPermutations())
                .put("multiplications", costs.verifierMultiplications()));
  }
}
