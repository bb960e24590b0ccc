import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares bills of materials with the schema of CycloneDX 1.6, by another validator than that of
 * the plugin which writes them. The schema comes from the class path; nothing is fetched.
 */
final class CheckSbom {
  private static final String SCHEMAS = "http://cyclonedx.org/schema";

  private CheckSbom() {}

  public static void main(String[] files) throws Exception {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(SCHEMAS, "classpath:")));
    Schema schema = registry.getSchema(SchemaLocation.of(SCHEMAS + "/bom-1.6.schema.json"));
    int faults = 0;
    for (String file : files) {
      List<Error> errors = schema.validate(Files.readString(Path.of(file)), InputFormat.JSON);
      errors.forEach(error -> System.err.println(file + ": " + error));
      faults += errors.size();
    }
    System.exit(faults == 0 ? 0 : 1);
  }
}
