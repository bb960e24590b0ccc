package org.soundcalc.io.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubCircuit.term;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.diff.Change;
import org.soundcalc.analysis.diff.ZkvmDiff;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.estimate.Samples;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** Nothing is wider than the terminal, and nothing that moved is lost, in whichever format. */
class DiffFormatsTest {
  private static final String ESCAPES = "\u001b\\[[0-9;]*m";

  /** Random zkVMs before and after, each figure on both sides, with all that moved. */
  private static final class Sample {
    private final Random random;
    private final List<String> moved = new ArrayList<>();
    private final List<ZkvmComparison> zkvms = new ArrayList<>();
    private int number = 130;

    private Sample(int seed) {
      random = new Random(seed);
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        addZkvm();
      }
    }

    private void addZkvm() {
      List<Circuit> before = new ArrayList<>();
      List<Circuit> after = new ArrayList<>();
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        String name = name();
        StubCircuit old = StubCircuit.named(name, "KoalaBear^4", 3, 4).queries(number());
        StubCircuit now = StubCircuit.named(name, "KoalaBear^4", 3, 4).queries(number());
        List<StubRegime> regimes = List.of(StubRegime.UNIQUE, StubRegime.LIST, StubRegime.BEYOND);
        for (StubRegime regime : regimes.subList(random.nextInt(2), 3)) {
          String term = name();
          old = old.under(regime, term(term, number()));
          now = now.under(regime, term(term, number()));
        }
        before.add(old);
        after.add(now);
      }
      Estimator estimator = new Estimator(Samples.ALL);
      String name = name();
      Change<Zkvm> sides =
          Change.of(
              new Zkvm(name, Optional.of(name()), before),
              new Zkvm(name, Optional.of(name()), after));
      zkvms.add(
          new ZkvmComparison(
              ZkvmDiff.of(sides.map(estimator::estimate)),
              Change.of("old.toml", "new.toml"),
              Change.of(List.of(), List.of())));
    }

    /** A number that occurs nowhere else. */
    private int number() {
      number += 1 + random.nextInt(5);
      moved.add(Integer.toString(number));
      return number;
    }

    /** A name of words that occur nowhere else, none so long that it must be broken. */
    private String name() {
      StringBuilder name = new StringBuilder();
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        String word = (random.nextInt(5) == 0 ? "電" : "w") + moved.size() + "x";
        moved.add(word);
        name.append(i == 0 ? "" : List.of("_", " ", "-").get(random.nextInt(3))).append(word);
      }
      return name.toString();
    }
  }

  @Property(seed = "20260101", tries = 150)
  void nothingIsWiderAndNothingIsLost(
      @ForAll int seed, @ForAll @IntRange(min = 40, max = 200) int width) throws IOException {
    Sample sample = new Sample(seed);
    DiffReport report = new DiffReport("1.2.3", DiffSamples.PROVISOS, sample.zkvms);
    String coloured = DiffSamples.text(report, new Style(true, true), width);
    String shown = coloured.replaceAll(ESCAPES, "");
    assertThat(shown.lines())
        .allMatch(line -> DisplayWidth.of(line) <= width && !line.endsWith(" "));
    assertThat(shown).contains(sample.moved);
    assertThat(shown.replace('─', '-')).isEqualTo(DiffSamples.text(report, Style.PLAIN, width));
    assertThat(DiffSamples.markdown(report)).contains(sample.moved);
    assertThat(Printed.of(new JsonDocument(DiffJson.of(report)))).contains(sample.moved);
  }
}
