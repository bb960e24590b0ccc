package org.soundcalc.protocols.whir;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.soundcalc.protocols.schedule.StirWhirParameters;

/** WHIR with its proof-of-work given by a function. */
final class Whirs {
  private Whirs() {}

  /** WHIR whose fold s of iteration i is ground by so many bits. */
  static Whir of(StirWhirParameters common, long degree, IntBinaryOperator grinding) {
    List<List<Long>> bits =
        IntStream.range(0, common.foldingFactors().size())
            .mapToObj(
                i ->
                    LongStream.rangeClosed(1, common.foldingFactors().get(i))
                        .mapToObj(s -> (long) grinding.applyAsInt(i, (int) s))
                        .toList())
            .toList();
    return new Whir(common, degree, bits);
  }
}
