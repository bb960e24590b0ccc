package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.ProofSize;
import org.soundcalc.regimes.UniqueDecoding;
import org.soundcalc.testing.Example;
import org.soundcalc.testing.Walkthrough;

/** A proof system of somebody else, found on the class path like ours. */
class PluginTest {
  @Test
  void isEstimated() throws IOException {
    Loaded loaded = load(Files.readString(Example.TOML));
    assertThat(loaded.diagnostics()).isEmpty();
    CircuitEstimate circuit =
        new Estimator(List.of(new UniqueDecoding()))
            .estimate(loaded.zkvm().orElseThrow().zkvm())
            .circuits()
            .get(0);
    RegimeResult.Figures figures = circuit.figures().findFirst().orElseThrow();
    // F = 2^128, δ = 3/8, and 2^17 points after the fold: (3·2^14 + 1)/F
    // (5/8)^100 = 2^-67.8, and 16 bits of grinding
    assertThat(figures.terms())
        .extracting(term -> term.term().name(), CertifiedTerm::bits)
        .containsExactly(tuple("fold", 112L), tuple("queries", 83L));
    ProofSize size = circuit.circuit().proofSize();
    // a root, 100 pairs of elements with paths in a tree of 2^17 leaves, and 2^15 coefficients
    assertThat(size.worstCaseBits()).isEqualTo(256 + 100 * (2 * 128 + 17 * 256) + 128 * 32_768);
    assertThat(size.expectedBits()).isLessThan(size.worstCaseBits());
  }

  @Test
  void reportsBadInputAtItsPlace() throws IOException {
    String tooLong = Files.readString(Example.TOML).replace("65_536", "4_294_967_296");
    assertThat(load(tooLong).diagnostics())
        .singleElement()
        .extracting(diagnostic -> diagnostic.header())
        .isEqualTo(
            "toy.toml:10:16: error: circuit \"main\": trace_length over rho is a domain of 2^34"
                + " points, beyond the 2-adicity 32 of Goldilocks^2");
  }

  @Test
  void isExplainedInItsOwnWords() throws IOException {
    Walkthrough.assertShows(Example.PAGE, Example.sources());
  }

  private static Loaded load(String toml) {
    return ZkvmLoader.withInstalledFamilies().load(SourceFile.ofText("toy.toml", toml), List.of());
  }
}
