package org.soundcalc.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Spelling;

/** What a domain has for a circuit. */
class DomainValuesTest {
  /** 2^22 rows. */
  private static final Circuit FRI = DomainTest.circuit("zkvms/pico.toml", "riscv");

  /** Three iterations. */
  private static final Circuit WHIR = DomainTest.circuit("zkvms/dummy_whir.toml", "embed");

  private static List<Object> values(Circuit circuit, String key, String text) {
    return DomainValues.of(Domain.parse(VariableKeys.of(circuit).get(key), text), circuit);
  }

  /** Of length n there are as many of 1s as n = 1..22, of 2s as n = 1..11. */
  @Test
  void schedulesOfOneFactor() {
    List<Object> schedules = values(FRI, "fri_folding_factors", "uniform(2,4)");
    assertThat(schedules).hasSize(22 + 11).startsWith(List.of(2L), List.of(2L, 2L));
    assertThat(schedules).contains(java.util.Collections.nCopies(11, 4L));
  }

  /** Sums of 1 and 2 that make n: the Fibonacci number F(n + 1); of all n to 22, F(25) − 2. */
  @Test
  void schedulesOfAnyFactors() {
    List<Object> schedules = values(FRI, "fri_folding_factors", "any(2,4)");
    assertThat(schedules).hasSize(75_025 - 2).doesNotHaveDuplicates();
    assertThat(Set.copyOf(schedules)).contains(List.of(4L, 2L, 4L), List.of(2L, 4L, 4L));
  }

  /** Every last domain once: 2^22 down to 1 by 16, and by what is left. */
  @Test
  void schedulesUnderACap() {
    List<Object> schedules = values(FRI, "fri_folding_factors", "capped(16)");
    assertThat(schedules)
        .hasSize(22)
        .startsWith(List.of(2L), List.of(4L), List.of(8L), List.of(16L), List.of(16L, 2L))
        .endsWith(List.of(16L, 16L, 16L, 16L, 16L, 4L));
  }

  @Test
  void otherListsAreAsLongAsTheyWere() {
    assertThat(values(WHIR, "folding_factors", "any(1,2)"))
        .hasSize(8)
        .startsWith(List.of(1L, 1L, 1L), List.of(1L, 1L, 2L))
        .endsWith(List.of(2L, 2L, 2L));
    assertThat(values(WHIR, "num_queries", "uniform(50,60)"))
        .containsExactly(List.of(50L, 50L, 50L), List.of(60L, 60L, 60L));
    assertThat(values(WHIR, "folding_factors", "capped(2)"))
        .containsExactly(List.of(2L, 2L, 1L), List.of(2L, 2L, 2L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rho                  | auto  | [0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625]
          power_batching       | auto  | [false, true]
          field                | auto  | ["KoalaBear^1", "KoalaBear^2", "KoalaBear^3", "KoalaBear^4", "KoalaBear^5", "KoalaBear^6", "KoalaBear^7", "KoalaBear^8"]
          num_queries          | fixed | [84]
          rho                  | fixed | [0.5]
          field                | fixed | ["KoalaBear^4"]
          """)
  void whatTheKeyAndTheCircuitSay(String key, String text, String expected) {
    assertThat(Spelling.of(values(FRI, key, text)).replace("\"KoalaBear\"", "\"KoalaBear^1\""))
        .isEqualTo(expected);
    assertThat(values(FRI, "num_queries", "auto")).hasSize(400);
    assertThat(values(FRI, "grinding_deep", "auto")).hasSize(25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fri_folding_factors | any(2,4,8,16) | 2192443 values are too many, at most 100000 of a key are tried: take a larger step, or a part
          gap_to_radius       | fixed         | gap_to_radius is left out in riscv: write values
          gap_to_radius       | auto          | gap_to_radius has no usual values: write some, as in gap_to_radius=0.001..0.03:0.001
          batch_size          | auto          | batch_size has no usual values: write some, as in batch_size=1..100
          """)
  void whatHasNoValues(String key, String text, String message) {
    assertThatThrownBy(() -> values(FRI, key, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
