package org.soundcalc.io.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.soundcalc.io.estimate.EstimateCaveats;
import org.soundcalc.model.Accounting;
import org.soundcalc.testing.Printed;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What is written is read back by the JDK's parser. */
class JunitTest {
  @Test
  void keepsToTheStructureThatReadersKnow() throws Exception {
    validate(write(GateSamples.report()));
    validate(
        write(
            new GateReport(
                "1.2.3",
                new EstimateCaveats(Accounting.SOUNDCALC, List.of()),
                List.of(),
                List.of(),
                0)));
  }

  @Test
  void otherStructuresWouldBeNoticed() throws Exception {
    String xml = write(GateSamples.report());
    for (String part :
        List.of(
            " time=\"0\"",
            " type=\"min-bits\"",
            " classname=\"Vela (vela.toml)\"",
            " value=\"soundcalc\"")) {
      assertThatThrownBy(() -> validate(xml.replace(part, ""))).isInstanceOf(SAXException.class);
    }
  }

  @Test
  void suitesAreZkvmsAndCasesAreRequirements() throws Exception {
    Document document = parse(write(GateSamples.report()));
    assertThat(attributes(document, "testsuite", "name"))
        .containsExactly("Orion", GateSamples.ODD + " 1.0, 2:0", "Vela", "Lynx", "Lyra 2.0.1");
    assertThat(attributes(document, "testcase", "name"))
        .contains("at least 60 bits", "final proof of at most 300 KiB in the worst case")
        .hasSize(10);
    assertThat(attributes(document, "testcase", "classname"))
        .startsWith("Orion (zkvms/orion.toml)", "Orion (zkvms/orion.toml)")
        .contains("Vela (vela.toml)");
  }

  @Test
  void everySuiteSaysHowErrorsWereCounted() throws Exception {
    String xml = write(GateSamples.strict());
    validate(xml);
    assertThat(attributes(parse(xml), "property", "name")).hasSize(5).containsOnly("accounting");
    assertThat(attributes(parse(xml), "property", "value")).containsOnly("strict");
    Document usual = parse(write(GateSamples.report()));
    assertThat(attributes(usual, "property", "value")).hasSize(5).containsOnly("soundcalc");
  }

  @Test
  void countsAreThoseOfTheCases() throws Exception {
    Document document = parse(write(GateSamples.report()));
    assertThat(attributes(document, "testsuite", "tests")).containsOnly("2");
    assertThat(attributes(document, "testsuite", "failures"))
        .containsExactly("1", "2", "0", "1", "1");
    assertThat(attributes(document, "testsuites", "tests")).containsExactly("10");
    assertThat(attributes(document, "testsuites", "failures")).containsExactly("5");
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(5);
  }

  @Test
  void failureNamesEveryKeyToChange() throws Exception {
    Element failure =
        elements(parse(write(GateSamples.report(GateSamples.odd()))), "failure").get(0);
    assertThat(failure.getAttribute("type")).isEqualTo("min-bits");
    assertThat(failure.getAttribute("message")).startsWith(GateSamples.ODD + " is 1 bit short");
    assertThat(failure.getTextContent())
        .contains(
            GateSamples.ODD_FILE + ":12:15: " + GateSamples.ODD + " is 1 bit short of 60 in UDR",
            "\n" + GateSamples.ODD_FILE + ":20:1: second has no figure that counts");
  }

  /** Many readers show nothing of a case that passed but its name. */
  @Test
  void nameAndOutputSayWhatIsNotProven() throws Exception {
    Document document = parse(write(GateSamples.report(GateSamples.vela())));
    assertThat(attributes(document, "testcase", "name").get(0))
        .isEqualTo("at least 60 bits (NOT PROVEN: capacity is refuted)");
    assertThat(elements(document, "system-out").get(0).getTextContent()).contains("NOT PROVEN");
    assertThat(elements(document, "failure")).isEmpty();
    assertThat(write(GateSamples.report(GateSamples.lyra()))).doesNotContain("NOT PROVEN");
  }

  @Test
  void warningsAreInTheOutput() throws Exception {
    Document document = parse(write(GateSamples.report(GateSamples.lyra())));
    assertThat(elements(document, "system-out").get(0).getTextContent())
        .isEqualTo(
            """
            121 bits in UDR, 60 required
            zkvms/lyra.toml:12: warning: circuit "最終": num_constraints is not given
            zkvms/lyra.toml: warning: a remark on the file\
            """);
  }

  /**
   * What XML cannot have or nobody sees is replaced, and what a parser would change is changed
   * already.
   */
  @Test
  void anyNameMakesADocument() throws Exception {
    String name = "\u0000\u0001\u001b[31m\uFFFE \uD800 \uDC00 a\nb\r\tc \u0085 \u2028 🦀";
    String source = "zkvms/\u0007\n.toml";
    Document document = parse(write(GateSamples.report(GateSamples.passing(source, name))));
    assertThat(attributes(document, "testsuite", "name"))
        .containsExactly("���[31m� � � a b  c � � 🦀");
    String failing = write(GateSamples.report(GateSamples.in(source, GateSamples.odd())));
    assertThat(elements(parse(failing), "failure").get(0).getTextContent())
        .startsWith("zkvms/�\n.toml:12:15: ");
  }

  private static String write(GateReport report) throws IOException {
    return Printed.of(Junit.of(report));
  }

  private static void validate(String xml) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(JunitTest.class.getResource("/junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static Document parse(String xml)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> attributes(Document document, String element, String attribute) {
    return elements(document, element).stream().map(e -> e.getAttribute(attribute)).toList();
  }
}
