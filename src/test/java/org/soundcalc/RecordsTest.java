package org.soundcalc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.soundcalc.testing.RulesTest;
import org.soundcalc.testing.Violations;

/** Records cannot hold nonsense, and tests say so. */
class RecordsTest {
  /** Where these have an {@code InvariantsTest}, it lists every record with rules. */
  @Test
  void everyPackageWithRulesBreaksThem() throws ReflectiveOperationException {
    Set<String> packages = new TreeSet<>(Violations.recordsWithRules("org.soundcalc").keySet());
    // a cell of a table refuses nothing: it makes visible what a terminal would obey
    packages.remove("org.soundcalc.io.document");
    assertThat(packages).contains("org.soundcalc.model", "org.soundcalc.protocols.fri");
    for (String name : packages) {
      Class<?> test = Class.forName(name + ".InvariantsTest");
      assertThat(RulesTest.class).isAssignableFrom(test);
    }
  }
}
