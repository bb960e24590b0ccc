package org.soundcalc.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.soundcalc.analysis.gate.Milestone;
import org.soundcalc.io.appraisal.Estimated;
import org.soundcalc.io.report.Against;
import org.soundcalc.io.report.OldReport;
import org.soundcalc.io.report.PastCircuits;
import org.soundcalc.io.report.PastState;
import org.soundcalc.io.report.Site;
import org.soundcalc.io.report.Timeline;
import org.soundcalc.io.revision.Commit;
import org.soundcalc.io.revision.History;
import org.soundcalc.io.revision.Repository;
import org.soundcalc.io.revision.RevisionException;
import org.soundcalc.io.revision.RevisionFile;
import org.soundcalc.io.revision.Snapshot;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.io.toml.SourceFile;

/** What a report says of the past: {@code --against} and {@code --history}. */
final class ReportPast {
  /** The option that compares with another state. */
  static final String AGAINST = "--against";

  /** The option that follows a branch. */
  static final String HISTORY = "--history";

  /** Beyond so many commits nobody reads a chart; the newest are shown. */
  static final int MOST_COMMITS = 500;

  private static final long LARGEST_REPORT = 64L << 20;

  private final Request request;
  private final EstimateOptions options;
  private final List<Milestone> milestones;
  private final List<Estimated> zkvms;

  ReportPast(
      Request request, EstimateOptions options, List<Milestone> milestones, List<Estimated> zkvms) {
    this.request = request;
    this.options = options;
    this.milestones = milestones;
    this.zkvms = zkvms;
  }

  /** The files of the other state, if some are asked for, estimated alike. */
  static Optional<Estimates> old(Request request, EstimateOptions options) {
    if (!request.has(AGAINST)) {
      return Optional.empty();
    }
    if (request.has(HISTORY)) {
      throw new UsageException(AGAINST + " and " + HISTORY + " cannot be combined: use one");
    }
    String name = request.value(AGAINST, "");
    if (reportFile(name).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Estimates.of(Revisions.read(name, request.files(), request), options, request));
  }

