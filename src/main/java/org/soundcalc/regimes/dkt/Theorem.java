package org.soundcalc.regimes.dkt;

/** What a count or a list size follows from. */
public enum Theorem {
  /** Codes of dimension 1: E = ⌊ℓ·C(n, 2)/(A − 1)⌋. */
  CONSTANT_CODE("constant code", "DKT26 §7.2", Lean.ORDER_ZERO, ""),
  /** The whole space: no challenge is exceptional. */
  FULL_SPACE("k = n", "DKT26 §7.2", Lean.ORDER_ZERO, ""),
  /** Order zero with the paper's own choice of degrees, in any characteristic. */
  RECIPE(
      "recipe",
      "DKT26 Thm 5.12",
      "exists_exceptional_johnsonPowerMCA (Ordinary/PolynomialCurve/Johnson.lean)",
      ""),
  /** Order zero with degrees found by search. */
  TUNED("order zero", "DKT26 §7.2", Lean.ORDER_ZERO, "p > D"),
  /** First order: beyond the Johnson bound. */
  FIRST_ORDER(
      "first order",
      "DKT26 Prop 5.10",
      "exists_exceptional_exactPowerAgreement_squarefreeSharpOptimized"
          + " (FirstOrder/Profile.lean)",
      "p > max(D, M)"),
  /** Codewords near a word, above the Johnson bound. */
  PAIRWISE_LIST("pairwise list", "Joh62", "Code.finset_card_le_pairwiseJohnson", ""),
  /** Codewords near a word, beyond the Johnson bound. */
  FIRST_ORDER_LIST(
      "first-order list",
      "DKT26 Lemma 3.12",
      "finite_factorwise_agreement_solutions_card_le (ListDecodability/FirstOrder)",
      "p > max(D, M)");

  /** Names that more than one has. */
  private static final class Lean {
    private static final String ORDER_ZERO =
        "exists_baseExceptional_firstOrderCurve_optimized_with_endpoints"
            + " (FirstOrder/HybridCurveEndpoints.lean)";
  }

  private final String words;
  private final String place;
  private final String lean;
  private final String guard;

  Theorem(String words, String place, String lean, String guard) {
    this.words = words;
    this.place = place;
    this.lean = lean;
    this.guard = guard;
  }

  /** {@return a short name} */
  public String words() {
    return words;
  }

  /** {@return where it is printed} */
  public String place() {
    return place;
  }

  /** {@return the name, in Lean, of the statement in ArkLib} */
  public String lean() {
    return lean;
  }

  /** {@return what the characteristic p must fulfil; empty where it may be any} */
  public String guard() {
    return guard;
  }
}
