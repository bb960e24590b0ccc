package org.soundcalc.regimes.dkt;

import java.util.List;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Paper;

/** What a count or a list size follows from. */
public enum Theorem {
  /** Codes of dimension 1: E = ⌊ℓ·C(n, 2)/(A − 1)⌋. */
  CONSTANT_CODE("constant code", "§7.2", Lean.ORDER_ZERO, ""),

  /** The whole space: no challenge is exceptional. */
  FULL_SPACE("k = n", "§7.2", Lean.ORDER_ZERO, ""),

  /** Order zero with the paper's own choice of degrees, in any characteristic. */
  RECIPE("recipe", "Thm 5.12", "exists_exceptional_johnsonPowerMCA", ""),

  /** Order zero with degrees found by search. */
  TUNED("tuned", "§7.2", Lean.ORDER_ZERO, "p > D"),

  /** First order: beyond the Johnson bound. */
  FIRST_ORDER(
      "first order",
      "Prop 5.10",
      "exists_exceptional_exactPowerAgreement_squarefreeSharpOptimized",
      "p > max(D, M)"),

  /** Codewords near a word, above the Johnson bound. */
  PAIRWISE_LIST("pairwise list", "", "Code.finset_card_le_pairwiseJohnson", ""),

  /** Codewords near a word, beyond the Johnson bound. */
  FIRST_ORDER_LIST(
      "first-order list", "§7.2", "finite_factorwise_agreement_solutions_card_le", "p > max(D, M)");

  /** Names that more than one has. */
  private static final class Lean {
    private static final String ORDER_ZERO =
        "exists_baseExceptional_firstOrderCurve_optimized_with_endpoints";
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

  /** {@return where it is printed, and its statement in Lean, by name} */
  public List<Citation> sources() {
    Paper print = this == PAIRWISE_LIST ? Paper.JOH62 : Paper.DKT26;
    return List.of(new Citation(print, place), new Citation(Paper.ARKLIB, lean));
  }

  /** {@return what the characteristic p must fulfil; empty where it may be any} */
  public String guard() {
    return guard;
  }
}
