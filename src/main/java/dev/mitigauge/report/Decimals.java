package dev.mitigauge.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.mitigauge.assessment.account.Account;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Rounds the numbers of the answer: points out of a hundred to one decimal, everything else to three. */
final class Decimals extends BeanSerializerModifier {
    private static final long serialVersionUID = 1;

    /** Components that count points from 0 to 100. */
    private static final Set<String> POINTS =
            Set.of("score", "cap", "gain", "readinessAfter", "readinessScore", "deferredRiskScore");

    /** Parts that shall add up for whoever adds them. */
    private static final Set<Class<?>> EXACT = Set.of(Account.class, Account.Contribution.class);

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
        if (EXACT.contains(bean.getBeanClass())) {
            return properties;
        }
        for (BeanPropertyWriter property : properties) {
            Class<?> type = property.getType().getRawClass();
            if (type == double.class || type == Double.class) {
                property.assignSerializer(new Rounded(POINTS.contains(property.getName()) ? 1 : 3));
            }
        }
        return properties;
    }

    /** The value rounded half up; what is not a number stays what it is. */
    static double round(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double scaled = value * scale;
        return Double.isFinite(scaled) && Math.abs(scaled) < Long.MAX_VALUE ? Math.round(scaled) / scale : value;
    }

    private static final class Rounded extends StdSerializer<Object> {
        private static final long serialVersionUID = 1;
        private final int decimals;

        Rounded(int decimals) {
            super(Object.class);
            this.decimals = decimals;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(round((Double) value, decimals));
        }
    }
}
