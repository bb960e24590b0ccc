package org.soundcalc.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.Setting;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Regime;
import org.soundcalc.model.keys.IntegerType;
import org.soundcalc.model.keys.Key;

/** What a failed gate proposes does help, and less of it does not. */
class RemediesTest {
  private static final List<Regime> REGIMES =
      Regimes.all().stream().filter(r -> List.of("UDR", "JBR").contains(r.name())).toList();
  private static final Estimator ESTIMATOR = new Estimator(REGIMES);
  private static final ZkvmLoader LOADER = ZkvmLoader.withInstalledFamilies();

  /** Of a file with many circuits. */
  private static final int CIRCUITS = 2;

  /** Values of a lever; the remedies of these requirements are nearer. */
  private static final long MOST_TRIED = 300;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachValueHelpsAndOneLessDoesNot(Path file) throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    LoadedZkvm zkvm = load(source).orElseThrow();
    ZkvmEstimate estimate = ESTIMATOR.estimate(zkvm.zkvm());
    long required = estimate.security().bits() + 1L;
    List<Finding.Shortfall> shortfalls = shortfalls(estimate, required);
    assertThat(shortfalls).isNotEmpty();
    for (Finding.Shortfall shortfall :
        shortfalls.subList(0, Math.min(CIRCUITS, shortfalls.size()))) {
      Regime regime = shortfall.figures().orElseThrow().regime();
      for (Remedy remedy : shortfall.remedies()) {
        if (remedy instanceof Remedy.Raise raise && raise.table().isEmpty()) {
          String key = shortfall.name() + "." + raise.key();
          assertThat(bits(source, key + "=" + raise.to(), shortfall, regime))
              .as("%s %s -> %s", key, raise.from(), raise.to())
              .isGreaterThanOrEqualTo(required);
          assertThat(bits(source, key + "=" + oneLess(raise.to()), shortfall, regime))
              .as("%s one below %s", key, raise.to())
              .isLessThan(required);
        }
      }
    }
  }

  /** In each proof system: whether circuits compare as equal is their own matter. */
  @ParameterizedTest
  @MethodSource("files")
  void aSearchThatIsCutShortSaysSo(Path file) throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    ZkvmEstimate estimate = ESTIMATOR.estimate(load(source).orElseThrow().zkvm());
    Requirements much = new Requirements(estimate.security().bits() + 1L, Optional.empty(), false);
    Remedies remedies = new Remedies(estimate, REGIMES, REGIMES, much, 0);
    int last = estimate.circuits().size() - 1;
    assertThat(remedies.raises(last, Regime::isProven)).isEmpty();
    assertThat(remedies.isCutShort(last, Regime::isProven)).isTrue();
  }

  private static long bits(
      SourceFile source, String setting, Finding.Shortfall shortfall, Regime regime) {
    return load(source, setting)
        .map(zkvm -> ESTIMATOR.estimate(zkvm.zkvm().circuits().get(shortfall.index())))
        .flatMap(circuit -> circuit.under(regime))
        .orElseThrow()
        .bits();
  }

  /** Every number of a value lowered by one. */
  private static String oneLess(String value) {
    return Pattern.compile("[0-9]+")
        .matcher(value)
        .replaceAll(number -> Long.toString(Long.parseLong(number.group()) - 1));
  }

  @Test
  void picoAtFiftyFourBits() throws IOException {
    assertThat(remedies("zkvms/pico.toml", 54, "riscv"))
        .containsExactly("num_queries 84 -> 85", "grinding_query_phase 16 -> 17");
  }

  /** WHIR's lists are raised as a whole. */
  @Test
  void listsAreRaisedByOneIncrement() throws IOException {
    assertThat(remedies("zkvms/dummy_whir.toml", 129, "riscv"))
        .containsExactly(
            "num_queries [55, 31, 22, 17, 14] -> [56, 32, 23, 18, 15]",
            "grinding_bits_queries [22, 22, 20, 19, 17] -> [23, 23, 21, 20, 18]");
  }

  /** Of a lookup's 4096 · 9·10^18 rows over a field of 124 bits, proof-of-work makes up. */
  @Test
  void grindingOfALookup() throws IOException {
    String text =
        Files.readString(Path.of("zkvms/pico.toml"))
            .replaceFirst("rows_L = [0-9_]*", "rows_L = 9000000000000000000\nnum_lookups_M = 4096");
    SourceFile source = SourceFile.ofText("pico.toml", text);
    LoadedZkvm zkvm = load(source).orElseThrow();
    List<Finding.Shortfall> shortfalls = shortfalls(ESTIMATOR.estimate(zkvm.zkvm()), 53);
    assertThat(shortfalls).hasSize(1);
    Remedy.Raise raise = (Remedy.Raise) shortfalls.get(0).remedies().get(0);
    assertThat(shortfalls.get(0).remedies()).hasSize(1);
    assertThat(raise.key()).isEqualTo("grinding_bits_lookup");
    assertThat(raise.table()).contains(shortfalls.get(0).obstacles().get(0).term().name());
    assertThat(raise.from()).isEqualTo("0");
  }

  /** Whoever tries every value of every lever of a zkVM with one circuit finds no other remedy. */
  @ParameterizedTest
  @ValueSource(longs = {68, 69, 70, 75, 90, 93, 99, 110})
  void nothingElseHelps(long required) throws IOException {
    SourceFile source =
        SourceFile.of("airbender", Files.readAllBytes(Path.of("zkvms/airbender.toml")));
    LoadedZkvm zkvm = load(source).orElseThrow();
    boolean anyHelps = false;
    Circuit circuit = zkvm.zkvm().circuits().get(0);
    for (Key<Circuit, ?> key : circuit.keys()) {
      if (key.lever().isPresent()) {
        anyHelps |= anyHelps(circuit, key, required);
      }
    }
    Finding.Shortfall shortfall = shortfalls(ESTIMATOR.estimate(zkvm.zkvm()), required).get(0);
    assertThat(shortfall.remedies().stream().anyMatch(Remedy.Raise.class::isInstance))
        .isEqualTo(anyHelps);
  }

  @SuppressWarnings("unchecked") // all levers of this file are integers
  private static boolean anyHelps(Circuit circuit, Key<Circuit, ?> lever, long required) {
    Key<Circuit, Long> key = (Key<Circuit, Long>) lever;
    long most = ((IntegerType) key.type()).max() - key.get(circuit);
    return LongStream.rangeClosed(1, Math.min(most, MOST_TRIED))
        .mapToObj(by -> ESTIMATOR.estimate(key.with(circuit, key.get(circuit) + by)))
        .flatMap(estimate -> estimate.best().stream())
        .anyMatch(figures -> figures.bits() >= required);
  }

  /** Where two rounds fall short, no single parameter lifts both. */
  @Test
  void twoObstaclesLeaveNoRemedy() throws IOException {
    assertThat(remedies("zkvms/pico.toml", 105, "riscv")).isEmpty();
  }

  private static List<String> remedies(String file, long required, String circuit)
      throws IOException {
    LoadedZkvm zkvm = load(SourceFile.of(file, Files.readAllBytes(Path.of(file)))).orElseThrow();
    List<String> texts = new ArrayList<>();
    for (Finding.Shortfall shortfall : shortfalls(ESTIMATOR.estimate(zkvm.zkvm()), required)) {
      if (shortfall.name().equals(circuit)) {
        for (Remedy remedy : shortfall.remedies()) {
          if (remedy instanceof Remedy.Raise raise) {
            texts.add(raise.key() + " " + raise.from() + " -> " + raise.to());
          }
        }
      }
    }
    return texts;
  }

  private static List<Finding.Shortfall> shortfalls(ZkvmEstimate estimate, long required) {
    Requirements requirements = new Requirements(required, Optional.empty(), false);
    Verdict verdict = new Gate(requirements, REGIMES, REGIMES).check(estimate, List.of());
    return ((Finding.Bits) verdict.findings().get(0)).shortfalls();
  }

  private static Optional<LoadedZkvm> load(SourceFile source, String... settings) {
    List<Setting> parsed =
        Stream.of(settings).map(Setting::parse).map(Optional::orElseThrow).toList();
    return LOADER.load(source, parsed).zkvm();
  }
}
