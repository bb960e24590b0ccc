package org.soundcalc.io.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.soundcalc.Soundcalc;
import org.soundcalc.analysis.optimum.CircuitOptimum;
import org.soundcalc.io.document.Document.Medium;
import org.soundcalc.io.document.JsonDocument;
import org.soundcalc.io.document.MarkdownDocument;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.model.Accounting;
import org.soundcalc.model.Circuit;
import org.soundcalc.model.Zkvm;
import org.soundcalc.search.optimum.Aim;
import org.soundcalc.search.optimum.Axis;
import org.soundcalc.search.optimum.Cut;
import org.soundcalc.search.optimum.Effort;
import org.soundcalc.search.optimum.Extent;
import org.soundcalc.search.optimum.Optimizer;
import org.soundcalc.search.optimum.Optimum;
import org.soundcalc.search.optimum.Reason;
import org.soundcalc.search.optimum.SpaceRequest;
import org.soundcalc.testing.JsonSchema;
import org.soundcalc.testing.Printed;

/** What ended before all was searched says why, whatever it found. */
class UnfinishedTest {
  private static OptimumReport report(Cut cut, boolean found) {
    Zkvm zkvm = Soundcalc.read(Path.of("zkvms/miden.toml"));
    Circuit circuit = zkvm.circuits().get(0);
    Optimizer optimizer = new Optimizer(circuit, Soundcalc.regimes("udr,jbr"));
    Effort effort = new Effort(BigDecimal.TEN, 1, 1, Optional.of(cut), OptionalDouble.empty());
    Optimum optimum =
        found
            ? new Optimum.Found(optimizer.today().orElseThrow(), List.of(), false, effort)
            : new Optimum.None(List.of(new Reason.Unfinished(cut)), effort);
    CircuitOptimum of =
        new CircuitOptimum(
            circuit,
            optimizer.today(),
            new SpaceRequest(Extent.FREE, Map.of(), Set.of(), OptionalLong.empty()).of(circuit),
            new Aim(55, List.of(Axis.PROOF_SIZE), Map.of(), true, OptionalInt.empty()),
            optimum,
            List.of());
    return new OptimumReport(
        "1",
        new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
        List.of(),
        List.of("soundcalc", "optimize"),
        List.of(
            new OptimumReport.Row(
                "zkvms/miden.toml",
                zkvm,
                List.of(),
                List.of(of),
                Optional.empty(),
                Optional.empty())),
        List.of());
  }

  private static String page(OptimumReport report) throws IOException {
    return Printed.of(new MarkdownDocument(OptimumDocument.of(report, Medium.PAGE, true)));
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void allFormatsSayWhy(Cut cut) throws IOException {
    String words =
        switch (cut) {
          case TIME -> "time ran out";
          case INTERRUPTION -> "interrupted";
          case LABELS ->
              "more than 2,000,000 ways to fold had to be kept that none beats on every axis";
        };
    for (boolean found : List.of(true, false)) {
      OptimumReport report = report(cut, found);
      assertThat(page(report)).contains(words).doesNotContain("optimal among");
      String json = Printed.of(new JsonDocument(OptimumJson.of(report)));
      assertThat(JsonSchema.inDocs("optimize.schema.json").problems(json)).isEmpty();
      assertThat(json)
          .contains(
              "\"optimal\": false",
              cut.isOfTime() ? "\"outOfTime\": true" : "\"outOfLabels\": true");
      assertThat(Stream.of("outOfTime", "outOfLabels").filter(json::contains)).hasSize(1);
    }
  }
}
