package org.soundcalc.io.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.soundcalc.testing.StubCircuit.term;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.soundcalc.io.document.DisplayWidth;
import org.soundcalc.io.document.Style;
import org.soundcalc.io.estimate.EstimateDocument.Detail;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Term;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.Printed;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubRegime;

/** Nothing is wider than the terminal, and nothing is lost, in whichever format. */
class EstimateFormatsTest {
  private static final String ESCAPES = "\u001b\\[[0-9;]*m";
  private static final Style TERMINAL = new Style(true, true);

  /** Random zkVMs, with every word and every number of theirs that a reader must find. */
  private static final class Sample {
    private final Random random;
    private final List<String> everywhere = new ArrayList<>();
    private final List<String> notInCsv = new ArrayList<>();
    private final List<ZkvmReport> zkvms = new ArrayList<>();
    private int words;
    private int number = 130;

    private Sample(int seed) {
      random = new Random(seed);
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        addZkvm();
      }
    }

    private void addZkvm() {
      List<Circuit> circuits = new ArrayList<>();
      int count = 1 + random.nextInt(4);
      for (int i = 0; i < count; i++) {
        circuits.add(circuit());
      }
      Zkvm zkvm = new Zkvm(name(everywhere), Optional.of(name(notInCsv)), circuits);
      String source = name(new ArrayList<>());
      Warning warning =
          new Warning(source, Optional.of(new Region(number(), 3, 9)), name(notInCsv));
      zkvms.add(Samples.report(source, zkvm, Samples.ALL, warning));
    }

    private Circuit circuit() {
      StubCircuit circuit =
          StubCircuit.named(name(everywhere), "KoalaBear^4", number(), number())
              .under(StubRegime.UNIQUE, terms())
              .under(StubRegime.BEYOND, terms());
      return random.nextBoolean() ? circuit : circuit.under(StubRegime.LIST, terms());
    }

    private Term[] terms() {
      Term[] terms = new Term[1 + random.nextInt(5)];
      for (int i = 0; i < terms.length; i++) {
        int bits = number();
        everywhere.add(Integer.toString(bits));
        terms[i] = term(name(everywhere), bits);
      }
      return terms;
    }

    /** A number that occurs nowhere else. */
    private int number() {
      number += 1 + random.nextInt(5);
      return number;
    }

    /** A name of words that occur nowhere else, none so long that it must be broken. */
    private String name(List<String> facts) {
      StringBuilder name = new StringBuilder();
      int count = 1 + random.nextInt(6);
      for (int i = 0; i < count; i++) {
        String word = (random.nextInt(5) == 0 ? "電" : "w") + words++ + "x";
        facts.add(word);
        name.append(i == 0 ? "" : List.of("_", " ", "-").get(random.nextInt(3))).append(word);
      }
      return name.toString();
    }

    private Report report() {
      return new Report("1.2.3", new EstimateCaveats(Accounting.STRICT, List.of("a=1")), zkvms);
    }
  }

  @Property(seed = "20260101", tries = 150)
  void nothingIsWiderAndNothingIsLost(
      @ForAll int seed, @ForAll @IntRange(min = 40, max = 200) int width) throws IOException {
    Sample sample = new Sample(seed);
    for (Detail detail : List.of(Detail.TERMS, Detail.VERBOSE)) {
      String text = Samples.text(sample.report(), detail, TERMINAL, width);
      String shown = text.replaceAll(ESCAPES, "");
      assertThat(shown.lines()).allMatch(line -> DisplayWidth.of(line) <= width);
      assertThat(shown).contains(sample.everywhere).contains(sample.notInCsv);
      assertThat(shown).contains("--accounting strict", "overridden by --set: a = 1");
    }
  }

  @Property(seed = "20260101", tries = 100)
  void noFormatLosesAnything(@ForAll int seed) throws IOException {
    Sample sample = new Sample(seed);
    String json = Samples.json(sample.report());
    assertThat(Samples.markdown(sample.report()))
        .contains(sample.everywhere)
        .contains(sample.notInCsv)
        .contains("`--accounting strict`", "Overridden by --set: `a = 1`");
    assertThat(json).contains(sample.everywhere).contains(sample.notInCsv);
    assertThat(json).contains("\"accounting\": \"strict\"", "\"a=1\"");
    assertThat(Printed.of(EstimateCsv.of(sample.report()))).contains(sample.everywhere);
  }

  /** Whoever sees no colours reads the same; without box characters the rules are of hyphens. */
  @Property(seed = "20260101", tries = 50)
  void colourSaysNothingAlone(@ForAll int seed) throws IOException {
    Report report = new Sample(seed).report();
    for (Detail detail : Detail.values()) {
      String coloured = Samples.text(report, detail, new Style(true, false), 80);
      String plain = Samples.text(report, detail, Style.PLAIN, 80);
      String lines = Samples.text(report, detail, new Style(false, true), 80);
      assertThat(coloured.replaceAll(ESCAPES, "")).isEqualTo(plain);
      assertThat(lines.replace('─', '-')).startsWith(plain);
    }
  }

  @Example
  void oneZkvmNeedsNoTitle() throws IOException {
    assertThat(Samples.text(Samples.orionReport(), Detail.TERMS, Style.PLAIN, 80))
        .doesNotContain("-- Orion")
        .contains("\n\ncircuit  ");
    assertThat(Samples.text(Samples.fullReport(), Detail.TERMS, Style.PLAIN, 80))
        .contains("\n\n-- Orion · zkvms/orion.toml\n\n");
  }
}
