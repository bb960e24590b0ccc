package org.soundcalc.search.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.keys.Key;
import org.soundcalc.model.keys.Spelling;
import org.soundcalc.search.Prepared;

/** What a domain stands for, and what is said of a text that is none. */
class DomainTest {
  private static final Circuit FRI = circuit("zkvms/pico.toml", "riscv");
  private static final Circuit WHIR = circuit("zkvms/dummy_whir.toml", "riscv");

  static Circuit circuit(String file, String name) {
    return Soundcalc.read(java.nio.file.Path.of(file)).circuits().stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Domain domain(String text) {
    int end = text.indexOf('=');
    String name = text.substring(0, end);
    Map<String, Key<Circuit, ?>> keys = VariableKeys.byName(FRI);
    Key<Circuit, ?> key = keys.getOrDefault(name, VariableKeys.byName(WHIR).get(name));
    return Domain.parse(key, text.substring(end + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          num_queries=3..6                          | [3, 4, 5, 6]
          num_queries= 7                            | [7]
          num_queries=1..1                          | [1]
          num_queries=1..4,10, 20..30:5             | [1, 2, 3, 4, 10, 20, 25, 30]
          grinding_query_phase=0..24:7              | [0, 7, 14, 21]
          num_queries=1_000                         | [1000]
          gap_to_radius=0.001..0.0035:0.001         | [0.001, 0.002, 0.003]
          gap_to_radius=1/8, 0.25,1e-3              | [0.125, 0.25, 0.001]
          rho=1/2..1/16                             | [0.5, 0.25, 0.125, 0.0625]
          rho=0.25..0.125                           | [0.25, 0.125]
          rho=1/1024..1/1048576                     | [0.0009765625, 0.00048828125, 0.000244140625, 0.0001220703125, 0.00006103515625, 0.000030517578125, 0.0000152587890625, 0.00000762939453125, 0.000003814697265625, 0.0000019073486328125, 0.00000095367431640625]
          trace_length=1024..8192                   | [1024, 2048, 4096, 8192]
          field=KoalaBear^4..6                      | ["KoalaBear^4", "KoalaBear^5", "KoalaBear^6"]
          field=KoalaBear^7..KoalaBear^8            | ["KoalaBear^7", "KoalaBear^8"]
          field=KoalaBear^4,'Goldilocks^3'          | ["KoalaBear^4", "Goldilocks^3"]
          power_batching=false,true                 | [false, true]
          fri_folding_factors=[8,8],[8, 4 , 2],[8]  | [[8, 8], [8, 4, 2], [8]]
          byte.grinding_bits_lookup=0..2            | [0, 1, 2]
          """)
  void valuesInTheirOrder(String text, String values) {
    Domain.Listed listed = (Domain.Listed) domain(text);
    assertThat(Spelling.of(listed.values())).isEqualTo(values);
  }

  /** What a domain has, a circuit takes. */
  @Test
  void valuesAreThoseOfToml() {
    Prepared prepared = Prepared.of(FRI, List.of());
    Domain.Listed gaps = (Domain.Listed) domain("gap_to_radius=0.001..0.02:0.001");
    assertThat(gaps.values()).hasSize(20).contains(new BigDecimal("0.020"));
    for (Object gap : gaps.values()) {
      Circuit moved = prepared.with("gap_to_radius", gap).circuit();
      assertThat(moved.codes().get(0).gap().orElseThrow().toString()).isEqualTo(Spelling.of(gap));
    }
  }

  @Test
  void listsByWhatIsInThem() {
    assertThat(domain("fri_folding_factors=any(8,2,4)"))
        .isInstanceOfSatisfying(
            Domain.AnyOf.class, any -> assertThat(any.elements()).containsExactly(2L, 4L, 8L));
    assertThat(domain("folding_factors=uniform(1..3)"))
        .isInstanceOfSatisfying(
            Domain.Uniform.class,
            uniform -> {
              assertThat(uniform.elements()).containsExactly(1L, 2L, 3L);
              assertThat(uniform.areFactors()).isFalse();
            });
    assertThat(domain("fri_folding_factors=capped(16)"))
        .isInstanceOfSatisfying(
            Domain.Capped.class,
            capped -> {
              assertThat(capped.elements()).containsExactly(2L, 4L, 8L, 16L);
              assertThat(capped.areFactors()).isTrue();
            });
    assertThat(domain("folding_factors=capped(3)"))
        .isInstanceOfSatisfying(
            Domain.Capped.class,
            capped -> assertThat(capped.elements()).containsExactly(1L, 2L, 3L));
  }

  @Test
  void whatTheCircuitSays() {
    assertThat(domain("num_queries=fixed")).isInstanceOf(Domain.Fixed.class);
    assertThat(domain("num_queries=auto")).isInstanceOf(Domain.Automatic.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          num_queries=             | num_queries has no values: write some, as in num_queries=1..100
          rho=                     | rho has no values: write some, as in rho=1/2..1/64
          num_queries=1..x         | num_queries must be an integer from 1 to 100000, got "x"
          num_queries=1..          | a range has two ends, as in 1..400: one is missing in 1..
          num_queries=..9          | a range has two ends, as in 1..400: one is missing in ..9
          num_queries=1,,2         | a value is missing
          num_queries=1.5          | num_queries must be an integer from 1 to 100000, got 1.5
          num_queries=0..9         | num_queries must be an integer from 1 to 100000, got 0
          num_queries=true         | num_queries must be an integer from 1 to 100000, got true
          num_queries=9..1         | the range 9..1 is reversed: write 1..9
          num_queries=9..1:2       | the range 9..1 is reversed: write 1..9:2
          num_queries=1..9:0       | the step must be a positive integer, got 0
          num_queries=1..9:x       | the step must be a positive integer, got x
          num_queries=1..9,4       | 4 is there twice
          num_queries=1..99999999999999999999 | num_queries must be an integer from 1 to 100000, got 99999999999999999999
          batch_size=1..9000000000000000000   | 9000000000000000000 values are too many, at most 100000 of a key are tried: take a larger step, or a part
          batch_size=1..60000,70000..120000   | 110001 values are too many, at most 100000 of a key are tried: take a larger step, or a part
          gap_to_radius=0.001..0.03           | a range of decimals wants a step, as in 0.001..0.03:0.001
          gap_to_radius=0.03..0.001:0.001     | the range 0.03..0.001 is reversed: write 0.001..0.03:0.001
          gap_to_radius=0.1..0.01  | the range 0.1..0.01 is reversed: write 0.01..0.1 with a step, as in 0.001..0.03:0.001
          gap_to_radius=0.001..0.03:1e-17     | 2900000000000001 values are too many, at most 100000 of a key are tried: take a larger step, or a part
          gap_to_radius=0.001..0.03:1e-999999999 | the step must be a positive decimal, got 1e-999999999
          gap_to_radius=1/3                   | gap_to_radius must be a decimal from 1E-18 to below 1, of at most 60 digits, got "1/3": write a decimal, such as 0.333333
          gap_to_radius=1/0                   | gap_to_radius must be a decimal from 1E-18 to below 1, of at most 60 digits, got "1/0"
          num_queries=1..1e2                  | num_queries must be an integer from 1 to 100000, got 1e2: write 100
          batch_size=1..1e9                   | 1000000000 values are too many, at most 100000 of a key are tried: take a larger step, or a part
          batch_size=1..1e9:100000            | batch_size must be a positive integer, got 1e9: write 1000000000
          trace_length=1e3                    | trace_length must be a power of two, got 1e3: write 512 or 1024
          rho=1/64..1/2            | the range 1/64..1/2 is reversed: write 1/2..1/64
          rho=1/2..1/3             | rho must be 0.5, 0.25, 0.125 or a smaller power of two, got "1/3": write 1/2 or 1/4
          rho=1/1                  | rho must be 0.5, 0.25, 0.125 or a smaller power of two, got 1
          rho=0.7                  | rho must be 0.5, 0.25, 0.125 or a smaller power of two, got 0.7: write 1/2
          rho=1/2..0.3             | rho must be 0.5, 0.25, 0.125 or a smaller power of two, got 0.3: write 1/2 or 1/4
          rho=1/2..1/2097152       | rates are varied down to 2^-20, got 2^-21
          rho=1/2..1/8:2           | a range of rho takes no step: leave out :2
          trace_length=3..8        | trace_length must be a power of two, got 3
          field=KoalaBear^4..17    | field must be a field such as Goldilocks^4, BabyBear^4, KoalaBear^4, M31^4, BN254 (extension degree 1 to 16), got "KoalaBear^17"
          field=KoalaBear^6..4     | the range KoalaBear^6..KoalaBear^4 is reversed: write KoalaBear^4..KoalaBear^6
          field=KoalaBear^4..Goldilocks^5 | a range of fields has one base field, not KoalaBear and Goldilocks
          power_batching=false..true | power_batching has no range, since it is true or false: write its values, separated by commas
          power_batching=1         | power_batching must be true or false, got 1
          num_queries=any(1,2)     | any(...) is for lists of integers, and num_queries is an integer from 1 to 100000
          fri_folding_factors=anny(2,4) | anny(...) is no domain: there are any, uniform and capped; did you mean any?
          fri_folding_factors=any() | a value is missing
          fri_folding_factors=any(2,3) | fri_folding_factors must be a power of two of at least 2, got 3
          fri_folding_factors=any(2,128) | factors are varied up to 64, got 128
          fri_folding_factors=capped(2,4) | fri_folding_factors must be a power of two of at least 2, got "2,4"
          fri_folding_factors=8    | fri_folding_factors must be a non-empty array of powers of two of at least 2, one a round, got 8: write lists, as in [8, 8], [8], or any(2,4,8), uniform(2,4,8) or capped(16)
          fri_folding_factors=2..8 | fri_folding_factors has no range, since it is a non-empty array of powers of two of at least 2, one a round: write lists, as in [8, 8], [8], or any(2,4,8), uniform(2,4,8) or capped(16)
          fri_folding_factors=[8,7] | fri_folding_factors[1] must be a power of two of at least 2, got 7
          fri_folding_factors=[8,8 | a bracket is not closed
          fri_folding_factors=8,8] | a bracket is closed that was not opened
          field="KoalaBear^4       | a quotation mark is not closed
          num_queries=[[[[[[[[[1]]]]]]]]] | brackets are more than 8 deep
          """)
  void textsThatAreNone(String text, String message) {
    assertThatThrownBy(() -> domain(text == null ? "" : text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** Tables of parameters name what is in a lookup in another way than options do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          byte.rows_L          | byte.rows_L
          lookups[byte].rows_L | byte.rows_L
          "byte".rows_L        | byte.rows_L
          lookups[a.b].rows_L  | a.b.rows_L
          "a.b\\"c".rows_L      | a.b"c.rows_L
          num_queries          | num_queries
          lookups[].rows_L     | lookups[].rows_L
          lookups[byte]        | lookups[byte]
          """)
  void oneKeyHasOneName(String written, String name) {
    assertThat(VariableKeys.plain(written)).isEqualTo(name);
  }

  /** Decided before any list is made. */
  @Test
  void hugeTexts() {
    assertThatThrownBy(() -> domain("num_queries=" + "1,".repeat(2_000_000) + "1"))
        .hasMessage("there are more than 100000 values");
    assertThatThrownBy(() -> domain("num_queries=1" + "0".repeat(100_000)))
        .hasMessage("a value of 100001 characters is too long");
  }
}
