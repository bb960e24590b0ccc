package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Recursion.Node;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.StubCircuit;

/** No record can be made that makes no sense: each rule broken once, in a file's words. */
class InvariantsTest implements RulesTest {
  private static final Field FIELD = new Field(BaseField.GOLDILOCKS, 3);
  private static final Rate HALF = Rate.ofLog2Inverse(1);
  private static final Circuit LEAF = StubCircuit.named("leaf", "Goldilocks^3", 100, 200);
  private static final Circuit ROOT = StubCircuit.named("root", "Goldilocks^3", 100, 200);

  static Stream<Arguments> violations() {
    return Stream.of(
        refused(
            "a blank name",
            () -> id(" ", 256, List.of(), 2, "1 MiB"),
            "name must be a non-empty string in quotes, got \" \""),
        refused(
            "a name of two lines",
            () -> id("a\nb", 256, List.of(), 2, "1 MiB"),
            "name must be a non-empty string in quotes without control characters, got \"a\nb\""),
        refused(
            "no hash",
            () -> id("main", 0, List.of(), 2, "1 MiB"),
            "hash_size_bits must be an integer from 1 to 65536, got 0"),
        refused(
            "a hash of more bits than there are",
            () -> id("main", 256, List.of(), 2, "1 MiB").hashedTo(65_537),
            "hash_size_bits must be an integer from 1 to 65536, got 65537"),
        refused(
            "a circuit that has no name is verified",
            () -> id("main", 256, List.of("leaf", ""), 2, "1 MiB"),
            "verifies[1] must be a non-empty string in quotes, got \"\""),
        refused(
            "proofs that verify none",
            () -> id("main", 256, List.of(), 0, "1 MiB"),
            "arity must be a positive integer, got 0"),
        refused(
            "no size was measured",
            () -> id("main", 256, List.of(), 2, "\t"),
            "proof_size must be a non-empty string in quotes, got \"\t\""),
        refused(
            "a circuit of which nothing is right",
            () -> id("", -1, List.of(""), -1, ""),
            "name must be a non-empty string in quotes, got \"\"",
            "hash_size_bits must be an integer from 1 to 65536, got -1",
            "verifies[0] must be a non-empty string in quotes, got \"\"",
            "arity must be a positive integer, got -1",
            "proof_size must be a non-empty string in quotes, got \"\""),
        refused(
            "a statement of which nothing is right",
            () ->
                new CircuitStatement(
                    Optional.of(""), Optional.of(" "), Optional.of("a\n"), Optional.of("\t")),
            "relation must be a non-empty string in quotes, got \"\"",
            "vk_binding must be a non-empty string in quotes, got \" \"",
            "public_values must be a non-empty string in quotes without control characters, got"
                + " \"a\n\"",
            "hash must be a non-empty string in quotes, got \"\t\""),
        refused(
            "a proof of which nothing is right",
            () ->
                new ProofFormat(
                    Optional.of(List.of(new ProofFormat.Tree(0, 1), new ProofFormat.Tree(1, 17))),
                    5,
                    65,
                    Optional.of("both"),
                    Optional.of(-1L),
                    -1,
                    0,
                    Sizes.SENT),
            "trees[0] must be a table { columns = C, degree = D } with C a positive integer and D"
                + " an integer from 1 to 16, got { columns = 0, degree = 1 }",
            "trees[1] must be a table { columns = C, degree = D } with C a positive integer and D"
                + " an integer from 1 to 16, got { columns = 1, degree = 17 }",
            "arity must be 2, 3, 4, 8 or 16, got 5",
            "cap_levels must be an integer from 0 to 64, got 65",
            "paths must be \"separate\" or \"shared\", got \"both\"",
            "opened_values must be an integer of at least 0, got -1",
            "nonce_bits must be an integer from 0 to 65536, got -1",
            "root_hashes must be an integer from 1 to 1024, got 0"),
        refused(
            "trees without any",
            () -> format(Optional.of(List.of())),
            "trees must be a non-empty array of tables such as { columns = 68, degree = 1 }, got"
                + " []"),
        refused("no circuit", () -> zkvm(Optional.empty()), "there is no circuit"),
        refused(
            "two of a name",
            () -> zkvm(Optional.empty(), LEAF, ROOT, LEAF, ROOT),
            "two circuits have the name \"leaf\"",
            "two circuits have the name \"root\""),
        refused(
            "a node that verifies nothing at a time",
            () -> new Node(List.of(0), true, 0, OptionalLong.empty()),
            "arity must be a positive integer, got 0"),
        refused(
            "a leaf without proofs",
            () -> new Node(List.of(), false, 1, OptionalLong.of(0)),
            "max_leaf_proofs must be an integer from 1 to 2^62, or a table of them by circuit,"
                + " got 0"),
        refused(
            "a leaf with too many proofs",
            () -> new Node(List.of(), false, -1, OptionalLong.of((1L << 62) + 1)),
            "arity must be a positive integer, got -1",
            "max_leaf_proofs must be an integer from 1 to 2^62, or a table of them by circuit,"
                + " got 4611686018427387905"));
  }

  private static Arguments refused(String what, Callable<?> maker, String... problems) {
    return Arguments.of(what, maker, List.of(problems));
  }

  private static CircuitId id(
      String name, int hashBits, List<String> verifies, long arity, String size) {
    return new CircuitId(
        name,
        "STUB",
        "DEEP-ALI",
        "FRI",
        FIELD,
        hashBits,
        Optional.of(verifies),
        Optional.of(arity),
        Optional.of(size),
        Optional.empty());
  }

