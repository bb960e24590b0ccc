package org.soundcalc.io.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soundcalc.model.keys.Limits;

class InputsTest {
  @TempDir private Path folder;

  private static Inputs read(String... arguments) {
    InputStream in = new ByteArrayInputStream("# stdin".getBytes(StandardCharsets.UTF_8));
    return Inputs.read(List.of(arguments), in);
  }

  private static List<String> labels(Inputs inputs) {
    return inputs.sources().stream().map(SourceFile::label).toList();
  }

  private static List<String> errors(Inputs inputs) {
    return inputs.diagnostics().stream().map(Diagnostic::text).toList();
  }

  private String file(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "# " + name).toString();
  }

  @Test
  void filesAndStandardInputInTheirOrder() throws IOException {
    String b = file("b.toml");
    String a = file("a.conf");

    Inputs inputs = read(b, "-", a);

    assertThat(inputs.diagnostics()).isEmpty();
    assertThat(labels(inputs)).containsExactly(b, "<stdin>", a);
    assertThat(inputs.sources().get(1).bytes()).asString().isEqualTo("# stdin");
  }

  @Test
  void whatCouldNotBeReadStaysInItsPlace() throws IOException {
    String b = file("b.toml");
    String a = file("a.conf");

    assertThat(read(b, "missing", "-", a, a).map(SourceFile::label, Diagnostic::text))
        .containsExactly(
            b,
            "missing: error: there is no such file or folder",
            "<stdin>",
            a,
            a + ": error: this file is given twice");
  }

  @Test
  void aFolderStandsForItsTomlFiles() throws IOException {
    String b = file("b.toml");
    String a = file("a.toml");
    file("c.txt");
    Files.createDirectory(folder.resolve("d.toml"));

    Inputs inputs = read(folder.toString());

    assertThat(inputs.diagnostics()).isEmpty();
    assertThat(labels(inputs)).containsExactly(a, b);
  }

  @Test
  void aFolderWithoutThemIsAnError() {
    assertThat(errors(read(folder.toString())))
        .containsExactly(folder + ": error: the folder has no .toml files");
  }

  @Test
  void oneProblemDoesNotHideAnother() throws IOException {
    String a = file("a.toml");

    Inputs inputs = read("missing.toml", a, "other/missing", "nul\0");

    assertThat(labels(inputs)).containsExactly(a);
    assertThat(errors(inputs))
        .containsExactly(
            "missing.toml: error: there is no such file or folder",
            "other/missing: error: there is no such file or folder",
            "nul\uFFFD: error: this is not the name of a file");
  }

  @Test
  void nothingIsReadTwice() throws IOException {
    String a = file("a.toml");
    String other = Files.createSymbolicLink(folder.resolve("z.toml"), Path.of(a)).toString();

    assertThat(errors(read(a, a, other, "-", "-")))
        .containsExactly(
            a + ": error: this file is given twice",
            other + ": error: this file is given twice, also as " + a,
            "<stdin>: error: this file is given twice");
    assertThat(errors(read(folder.toString(), a)))
        .containsExactly(
            other + ": error: this file is given twice, also as " + a,
            a + ": error: this file is given twice");
  }

  @Test
  void largeFilesAreRefused() throws IOException {
    String large = folder.resolve("large.toml").toString();
    Files.write(Path.of(large), new byte[Limits.FILE_BYTES + 1]);
    String full = folder.resolve("full.toml").toString();
    Files.write(Path.of(full), new byte[Limits.FILE_BYTES]);

    Inputs inputs = read(large, full);

    assertThat(labels(inputs)).containsExactly(full);
    assertThat(errors(inputs)).containsExactly(large + ": error: the file has over 4 MiB");
    Inputs endless = Inputs.read(List.of("-"), new EndlessInput());
    assertThat(errors(endless)).containsExactly("<stdin>: error: the file has over 4 MiB");
  }

  @Test
  void aFifoIsNotWaitedFor() throws IOException, InterruptedException {
    Path fifo = folder.resolve("fifo.toml");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    new ProcessBuilder("/usr/bin/mkfifo", fifo.toString()).start().waitFor();

    Inputs inputs = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(fifo.toString()));

    assertThat(errors(inputs))
        .containsExactly(fifo + ": error: this is not a regular file; use - for standard input");
    assertThat(
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(folder.toString()))
                .diagnostics())
        .hasSize(1);
  }

  @Test
  void unreadableFiles() throws IOException {
    Path secret = Path.of(file("secret.toml"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(secret), "needs a user who is not root");

    assertThat(errors(read(secret.toString())))
        .containsExactly(secret + ": error: permission denied");
  }

  @Test
  void brokenStandardInput() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThat(errors(Inputs.read(List.of("-"), closed)))
        .containsExactly("<stdin>: error: cannot be read: Stream closed");
  }

  @Test
  void aTomlFileOfTheFolderIsLoaded() throws IOException {
    Stream.of("a.toml", "b.toml").forEach(name -> write(name, Loading.ZKEVM + Loading.CIRCUIT));
    ZkvmLoader loader = new ZkvmLoader(List.of(new TestFamily()));

    assertThat(read(folder.toString()).sources())
        .allMatch(source -> loader.load(source, List.of()).zkvm().isPresent());
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Zeros without end. */
  private static final class EndlessInput extends InputStream {
    @Override
    public int read() {
      return 0;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return length;
    }
  }
}
