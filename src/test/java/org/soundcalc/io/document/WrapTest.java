package org.soundcalc.io.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WrapTest {
  @Test
  void breaksAtBlanks() {
    assertThat(Wrap.lines("Lookup_gsum_[126, 331, 8002]", 24))
        .containsExactly("Lookup_gsum_[126, 331,", "  8002]");
  }

  @Test
  void breaksWordsAfterPunctuationOrBeforeCapitals() {
    assertThat(Wrap.lines("generalized_circuit", 14)).containsExactly("generalized_", "  circuit");
    assertThat(Wrap.lines("Dma64AlignedInputCpy", 14))
        .containsExactly("Dma64Aligned", "  InputCpy");
    assertThat(Wrap.lines("abcdefghijklmno", 10)).containsExactly("abcdefghij", "  klmno");
  }

  @Test
  void keepsParagraphs() {
    assertThat(Wrap.lines("one\n\ntwo", 80)).containsExactly("one", "", "two");
    assertThat(Wrap.lines("", 80)).containsExactly("");
  }

  @Property(seed = "20260101")
  void nothingIsLostAndNothingStandsOut(
      @ForAll
          @CharRange(from = 'a', to = 'f')
          @CharRange(from = 'A', to = 'C')
          @Chars({' ', '_', '-', ',', '⁴', '最'})
          String text,
      @ForAll @IntRange(min = 2, max = 30) int width) {
    List<String> lines = Wrap.lines(text, width);
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    boolean isBlank = text.isBlank();
    assertThat(lines).allMatch(line -> isBlank || DisplayWidth.of(line) <= width);
  }

  @Test
  void leastWidthIsThatOfTheWidestPartOfALine() {
    assertThat(Wrap.leastWidth("random-words\nheuristic", 0)).isEqualTo("heuristic".length());
    assertThat(Wrap.leastWidth("toy\nrefuted", 0)).isEqualTo("refuted".length());
  }

  @Property(seed = "20260101")
  void withinItsLeastWidthNoWordIsBroken(
      @ForAll @CharRange(from = 'a', to = 'd') @Chars({' ', ' '}) String text) {
    String words = String.join(" ", text.trim().split(" +", -1));
    int width = Math.max(1, Wrap.leastWidth(words, Wrap.INDENT));
    List<String> lines = Wrap.lines(words, width).stream().map(String::trim).toList();
    assertThat(String.join(" ", lines)).isEqualTo(words);
  }
}
