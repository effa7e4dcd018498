# Builds Atelier from source, then keeps only the jars and a Java runtime.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml .
COPY src src
# The tests have run before an image is built (`mvn verify`).
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 atelier \
    && useradd --system --uid 10001 --gid atelier --home-dir /data --no-create-home atelier \
    && mkdir /data && chown atelier:atelier /data
COPY --from=build /src/target/atelier.jar /app/atelier.jar
COPY --from=build /src/target/lib /app/lib
# The class cache a start begins with, made by the very Java that will read it; without it the start is only slower.
RUN java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders \
    -XX:AOTCacheOutput=/app/atelier.aot -jar /app/atelier.jar rehearse || true
USER 10001:10001
WORKDIR /data
VOLUME /data
ENV ATELIER_DATA_DIR=/data \
    ATELIER_TERMINAL_OUT=/data/files
# Asks /readyz without curl: bash opens the connection itself.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${ATELIER_HTTP_PORT:-8080} && printf 'GET /readyz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-Xms16m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:TrimNativeHeapInterval=5000", "-XX:MaxRAMPercentage=75", "-XX:AOTCache=/app/atelier.aot", "-Xlog:aot=off,cds=off", "-jar", "/app/atelier.jar"]
CMD ["run"]
