package ai.netra.contract.document;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    config.forTypesInGeneral().withTypeAttributeOverride(Schemas::unwrap);
    config
        .forFields()
        .withIgnoreCheck(Schemas::unwrapped)
        .withTargetTypeOverridesResolver(Schemas::raw)
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
    return property == null ? snakeCase(field.getDeclaredName()) : property.value();
  }

  /** As the services' mapper writes a name that no annotation gives. */
  private static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
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

  /** JSON that is kept as text goes out as whatever it is. */
  private static @Nullable List<ResolvedType> raw(FieldScope field) {
    return field.getRawMember().isAnnotationPresent(JsonRawValue.class)
        ? List.of(field.getContext().resolve(Object.class))
        : null;
  }

  private static boolean unwrapped(FieldScope field) {
    return field.getRawMember().isAnnotationPresent(JsonUnwrapped.class);
  }

  /** What is unwrapped stands among the type's own members. */
  private static void unwrap(ObjectNode node, TypeScope scope, SchemaGenerationContext context) {
    Class<?> type = scope.getType().getErasedType();
    if (!type.isRecord()) {
      return;
    }
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(JsonUnwrapped.class)) {
        ResolvedType inner = context.getTypeContext().resolve(field.getGenericType());
        node.putArray("allOf").add(context.createDefinitionReference(inner));
      }
    }
  }
}
