package org.soundcalc.protocols.swirl;

import org.soundcalc.math.Formula;
import org.soundcalc.math.Numbers;
import org.soundcalc.math.Rational;
import org.soundcalc.math.Real;
import org.soundcalc.model.Field;

/**
 * 2^(deg − 1)·ℓ(μ')²/F: two codewords of the next list agree out of the domain.
 *
 * @param round the round, not the last
 * @param field of the sample
 * @param halfDegree 2^(deg − 1)
 */
record OutOfDomainError(Round round, Field field, Rational halfDegree) implements Formula {
  static OutOfDomainError of(Round round, Field field) {
    return new OutOfDomainError(round, field, Rational.powerOfTwo(round.logDegree() - 1));
  }

  @Override
  public <T extends Real<T>> T evaluate(Numbers<T> x) {
    T squaredList = round.next().listSize(x).pow(2);
    return x.named("2^(deg−1)", halfDegree).times(squaredList).over(x.named("F", field.size()));
  }
}
