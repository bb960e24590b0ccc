package org.soundcalc.regimes.dkt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.soundcalc.math.Rational;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Published records, and counts and lists computed independently: each is equal, with the proof
 * that it follows from.
 */
class BoundsTest {
  /** Above every degree and cap here, as the primes of most fields are. */
  private static final BigInteger LARGE = BigInteger.ONE.shiftLeft(64);

  private static final JsonNode BOUNDS =
      new JsonMapper().readTree(Path.of("src/test/resources/reference/bounds.json").toFile());

  static Stream<JsonNode> published() {
    return elements("published");
  }

  static Stream<JsonNode> counts() {
    return elements("counts");
  }

  static Stream<JsonNode> lists() {
    return elements("lists");
  }

  @Test
  void noneIsMissing() {
    assertThat(published()).hasSize(7);
    assertThat(counts()).hasSize(211);
    assertThat(lists()).hasSize(138);
  }

  @ParameterizedTest
  @MethodSource
  void published(JsonNode record) {
    if (record.has("profile")) {
      FirstOrderProfile profile = profile(record);
      if (record.has("list")) {
        assertThat(profile.listBound()).isEqualTo(rational(record, "list"));
      } else {
        BigInteger ell = integer(record, "ell");
        assertThat(profile.bound(ell)).isEqualTo(rational(record, "E"));
        assertThat(profile.h(ell)).isEqualTo(integer(record, "h"));
        assertThat(profile.threshold(ell)).isEqualTo(record.get("L").longValue());
      }
    } else {
      assertThat(Recipe.bound(code(record), integer(record, "m"), integer(record, "ell")))
          .isEqualTo(rational(record, "E"));
    }
  }

  @ParameterizedTest
  @MethodSource
  void counts(JsonNode record) {
    ReedSolomonCode code = code(record);
    long ell = record.get("ell").longValue();
    Optional<Count> johnson = JohnsonCounts.count(code, ell, LARGE);
    assertThat(johnson.map(Count::exceptional)).isEqualTo(optional(record, "E0"));
    assertThat(johnson.map(c -> c.proof().toString()).orElse("-"))
        .isEqualTo(record.get("E0_proof").stringValue());
    if (record.has("recipe")) {
      Optional<Count> recipe = Recipe.count(code, BigInteger.valueOf(ell));
      assertThat(recipe.map(Count::exceptional)).isEqualTo(optional(record, "recipe"));
      assertThat(recipe.map(c -> c.proof().m())).isEqualTo(optional(record, "m"));
      Optional<Count> first = FirstOrderCounts.count(code, ell, LARGE);
      assertThat(first.map(Count::exceptional)).isEqualTo(optional(record, "E1"));
      assertThat(first.map(c -> c.proof().toString()).orElse("-"))
          .isEqualTo(record.get("E1_proof").stringValue());
    }
  }

  @ParameterizedTest
  @MethodSource
  void lists(JsonNode record) {
    ReedSolomonCode code = code(record);
    assertThat(Lists.pairwise(code).map(ListBound::size)).isEqualTo(optional(record, "pairwise"));
    assertThat(Lists.firstOrder(code, LARGE).map(ListBound::size))
        .isEqualTo(optional(record, "first_order"));
  }

  private static Stream<JsonNode> elements(String name) {
    return StreamSupport.stream(BOUNDS.get(name).spliterator(), false);
  }

  private static ReedSolomonCode code(JsonNode record) {
    return new ReedSolomonCode(
        record.get("n").longValue(), record.get("k").longValue(), record.get("A").longValue());
  }

  private static FirstOrderProfile profile(JsonNode record) {
    JsonNode profile = record.get("profile");
    return new FirstOrderProfile(
        code(record),
        profile.get(0).longValue(),
        profile.get(1).longValue(),
        profile.get(2).longValue());
  }

  private static Optional<BigInteger> optional(JsonNode record, String name) {
    return record.get(name).isNull() ? Optional.empty() : Optional.of(integer(record, name));
  }

  private static BigInteger integer(JsonNode record, String name) {
    return new BigInteger(record.get(name).asString());
  }

  private static Rational rational(JsonNode record, String name) {
    String text = record.get(name).asString();
    int bar = text.indexOf('/');
    return Rational.of(
        new BigInteger(text.substring(0, bar)), new BigInteger(text.substring(bar + 1)));
  }
}