  /** The older report that is named, if one is: its file, or the folder of its site. */
  static Optional<OldReport> oldReport(Request request) {
    String name = request.value(AGAINST, "");
    Optional<Path> file = reportFile(name);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(file.get()) > LARGEST_REPORT) {
        throw new UsageException(
            "%s %s: the file has over %d MiB".formatted(AGAINST, name, LARGEST_REPORT >> 20));
      }
      return Optional.of(OldReport.of(Files.readString(file.get())));
    } catch (CharacterCodingException e) {
      throw new UsageException("%s %s: this is no UTF-8".formatted(AGAINST, name));
    } catch (IOException e) {
      throw new UsageException("%s %s: this cannot be read".formatted(AGAINST, name));
    } catch (ParseException e) {
      throw new UsageException("%s %s: %s".formatted(AGAINST, name, e.getMessage()));
    }
  }

  private static Optional<Path> reportFile(String name) {
    try {
      Path path = Path.of(name);
      Path inside = path.resolve(Site.JSON);
      if (Files.isRegularFile(path) && name.endsWith(".json")) {
        return Optional.of(path);
      }
      return Files.isRegularFile(inside) && Files.isRegularFile(path.resolve(Site.INDEX))
          ? Optional.of(inside)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The other state, estimated alike. */
  Against against(Estimates old, List<String> conditions) {
    return against(
        old.zkvms().stream()
            .map(
                each ->
                    new Then(
                        each.estimate().zkvm().name(),
                        each.source(),
                        each.estimate().zkvm().title(),
                        state(each),
                        Optional.of(PastCircuits.of(each.estimate()))))
            .toList(),
        conditions);
  }

  /** The other state, as it was reported. */
  Against against(OldReport old) {
    return against(
        old.zkvms().stream()
            .map(
                each ->
                    new Then(
                        each.name(),
                        each.source(),
                        each.title(),
                        PastState.of(each.security(), each.size(), milestones),
                        each.circuits()))
            .toList(),
        old.conditions());
  }

  /** A zkVM of the other state. */
  private record Then(
      String name, String source, String title, PastState state, Optional<PastCircuits> circuits) {}

  /** Each zkVM by its file's name, or by its own where one alone has it. */
  private Against against(List<Then> old, List<String> conditions) {
    Map<String, Then> byFile = unique(old, each -> file(each.source));
    Map<String, Then> byName = unique(old, Then::name);
    Map<String, Estimated> named = unique(zkvms, each -> each.estimate().zkvm().name());
    Set<Then> found = new HashSet<>();
    List<Optional<PastState>> before = new ArrayList<>();
    List<Optional<PastCircuits>> circuits = new ArrayList<>();
    for (Estimated zkvm : zkvms) {
      String name = zkvm.estimate().zkvm().name();
      Optional<Then> then =
          Optional.ofNullable(byFile.get(file(zkvm.source())))
              .or(
                  () ->
                      Optional.ofNullable(byName.get(name)).filter(any -> named.containsKey(name)));
      then.ifPresent(found::add);
      before.add(then.map(Then::state));
      circuits.add(then.flatMap(Then::circuits));
    }
    List<String> gone =
        old.stream().filter(each -> !found.contains(each)).map(Then::title).toList();
    return new Against(request.value(AGAINST, ""), before, circuits, gone, conditions);
  }

  private static <T> Map<String, T> unique(List<T> zkvms, Function<T, String> name) {
    Map<String, T> unique = new LinkedHashMap<>();
    Set<String> shared = new HashSet<>();
    for (T zkvm : zkvms) {
      if (unique.put(name.apply(zkvm), zkvm) != null) {
        shared.add(name.apply(zkvm));
      }
    }
    unique.keySet().removeAll(shared);
    return unique;
  }

  private static String file(String source) {
    return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf(':')) + 1);
  }

  private PastState state(Estimated zkvm) {
    return PastState.of(zkvm.estimate(), milestones);
  }

  /**
   * Where the zkVMs stood at the commits of a range.
   *
   * @throws UsageException if it is none, or the files are in no repository
   */
  Optional<Timeline> timeline() {
    if (!request.has(HISTORY)) {
      return Optional.empty();
    }
    String range = request.value(HISTORY, "");
    if (request.files().contains(Inputs.STANDARD_INPUT)) {
      throw new UsageException(HISTORY + " needs files: standard input has no history");
    }
    try (Repository repository = Repository.around(Path.of(zkvms.get(0).source()))) {
      List<String> paths = new ArrayList<>();
      for (Estimated zkvm : zkvms) {
        paths.add(repository.inside(Path.of(zkvm.source())));
      }
      History history = repository.history(range, paths, MOST_COMMITS);
      List<Commit> commits = new ArrayList<>(List.of(history.before()));
      commits.addAll(history.commits());
      return Optional.of(timeline(range, history.total(), commits, paths, repository));
    } catch (RevisionException e) {
      throw new UsageException(HISTORY + " " + range + ": " + e.getMessage());
    }
  }

  private Timeline timeline(
      String range, int total, List<Commit> commits, List<String> paths, Repository repository) {
    Map<String, Found> known = new HashMap<>();
    List<Timeline.Moment> moments = new ArrayList<>();
    for (Commit commit : commits) {
      Snapshot snapshot = repository.at(commit.hash());
      List<Optional<PastState>> states = new ArrayList<>();
      Map<Integer, String> gaps = new LinkedHashMap<>();
      for (int i = 0; i < paths.size(); i++) {
        Found found = find(paths.get(i), snapshot, known);
        states.add(found.state);
        if (!found.gap.isEmpty()) {
          gaps.put(i, found.gap);
        }
      }
      String date = commit.date().atOffset(ZoneOffset.UTC).toLocalDate().toString();
      moments.add(new Timeline.Moment(commit.shortHash(), date, states, gaps));
    }
    return new Timeline(range, total, moments);
  }

  /**
   * What there is of a file at a commit.
   *
   * @param state where its zkVM stood, if it can be read
   * @param gap why it cannot be; empty where it can, or is not there
   */
  private record Found(Optional<PastState> state, String gap) {}

  /** Each content of a file is read once, whatever the number of commits that have it. */
  private Found find(String path, Snapshot snapshot, Map<String, Found> known) {
    try {
      Optional<RevisionFile> file = snapshot.find(path);
      if (file.isEmpty()) {
        return new Found(Optional.empty(), "");
      }
      String blob = file.get().blob();
      if (!known.containsKey(blob)) {
        known.put(blob, read(SourceFile.of(path, snapshot.read(file.get()))));
      }
      return known.get(blob);
    } catch (RevisionException e) {
      return new Found(Optional.empty(), e.getMessage());
    }
  }

  private Found read(SourceFile source) {
    Estimates estimates = Estimates.of(Inputs.of(List.of(source), List.of()), options, request);
    Optional<PastState> state = estimates.zkvms().stream().map(this::state).findFirst();
    return new Found(state, state.isPresent() ? "" : reason(estimates.diagnostics()));
  }

  /** The first of what is wrong: a line of a table has no room for all of it. */
  private static String reason(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .map(
            each -> each.region().map(at -> "line " + at.line() + ": ").orElse("") + each.message())
        .findFirst()
        .orElse("nothing can be estimated");
  }
}
