package org.soundcalc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a regime may say of itself: a name, and evidence exactly where something is not proven. */
class RegimeInfoTest {
  private static final Evidence EVIDENCE =
      new Evidence("there is a counterexample", List.of(new Citation(Paper.DG25, "")));

  @Test
  void provenNeedsNoEvidence() {
    RegimeInfo info = RegimeInfo.proven("mine", 15, Decoding.UNIQUE, "a radius", List.of());
    assertThat(info.evidence()).isEmpty();
    assertThat(info.isCustomary()).isFalse();
    assertThat(info.customary())
        .isEqualTo(
            new RegimeInfo(
                "mine",
                15,
                Status.PROVEN,
                Optional.empty(),
                Decoding.UNIQUE,
                true,
                "a radius",
                List.of(),
                BoundSet.MAY_2026));
  }

  @Test
  void aStatusSaysWhatNewTheoremsRestOn() {
    RegimeInfo info = RegimeInfo.proven("mine", 15, Decoding.UNIQUE, "a radius", List.of());
    assertThat(info.standing()).isEqualTo("proven");
    assertThat(info.remark()).isEmpty();
    RegimeInfo newer = info.since(BoundSet.SEPTEMBER_2026);
    assertThat(newer.remark()).contains("preprint of September 2026, machine-checked counts");
    assertThat(newer.standing())
        .isEqualTo("proven (preprint of September 2026, machine-checked counts)");
  }

  @Test
  void aConjectureGoesBeyondTheJohnsonRadius() {
    RegimeInfo info =
        RegimeInfo.conjectured("mine", 70, Status.OPEN, EVIDENCE, "a hope", List.of());
    assertThat(info.decoding()).isEqualTo(Decoding.BEYOND);
    assertThat(info.evidence()).contains(EVIDENCE);
  }

  @Test
  void needsAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegimeInfo.proven(" ", 1, Decoding.LIST, "a radius", List.of()))
        .withMessage("a regime needs a name");
  }

  @Test
  void evidenceAgainstATheoremIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RegimeInfo.conjectured("mine", 1, Status.PROVEN, EVIDENCE, "a hope", List.of()))
        .withMessage("mine is proven with evidence against it");
  }

  @Test
  void aConjectureWithoutEvidenceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RegimeInfo(
                    "mine",
                    1,
                    Status.OPEN,
                    Optional.empty(),
                    Decoding.BEYOND,
                    false,
                    "a hope",
                    List.of(),
                    BoundSet.MAY_2026))
        .withMessage("mine is open without evidence against it");
  }
}
