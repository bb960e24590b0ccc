/** Soundness of hash-based zkVMs: certified bits of proven security, and proof sizes. */
@SuppressWarnings("requires-automatic") // JTE's run time has a name, and no module-info
module org.soundcalc {
  requires info.picocli;
  requires static gg.jte.runtime; // for the pages of the report alone
  requires static java.compiler; // an annotation of the compiled templates
  requires static tools.jackson.core; // for reading a report.json again
  requires java.xml;

  exports org.soundcalc;
  exports org.soundcalc.analysis;
  exports org.soundcalc.math;
  exports org.soundcalc.model;
  exports org.soundcalc.model.design;
  exports org.soundcalc.model.keys;
  exports org.soundcalc.protocols.code;
  exports org.soundcalc.protocols.deepali;
  exports org.soundcalc.protocols.fri;
  exports org.soundcalc.protocols.jagged;
  exports org.soundcalc.protocols.lookup;
  exports org.soundcalc.protocols.merkle;
  exports org.soundcalc.protocols.schedule;
  exports org.soundcalc.protocols.stark;
  exports org.soundcalc.protocols.stir;
  exports org.soundcalc.protocols.swirl;
  exports org.soundcalc.protocols.whir;
  exports org.soundcalc.regimes;
  exports org.soundcalc.search;
  exports org.soundcalc.search.space;

  uses org.soundcalc.model.Family;
  uses org.soundcalc.model.Regime;

  provides org.soundcalc.model.Family with
      org.soundcalc.protocols.fri.FriStarkFamily,
      org.soundcalc.protocols.whir.WhirFamily,
      org.soundcalc.protocols.stir.StirFamily,
      org.soundcalc.protocols.jagged.JaggedFamily,
      org.soundcalc.protocols.swirl.SwirlFamily;
  provides org.soundcalc.model.Regime with
      org.soundcalc.regimes.UniqueDecoding,
      org.soundcalc.regimes.JohnsonBound,
      org.soundcalc.regimes.JohnsonBest,
      org.soundcalc.regimes.DktJohnson,
      org.soundcalc.regimes.DktFirstOrder,
      org.soundcalc.regimes.ToyProblem,
      org.soundcalc.regimes.CapacityConjecture,
      org.soundcalc.regimes.RandomWords;
}
