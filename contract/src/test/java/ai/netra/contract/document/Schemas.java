package ai.netra.contract.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of records: names as on the wire, required unless nullable. */
final class Schemas {

  private final SchemaBuilder builder;

  Schemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withDefinitionNamingStrategy(
            (key, context) ->
                context
                    .getTypeContext()
                    .getSimpleTypeDescription(key.getType())
                    .replaceAll("[^A-Za-z0-9]+", "_")
                    .replaceAll("_$", ""));
    config
        .forFields()
        .withPropertyNameOverrideResolver(Schemas::wireName)
        .withNullableCheck(field -> nullable(field) && !omitted(field))
        .withRequiredCheck(field -> !nullable(field));
    this.builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** A reference to the type's schema, which {@link #definitions()} will hold. */
  ObjectNode reference(Type type) {
    return builder.createSchemaReference(type);
  }

  /** All schemas that were referred to. */
  ObjectNode definitions() {
    return builder.collectDefinitions("components/schemas");
  }

  private static @Nullable String wireName(FieldScope field) {
    JsonProperty property = field.getAnnotationConsideringFieldAndGetter(JsonProperty.class);
    return property == null ? null : property.value();
  }

  private static boolean nullable(FieldScope field) {
    return Arrays.stream(field.getRawMember().getAnnotatedType().getAnnotations())
        .anyMatch(Nullable.class::isInstance);
  }

  /** Whether a null member is left out rather than written. */
  private static boolean omitted(FieldScope field) {
    JsonInclude include = field.getDeclaringType().getErasedType().getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_NULL;
  }
}
