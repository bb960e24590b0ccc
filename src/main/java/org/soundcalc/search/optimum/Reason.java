package org.soundcalc.search.optimum;

import java.util.List;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Problem;

/** Why there is no configuration, from the most fundamental kind to the least. */
public sealed interface Reason {
  /**
   * {@return the same of a circuit that differs in its name and its place in a tree}
   *
   * @param other the circuit
   */
  default Reason of(Circuit other) {
    return this;
  }

  /**
   * No value of the space is consistent.
   *
   * @param problems of the values that were tried, each once
   */
  record Refused(List<Problem> problems) implements Reason {}

  /**
   * A term has too few bits wherever in the space.
   *
   * @param term its name
   * @param bits the most that it has, of either sign
   * @param cures what outside the space would give it the bits that are wanted
   */
  record Ceiling(String term, long bits, List<Cure> cures) implements Reason {}

  /**
   * Each term can have enough bits, but not all together.
   *
   * @param best the point with the most bits
   * @param terms those of the fewest bits there
   * @param against where that is one term, those of the next fewest bits that could have more
   *     elsewhere: what gives the one more takes from these
   * @param below under each regime the terms that stand in the way, at least one where it covers
   *     the circuit, of the regime with the most bits first
   */
  record Conflict(Point best, List<String> terms, List<String> against, List<Below> below)
      implements Reason {
    @Override
    public Reason of(Circuit other) {
      return new Conflict(best.of(other), terms, against, below);
    }
  }

  /**
   * A term that has too few bits under a regime.
   *
   * @param regime its name
   * @param term its name
   * @param bits that it has where all terms together have the most; or where it never has enough
   *     under the regime, the most that it has
   * @param always whether it has too few wherever in the space
   */
  record Below(String regime, String term, long bits, boolean always) {}

  /**
   * There are enough bits, but not within a limit.
   *
   * @param axis that is limited
   * @param nearest the point that costs least on it
   */
  record Limit(Axis axis, Point nearest) implements Reason {
    @Override
    public Reason of(Circuit other) {
      return new Limit(axis, nearest.of(other));
    }
  }

  /**
   * The search ended before one was found, or before it was known why there is none.
   *
   * @param why it ended
   */
  record Unfinished(Cut why) implements Reason {}

  /**
   * A change outside the space.
   *
   * @param key of the circuit, as files spell it
   * @param value as TOML writes it
   * @param bits that the term has then, at most
   * @param complete whether every term has as many bits then as are wanted
   */
  record Cure(String key, String value, long bits, boolean complete) {}
}
