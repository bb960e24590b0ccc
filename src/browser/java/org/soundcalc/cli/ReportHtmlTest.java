package org.soundcalc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The pages are HTML by the checker of the W3C. */
class ReportHtmlTest {
  private static final long STACK = 64L << 20;

  @TempDir private Path folder;

  /** Collects errors; warnings are left out: the checker does not know hashes of inline style. */
  private static final class Errors implements ErrorHandler {
    private final List<String> found = new ArrayList<>();

    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) {
      found.add(
          exception.getSystemId()
              + ":"
              + exception.getLineNumber()
              + ": "
              + exception.getMessage());
    }

    @Override
    public void fatalError(SAXParseException exception) {
      error(exception);
    }
  }

  /** On a stack that is deep enough for the checker's schema. */
  private static List<String> errors(List<Path> pages) throws Exception {
    FutureTask<List<String>> task = new FutureTask<>(() -> check(pages));
    new Thread(null, task, "checker", STACK).start();
    return task.get();
  }

  private static List<String> check(List<Path> pages) throws Exception {
    Errors errors = new Errors();
    SimpleDocumentValidator checker = new SimpleDocumentValidator();
    checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, errors);
    checker.setUpValidatorAndParsers(errors, false, false);
    for (Path page : pages) {
      checker.checkHtmlInputSource(new InputSource(page.toUri().toString()));
    }
    return errors.found;
  }

  @Test
  void everyPageIsValid() throws Exception {
    List<Path> pages = new ArrayList<>(ReportSites.pages(ReportSites.ofZkvms(folder)));
    pages.addAll(ReportSites.pages(ReportSites.ofHostileNames(folder)));
    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(errors(pages)).isEmpty();
  }

  @Test
  void whatIsNotValidIsFound() throws Exception {
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>x</title><ul><p>not in a"
            + " list</ul></html>");
    assertThat(errors(List.of(page))).hasSize(1);
  }
}
