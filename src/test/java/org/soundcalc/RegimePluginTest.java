package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.example.halfudr.HalfUniqueDecoding;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Regime;
import org.soundcalc.testing.Walkthrough;

/** A regime of somebody else, found on the class path like ours. */
class RegimePluginTest {
  private static final Path PAGE = Path.of("docs", "adding-a-regime.md");
  private static final Path JAVA = Path.of("src/test/java/org/example/halfudr");
  private static final Path RESOURCES = Path.of("src/test/resources/org/example/halfudr");
  private static final Path SERVICE =
      RESOURCES.resolve("META-INF/services/org.soundcalc.model.Regime");

  @Test
  void isFoundInItsPlace() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    URL[] more = {RESOURCES.toUri().toURL()};
    try (URLClassLoader extended = new URLClassLoader(more, usual)) {
      thread.setContextClassLoader(extended);
      assertThat(Regimes.all()).extracting(Regime::name).startsWith("UDR", "half-UDR", "JBR");
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  @Test
  void isEstimated() throws IOException {
    RegimeResult.Figures figures =
        estimate("pico").figures().findFirst().orElseThrow(AssertionError::new);
    // (7/8)^84 = 2^-16.2, and 16 bits of grinding
    assertThat(figures.binding().term().name()).isEqualTo("query phase");
    assertThat(figures.bits()).isEqualTo(32);
    // F = 2^124, δ = 1/8, and n = 2^22 after the first fold: (2^19 + 1)/F
    assertThat(figures.terms())
        .filteredOn(term -> term.term().name().equals("commit round 1"))
        .extracting(CertifiedTerm::bits)
        .containsExactly(104L);
  }

  @Test
  void hasNothingToChooseWhereTheConfigurationFixesTheProximityParameter() throws IOException {
    assertThat(estimate("openvm2").results())
        .singleElement()
        .extracting(result -> ((RegimeResult.NotCovered) result).reason())
        .isEqualTo("is not defined for SWIRL, whose configuration fixes the proximity parameter");
  }

  @Test
  void isExplainedInItsOwnWords() throws IOException {
    try (Stream<Path> java = Files.list(JAVA)) {
      Walkthrough.assertShows(PAGE, Stream.concat(java, Stream.of(SERVICE)).toList());
    }
  }

  private static CircuitEstimate estimate(String zkvm) throws IOException {
    Path file = Path.of("zkvms", zkvm + ".toml");
    SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
    return new Estimator(List.of(new HalfUniqueDecoding()))
        .estimate(
            ZkvmLoader.withInstalledFamilies().load(source, List.of()).zkvm().orElseThrow().zkvm())
        .circuits()
        .get(0);
  }
}
