package dev.mitigauge.app.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one package: its record, and the name under which they stand in the settings file.
 *
 * @param name such as {@code http}
 * @param defaults the record with the value of every setting if nobody says anything
 */
public record Section<R extends Record>(String name, R defaults) {

    /** The settings of the section, in the order of the record. */
    List<Key> keys() {
        return Arrays.stream(components()).map(this::key).toList();
    }

    /**
     * The record with these values.
     *
     * @throws IllegalArgumentException if the record refuses them; its message begins with the name of the key at fault
     */
    R with(List<? extends @Nullable Object> values) {
        try {
            return type().getDeclaredConstructor(types()).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException("settings record " + type().getName() + " fails", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record " + type().getName() + " can't be made", e);
        }
    }

    @Nullable
    Object value(R settings, Key key) {
        return Arrays.stream(components())
                .filter(component -> key(component).name().equals(key.name()))
                .findFirst()
                .map(component -> value(settings, component))
                .orElse(null);
    }

    private Key key(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Key(
                name + "." + component.getName(), Kind.of(component.getType()), nullable, value(defaults, component));
    }

    @SuppressWarnings("unchecked") // the class of a record of type R is a Class<R>: records are final
    private Class<R> type() {
        return (Class<R>) defaults.getClass();
    }

    private RecordComponent[] components() {
        return type().getRecordComponents();
    }

    private Class<?>[] types() {
        return Arrays.stream(components()).map(RecordComponent::getType).toArray(Class<?>[]::new);
    }

    private @Nullable Object value(R settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("settings record " + type().getName() + " can't be read", e);
        }
    }
}
