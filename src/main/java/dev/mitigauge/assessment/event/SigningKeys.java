package dev.mitigauge.assessment.event;

import dev.mitigauge.assessment.Secret;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the secret that webhooks are signed with, as Standard Webhooks writes it. */
final class SigningKeys {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private SigningKeys() {}

    static List<byte[]> parse(@Nullable Secret secret) {
        List<byte[]> keys = new ArrayList<>();
        for (String each :
                secret == null ? new String[0] : secret.reveal().strip().split(" +", -1)) {
            keys.add(key(each));
        }
        if (keys.size() > 2) {
            throw wrong();
        }
        return keys;
    }

    private static byte[] key(String text) {
        try {
            byte[] key =
                    text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : new byte[0];
            if (key.length >= LEAST_BYTES && key.length <= MOST_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(); // without the cause, which may quote it
        }
        throw wrong();
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("webhooks.secret must be `" + PREFIX + "` and " + LEAST_BYTES + " to "
                + MOST_BYTES + " bytes in Base64, or two of these with a blank in between:"
                + " echo whsec_$(openssl rand -base64 32)");
    }
}
