package dev.mitigauge.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;

/** A bare Vert.x endpoint that takes any body and says hello: the limit of serving. */
public final class Hello {

    private Hello() {}

    /** Listens at 127.0.0.1 and the port that the only argument names. */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
                .requestHandler(request -> request.endHandler(end -> request.response()
                        .putHeader("content-type", "text/plain")
                        .end("hello")))
                .listen()
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    System.exit(1);
                });
    }
}
