package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final List<String> WORDS = List.of("rho", "num_queries", "num_columns", "rows_L");

  @Test
  void slipsOfTheHandAreSeenThrough() {
    assertThat(Suggestions.closest("num_querys", WORDS)).contains("num_queries");
    assertThat(Suggestions.closest("NUM_QUERIES", WORDS)).contains("num_queries");
    assertThat(Suggestions.closest("nmu_queries", WORDS)).contains("num_queries");
    assertThat(Suggestions.closest("num_column", WORDS)).contains("num_columns");
    assertThat(Suggestions.closest("rows_l", WORDS)).contains("rows_L");
    assertThat(Suggestions.closest("roh", WORDS)).contains("rho");
  }

  @Test
  void theOnlyWordOfWhichItIsAPartIsMeant() {
    List<String> keys =
        List.of("hash_size_bits", "grinding_bits_batching", "query phase", "commit");
    assertThat(Suggestions.closest("hash_size", keys)).contains("hash_size_bits");
    assertThat(Suggestions.closest("Query", keys)).contains("query phase");
    assertThat(Suggestions.closest("bits", keys)).isEmpty();
    assertThat(Suggestions.closest("batch", keys)).isEmpty();
  }

  @Test
  void otherWordsAreNot() {
    assertThat(Suggestions.closest("delta", WORDS)).isEmpty();
    assertThat(Suggestions.closest("eta", WORDS)).isEmpty();
    assertThat(Suggestions.closest("", WORDS)).isEmpty();
    assertThat(Suggestions.closest("num_queries".repeat(1000), WORDS)).isEmpty();
    assertThat(Suggestions.hint("delta", WORDS)).isEmpty();
  }

  @Test
  void whatLooksAlikeIsAlike() {
    List<String> fields = List.of("KoalaBear^4", "M31^4", "FRI_STARK", "jbr-best");
    assertThat(Suggestions.closest("koala bear4", fields)).contains("KoalaBear^4");
    assertThat(Suggestions.closest("KoalaBear\u2074", fields)).contains("KoalaBear^4");
    assertThat(Suggestions.closest("Ko\u0430laBe\u0430r^4\u200B", fields)).contains("KoalaBear^4");
    assertThat(Suggestions.closest("\u039C31^4", fields)).contains("M31^4");
    assertThat(Suggestions.closest("\uFF26\uFF32\uFF29-Stark", fields)).contains("FRI_STARK");
    assertThat(Suggestions.closest("JBR_BEST\u202E", fields)).contains("jbr-best");
    assertThat(Suggestions.closest("\u200B", fields)).isEmpty();
  }

  @Test
  void hintsAreSentences() {
    assertThat(Suggestions.hint("rh", WORDS)).isEqualTo("; did you mean rho?");
  }
}
