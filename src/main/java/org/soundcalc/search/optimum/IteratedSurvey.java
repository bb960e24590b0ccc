package org.soundcalc.search.optimum;

import org.soundcalc.model.design.Iteration;

/** How many bits each term has at best, whatever the others have then. */
record IteratedSurvey(IteratedStart start, IteratedCodes codes) {
  /** Of the first iteration, the folds that are easiest count. */
  void note() {
    Iteration first = new Iteration(0, start.design().logDegree(), start.logInverseRate(), 1);
    codes.of(first).ifPresent(this::note);
  }

  private void note(IteratedCodes.Numbered code) {
    OtherTerms others = start.others(code);
    Findings findings = start.search().findings();
    if (others.isSound(code.least())) {
      others
          .bits(code.least())
          .forEach((term, bits) -> findings.note(term, bits + start.sites().most(term)));
    }
  }
}
