package dev.mitigauge.http;

/** What came of starting the service. */
public sealed interface Started {

    /**
     * It listens.
     *
     * @param host as in the settings
     * @param secure whether it is reached by HTTPS
     * @param port the one it listens at, even if the settings left it open
     */
    record Listening(boolean secure, String host, int port) implements Started {

        /** Its address, such as {@code http://127.0.0.1:8080}. */
        public String url() {
            String literal = host.contains(":") ? "[" + host + "]" : host;
            return (secure ? "https://" : "http://") + literal + ":" + port;
        }
    }

    /**
     * It does not.
     *
     * @param message why, lower case, without full stop
     * @param remedy what to do about it
     */
    record Refused(String message, String remedy) implements Started {}
}
