package org.soundcalc.testing;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of the records of its package that breaks each of their rules once: those that its static
 * method {@code violations} lists, which {@link Violations#of} makes.
 */
public interface RulesTest {
  /** The records of the package whose constructor does more than to keep what it is given. */
  List<Class<?>> recordsWithRules();

  @ParameterizedTest(name = "{0}")
  @MethodSource("violations")
  default void aRuleBroken(String what, Callable<?> maker, List<String> problems) {
    Violations.assertRefused(maker, problems);
  }

  @Test
  default void everyRecordWithRulesIsHere() {
    Violations.assertRecordsWithRules(getClass(), recordsWithRules());
  }
}
