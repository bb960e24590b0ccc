package org.soundcalc.io.report;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.analysis.Security;
import org.soundcalc.io.document.JsonText;
import org.soundcalc.io.report.PastCircuits.PastCircuit;

/**
 * What a report.json of another day says.
 *
 * @param conditions the options that its figures depend on, as a command line has them
 * @param zkvms at least one
 */
public record OldReport(List<String> conditions, List<OldZkvm> zkvms) {
  /** Longer texts are of nobody's zkVM. */
  private static final int LONGEST = 1_000;

  private static final int MOST = 10_000;

  /**
   * A zkVM of it.
   *
   * @param name its name
   * @param title name and version
   * @param source its file
   * @param security what was proven of it, if anything
   * @param size of its final proof in the worst case, in bits
   * @param circuits where its circuits stood; nothing where it does not say
   */
  public record OldZkvm(
      String name,
      String title,
      String source,
      Optional<Security> security,
      BigInteger size,
      Optional<PastCircuits> circuits) {}

  /**
   * Reads one.
   *
   * @param text the file's
   * @return what it says
   * @throws ParseException if it is no report of this format, with what is wrong in one line
   */
  public static OldReport of(String text) throws ParseException {
    Part root = new Part("the document", JsonText.value(text));
    if (!(root.value instanceof Map<?, ?> members) || !members.containsKey(ReportJson.MARKER)) {
      throw wrong(
          "this is no report.json of soundcalc report: it has no member " + ReportJson.MARKER);
    }
    if (!(root.get(ReportJson.MARKER).value instanceof BigDecimal format)
        || format.compareTo(BigDecimal.valueOf(ReportJson.FORMAT)) != 0) {
      throw wrong(
          "this report.json has another format than %d: write it again with this version"
              .formatted(ReportJson.FORMAT));
    }
    boolean isSent = root.find("sizes").isPresent() && root.get("sizes").text().equals("sent");
    List<OldZkvm> zkvms = new ArrayList<>();
    for (Part zkvm : root.get("zkvms").elements()) {
      zkvms.add(zkvm(zkvm, isSent));
    }
    if (zkvms.isEmpty()) {
      throw wrong("this report.json has no zkVMs");
    }
    return new OldReport(conditions(root), zkvms);
  }

  private static OldZkvm zkvm(Part zkvm, boolean isSent) throws ParseException {
    Optional<Part> security = zkvm.find("security");
    return new OldZkvm(
        zkvm.get("name").text(),
        zkvm.get("title").text(),
        zkvm.get("source").text(),
        security.isEmpty() ? Optional.empty() : Optional.of(security(security.get())),
        size(zkvm, isSent),
        circuits(zkvm, isSent));
  }

  private static BigInteger size(Part of, boolean isSent) throws ParseException {
    Part size =
        isSent && of.find("proofSizeSent").isPresent()
            ? of.get("proofSizeSent")
            : of.get("proofSize");
    return size.get("worstCaseBits").count();
  }

  private static Optional<PastCircuits> circuits(Part zkvm, boolean isSent) throws ParseException {
    Optional<Part> circuits = zkvm.find("circuits");
    if (circuits.isEmpty()) {
      return Optional.empty();
    }
    List<PastCircuit> all = new ArrayList<>();
    for (Part circuit : circuits.get().elements()) {
      Map<String, Integer> bits = new LinkedHashMap<>();
      for (Part regime : circuit.get("regimes").elements()) {
        Optional<Part> covered = regime.find("bits");
        if (covered.isPresent()) {
          bits.put(regime.get("name").text(), covered.get().bits());
        }
      }
      all.add(new PastCircuit(circuit.get("name").text(), bits, size(circuit, isSent)));
    }
    return Optional.of(new PastCircuits(all));
  }

  private static Security security(Part security) throws ParseException {
    return new Security(
        security.get("bits").bits(), security.get("regime").text(), security.get("circuit").text());
  }

  private static List<String> conditions(Part root) throws ParseException {
    List<String> conditions = new ArrayList<>();
    if (root.get("accounting").text().equals("strict")) {
      conditions.add("--accounting strict");
    }
    for (String option : List.of("bounds", "sizes")) {
      Optional<Part> chosen = root.find(option);
      if (chosen.isPresent()) {
        conditions.add("--" + option + " " + chosen.get().text());
      }
    }
    Optional<Part> settings = root.find("settings");
    if (settings.isPresent()) {
      for (Part setting : settings.get().elements()) {
        conditions.add("--set " + Texts.visible(setting.text()));
      }
    }
    return conditions;
  }

  private static ParseException wrong(String message) {
    return new ParseException(message, 0);
  }

  /** A value with the way to it, for messages. */
  private record Part(String name, Object value) {
    Optional<Part> find(String member) throws ParseException {
      if (!(value instanceof Map<?, ?> members)) {
        throw wrong(name + " is no object");
      }
      Object found = members.get(member);
      String way = name.equals("the document") ? member : name + "." + member;
      return found == null || found.equals(Optional.empty())
          ? Optional.empty()
          : Optional.of(new Part(way, found));
    }

    Part get(String member) throws ParseException {
      Optional<Part> found = find(member);
      if (found.isEmpty()) {
        throw wrong("%s has no %s".formatted(name, member));
      }
      return found.get();
    }

    List<Part> elements() throws ParseException {
      if (!(value instanceof List<?> list)) {
        throw wrong(name + " is no array");
      }
      if (list.size() > MOST) {
        throw wrong("%s has more than %d elements".formatted(name, MOST));
      }
      List<Part> elements = new ArrayList<>();
      for (Object element : list) {
        elements.add(new Part("%s[%d]".formatted(name, elements.size()), element));
      }
      return elements;
    }

    String text() throws ParseException {
      if (!(value instanceof String text) || text.length() > LONGEST) {
        throw wrong("%s is no text of at most %d characters".formatted(name, LONGEST));
      }
      return text;
    }

    int bits() throws ParseException {
      BigInteger bits = count();
      if (bits.bitLength() >= Integer.SIZE) {
        throw wrong(name + " is too large");
      }
      return bits.intValueExact();
    }

    BigInteger count() throws ParseException {
      if (value instanceof BigDecimal number && number.signum() >= 0 && number.scale() == 0) {
        return number.unscaledValue();
      }
      throw wrong(name + " is no count");
    }
  }
}
