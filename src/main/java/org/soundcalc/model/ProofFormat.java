package org.soundcalc.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.model.keys.ChoiceType;
import org.soundcalc.model.keys.IntegerChoiceType;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.KeyType;
import org.soundcalc.model.keys.Keys;
import org.soundcalc.model.keys.ListType;
import org.soundcalc.model.keys.Parsed;
import org.soundcalc.model.keys.TablesKey;
import org.soundcalc.model.keys.Values;

/**
 * What a prover sends, where its team says so: it changes no error, and gives the proof a second
 * size beside that of the original soundcalc.
 *
 * @param trees the oracles of the first round, one Merkle tree each; left out: one tree of all
 *     batched functions over the extension field
 * @param arity children of a node
 * @param capLevels the level whose nodes are all sent in place of a root, 0 for the root
 * @param paths whether paths are sent {@code separate} or {@code shared}; left out: separate in the
 *     worst case, shared in the expected one
 * @param openedValues elements of the extension field sent for the points out of the domain; left
 *     out: one for each column and point
 * @param nonceBits bits of a nonce
 * @param rootHashes hashes of a root
 * @param counted which of the two sizes decides
 */
public record ProofFormat(
    Optional<List<Tree>> trees,
    long arity,
    long capLevels,
    Optional<String> paths,
    Optional<Long> openedValues,
    long nonceBits,
    long rootHashes,
    Sizes counted) {
  private static final String SIZE = "proof size as sent";
  private static final String SEPARATE = "separate";
  private static final String SHARED = "shared";
  private static final Keys<ProofFormat> OWN =
      new Keys<>((format, values) -> of(values).counting(format.counted));

  /** The oracles of the first round. */
  public static final Key<ProofFormat, Optional<List<Tree>>> TREES =
      OWN.optional(
              "trees",
              new ListType<>(new TreeType(), "tables such as { columns = 68, degree = 1 }", false),
              ProofFormat::trees)
          .meaning(
              "The oracles of the first round, one Merkle tree each: its columns, and the degree of"
                  + " their elements over the base field; left out: one tree of all batched"
                  + " functions over the extension field.")
          .moving(SIZE);

  private static final Key<ProofFormat, Long> ARITY =
      OWN.optional(
              "arity", new IntegerChoiceType(List.of(2L, 3L, 4L, 8L, 16L)), 2L, ProofFormat::arity)
          .meaning("Children of a node of every Merkle tree.")
          .moving(SIZE);

  private static final Key<ProofFormat, Long> CAP_LEVELS =
      OWN.optional("cap_levels", new IntegerType(0, 64), 0L, ProofFormat::capLevels)
          .meaning(
              "Level whose nodes are all sent in place of the root, and where paths end; at most"
                  + " the depth of the first round's trees. A smaller tree of a later round is sent"
                  + " as its leaves' hashes.")
          .in("levels")
          .moving(SIZE);

  private static final Key<ProofFormat, Optional<String>> PATHS =
      OWN.optional("paths", ChoiceType.of(SEPARATE, SHARED), ProofFormat::paths)
          .meaning(
              "Whether each query has paths of its own, or those of a tree share their hashes; left"
                  + " out: separate in the worst case, shared in the expected one.")
          .moving(SIZE);

  /** Values at the points out of the domain. */
  public static final Key<ProofFormat, Optional<Long>> OPENED_VALUES =
      OWN.optional("opened_values", IntegerType.COUNT, ProofFormat::openedValues)
          .meaning(
              "Values sent for the points out of the domain; left out: opening_points for each"
                  + " column of the first round's trees, in JAGGED trace_columns.")
          .in("extension field elements")
          .moving(SIZE);

  /** The length of a nonce. */
  public static final Key<ProofFormat, Long> NONCE_BITS =
      OWN.optional("nonce_bits", new IntegerType(0, 65_536), 64L, ProofFormat::nonceBits)
          .meaning("Length of the nonce sent for each proof-of-work of more than 0 bits.")
          .in("bits")
          .moving(SIZE);

  /** Hashes of a root. */
  public static final Key<ProofFormat, Long> ROOT_HASHES =
      OWN.optional("root_hashes", new IntegerType(1, 1024), 1L, ProofFormat::rootHashes)
          .meaning("Hashes sent for each root, or for each node of a cap.")
          .in("hashes")
          .moving(SIZE);

  private static final List<Key<ProofFormat, ?>> KEYS =
      List.of(TREES, ARITY, CAP_LEVELS, PATHS, OPENED_VALUES, NONCE_BITS, ROOT_HASHES);

  /** The table of a circuit that describes it. */
  public static final TablesKey TABLE =
      TablesKey.single(
          "proof",
          List.copyOf(KEYS),
          "What the prover sends: with this table, outputs show the proof's size as sent beside"
              + " soundcalc's. All keys may be left out.");

  /**
   * An oracle of the first round.
   *
   * @param columns functions in it, ≥ 1
   * @param degree of their values over the base field, ≥ 1
   */
  public record Tree(long columns, long degree) {
    /** As a file has it. */
    @Override
    public String toString() {
      return "{ columns = " + columns + ", degree = " + degree + " }";
    }
  }

  /** An inline table with both numbers and nothing else. */
  private record TreeType() implements KeyType<Tree> {
    private static final String COLUMNS = "columns";
    private static final String DEGREE = "degree";
    private static final IntegerType DEGREES = new IntegerType(1, Field.MAX_DEGREE);

    @Override
    public String description() {
      return "a table { columns = C, degree = D } with C %s and D %s"
          .formatted(IntegerType.POSITIVE.description(), DEGREES.description());
    }

    @Override
    public Parsed<Tree> parse(Object raw) {
      return raw instanceof Map<?, ?> table
              && table.size() == 2
              && IntegerType.POSITIVE.parse(table.get(COLUMNS))
                  instanceof Parsed.Valid<Long> columns
              && DEGREES.parse(table.get(DEGREE)) instanceof Parsed.Valid<Long> degree
          ? new Parsed.Valid<>(new Tree(columns.value(), degree.value()))
          : Parsed.invalid(description(), raw);
    }

    @Override
    public List<Parsed.Fault> faults(Tree tree) {
      return tree.columns >= 1 && DEGREES.faults(tree.degree).isEmpty()
          ? List.of()
          : Parsed.fault(description(), tree);
    }

    @Override
    public Tree placeholder() {
      return new Tree(1, 1);
    }

    @Override
    public Map<String, Object> schema() {
      return Map.of(
          "type",
          "object",
          "properties",
          Map.of(COLUMNS, IntegerType.POSITIVE.schema(), DEGREE, DEGREES.schema()),
          "required",
          List.of(COLUMNS, DEGREE),
          "additionalProperties",
          false);
    }
  }

  /**
   * Checks the range of each value.
   *
   * @param trees the oracles of the first round, at least one where stated
   * @param arity 2, 3, 4, 8 or 16
   * @param capLevels 0 to 64
   * @param paths {@code separate} or {@code shared}, where stated
   * @param openedValues ≥ 0, where stated
   * @param nonceBits ≥ 0
   * @param rootHashes ≥ 1
   * @param counted which of the two sizes decides
   * @throws InvalidConfiguration if a value is out of its key's range
   */
  public ProofFormat {
    trees = trees.map(List::copyOf);
    new Invariants()
        .check(TREES, trees)
        .check(ARITY, (Long) arity)
        .check(CAP_LEVELS, capLevels)
        .check(PATHS, paths)
        .check(OPENED_VALUES, openedValues)
        .check(NONCE_BITS, nonceBits)
        .check(ROOT_HASHES, rootHashes)
        .enforce();
  }

  /**
   * {@return the format that these values state}
   *
   * @param values of its keys, in a file or a record
   */
  public static ProofFormat of(Values<ProofFormat> values) {
    return new ProofFormat(
        values.get(TREES),
        values.get(ARITY),
        values.get(CAP_LEVELS),
        values.get(PATHS),
        values.get(OPENED_VALUES),
        values.get(NONCE_BITS),
        values.get(ROOT_HASHES),
        Sizes.SOUNDCALC);
  }

  /** {@return its keys, as keys of the circuits that have one} */
  public static List<Key<Circuit, ?>> keys() {
    List<Key<Circuit, ?>> keys = new ArrayList<>();
    for (Key<ProofFormat, ?> key : KEYS) {
      keys.add(
          key.<Circuit>of(
                  circuit -> circuit.id().format().orElseThrow(),
                  (circuit, format) -> circuit.with(circuit.id().sending(format)),
                  problem -> problem.in(TABLE.name(), 0))
              .within(new Key.Entry("", TABLE.name())));
    }
    return keys;
  }

  /**
   * {@return the same format, where this size decides}
   *
   * @param sizes which of the two
   */
  public ProofFormat counting(Sizes sizes) {
    return new ProofFormat(
        trees, arity, capLevels, paths, openedValues, nonceBits, rootHashes, sizes);
  }

  /**
   * Requires that it fits a circuit.
   *
   * @param invariants where what does not is reported
   * @param field where challenges are drawn: no element has a larger degree
   * @param logLeaves log2 of the leaves of each tree of the first round: no cap is below them
   */
  public void check(Invariants invariants, Field field, int logLeaves) {
    int depth = depth(logLeaves);
    if (capLevels > depth) {
      String message =
          "must be at most %d, the depth of the first round's trees of 2^%d leaves, got %d";
      add(invariants, Problem.of(message.formatted(depth, logLeaves, capLevels), CAP_LEVELS));
    }
    List<Tree> all = trees.orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).degree > field.degree()) {
        String message = "has degree = %d, above the degree %d of %s";
        add(
            invariants,
            Problem.of(
                    message.formatted(all.get(i).degree, field.degree(), field.tomlName()), TREES)
                .at(i));
      }
    }
  }

  private static void add(Invariants invariants, Problem problem) {
    invariants.add(problem.in(TABLE.name(), 0));
  }

  /**
   * {@return ⌈log_arity⌉ of a number of leaves}
   *
   * @param logLeaves log2 of it, ≥ 0
   */
  public int depth(int logLeaves) {
    BigInteger leaves = BigInteger.ONE.shiftLeft(logLeaves);
    BigInteger nodes = BigInteger.ONE;
    int depth = 0;
    while (nodes.compareTo(leaves) < 0) {
      nodes = nodes.multiply(BigInteger.valueOf(arity));
      depth++;
    }
    return depth;
  }

  /** {@return whether paths share their hashes in the worst case too} */
  public boolean alwaysShares() {
    return paths.equals(Optional.of(SHARED));
  }

  /** {@return whether paths share no hashes in the expected case either} */
  public boolean neverShares() {
    return paths.equals(Optional.of(SEPARATE));
  }
}
