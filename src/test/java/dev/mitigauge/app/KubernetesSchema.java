package dev.mitigauge.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What Kubernetes itself would say of an object: keys that it does not know, keys that must be there, values of another type. For its own
 * objects by its Java client, which is generated from its published schema; for those of the Prometheus operator by the models of fabric8.
 */
final class KubernetesSchema {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final Map<String, Class<?>> OPERATOR =
            Map.of("ServiceMonitor", ServiceMonitor.class, "PrometheusRule", PrometheusRule.class);

    private static final JsonMapper STRICT = strict();

    private KubernetesSchema() {}

    /** What is wrong with the object, empty if nothing is. */
    static List<String> problems(JsonNode object) {
        String version = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        try {
            return version.startsWith("monitoring.coreos.com/")
                    ? operatorProblems(object, kind)
                    : ownProblems(object, model(version, kind));
        } catch (ClassNotFoundException e) {
            return List.of("there is no " + kind + " in " + version);
        }
    }

    private static Class<?> model(String version, String kind) throws ClassNotFoundException {
        String plain = version.substring(version.indexOf('/') + 1);
        return Class.forName(MODELS + plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1) + kind);
    }

    private static List<String> ownProblems(JsonNode object, Class<?> model) {
        try {
            model.getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
        } catch (InvocationTargetException e) {
            return List.of(String.valueOf(e.getTargetException().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a model of another make", e);
        }
        return changed("", object, tree(JSON.serialize(JSON.deserialize(object.toString(), model))));
    }

    /** Scalars that the model understood as something else: it takes the text "2" for the number, Kubernetes does not. */
    private static List<String> changed(String path, JsonNode written, JsonNode understood) {
        List<String> problems = new ArrayList<>();
        if (written.isObject()) {
            written.properties()
                    .forEach(field -> problems.addAll(
                            changed(path + "/" + field.getKey(), field.getValue(), understood.path(field.getKey()))));
        } else if (written.isArray()) {
            for (int i = 0; i < written.size(); i++) {
                problems.addAll(changed(path + "/" + i, written.get(i), understood.path(i)));
            }
        } else if (!written.equals(understood)) {
            problems.add(path + " is " + written + ", but must be " + understood);
        }
        return problems;
    }

    private static List<String> operatorProblems(JsonNode object, String kind) throws ClassNotFoundException {
        Class<?> model = OPERATOR.get(kind);
        if (model == null) {
            throw new ClassNotFoundException(kind);
        }
        try {
            STRICT.treeToValue(object, model);
            return List.of();
        } catch (JsonProcessingException e) {
            return List.of(e.getOriginalMessage());
        }
    }

    private static JsonNode tree(String json) {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON", e);
        }
    }

    /** Without the catch-all of the models, which would take any key, and without a number for a text or a text for a number. */
    private static JsonMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}
