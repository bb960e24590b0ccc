package org.soundcalc.io.revision;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.soundcalc.model.keys.Limits;

/** The objects of a repository, asked for one after the other of one process of git. */
final class Objects implements AutoCloseable {
  /** Trees of folders with very many files may be larger than a file may. */
  private static final long LARGEST = 64L * Limits.FILE_BYTES;

  private final Process process;
  private final OutputStream names;
  private final InputStream answers;

  private final boolean isPartial;

  Objects(Path directory, boolean isPartial) {
    this.isPartial = isPartial;
    process = Git.start(directory, "cat-file", "--batch");
    names = process.getOutputStream();
    answers = new BufferedInputStream(process.getInputStream());
    // what git has to say to people would fill its pipe: a missing answer says enough
    Thread drain = new Thread(() -> drain(process.getErrorStream()), "git errors");
    drain.setDaemon(true);
    drain.start();
  }

  /**
   * An object.
   *
   * @param hash its name
   * @param type commit, tree, blob or tag
   * @param size its bytes
   * @param bytes them, unless they are more than are read of any
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, never compared
  record Stored(String hash, String type, long size, byte[] bytes) {
    boolean is(String kind) {
      return type.equals(kind);
    }
  }

  /** The object of a name, such as a hash or {@code main^{commit}}; nothing where there is none. */
  synchronized Optional<Stored> read(String name) {
    if (name.chars().anyMatch(c -> c < ' ')) {
      return Optional.empty(); // no name has such characters, and a line end would start another
    }
    try {
      names.write((name + "\n").getBytes(StandardCharsets.UTF_8));
      names.flush();
      String header = line();
      String[] words = header.split(" ", -1);
      // anything else ends in missing or ambiguous
      if (words.length != 3 || !words[2].matches("\\d+") || !words[0].matches("[0-9a-f]{40,}")) {
        return Optional.empty();
      }
      long size = Long.parseLong(words[2]);
      boolean isRead = size <= LARGEST;
      byte[] bytes = isRead ? answers.readNBytes((int) size) : new byte[0];
      answers.skipNBytes(isRead ? 1 : size + 1);
      return Optional.of(new Stored(words[0], words[1], size, bytes));
    } catch (IOException e) {
      throw missing(); // git ends where it may not fetch what it promises
    }
  }

  /** That an object which a commit names is not there. */
  RevisionException missing() {
    return new RevisionException(
        isPartial
            ? "its content is not in this partial clone: run git fetch --refetch --no-filter"
            : "its content is missing in the repository: run git fsck");
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = answers.read(); c != '\n'; c = answers.read()) {
      if (c < 0) {
        throw new IOException("the answer ends early");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private static void drain(InputStream errors) {
    try (errors) {
      errors.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the process has ended
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
