package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.analysis.Regimes;
import org.soundcalc.io.toml.SourceFile;
import org.soundcalc.io.toml.ZkvmLoader;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Family;
import org.soundcalc.model.Regime;

/** What regimes say that they cover is what they have figures for, over every circuit of zkvms/. */
class CoverageTest {
  private static final List<Circuit> CIRCUITS = circuits();

  static List<Regime> regimes() {
    return Regimes.all();
  }

  @ParameterizedTest
  @MethodSource("regimes")
  void aRegimeCoversWhatItHasFiguresFor(Regime regime) {
    for (Family family : ZkvmLoader.installedFamilies()) {
      List<Circuit> circuits =
          CIRCUITS.stream().filter(c -> c.id().family().equals(family.name())).toList();
      boolean hasFigures =
          circuits.stream().anyMatch(c -> regime.assess(c) instanceof Assessment.Terms);
      if (!circuits.isEmpty()) {
        assertThat(regime.covers(family)).as(regime.name() + family.name()).isEqualTo(hasFigures);
      }
    }
  }

  private static List<Circuit> circuits() {
    ZkvmLoader loader = ZkvmLoader.withInstalledFamilies();
    List<Circuit> circuits = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("zkvms"))) {
      for (Path file : files.sorted().toList()) {
        SourceFile source = SourceFile.of(file.toString(), Files.readAllBytes(file));
        circuits.addAll(loader.load(source, List.of()).zkvm().orElseThrow().zkvm().circuits());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return circuits;
  }
}
