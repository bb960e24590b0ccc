package org.soundcalc.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A release of the repository OWNER/soundcalc, in a folder that stands for the server.
 *
 * @param server the folder
 * @param version such as 1.2.3
 */
public record Release(Path server, String version) {
  private static final Map<String, String> NEW_ZIP =
      Map.of("create", "true", "enablePosixFileAttributes", "true");

  /** Writes a release whose launcher is a script, and its sums. */
  public static Release write(Path server, String version, String launcher) throws IOException {
    Release release = new Release(server, version);
    Files.createDirectories(release.archive().getParent());
    try (FileSystem zip = FileSystems.newFileSystem(release.archive(), NEW_ZIP)) {
      Path root = Files.createDirectory(zip.getPath("soundcalc-" + version));
      Path script = Files.writeString(root.resolve("soundcalc"), launcher);
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    release.list(release.sum());
    return release;
  }

  /** Adds the archive that brings its own Java, with the same script for a launcher. */
  public void addRuntime(String launcher) throws IOException, InterruptedException {
    String name = "soundcalc-" + version + "-linux-x64";
    Path downloads = archive().getParent();
    Path root = Files.createDirectory(downloads.resolve(name));
    Path script = Files.writeString(root.resolve("soundcalc"), launcher);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    String pack = "tar -czf %1$s.tar.gz %1$s && sha256sum %1$s.tar.gz >>SHA256SUMS";
    List<String> command = List.of("sh", "-c", pack.formatted(name));
    ShellRun run = ShellRun.of(downloads, Map.of(), command);
    assertEquals(0, run.code(), run.output());
  }

  /** The archive. */
  public Path archive() {
    return server.resolve(
        "OWNER/soundcalc/releases/download/v%1$s/soundcalc-%1$s.zip".formatted(version));
  }

  /** The SHA-256 of the archive, in digits and letters a to f. */
  public String sum() throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(archive())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes SHA256SUMS, with a sum for the archive, and one of another file. */
  public void list(String sum) throws IOException {
    Files.writeString(
        archive().resolveSibling("SHA256SUMS"),
        "%s  other.zip\n%s  %s\n".formatted("0".repeat(64), sum, archive().getFileName()));
  }
}
