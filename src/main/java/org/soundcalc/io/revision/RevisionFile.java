package org.soundcalc.io.revision;

/**
 * A file at a revision.
 *
 * @param path from the root of the repository, with {@code /}
 * @param blob the name of its content: the same content has the same name at every revision
 */
public record RevisionFile(String path, String blob) {
  /** {@return its name in its folder} */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
