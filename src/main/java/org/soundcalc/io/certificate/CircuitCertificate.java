package org.soundcalc.io.certificate;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.soundcalc.analysis.CertifiedTerm;
import org.soundcalc.analysis.CircuitEstimate;
import org.soundcalc.analysis.RegimeResult;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.JsonObject;
import org.soundcalc.io.estimate.Legend;
import org.soundcalc.math.Basis;
import org.soundcalc.math.Certified;
import org.soundcalc.math.Formula;
import org.soundcalc.math.Graph;
import org.soundcalc.math.Rational;
import org.soundcalc.model.Agreement;
import org.soundcalc.model.Assessment;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Citation;
import org.soundcalc.model.Condition;
import org.soundcalc.model.Derivation;
import org.soundcalc.model.ExactBound;
import org.soundcalc.model.Regime;
import org.soundcalc.model.SizePart;

/** A circuit's statements, over one graph that all of them share. */
final class CircuitCertificate {
  private final CircuitEstimate estimate;
  private final Legend legend;

  /** Keys that were read in place of missing ones, by the names of these. */
  private final Map<String, String> standIns;

  private final Graph graph = new Graph();
  private String statements = "";
  private final Map<Named, Formula> derivations = new HashMap<>();

  /** What was asked of the legend, which has to look through all keys. */
  private final Map<Asked, String> keys = new HashMap<>();

  /** Where each term's error is, by regime. */
  private final Map<Regime, Map<CertifiedTerm, Integer>> cells = new HashMap<>();

  private CircuitCertificate(CircuitEstimate estimate, Map<String, String> standIns) {
    this.estimate = estimate;
    this.standIns = standIns;
    this.legend = new Legend(estimate.circuit());
    for (Derivation each : estimate.circuit().derivations()) {
      derivations.putIfAbsent(new Named(each.symbol(), each.value()), each.formula());
    }
  }

  /** The node of a term's error. */
  int cell(Regime regime, CertifiedTerm term) {
    return cells.get(regime).get(term);
  }

  /**
   * States every figure.
   *
   * @param standIns the keys that were read in place of missing ones, by the names of these
   */
  static CircuitCertificate of(CircuitEstimate estimate, Map<String, String> standIns) {
    CircuitCertificate certificate = new CircuitCertificate(estimate, standIns);
    certificate.statements = certificate.state();
    return certificate;
  }

  /** All that is stated of it but its name. */
  String statements() {
    return statements;
  }

  /** All of it. */
  JsonObject.Raw json() {
    return raw(statements);
  }

  /**
   * All of it where it is word for word what is stated of another circuit, as it is of chips that
   * differ in their names, and of a fork.
   *
   * @param place where the other stands in the document, a JSON pointer
   */
  JsonObject.Raw sameAs(String place) {
    return raw("\"sameAs\":" + JsonDocument.compact(place));
  }

  private JsonObject.Raw raw(String members) {
    return new JsonObject.Raw(
        "{\"name\":%s,%s}".formatted(JsonDocument.compact(estimate.name()), members));
  }

  /** A line for each regime, without indentation: most of a document is this. */
  private String state() {
    List<String> regimes =
        estimate.results().stream().map(this::regime).map(JsonDocument::compact).toList();
    List<JsonObject> sizes = sizes(estimate.circuit());
    return "\n\"nodes\":%s,\n\"regimes\":[\n%s\n],\n\"sizes\":%s"
        .formatted(
            JsonDocument.compact(NodeJson.of(graph)),
            String.join(",\n", regimes),
            JsonDocument.compact(sizes));
  }

  private Graph.Root add(Formula formula, String term) {
    return graph.add(formula, new OfTerm(term));
  }

  /** The keys of the circuit; of a lookup those of the one that the term is of. */
  private final class OfTerm implements Graph.Origins {
    private final String term;

    OfTerm(String term) {
      this.term = term;
    }

    @Override
    public String of(String symbol, Rational value) {
      return keys.computeIfAbsent(
          new Asked(new Named(symbol, value), term),
          asked -> read(legend.keys(symbol, value, term)));
    }

    /** The keys that are read, where some stand in for others. */
    private String read(String names) {
      return Stream.of(names.split(",", -1))
          .map(name -> standIns.getOrDefault(name, name))
          .collect(Collectors.joining(","));
    }

    @Override
    public Optional<Formula> derivation(String symbol, Rational value) {
      return Optional.ofNullable(derivations.get(new Named(symbol, value)));
    }
  }

  private record Named(String symbol, Rational value) {}

  private record Asked(Named input, String term) {}

  private int place(Formula formula) {
    return add(formula, "").node();
  }

  private JsonObject regime(RegimeResult result) {
    JsonObject json =
        new JsonObject()
            .put("name", result.regime().name())
            .put("status", result.regime().status().word())
            .putPresent("remark", result.regime().info().remark());
    if (result instanceof RegimeResult.Figures figures) {
      add(figures, json);
    } else if (result instanceof RegimeResult.NotCovered dash) {
      json.put("notCovered", dash.reason());
    }
    return json;
  }

