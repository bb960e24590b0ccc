package org.soundcalc.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.soundcalc.analysis.ZkvmEstimate;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --sort}: the order of several zkVMs. Of equal ones the order stays. */
enum Sort {
  BITS,
  SIZE,
  NAME;

  private static final String OPTION = "--sort";

  /** The option. */
  static OptionSpec option() {
    String meaning =
        "The order of zkVMs: bits (proven bits, highest first), size (of the final proof in the"
            + " worst case, smallest first) or name.";
    String order = "the order of the FILEs";
    return EnumOption.of(values(), "KEY", Options.option(OPTION, meaning, order, OPTION + " bits"));
  }

  /** The zkVMs in the order asked for, if one is. */
  static <T> List<T> of(Request request, List<T> zkvms, Function<T, ZkvmEstimate> estimate) {
    if (!request.has(OPTION)) {
      return zkvms;
    }
    Comparator<ZkvmEstimate> order = request.value(OPTION, NAME).order();
    List<T> sorted = new ArrayList<>(zkvms);
    sorted.sort((one, other) -> order.compare(estimate.apply(one), estimate.apply(other)));
    return sorted;
  }

  private Comparator<ZkvmEstimate> order() {
    return switch (this) {
      case BITS -> Comparator.comparing(Sort::bits).reversed();
      case SIZE -> Comparator.comparing(Sort::size);
      case NAME -> Comparator.comparing(zkvm -> zkvm.zkvm().title().toLowerCase(Locale.ROOT));
    };
  }

  /** No figure is less than 0 bits. */
  private static int bits(ZkvmEstimate zkvm) {
    return zkvm.findSecurity().map(security -> security.bits()).orElse(-1);
  }

  private static BigInteger size(ZkvmEstimate zkvm) {
    return zkvm.decidingSize().worstCaseBits();
  }
}
