package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.toml.LoadedZkvm;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Caveat;
import org.soundcalc.model.Decoding;

/** Strict accounting costs bits where the usual one is generous, and nowhere else. */
class StrictAccountingTest {
  /** Whose lists are longer strictly. */
  private static final Set<String> LISTED = Set.of("ALI", "DEEP");

  private static final Estimator ESTIMATOR = new Estimator(Regimes.named("proven", Regimes.all()));

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void raisesNoCellAndChangesNoPublishedTotal(Path file) throws IOException {
    LoadedZkvm usual = load(file);
    List<CircuitEstimate> loose = estimates(usual);
    List<CircuitEstimate> strict = estimates(usual.under(Accounting.STRICT));
    for (int i = 0; i < loose.size(); i++) {
      for (RegimeResult.Figures figures : loose.get(i).figures().toList()) {
        RegimeResult.Figures strictly = strict.get(i).under(figures.regime()).orElseThrow();
        assertNoneRaised(figures, strictly);
        if (figures.multiplicities().equals(strictly.multiplicities())) {
          assertThat(strictly.bits()).isEqualTo(figures.bits());
        }
      }
    }
  }

  private static void assertNoneRaised(
      RegimeResult.Figures figures, RegimeResult.Figures strictly) {
    assertThat(strictly.bits()).isLessThanOrEqualTo(figures.bits());
    for (int i = 0; i < figures.terms().size(); i++) {
      CertifiedTerm term = figures.terms().get(i);
      CertifiedTerm other = strictly.terms().get(i);
      assertThat(other.term().name()).isEqualTo(term.term().name());
      assertThat(other.term().note()).isEqualTo(other.term().caveat().map(Caveat::message));
      if (figures.regime().info().decoding() == Decoding.UNIQUE && term.term().note().isEmpty()) {
        // the radius is a little smaller: queries lose by it, and combinations may win
        assertThat(other.hundredthBits()).isCloseTo(term.hundredthBits(), within(4L));
      } else if (figures.multiplicities().equals(strictly.multiplicities())) {
        assertThat(other.hundredthBits()).isLessThanOrEqualTo(term.hundredthBits());
        if (term.term().note().isEmpty() && !LISTED.contains(term.term().name())) {
          assertThat(other.hundredthBits()).isEqualTo(term.hundredthBits());
        }
      }
    }
  }

  /** Pico's byte lookup under JBR: 92.97 bits less log2 of a list of 28.28 codewords. */
  @Test
  void aListCostsItsLogarithm() throws IOException {
    LoadedZkvm pico = load(Path.of("zkvms/pico.toml"));
    assertThat(term(pico, Decoding.LIST).hundredthBits()).isEqualTo(9297);
    assertThat(term(pico.under(Accounting.STRICT), Decoding.LIST).hundredthBits()).isEqualTo(8815);
    assertThat(term(pico.under(Accounting.STRICT), Decoding.UNIQUE).hundredthBits())
        .isEqualTo(9297);
    assertThat(term(pico, Decoding.LIST).term().note()).isPresent();
    assertThat(term(pico, Decoding.UNIQUE).term().note()).isEmpty();
  }

  private static CertifiedTerm term(LoadedZkvm zkvm, Decoding decoding) {
    return estimates(zkvm)
        .get(0)
        .figures()
        .filter(figures -> figures.regime().info().decoding() == decoding)
        .findFirst()
        .orElseThrow()
        .terms()
        .stream()
        .filter(term -> term.term().name().equals("byte"))
        .findFirst()
        .orElseThrow();
  }

  private static List<CircuitEstimate> estimates(LoadedZkvm zkvm) {
    return ESTIMATOR.estimate(zkvm.zkvm()).circuits();
  }

  private static LoadedZkvm load(Path file) throws IOException {
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    return ZkvmLoader.withInstalledFamilies().load(source, List.of()).zkvm().orElseThrow();
  }
}
