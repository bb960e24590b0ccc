package org.soundcalc.model;

import java.util.List;
import java.util.Locale;

/**
 * The theorems that count, by the month in which they were there: a figure is proven by one set or
 * another, and a gate names its set.
 */
public enum BoundSet {
  /** Unique decoding and the Johnson bound as the milestones read them. */
  MAY_2026("udr,jbr", ""),

  /** These, and exact counts at the Johnson bound and beyond it. */
  SEPTEMBER_2026(
      "udr,jbr,jbr-best,dkt-johnson,dkt-first-order",
      "preprint of September 2026, machine-checked counts");

  private final String usual;
  private final String remark;

  BoundSet(String usual, String remark) {
    this.usual = usual;
    this.remark = remark;
  }

  /** {@return as options and outputs spell it, such as {@code may-2026}} */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@return the list of regimes that it stands for where nobody asks for others} */
  public String usual() {
    return usual;
  }

  /** {@return what a reader must know of what it adds; empty for what is published and old} */
  public String remark() {
    return remark;
  }

  /**
   * {@return whether a regime is one of those that it stands for where nobody asks for others}
   *
   * @param regime what the regime says of itself
   */
  public boolean isUsual(RegimeInfo regime) {
    return List.of(usual.split(",")).contains(regime.name().toLowerCase(Locale.ROOT));
  }

  /**
   * {@return whether the theorems of a regime are in it}
   *
   * @param regime what the regime says of itself
   */
  public boolean holds(RegimeInfo regime) {
    return regime.since().compareTo(this) <= 0;
  }
}