  private static ProofFormat format(Optional<List<ProofFormat.Tree>> trees) {
    return new ProofFormat(trees, 2, 0, Optional.empty(), Optional.empty(), 64, 1, Sizes.SOUNDCALC);
  }

  private static Zkvm zkvm(Optional<Recursion> recursion, Circuit... circuits) {
    return new Zkvm("zkVM", Optional.empty(), List.of(circuits), recursion);
  }

  /** What no file states, but a program that uses the library or extends it. */
  static Stream<Arguments> misuses() {
    return Stream.of(
        misuse("extension degree out of range: 0", () -> new Field(BaseField.M31, 0)),
        misuse("extension degree out of range: 17", () -> new Field(BaseField.M31, 17)),
        misuse("not a rate: 2^-0", () -> Rate.ofLog2Inverse(0)),
        misuse("not a rate: 2^--1", () -> new Rate(-1, Rational.of(2))),
        misuse("not a rate: 2^-2", () -> new Rate(2, HALF.value())),
        misuse("gap 0 is not positive", () -> code(Rational.ZERO)),
        misuse("gap -0.5 is not positive", () -> code(Rational.of(-1, 2))),
        misuse("dimension 2^-1 is below 1", () -> new Code(FIELD, HALF, -1, Optional.empty())),
        misuse("agreement 0 of 4", () -> agreement(0, 1, 1)),
        misuse("agreement 5 of 4", () -> agreement(5, 1, 1)),
        misuse("agreement 3 of 4", () -> agreement(3, -1, 1)),
        misuse("agreement 3 of 4", () -> agreement(3, 1, -1)),
        misuse(
            "a circuit has at least one error", () -> new Assessment.Terms(List.of(), List.of())),
        misuse(
            "multiplicity 0 is not positive",
            () -> new GuruswamiSudan(HALF, 0, GuruswamiSudan.Symbols.PLAIN)),
        misuse(
            "a recursion of 1 circuits for 2",
            () -> zkvm(Optional.of(new Recursion(List.of(leaf(1)))), LEAF, ROOT)));
  }

  private static Arguments misuse(String message, Callable<?> maker) {
    return Arguments.of(message, maker);
  }

  private static Agreement agreement(long points, long count, long list) {
    return new Agreement(
        points, 4, "recipe m=3", BigInteger.valueOf(count), BigInteger.valueOf(list));
  }

  private static Code code(Rational gap) {
    return new Code(FIELD, HALF, 20, Optional.of(gap));
  }

  private static Node leaf(long proofs) {
    return new Node(List.of(), false, 1, OptionalLong.of(proofs));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("misuses")
  void aMisuse(String message, Callable<?> maker) {
    assertThatIllegalArgumentException().isThrownBy(maker::call).withMessage(message);
  }

  @Test
  void aRecursionIsAmongItsCircuits() {
    Node above = new Node(List.of(2), false, 2, OptionalLong.empty());
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> new Recursion(List.of(leaf(1), above)));
  }

  /** What is put into a list afterwards would pass by the rules. */
  @Test
  void listsAreTheirOwn() {
    List<String> names = new ArrayList<>(List.of("leaf"));
    CircuitId id = id("main", 256, names, 2, "1 MiB");
    names.set(0, "");
    assertThat(id.verifies()).contains(List.of("leaf"));
    List<Integer> indices = new ArrayList<>(List.of(0));
    Node above = new Node(indices, false, 2, OptionalLong.empty());
    indices.set(0, 7);
    assertThat(above.verifies()).containsExactly(0);
    List<Node> nodes = new ArrayList<>(List.of(leaf(1), above));
    Recursion recursion = new Recursion(nodes);
    nodes.clear();
    assertThat(recursion.nodes()).hasSize(2);
    List<Circuit> circuits = new ArrayList<>(List.of(LEAF, ROOT));
    Zkvm zkvm = new Zkvm("zkVM", Optional.empty(), circuits);
    circuits.set(1, LEAF);
    assertThat(zkvm.circuits()).containsExactly(LEAF, ROOT);
  }

  /** Where a recursion is none, there is no count to go wrong with. */
  static Stream<Arguments> recursionsWithoutCounts() {
    Node joinsOneAtATime = new Node(List.of(0), true, 1, OptionalLong.empty());
    Node verifiesTheNext = new Node(List.of(1), false, 2, OptionalLong.empty());
    Node verifiesTheFirst = new Node(List.of(0), false, 2, OptionalLong.empty());
    Node uncounted = new Node(List.of(), false, 1, OptionalLong.empty());
    return Stream.of(
        Arguments.of("a cycle of circuits", List.of(verifiesTheNext, verifiesTheFirst)),
        Arguments.of("a leaf without a count", List.of(uncounted)),
        Arguments.of("proofs that are joined one at a time", List.of(leaf(3), joinsOneAtATime)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recursionsWithoutCounts")
  void aRecursionWithoutCounts(String message, List<Node> nodes) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Recursion(nodes).multiplicities())
        .withMessage(message);
  }

  /** {@link RegimeInfoTest} breaks the rules of what a regime says of itself. */
  @Test
  void nothingCostsLessThanNothing() {
    BigInteger one = BigInteger.ONE;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Costs(one, one, one, one, one, one.negate()))
        .withMessage("negative cost: -1");
  }

  @Override
  public List<Class<?>> recordsWithRules() {
    return List.of(
        Agreement.class,
        Assessment.Terms.class,
        CircuitId.class,
        CircuitStatement.class,
        Code.class,
        Costs.class,
        Node.class,
        ProofFormat.class,
        Rate.class,
        Recursion.class,
        RegimeInfo.class,
        Zkvm.class);
  }
}
