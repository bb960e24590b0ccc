package org.soundcalc.protocols.swirl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.soundcalc.math.Certified;
import org.soundcalc.model.Field;
import org.soundcalc.model.Term;

/** A parameter that helps never costs a bit, and one that costs never buys one. */
class MonotonicityTest {
  /** More queries are more claims to batch. */
  private static final Set<String> BATCHING_QUERIES =
      Set.of("whir_gamma_batching", "whir_shift_rbr", "whir");

  @Provide
  Arbitrary<Swirls> swirls() {
    return Swirls.any();
  }

  @Property(seed = "20260101")
  void moreQueriesLowerOnlyWhatBatchesThem(
      @ForAll("swirls") Swirls swirl, @ForAll @IntRange(min = 1, max = 100) int more) {
    Map<String, Long> fewer = bits(swirl);
    Map<String, Long> others = bits(swirl.withQueries(swirl.queries() + more));
    assertThat(others.get("whir_gamma_batching"))
        .isLessThanOrEqualTo(fewer.get("whir_gamma_batching"));
    fewer.keySet().removeAll(BATCHING_QUERIES);
    assertNoTermLower(fewer, others);
  }

  @Property(seed = "20260101")
  void moreGrindingNeverLowersATerm(
      @ForAll("swirls") Swirls swirl, @ForAll @IntRange(min = 1, max = 40) int more) {
    assertNoTermLower(bits(swirl), bits(swirl.withGrinding(swirl.grinding() + more)));
  }

  @Property(seed = "20260101")
  void aLargerFieldNeverLowersATerm(
      @ForAll("swirls") Swirls swirl, @ForAll @IntRange(min = 1, max = 4) int more) {
    Field larger = new Field(swirl.field().base(), swirl.field().degree() + more);
    assertNoTermLower(bits(swirl), bits(swirl.withField(larger)));
  }

  @Property(seed = "20260101")
  void moreColumnsNeverRaiseATerm(
      @ForAll("swirls") Swirls swirl, @ForAll @IntRange(min = 1, max = 1000) int more) {
    assertNoTermLower(bits(swirl.withWidth(swirl.width() + more)), bits(swirl));
  }

  /** Every term of the better one has at least the bits that it has in the worse one. */
  private static void assertNoTermLower(Map<String, Long> worse, Map<String, Long> better) {
    worse.forEach(
        (term, bits) ->
            assertThat(better.getOrDefault(term, Long.MAX_VALUE))
                .as(term)
                .isGreaterThanOrEqualTo(bits));
  }

  private static Map<String, Long> bits(Swirls swirl) {
    return swirl.circuit().terms(List.of()).stream()
        .collect(Collectors.toMap(Term::name, term -> Certified.bits(term.error())));
  }
}
