package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.analysis.Security;
import org.soundcalc.analysis.ZkvmEstimate;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Loaded;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;

/** A zkVM whose circuits have different proof systems, and no regime in common. */
class MixedFamiliesTest {
  @Test
  void eachCircuitCountsUnderItsOwnBestRegime() throws IOException {
    ZkvmEstimate estimate =
        new Estimator(Regimes.all()).estimate(load("zkdtvm").zkvm().orElseThrow().zkvm());
    assertThat(estimate.circuits())
        .extracting(circuit -> circuit.circuit().id().family())
        .containsExactly("JAGGED", "JAGGED", "JAGGED", "SWIRL");
    assertThat(estimate.findSecurity()).contains(new Security(128, "mixed", "core"));
  }

  @Test
  void onlyWhatDeservesASecondLookIsAWarning() throws IOException {
    assertThat(load("sp1").diagnostics())
        .extracting(Diagnostic::header)
        .singleElement(STRING)
        .startsWith("zkvms/sp1.toml:62:10: warning: circuit \"core\", lookup \"lookup\": LogUp's");
    assertThat(load("ziren").diagnostics())
        .extracting(Diagnostic::header)
        .singleElement(STRING)
        .startsWith(
            "zkvms/ziren.toml:72:10: warning: circuit \"core\", lookup \"logup-gkr\": LogUp's");
    assertThat(load("openvm2").diagnostics()).isEmpty();
    assertThat(load("zkdtvm").diagnostics())
        .extracting(Diagnostic::header)
        .containsExactly(
            "zkvms/zkdtvm.toml:140:23: warning: circuit \"shrink\": fri_folding_factors fold past"
                + " dimension 1: the last domain of 4 points is below 1/rho");
  }

  private static Loaded load(String zkvm) throws IOException {
    String file = "zkvms/" + zkvm + ".toml";
    return ZkvmLoader.withInstalledFamilies()
        .load(SourceFile.of(file, Files.readAllBytes(Path.of(file))), List.of());
  }
}
