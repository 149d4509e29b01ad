package support;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import java.util.List;

public final class Schemas {
  private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect();

  static List<String> validate(String name, String body) {
    Schema schema = REGISTRY.getSchema(Schemas.class.getResourceAsStream(name));
    return schema.validate(body).stream().map(Object::toString).toList();
  }
}
