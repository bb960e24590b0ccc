package org.soundcalc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.CircuitId;
import org.soundcalc.model.Code;
import org.soundcalc.model.CodeBounds;
import org.soundcalc.model.Decoding;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Problem;
import org.soundcalc.model.ProofSize;
import org.soundcalc.model.Regime;
import org.soundcalc.model.Term;
import org.soundcalc.model.keys.CommonKeys;
import org.soundcalc.model.keys.Key;
import org.soundcalc.protocols.fri.Fri;
import org.soundcalc.protocols.schedule.StirWhirParameters;
import org.soundcalc.testing.Violations;

/** A prepared circuit has the bits that a full estimate has, whatever value of a key is set. */
class PreparedTest {
  /** Those of exact counts choose by the whole circuit, as JBR-best does, and take long. */
  private static final List<Regime> ALL = Regimes.named("all", Regimes.all());

  private static final List<Regime> USUAL =
      ALL.stream().filter(r -> List.of("UDR", "JBR").contains(r.name())).toList();
  private static final List<Circuit> CIRCUITS =
      List.of(
          circuit("pico", "riscv"),
          circuit("miden", "main"),
          circuit("airbender", "generalized_circuit"),
          circuit("dummy_whir", "riscv"),
          circuit("dummy_stir", "main"),
          circuit("sp1", "core"),
          circuit("ziren", "compress"),
          circuit("openvm2", "root"));