  private void add(RegimeResult.Figures figures, JsonObject json) {
    Map<CertifiedTerm, Integer> places = new HashMap<>();
    graph.nameAgain();
    Set<Basis> bases = new LinkedHashSet<>();
    List<JsonObject> stated = new ArrayList<>();
    for (CertifiedTerm term : figures.terms()) {
      Graph.Root root = add(term.term().error(), term.term().name());
      places.put(term, root.node());
      bases.addAll(root.bases());
      stated.add(cell(term, figures.regime(), root.node()));
    }
    cells.put(figures.regime(), places);
    CertifiedTerm binding = figures.binding();
    List<Citation> sources = figures.regime().info().sources();
    json.put("sources", sources.stream().map(Citation::toString).toList())
        .put("cells", stated)
        .put(
            "total",
            new JsonObject()
                .put("bits", binding.bits())
                .put("hundredths", binding.hundredthBits())
                .put("binds", binding.term().name()));
    List<JsonObject> choice = choice(figures);
    if (!choice.isEmpty()) {
      json.put("choice", choice);
    }
    List<JsonObject> decisions = new ArrayList<>();
    bases.stream()
        .filter(ExactBound.class::isInstance)
        .map(basis -> decision((ExactBound) basis))
        .distinct()
        .forEach(decisions::add);
    figures.assessed().conditions().forEach(condition -> decisions.add(decision(condition)));
    json.put("decisions", decisions);
    List<JsonObject> notes = notes(figures);
    if (!notes.isEmpty()) {
      json.put("notes", notes);
    }
  }

  /** Sources beside those of the regime, which are said once. */
  private static List<String> names(List<Citation> sources, Regime of) {
    return sources.stream()
        .filter(source -> !of.info().sources().contains(source))
        .map(Citation::toString)
        .toList();
  }

  /** What a reader must know of terms, each note once. */
  private static List<JsonObject> notes(RegimeResult.Figures figures) {
    Map<String, List<String>> terms = new LinkedHashMap<>();
    for (CertifiedTerm term : figures.terms()) {
      term.term()
          .note()
          .ifPresent(
              note ->
                  terms.computeIfAbsent(note, any -> new ArrayList<>()).add(term.term().name()));
    }
    return terms.entrySet().stream()
        .map(of -> new JsonObject().put("note", of.getKey()).put("terms", of.getValue()))
        .toList();
  }

  private static JsonObject cell(CertifiedTerm term, Regime of, int node) {
    return new JsonObject()
        .put("term", term.term().name())
        .put("node", node)
        .put("bits", term.bits())
        .put("hundredths", term.hundredthBits())
        .putPresent(
            "sources", Optional.of(names(term.term().sources(), of)).filter(s -> !s.isEmpty()));
  }

  private static List<JsonObject> choice(RegimeResult.Figures figures) {
    List<JsonObject> choice = new ArrayList<>();
    Optional<Regime> usual = figures.assessed().choices().map(Assessment.Choices::by);
    boolean isChosen = !usual.equals(Optional.of(figures.regime()));
    for (long m : isChosen ? figures.multiplicities() : List.<Long>of()) {
      choice.add(
          new JsonObject()
              .put("iteration", choice.size())
              .put("m", m)
              .putPresent("of", usual.map(Regime::name)));
    }
    for (Agreement agreement : figures.agreements()) {
      choice.add(
          new JsonObject().put("iteration", choice.size()).put("agreement", agreement.fraction()));
    }
    return choice;
  }

  /** Integers that are checked from the profile alone. */
  private static JsonObject decision(ExactBound bound) {
    boolean isCount = bound.curve().isPresent();
    JsonObject json =
        new JsonObject().put("decision", isCount ? "count" : "list").put("n", bound.length());
    if (isCount) {
      json.put("k", bound.degree() + 1)
          .put("agreement", bound.agreement())
          .put("degree", bound.curve().getAsLong());
    } else {
      json.put("degree", bound.degree()).put("agreement", bound.agreement());
    }
    json.put("characteristic", bound.characteristic().toString())
        .put("proof", bound.proof().replaceFirst(" list$", ""))
        .putPresent("height", bound.height().map(BigInteger::toString));
    return json.put(isCount ? "count" : "list", bound.bound().toString());
  }

  private JsonObject decision(Condition condition) {
    int sign = Certified.compare(condition.left(), condition.right());
    return new JsonObject()
        .put("decision", condition.text())
        .put("left", place(condition.left()))
        .put("right", place(condition.right()))
        .put("relation", sign < 0 ? "<" : sign > 0 ? ">" : "=");
  }

  private List<JsonObject> sizes(Circuit circuit) {
    List<SizePart> parts = circuit.sizeParts();
    return parts.isEmpty()
        ? List.of()
        : List.of(
            size("expected", new WholeSize(parts, true), circuit.proofSize().expectedBits()),
            size("worst", new WholeSize(parts, false), circuit.proofSize().worstCaseBits()));
  }

  private JsonObject size(String name, Formula size, BigInteger bits) {
    return new JsonObject()
        .put("name", name)
        .put("node", place(size))
        .put("relation", "=")
        .put("value", bits.toString());
  }
}
