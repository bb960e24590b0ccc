package org.soundcalc.io.revision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.soundcalc.io.revision.TreeEntries.Entry;
import org.soundcalc.io.revision.TreeEntries.Kind;
import org.soundcalc.model.keys.Limits;

/** The files of a repository as they are at a revision. */
public final class Snapshot {
  private static final byte[] LARGE_FILE_POINTER =
      "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final Objects objects;
  private final String revision;
  private final Commit commit;
  private final String tree;

  Snapshot(Objects objects, String revision, Commit commit, String tree) {
    this.objects = objects;
    this.revision = revision;
    this.commit = commit;
    this.tree = tree;
  }

  /** {@return the commit that the revision names} */
  public Commit commit() {
    return commit;
  }

  /**
   * {@return whether there is a folder of this path, which is not a file}
   *
   * @param path from the root of the repository, with {@code /}; empty for the root
   * @throws RevisionException if there is nothing, or something that cannot be read from a commit
   */
  public boolean isFolder(String path) {
    return entry(path).kind() == Kind.FOLDER;
  }

  /**
   * {@return the file of a path}
   *
   * @param path from the root of the repository, with {@code /}
   * @throws RevisionException if there is none
   */
  public RevisionFile file(String path) {
    Entry entry = entry(path);
    if (entry.kind() == Kind.FOLDER) {
      throw new RevisionException("this is a folder at " + revision);
    }
    return new RevisionFile(path, entry.hash());
  }

  /**
   * {@return the file of a path; nothing where there is nothing of that name}
   *
   * @param path from the root of the repository, with {@code /}
   * @throws RevisionException if there is something, and no file of this repository
   */
  public Optional<RevisionFile> find(String path) {
    return walk(path).isEmpty() ? Optional.empty() : Optional.of(file(path));
  }

  /**
   * {@return the files directly in a folder, by name}
   *
   * @param path of the folder, from the root of the repository, with {@code /}
   * @param ending how their names end, such as {@code .toml}
   * @throws RevisionException if there is no such folder, or such a name stands for a symbolic link
   *     or a submodule
   */
  public List<RevisionFile> files(String path, String ending) {
    List<RevisionFile> files = new ArrayList<>();
    for (Map.Entry<String, Entry> each : entries(entry(path).hash()).entrySet()) {
      Kind kind = each.getValue().kind();
      if (each.getKey().endsWith(ending) && kind != Kind.FOLDER) {
        if (kind != Kind.FILE) {
          throw unreadable(each.getKey(), kind);
        }
        String name = path.isEmpty() ? each.getKey() : path + "/" + each.getKey();
        files.add(new RevisionFile(name, each.getValue().hash()));
      }
    }
    files.sort(Comparator.comparing(RevisionFile::name));
    return List.copyOf(files);
  }

  /**
   * {@return the content of a file}
   *
   * @param file of this snapshot
   * @throws RevisionException if it is not there, over the limit of files, or elsewhere: a pointer
   *     of Git LFS
   */
  public byte[] read(RevisionFile file) {
    Objects.Stored blob = stored(file.blob(), "blob");
    if (blob.size() > Limits.FILE_BYTES) {
      throw new RevisionException("the file has over " + (Limits.FILE_BYTES >> 20) + " MiB");
    }
    if (startsWith(blob.bytes(), LARGE_FILE_POINTER)) {
      throw new RevisionException(
          "at %s this is a pointer of Git LFS, its content is elsewhere: get it with git lfs smudge"
              .formatted(revision));
    }
    return blob.bytes();
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private Entry entry(String path) {
    return walk(path)
        .orElseThrow(
            () ->
                new RevisionException(
                    "there is no such file or folder at %s (git ls-tree -r --name-only %s lists all)"
                        .formatted(revision, commit.shortHash())));
  }

  /** Walked from the root, to say what is on the way to it. */
  private Optional<Entry> walk(String path) {
    Entry entry = new Entry(Kind.FOLDER, tree);
    String walked = "";
    for (String name : path.isEmpty() ? new String[0] : path.split("/")) {
      walked = walked.isEmpty() ? name : walked + "/" + name;
      Optional<Entry> next =
          entry.kind() == Kind.FOLDER
              ? Optional.ofNullable(entries(entry.hash()).get(name))
              : Optional.empty();
      if (next.isEmpty()) {
        return next;
      }
      entry = next.get();
      if (entry.kind() == Kind.LINK || entry.kind() == Kind.SUBMODULE) {
        throw unreadable(walked, entry.kind());
      }
    }
    return Optional.of(entry);
  }

  private RevisionException unreadable(String path, Kind kind) {
    return new RevisionException(
        kind == Kind.LINK
            ? "at %s %s is a symbolic link: name what it points to".formatted(revision, path)
            : "at %s %s is a submodule: its files are in its own repository, name a path and a revision there"
                .formatted(revision, path));
  }

  private Map<String, Entry> entries(String hash) {
    return TreeEntries.of(stored(hash, "tree"));
  }

  private Objects.Stored stored(String hash, String type) {
    return objects.read(hash).filter(found -> found.is(type)).orElseThrow(objects::missing);
  }
}
