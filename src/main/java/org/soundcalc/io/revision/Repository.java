package org.soundcalc.io.revision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A git repository with its working tree. It is read by the git command: who names revisions has
 * it, and it knows every kind of clone and of storage that the user's own git makes.
 */
public final class Repository implements AutoCloseable {
  private static final Pattern TREE = Pattern.compile("^tree ([0-9a-f]+)$", Pattern.MULTILINE);
  private static final Pattern PARENT = Pattern.compile("^parent ([0-9a-f]+)$", Pattern.MULTILINE);
  private static final Pattern DATE =
      Pattern.compile("^committer .*> (-?\\d+) [-+]\\d+$", Pattern.MULTILINE);

  private final Path root;
  private final boolean isShallow;
  private final Objects objects;

  private Repository(Path root, boolean isShallow, boolean isPartial) {
    this.root = root;
    this.isShallow = isShallow;
    this.objects = new Objects(root, isPartial);
  }

  /**
   * Opens the repository that a file or folder lies in.
   *
   * @param path the file or folder, which need not exist any more
   * @return the repository
   * @throws RevisionException if there is none, git is missing, or git refuses to read it
   */
  public static Repository around(Path path) {
    Path directory = existing(path);
    Git.Answer answer =
        Git.run(directory, "rev-parse", "--is-shallow-repository", "--show-toplevel");
    String[] lines = answer.out().split("\n", 2);
    if (answer.code() != 0 || lines.length < 2) {
      throw refusal(directory, answer.error());
    }
    Path root = Path.of(lines[1].substring(0, lines[1].length() - 1));
    Git.Answer promises = Git.run(root, "config", "--get-regexp", "^remote\\..*\\.promisor$");
    return new Repository(root, lines[0].equals("true"), promises.code() == 0);
  }

  private static RevisionException refusal(Path directory, String error) {
    if (error.contains("dubious ownership")) {
      return new RevisionException(
          "git does not trust this repository, which is another user's:"
              + " run git config --global --add safe.directory with its folder");
    }
    if (error.contains("not a git repository")) {
      return new RevisionException(
          "%s is in no git repository: revisions need one".formatted(directory));
    }
    if (error.contains("work tree")) {
      return new RevisionException("%s is in a bare repository: use a clone".formatted(directory));
    }
    return new RevisionException("git cannot read the repository: " + firstLine(error));
  }

  private static String firstLine(String error) {
    return error.lines().findFirst().orElse("it does not say why");
  }

  /** The nearest folder above a path that is there, symbolic links followed. */
  private static Path existing(Path path) {
    Path at = path.toAbsolutePath().normalize();
    while (!Files.isDirectory(at)) {
      at = at.getParent();
    }
    return real(at);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new RevisionException(folder + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * {@return where a file or folder is in the repository: from its root, with {@code /}}
   *
   * @param path as on the command line; it need not exist
   * @throws RevisionException if it is not in this repository
   */
  public String inside(Path path) {
    Path folder = existing(path);
    Path rest = path.toAbsolutePath().normalize();
    int above = 0;
    for (Path at = rest; !Files.isDirectory(at); at = at.getParent()) {
      above++;
    }
    int names = rest.getNameCount();
    Path whole = above == 0 ? folder : folder.resolve(rest.subpath(names - above, names));
    Path real = real(root);
    if (!whole.startsWith(real)) {
      throw new RevisionException(path + " is not in the repository " + root);
    }
    return real.relativize(whole).toString().replace('\\', '/');
  }

  /**
   * {@return the files at a revision}
   *
   * @param revision as git takes it: a branch, a tag, a commit, {@code HEAD~3}, {@code
   *     main@{yesterday}}
   * @throws RevisionException if it names no commit
   */
  public Snapshot at(String revision) {
    Objects.Stored stored =
        objects
            .read(revision + "^{commit}")
            .filter(found -> found.is("commit"))
            .orElseThrow(() -> unknown(revision));
    return new Snapshot(objects, revision, commit(stored), match(TREE, stored).orElse(""));
  }

  private RevisionException unknown(String revision) {
    String start = "%s names no commit of the repository %s".formatted(revision, root);
    return new RevisionException(
        isShallow
            ? start
                + ", a shallow clone: run git fetch --unshallow (actions/checkout: fetch-depth: 0)"
            : start + ": git branch -a and git tag list names; git fetch gets new ones");
  }

  /**
   * {@return the commits of a branch that touch some files} Merges count as what they bring to the
   * branch, so that every state was one of it.
   *
   * @param range {@code FROM..TO}; one of them may be left out, for {@code HEAD}
   * @param paths from the root, with {@code /}: at least one file or folder
   * @param limit how many commits at most, the newest
   * @throws RevisionException if it is no such range, or the clone is shallow
   */
  public History history(String range, List<String> paths, int limit) {
    int dots = range.indexOf("..");
    if (dots < 0 || range.startsWith(".", dots + 2) || range.length() == 2) {
      throw new RevisionException(
          "\"%s\" is no range of revisions: expected OLD..NEW, such as v1.0..main"
              .formatted(range));
    }
    if (isShallow) {
      throw new RevisionException(
          "this clone is shallow, its history is cut off:"
              + " run git fetch --unshallow (actions/checkout: fetch-depth: 0)");
    }
    Commit from = at(orHead(range.substring(0, dots))).commit();
    Commit to = at(orHead(range.substring(dots + 2))).commit();
    List<String> arguments =
        new ArrayList<>(
            List.of("rev-list", "--first-parent", "--format=%H %ct", to.hash(), "^" + from.hash()));
    arguments.add("--");
    paths.forEach(path -> arguments.add(path.isEmpty() ? "." : path));
    Git.Answer answer = Git.run(root, arguments.toArray(String[]::new));
    if (answer.code() != 0) {
      throw new RevisionException("git cannot list " + range + ": " + firstLine(answer.error()));
    }
    List<Commit> all = new ArrayList<>();
    for (String line : answer.out().lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length == 2 && !words[0].equals("commit")) {
        all.add(new Commit(words[0], Instant.ofEpochSecond(Long.parseLong(words[1]))));
      }
    }
    List<Commit> newest = new ArrayList<>(all.subList(0, Math.min(limit, all.size())));
    Collections.reverse(newest);
    Commit before = newest.isEmpty() ? to : parent(newest.get(0));
    return new History(from, before, List.copyOf(newest), all.size());
  }

  private static String orHead(String revision) {
    return revision.isEmpty() ? "HEAD" : revision;
  }

  private Commit parent(Commit commit) {
    Objects.Stored stored = objects.read(commit.hash()).orElseThrow(() -> unknown(commit.hash()));
    return match(PARENT, stored).map(hash -> at(hash).commit()).orElse(commit);
  }

  private static Commit commit(Objects.Stored stored) {
    long seconds = match(DATE, stored).map(Long::parseLong).orElse(0L);
    return new Commit(stored.hash(), Instant.ofEpochSecond(seconds));
  }

  /** In the header alone: a message may say anything. */
  private static Optional<String> match(Pattern pattern, Objects.Stored commit) {
    String text = new String(commit.bytes(), StandardCharsets.UTF_8);
    int end = text.indexOf("\n\n");
    Matcher matcher = pattern.matcher(end < 0 ? text : text.substring(0, end));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Ends the process that reads it. */
  @Override
  public void close() {
    objects.close();
  }
}
