package org.soundcalc.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a regime is not proven.
 *
 * @param finding what is known, in words that follow the status, such as {@code near capacity}
 * @param sources where it is shown
 */
public record Evidence(String finding, List<Citation> sources) {
  /** {@return such as {@code near capacity (DG25, CS25)}} */
  @Override
  public String toString() {
    String places = sources.stream().map(Citation::toString).collect(Collectors.joining(", "));
    return places.isEmpty() ? finding : finding + " (" + places + ")";
  }
}
