package dev.mitigauge.rules;

import dev.mitigauge.facts.Fact;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads and changes single components of facts, all of which are records. */
final class Fields {

    /** The virtual machine puts them together anew for each who asks it. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Fields() {}

    /** The same fact with another value of one component. */
    static Fact with(Fact fact, String component, @Nullable Object value) {
        RecordComponent[] components = COMPONENTS.get(fact.getClass());
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(component) ? value : value(fact, components[i]);
        }
        try {
            Constructor<? extends Fact> constructor = fact.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't change " + component + " of " + fact, e);
        }
    }

    /** The value of one component. */
    static @Nullable Object value(Fact fact, String component) {
        return Arrays.stream(COMPONENTS.get(fact.getClass()))
                .filter(each -> each.getName().equals(component))
                .map(each -> java.util.Optional.ofNullable(value(fact, each)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + component + " in " + fact))
                .orElse(null);
    }

    private static @Nullable Object value(Fact fact, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + component.getName() + " of " + fact, e);
        }
    }
}
