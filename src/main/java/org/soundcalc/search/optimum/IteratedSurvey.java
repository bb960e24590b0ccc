package org.soundcalc.search.optimum;

import org.soundcalc.model.design.IteratedDesign;
import org.soundcalc.model.design.Iteration;

/** How many bits each term has at best, whatever the others have then. */
record IteratedSurvey(IteratedStart start, IteratedCodes codes) {
  private static final int MOST_LOG_FACTOR = 6;

  /** Of folds, the first one of all counts, in the iteration that is easiest on it. */
  void note() {
    IteratedDesign design = start.design();
    Findings findings = start.search().findings();
    long mostOfFold = start.entries().grindingFolds(0, 0).most();
    for (int factor = 1; factor <= Math.min(MOST_LOG_FACTOR, design.logDegree()); factor++) {
      Iteration first = new Iteration(0, design.logDegree(), start.logInverseRate(), factor);
      codes
          .of(first)
          .map(code -> code.growing().apply(code.least()))
          .map(code -> ErrorBits.of(design.foldErrors(first, code).get(0)))
          .ifPresent(bits -> findings.note(design.firstFoldTerm(), bits + mostOfFold));
    }
    codes
        .of(new Iteration(0, design.logDegree(), start.logInverseRate(), 1))
        .ifPresent(this::noteOthers);
  }

  private void noteOthers(IteratedCodes.Numbered code) {
    OtherTerms others = start.others(code);
    if (others.isSound(code.least())) {
      others
          .bits(code.least())
          .forEach(
              (term, bits) ->
                  start.search().findings().note(term, bits + start.sites().most(term)));
    }
  }
}
