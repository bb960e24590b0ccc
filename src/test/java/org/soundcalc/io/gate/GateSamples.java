package org.soundcalc.io.gate;

import static org.soundcalc.testing.StubCircuit.term;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.soundcalc.analysis.Estimator;
import org.soundcalc.analysis.gate.Gate;
import org.soundcalc.analysis.gate.Requirements;
import org.soundcalc.analysis.gate.SizeLimit;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.Rendering;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.io.estimate.Samples;
import org.soundcalc.io.estimate.Warning;
import org.soundcalc.io.toml.Region;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.testing.StubCircuit;
import org.soundcalc.testing.StubLever;
import org.soundcalc.testing.StubRegime;

/** Verdicts that show every case of a format: 60 bits and 300 KiB are required. */
final class GateSamples {
  /** Characters that mean something in some format. */
  static final String ODD = "a<b>&\"c\" 'd': {0}, 50%, ]]> 🦀";

  /** The file that has them in its name. */
  static final String ODD_FILE = "zkvms/c: d, 100% é [1]+{x}~\n.toml";

  private static final Requirements REQUIREMENTS =
      new Requirements(
          60,
          Optional.of(
              new SizeLimit(BigInteger.valueOf(300 * 8192), "300 KiB", SizeLimit.Measure.WORST)),
          true);

  private GateSamples() {}

  /** Everything at once. */
  static GateReport report() {
    return new GateReport(
        "1.2.3",
        new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
        List.of(orion(), odd(), vela(), lynx(), lyra()),
        List.of(),
        0);
  }

  /** The same, as if errors had been counted strictly. */
  static GateReport strict() {
    return new GateReport(
        "1.2.3", new EstimateCaveats(Accounting.STRICT, List.of()), report().zkvms(), List.of(), 0);
  }

  /** A report of one zkVM. */
  static GateReport report(CheckedZkvm zkvm) {
    return new GateReport(
        "1.2.3", new EstimateCaveats(Accounting.SOUNDCALC, List.of()), List.of(zkvm), List.of(), 0);
  }

  /** Falls short in both circuits, by one term and by two. */
  static CheckedZkvm orion() {
    return check("zkvms/orion.toml", Samples.orion());
  }

  /** Unusual names; remedies in a list and in a table; a circuit without figures. */
  static CheckedZkvm odd() {
    StubCircuit first =
        StubCircuit.named(ODD, "KoalaBear^4", 10, 10)
            .under(StubRegime.UNIQUE, term("Lookup_gsum_[126, 331]", 59))
            .key(
                StubLever.of(
                    "grinding_lookup",
                    "lookup \"" + ODD + "\"",
                    7,
                    StubRegime.UNIQUE,
                    "Lookup_gsum_[126, 331]",
                    59));
    StubCircuit second = StubCircuit.named("second", "KoalaBear^4", 290, 301);
    Zkvm zkvm = new Zkvm(ODD, Optional.of("1.0, 2:0"), List.of(first, second));
    return check(ODD_FILE, zkvm);
  }

  /** Passes, by a conjecture. */
  static CheckedZkvm vela() {
    StubCircuit proven =
        StubCircuit.named("proven", "KoalaBear^4", 10, 10)
            .under(StubRegime.UNIQUE, term("query phase", 60));
    StubCircuit conjectured =
        StubCircuit.named("conjectured", "KoalaBear^4", 10, 300)
            .under(StubRegime.LIST, term("query phase", 59))
            .under(StubRegime.BEYOND, term("query phase", 101));
    return check(
        "vela.toml", new Zkvm("Vela", Optional.empty(), List.<Circuit>of(proven, conjectured)));
  }

  /** Falls short although a conjecture counts. */
  static CheckedZkvm lynx() {
    StubCircuit circuit =
        StubCircuit.named("only", "KoalaBear^4", 10, 10)
            .under(StubRegime.BEYOND, term("query phase", 59));
    return check("lynx.toml", new Zkvm("Lynx", Optional.empty(), List.of(circuit)));
  }

  /** All bits proven, the proof too large, and warnings. */
  static CheckedZkvm lyra() {
    String file = "zkvms/lyra.toml";
    return check(
        file,
        Samples.lyra(),
        new Warning(
            file,
            Optional.of(new Region(12, 3, 9)),
            "circuit \"最終\": num_constraints is not given"),
        new Warning(file, Optional.empty(), "a remark on the file"));
  }

  /** Passes, all of it proven. */
  static CheckedZkvm passing(String source, String name) {
    StubCircuit circuit =
        StubCircuit.named("only", "KoalaBear^4", 10, 10)
            .under(StubRegime.UNIQUE, term("query phase", 60));
    return check(source, new Zkvm(name, Optional.empty(), List.of(circuit)));
  }

  /** The same zkVM, described by another file. */
  static CheckedZkvm in(String source, CheckedZkvm zkvm) {
    return new CheckedZkvm(source, zkvm.verdict(), zkvm.places(), zkvm.warnings());
  }

  /** The circuits are at the lines 10, 20, ..., a key below its circuit. */
  private static CheckedZkvm check(String source, Zkvm zkvm, Warning... warnings) {
    Gate gate = new Gate(REQUIREMENTS, Samples.ALL, Samples.ALL);
    return new CheckedZkvm(
        source,
        gate.check(new Estimator(Samples.ALL).estimate(zkvm), List.of()),
        GateSamples::place,
        List.of(warnings));
  }

  private static Region place(int circuit, List<String> path) {
    int line = 10 * (circuit + 1) + path.size();
    return path.isEmpty() ? new Region(line, 1, 13) : new Region(line, 15, 17);
  }

  /** Writes SARIF, as if from the folder {@code /home/user/tree}. */
  static Rendering sarif(GateReport report) {
    Path folder = Path.of("/home/user/tree").toAbsolutePath();
    return new JsonDocument(new Sarif(folder, "<stdin>", "a.toml").of(report));
  }
}