  private static Circuit circuit(String file, String name) {
    try {
      Path path = Path.of("zkvms", file + ".toml");
      SourceFile source = SourceFile.of(path.toString(), Files.readAllBytes(path));
      List<Circuit> circuits =
          ZkvmLoader.withInstalledFamilies()
              .load(source, List.of())
              .zkvm()
              .orElseThrow()
              .zkvm()
              .circuits();
      return circuits.stream()
          .filter(circuit -> circuit.id().name().equals(name))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<Circuit> circuits() {
    return Arbitraries.of(CIRCUITS);
  }

  /** A walk of changes: what is kept from one step is right in the next. */
  @Property(seed = "20260101", tries = 300)
  void keptBitsAreThoseOfAFullEstimate(@ForAll("circuits") Circuit circuit, @ForAll Random random) {
    Prepared prepared = Prepared.of(circuit, USUAL);
    for (int step = 0; step < 4; step++) {
      List<Key<Circuit, ?>> keys = prepared.circuit().keys();
      prepared = changed(prepared, keys.get(random.nextInt(keys.size())), random);
    }
    assertFullEstimate(prepared, USUAL);
  }

  /** Of every key, at least one other value. */
  @Test
  void everyKeyIsCovered() {
    for (Circuit circuit : CIRCUITS) {
      Prepared prepared = Prepared.of(circuit, USUAL);
      for (Key<Circuit, ?> key : circuit.keys()) {
        Random random = new Random(20260101);
        for (int i = 0; i < 5; i++) {
          assertFullEstimate(changed(prepared, key, random), USUAL);
        }
      }
    }
  }

  /** Strictly, opening points move every term, and lookups' where lists are bounded no more. */
  @Test
  void openingPointsMoveTheRateOfTheOpenedCode() {
    List<Regime> proven = ALL.stream().filter(Regime::isProven).toList();
    for (Accounting accounting : Accounting.values()) {
      Prepared few = Prepared.of(circuit("pico", "riscv").under(accounting), proven);
      assertFullEstimate(few.with("opening_points", 200_000), proven);
      Prepared many = few.with("opening_points", 400_000);
      assertFullEstimate(many, proven);
      assertFullEstimate(many.with("grinding_deep", 20), proven);
      assertFullEstimate(many.with("opening_points", 2), proven);
    }
  }

  /** Where the bounds depend on the whole circuit, or there are none, all is certified again. */
  @Test
  void everyRegimeIsCovered() {
    Prepared prepared =
        Prepared.of(CIRCUITS.get(0), ALL).with("num_queries", 60).with("grinding_deep", 20);
    assertFullEstimate(prepared, ALL);
  }

  /**
   * Whatever is set of a circuit, its name apart, and under whichever regime: what is kept is what
   * is found from the beginning, term by term.
   */
  @ParameterizedTest
  @CsvSource({"dummy_whir, embed", "dummy_stir, main", "sp1, core", "openvm2, root"})
  void everyKeyUnderEveryRegime(String file, String name) {
    Circuit circuit = circuit(file, name);
    Prepared prepared = Soundcalc.prepare(circuit, ALL);
    List<Key<Circuit, ?>> keys = new ArrayList<>(circuit.keys());
    keys.add(CommonKeys.FIELD);
    keys.add(CommonKeys.HASH_SIZE_BITS);
    Set<String> covered = new TreeSet<>();
    for (Key<Circuit, ?> key : keys) {
      Random random = new Random(20260101);
      for (int i = 0; i < 3; i++) {
        if (isAsFromTheBeginning(prepared, key, random)) {
          covered.add(key.label());
        }
      }
    }
    // another length or fold alone leads to another end than the one that is stated
    assertThat(covered).hasSizeGreaterThanOrEqualTo(keys.size() - 2);
  }

  /** False where the value does not fit the rest of the circuit. */
  private static <T> boolean isAsFromTheBeginning(
      Prepared prepared, Key<Circuit, T> key, Random random) {
    T value = Values.of(key.type(), key.get(prepared.circuit()), random);
    Circuit changed;
    try {
      changed = key.with(prepared.circuit(), value);
    } catch (InvalidConfiguration invalid) {
      return false;
    }
    Prepared kept = prepared.with(key, value);
    Prepared fresh = Soundcalc.prepare(changed, ALL);
    for (Regime regime : ALL) {
      String what = key.label() + " = " + value + " under " + regime.name();
      assertThat(names(kept, regime)).as(what).isEqualTo(names(fresh, regime));
      assertThat(kept.termBits(regime)).as(what).isEqualTo(fresh.termBits(regime));
    }
    return true;
  }

  private static List<String> names(Prepared prepared, Regime regime) {
    return prepared.terms(regime).stream().map(Term::name).toList();
  }

  private static <T> Prepared changed(Prepared prepared, Key<Circuit, T> key, Random random) {
    try {
      return prepared.with(key, Values.of(key.type(), key.get(prepared.circuit()), random));
    } catch (InvalidConfiguration invalid) {
      return prepared;
    }
  }

  private static void assertFullEstimate(Prepared prepared, List<Regime> regimes) {
    for (RegimeResult result : new Estimator(regimes).estimate(prepared.circuit()).results()) {
      if (result instanceof RegimeResult.Figures figures) {
        assertThat(prepared.bits(result.regime())).hasValue((int) figures.bits());
        assertThat(prepared.termBits(result.regime()))
            .containsExactlyElementsOf(
                figures.terms().stream().map(term -> (int) term.bits()).toList());
        assertThat(prepared.terms(result.regime()).stream().map(term -> term.name()))
            .containsExactlyElementsOf(
                figures.terms().stream().map(term -> term.term().name()).toList());
      } else {
        assertThat(prepared.bits(result.regime())).isEmpty();
      }
    }
  }

  /** A key changes nothing but its value, proof-of-work that no key states included. */
  @Test
  void theValueThatItHasChangesNothing() {
    for (Circuit circuit : CIRCUITS) {
      for (Circuit some : List.of(circuit, circuit.withoutGrinding())) {
        some.keys().forEach(key -> assertUnchanged(some, Violations.rewritten(some, key)));
      }
    }
  }

  private static void assertUnchanged(Circuit circuit, Circuit same) {
    Prepared prepared = Prepared.of(circuit, USUAL);
    Prepared again = Prepared.of(same, USUAL);
    assertThat(same.grindingSites()).isEqualTo(circuit.grindingSites());
    for (Regime regime : USUAL) {
      assertThat(again.termBits(regime)).isEqualTo(prepared.termBits(regime));
    }
  }

  /** What a plug-in's keys forget to name is certified again all the same. */
  @Test
  void wordsOfAPlugInAreNotReliedOn() {
    Prepared prepared = Prepared.of(new Mislabelled(CIRCUITS.get(0)), USUAL);
    assertThat(prepared.with("num_queries", 1).bits())
        .isEqualTo(Prepared.of(CIRCUITS.get(0), USUAL).with("num_queries", 1).bits())
        .isLessThan(prepared.bits());
  }

  /** A circuit whose key for queries says that it moves the batching. */
  private record Mislabelled(Circuit inner) implements Circuit {
    @Override
    public CircuitId id() {
      return inner.id();
    }

    @Override
    public Optional<String> excludes(Decoding decoding) {
      return inner.excludes(decoding);
    }

    @Override
    public List<Code> codes() {
      return inner.codes();
    }

    @Override
    public List<Term> terms(List<CodeBounds> bounds) {
      return inner.terms(bounds);
    }

    @Override
    public Optional<Term> term(String name, List<CodeBounds> bounds) {
      return inner.term(name, bounds);
    }

    @Override
    public ProofSize proofSize() {
      return inner.proofSize();
    }

    @Override
    public Circuit with(CircuitId other) {
      return new Mislabelled(inner.with(other));
    }

    @Override
    public List<Key<Circuit, ?>> keys() {
      return inner.keys().stream().<Key<Circuit, ?>>map(Mislabelled::outer).toList();
    }

    private static <T> Key<Circuit, T> outer(Key<Circuit, T> key) {
      return key.<Circuit>of(c -> ((Mislabelled) c).inner, (c, inner) -> new Mislabelled(inner))
          .moving("batching");
    }
  }

  /** Regimes of one name are one regime, however often they are asked for. */
  @Test
  void aRegimeIsKnownByItsName() {
    Prepared pico = Prepared.of(CIRCUITS.get(0), Soundcalc.regimes("jbr"));
    assertThat(pico.bits(Soundcalc.regimes("jbr").get(0))).hasValue(53);
  }

  @Test
  void aKeyOfAnotherProofSystemIsRefused() {
    Prepared pico = Prepared.of(CIRCUITS.get(0), USUAL);
    assertThatThrownBy(() -> pico.with(StirWhirParameters.NUM_QUERIES, List.of(3L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("num_queries");
    assertThatThrownBy(() -> pico.with("gap_to_radius", 0.01))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BigDecimal");
  }

  @Test
  void valuesAreThoseOfTomlOrTyped() {
    Prepared pico = Prepared.of(CIRCUITS.get(0), USUAL);
    assertThat(pico.bits()).isEqualTo(53);
    assertThat(pico.with("num_queries", 100).bits()).isEqualTo(60);
    assertThat(pico.with("num_queries", 100L).bits()).isEqualTo(60);
    assertThat(pico.with(Fri.NUM_QUERIES, 100L).bits()).isEqualTo(60);
    assertThat(pico.with("power_batching", false).bits()).isEqualTo(53);
    assertThat(pico.with("gap_to_radius", new BigDecimal("0.01")).bits()).isBetween(40, 60);
    assertThat(pico.with("field", "KoalaBear^5").bits()).isBetween(53, 60);
    assertThat(pico.with("explicit_regime", "unique").bits()).isEqualTo(50);
    assertThat(pico.with("lookups[byte].grinding_bits_lookup", 3).circuit().parameters())
        .anySatisfy(
            parameter -> {
              assertThat(parameter.key()).isEqualTo("lookups[byte].grinding_bits_lookup");
              assertThat(parameter.value()).isEqualTo("3");
            });
  }

  @Test
  void nonsenseIsRefusedInTheWordsOfAFile() {
    Prepared pico = Prepared.of(CIRCUITS.get(0), USUAL);
    assertThatThrownBy(() -> pico.with("num_queries", -3))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage("num_queries must be an integer from 1 to 100000, got -3");
    assertThatThrownBy(() -> pico.with("fri_early_stop_degree", 4))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage(
            "fri_folding_factors fold the domain of 8388608 points to 2, but"
                + " fri_early_stop_degree is 4");
    assertThatThrownBy(() -> pico.with("num_querys", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FRI_STARK has no key num_querys; did you mean num_queries?");
    assertThatThrownBy(() -> pico.with("lookups[byte].rows_L", -1))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage("lookups[byte].rows_L must be an integer of at least 0, got -1");
  }

  /** A step checks what it moves: the record refuses what the file's reader would. */
  @Test
  void everyLeverIsRefusedWhatIsOutOfItsRange() {
    int levers = 0;
    for (Circuit circuit : CIRCUITS) {
      Prepared prepared = Prepared.of(circuit, USUAL);
      for (Key<Circuit, ?> key : circuit.keys()) {
        if (key.lever().isPresent()) {
          for (long bad : new long[] {-1, Long.MAX_VALUE}) {
            assertRefusedAsInAFile(prepared, key, withFirst(key.get(circuit), bad));
          }
          levers++;
        }
      }
    }
    assertThat(levers).isGreaterThan(30);
  }

  /** Of a lookup the record knows its place alone, and a label its name. */
  private static void assertRefusedAsInAFile(Prepared prepared, Key<Circuit, ?> key, Object bad) {
    InvalidConfiguration read =
        catchThrowableOfType(InvalidConfiguration.class, () -> prepared.with(key.label(), bad));
    InvalidConfiguration made =
        catchThrowableOfType(InvalidConfiguration.class, () -> prepared.raised(key, bad));
    assertThat(made).as(key.label() + " = " + bad).isNotNull();
    assertThat(made.problems()).hasSameSizeAs(read.problems());
    assertThat(made.problems())
        .extracting(Problem::message)
        .containsExactlyElementsOf(read.problems().stream().map(Problem::message).toList());
    assertThat(made.getMessage()).contains(key.name());
  }

  /** An integer in place of another one; in lists, of the first. */
  private static Object withFirst(Object value, long bad) {
    if (!(value instanceof List<?> list)) {
      return bad;
    }
    List<Object> others = new ArrayList<>(list);
    others.set(0, withFirst(list.get(0), bad));
    return others;
  }

  /** They say which circuit it is, or what a team measured of it: no value to vary. */
  @ParameterizedTest
  @ValueSource(strings = {"name", "protocol_family", "verifies", "arity", "proof_size"})
  void whatIdentifiesACircuitIsNotVaried(String key) {
    Prepared pico = Prepared.of(CIRCUITS.get(0), USUAL);
    assertThatThrownBy(() -> pico.with(key, "other"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("FRI_STARK has no key " + key);
  }

  @Test
  void whereNothingIsProvenThereAreNoBits() {
    List<Regime> unproven = ALL.stream().filter(regime -> !regime.isProven()).toList();
    Prepared pico = Prepared.of(CIRCUITS.get(0), unproven);
    assertThat(pico.findBits()).isEmpty();
    assertThatThrownBy(pico::bits).isInstanceOf(NoSuchElementException.class);
  }
}
