package dev.mitigauge.bench.endurance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Callers who connect and do not go on: half a head, half a body, an answer that nobody reads, a stream that nobody reads, and who leave rudely. */
final class Dawdlers {

    private static final int OF_EACH = 20;
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private static final List<String> BEGINNINGS = List.of(
            "",
            "POST /api/v1/asse",
            "POST /api/v1/assessments HTTP/1.1\r\n" + HOST + "Content-Type: text/mark",
            "POST /api/v1/assessments HTTP/1.1\r\n" + HOST
                    + "Content-Type: text/markdown\r\nContent-Length: 6000\r\n\r\n# Release\n\n- [ ] Rest",
            ("GET /api/v1/projects/parcels-1/assessments?limit=100 HTTP/1.1\r\n" + HOST + "\r\n").repeat(20),
            "GET /api/v1/events HTTP/1.1\r\n" + HOST + "Last-Event-ID: 0\r\n\r\n");

    private Dawdlers() {}

    /** They come, stay, and go without a word. */
    static void visit(int port, long millis) throws IOException, InterruptedException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < OF_EACH; i++) {
                for (String beginning : BEGINNINGS) {
                    open.add(begin(port, beginning));
                }
            }
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            for (Socket each : open) {
                each.close();
            }
        }
    }

    /** Lingering for no time resets the connection when it is closed. */
    private static Socket begin(int port, String beginning) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoLinger(true, 0);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
