/** Soundness of hash-based zkVMs: certified bits of proven security, and proof sizes. */
module org.soundcalc {
  requires info.picocli;
  requires java.xml;

  exports org.soundcalc.analysis;
  exports org.soundcalc.math;
  exports org.soundcalc.model;
  exports org.soundcalc.model.keys;

  uses org.soundcalc.model.Family;
  uses org.soundcalc.model.Regime;
}
