package org.soundcalc.protocols.schedule;

import java.util.ArrayList;
import java.util.List;
import org.soundcalc.model.SizePart;
import org.soundcalc.protocols.merkle.OpenedTree;
import org.soundcalc.protocols.merkle.TreeSizes;

/** What a commitment that goes from code to code sends. */
record IterationSizes(StirWhirParameters common, Schedule schedule) {
  /** One for each iteration; of all B functions, over the base field, in iteration 0. */
  List<OpenedTree> trees() {
    List<OpenedTree> trees = new ArrayList<>();
    for (Schedule.Iteration iteration : schedule.iterations()) {
      int i = iteration.index();
      List<SizePart.Factor> functions =
          i == 0
              ? List.of(
                  SizePart.Factor.of("B", common.batchSize()),
                  SizePart.Factor.of("β_base", common.field().baseBits()))
              : List.of(element());
      trees.add(
          new OpenedTree(
              "openings of iteration " + i,
              common.queries().get(i),
              iteration.logFoldedDomain(),
              List.of(SizePart.Factor.of("2^κ", iteration.factor())),
              functions));
    }
    return trees;
  }

  /** A root and openings for each iteration, the answers out of domain, the last polynomial. */
  List<SizePart> parts(TreeSizes sizes) {
    List<OpenedTree> trees = trees();
    List<SizePart> parts = new ArrayList<>();
    parts.add(sizes.roots("M", trees));
    long answers = common.oodSamples().stream().mapToLong(Long::longValue).sum();
    if (answers > 0) {
      SizePart.Factor samples = SizePart.Factor.of("samples", answers);
      parts.add(SizePart.product("answers out of the domain", samples, element()));
    }
    parts.addAll(sizes.openings(trees));
    SizePart.Factor left = SizePart.Factor.of("2^m_M", 1L << schedule.logFinalDegree());
    parts.add(SizePart.product("last polynomial", left, element()));
    return parts;
  }

  private SizePart.Factor element() {
    return SizePart.Factor.of("β", common.field().extensionBits());
  }
}
