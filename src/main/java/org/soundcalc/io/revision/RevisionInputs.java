package org.soundcalc.io.revision;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.soundcalc.io.toml.Diagnostic;
import org.soundcalc.io.toml.Inputs;
import org.soundcalc.io.toml.Severity;
import org.soundcalc.io.toml.SourceFile;

/** The files that a command line names at revisions. */
public final class RevisionInputs {
  private RevisionInputs() {}

  /**
   * Reads files, and the {@code .toml} files of folders, at revisions.
   *
   * @param named what is named, each with a path
   * @return what could be read, under names such as {@code main:zkvms/pico.toml}, and errors for
   *     the rest
   */
  public static Inputs read(List<RevisionPath> named) {
    List<SourceFile> sources = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (RevisionPath each : named) {
      try (Repository repository = Repository.around(Path.of(each.path()))) {
        read(each, repository, sources, problems);
      } catch (InvalidPathException e) {
        problems.add(problem(each.label(), "this is not the name of a file"));
      } catch (RevisionException e) {
        problems.add(problem(each.label(), e.getMessage()));
      }
    }
    return Inputs.of(sources, problems);
  }

  private static void read(
      RevisionPath named,
      Repository repository,
      List<SourceFile> sources,
      List<Diagnostic> problems) {
    String path = repository.inside(Path.of(named.path()));
    Snapshot snapshot = repository.at(named.revision());
    if (!snapshot.isFolder(path)) {
      read(snapshot, snapshot.file(path), named.label(), sources, problems);
      return;
    }
    List<RevisionFile> files = snapshot.files(path, Inputs.EXTENSION);
    if (files.isEmpty()) {
      problems.add(
          problem(named.label(), "the folder has no " + Inputs.EXTENSION + " files there"));
    }
    String folder = Path.of(named.path()).normalize().toString();
    String start = named.revision() + ":" + (folder.isEmpty() ? "" : folder + "/");
    for (RevisionFile file : files) {
      read(snapshot, file, start + file.name(), sources, problems);
    }
  }

  private static void read(
      Snapshot snapshot,
      RevisionFile file,
      String label,
      List<SourceFile> sources,
      List<Diagnostic> problems) {
    try {
      sources.add(SourceFile.of(label, snapshot.read(file)));
    } catch (RevisionException e) {
      problems.add(problem(label, e.getMessage()));
    }
  }

  private static Diagnostic problem(String label, String message) {
    return Diagnostic.of(label, Severity.ERROR, message);
  }
}
