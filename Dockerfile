# Builds and runs the service: docker build -t mitigauge . && docker run --rm -p 127.0.0.1:8080:8080 mitigauge
#
# Both images are pinned to a full version: the same commit gives the same image. Raise them together with the JDK.

FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY config/mitigauge.yaml config/mitigauge.yaml
COPY rules rules
COPY src src
# Tests run before an image is built, not inside it.
RUN mvn -B -ntp -DskipTests package && mkdir /build/data

FROM eclipse-temurin:17.0.15_6-jre-noble
LABEL org.opencontainers.image.title="mitigauge" \
      org.opencontainers.image.description="Rule-engine risk assessment of the documents in which teams write down what is not done" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="docker.io/library/eclipse-temurin:17.0.15_6-jre-noble"

COPY --from=build /build/target/lib /opt/mitigauge/lib
COPY --from=build /build/target/mitigauge.jar /opt/mitigauge/mitigauge.jar
# The classes of a run as the machine keeps them in memory, so that a start reads and checks them no more. Made by the very JVM that
# will use it; a JVM that it does not fit starts without it.
RUN java -XX:ArchiveClassesAtExit=/opt/mitigauge/mitigauge.jsa -XX:-UsePerfData -jar /opt/mitigauge/mitigauge.jar demo --once > /dev/null
# What people change stands outside of the program: mount a file or a directory over either.
COPY config/mitigauge.yaml /etc/mitigauge/mitigauge.yaml
COPY rules /etc/mitigauge/rules
COPY --from=build --chown=65532:65532 /build/data /var/lib/mitigauge

ENV LANG=C.UTF-8 \
    MITIGAUGE_CONFIG=/etc/mitigauge/mitigauge.yaml \
    MITIGAUGE_PATHS_RULES=/etc/mitigauge/rules \
    MITIGAUGE_PATHS_DATA=/var/lib/mitigauge

# A number, so that Kubernetes can see that it is not root.
USER 65532:65532
WORKDIR /var/lib/mitigauge
VOLUME ["/var/lib/mitigauge"]
EXPOSE 8080

# Asks where MITIGAUGE_HTTP_PORT and the settings file say the service listens; give a port there, not as an option.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["java", "-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:SharedArchiveFile=/opt/mitigauge/mitigauge.jsa", "-jar", "/opt/mitigauge/mitigauge.jar", "health"]

# The heap follows the limit of the container. No performance data file, so that nothing is written outside of the volume.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:SharedArchiveFile=/opt/mitigauge/mitigauge.jsa", "-Djava.io.tmpdir=/var/lib/mitigauge", "-jar", "/opt/mitigauge/mitigauge.jar"]
# Open to the network of the container, because nothing outside of it is reached otherwise: publish the port on the loopback
# address, or behind something that asks callers who they are.
CMD ["serve", "--host", "0.0.0.0", "--allow-open"]
