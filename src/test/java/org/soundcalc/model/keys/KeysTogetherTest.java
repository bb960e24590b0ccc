package org.soundcalc.model.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.soundcalc.Soundcalc;
import org.soundcalc.model.BaseField;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Field;
import org.soundcalc.model.InvalidConfiguration;
import org.soundcalc.model.Rate;

/** Values that fit together, though each alone does not fit the rest. */
class KeysTogetherTest {
  private static Circuit circuit(String file, String name) {
    return Soundcalc.read(Path.of("zkvms", file)).circuits().stream()
        .filter(circuit -> circuit.id().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Key<Circuit, ?> key(Circuit circuit, String name) {
    return circuit.keys().stream().filter(k -> k.label().equals(name)).findFirst().orElseThrow();
  }

  private static Circuit changed(Circuit circuit, Map<String, ?> values) {
    Map<Key<Circuit, ?>, Object> byKey = new LinkedHashMap<>();
    values.forEach((name, value) -> byKey.put(key(circuit, name), value));
    return Keys.with(circuit, byKey);
  }

  private static Object value(Circuit circuit, String name) {
    return key(circuit, name).get(circuit);
  }

  /** 2^22 rows at 1/2 fold to 2^23 / 2^15 points. */
  @Test
  void whereFoldingEndsFollows() {
    Circuit pico = circuit("pico.toml", "riscv");
    assertThat(value(pico, "trace_length")).isEqualTo(1L << 22);
    Circuit changed = changed(pico, Map.of("fri_folding_factors", List.of(8L, 8L, 8L, 8L, 8L)));
    assertThat(value(changed, "fri_early_stop_degree")).isEqualTo(1L << 8);
    assertThat(value(changed(pico, Map.of("trace_length", 1L << 23)), "fri_early_stop_degree"))
        .isEqualTo((Long) value(pico, "fri_early_stop_degree") * 2);
    assertThat(Keys.followerOf(key(pico, "rho"), pico.keys()))
        .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo("fri_early_stop_degree"));
  }

  /** Unless it is stated, too. */
  @Test
  void whatIsStatedDoesNotFollow() {
    Circuit pico = circuit("pico.toml", "riscv");
    List<Long> factors = List.of(8L, 8L, 8L, 8L, 8L);
    Map<String, Object> values =
        Map.of("fri_folding_factors", factors, "fri_early_stop_degree", 256L);
    assertThat(changed(pico, values).keys()).isNotEmpty();
    assertThatThrownBy(
            () ->
                changed(
                    pico, Map.of("fri_folding_factors", factors, "fri_early_stop_degree", 128L)))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessage(
            "fri_folding_factors fold the domain of 8388608 points to 256, but"
                + " fri_early_stop_degree is 128");
  }

  /** The dense polynomials' keys have other names. */
  @Test
  void jaggedFollowsToo() {
    Circuit sp1 = circuit("sp1.toml", "core");
    Circuit changed = changed(sp1, Map.of("dense_length", (Long) value(sp1, "dense_length") * 2));
    assertThat(value(changed, "fri_early_stop_degree"))
        .isEqualTo((Long) value(sp1, "fri_early_stop_degree") * 2);
  }

  /** No order of these leads through configurations that could be. */
  @Test
  void listsOfOtherLengths() {
    Circuit whir = circuit("dummy_whir.toml", "riscv");
    Map<String, Object> values =
        Map.of(
            "folding_factors", List.of(1L, 4L),
            "num_iterations", 2L,
            "num_queries", List.of(54L, 54L),
            "num_ood_samples", List.of(2L),
            "grinding_bits_queries", List.of(0L, 0L),
            "grinding_bits_ood", List.of(0L),
            "grinding_bits_folding", List.of(List.of(0L), List.of(0L, 0L, 0L, 0L)));
    assertThat(value(changed(whir, values), "folding_factors")).isEqualTo(List.of(1L, 4L));
  }

  /** 2^25 points are beyond KoalaBear's 2-adicity, whichever is changed first. */
  @Test
  void theFieldGoesFirstWhereItMust() {
    Circuit pico = circuit("pico.toml", "riscv");
    Map<Key<Circuit, ?>, Object> values = new LinkedHashMap<>();
    values.put(key(pico, "rho"), Rate.ofLog2Inverse(4));
    values.put(CommonKeys.FIELD, new Field(BaseField.GOLDILOCKS, 3));
    assertThat(Keys.with(pico, values).codes().get(0).rate().log2Inverse()).isEqualTo(4);
    assertThatThrownBy(() -> changed(pico, Map.of("rho", Rate.ofLog2Inverse(4))))
        .isInstanceOf(InvalidConfiguration.class)
        .hasMessageContaining("beyond the 2-adicity 24 of KoalaBear^4");
  }
}
