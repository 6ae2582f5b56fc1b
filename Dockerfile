# syntax=docker/dockerfile:1
# The images of a command node, of a query node and of the card gateway's simulator:
#   docker build --build-arg SIDE=command -t firstcome/command-node:0.1.0 .
#   docker build --build-arg SIDE=query -t firstcome/query-node:0.1.0 .
#   docker build --target simulator -t firstcome/gateway-simulator:0.1.0 .

FROM maven:3.9.16-eclipse-temurin-25-noble AS build
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/var/cache/maven \
    mvn -B --no-transfer-progress -Dmaven.repo.local=/var/cache/maven -Dmaven.test.skip=true \
      package -pl command-node,query-node,gateway-simulator -am && \
    mvn -B --no-transfer-progress -Dmaven.repo.local=/var/cache/maven \
      dependency:copy-dependencies -pl gateway-simulator -DincludeScope=runtime -DoutputDirectory=target/lib
# Three layers of an image: libraries of others, which seldom change; our own jars; the jar that is started.
RUN <<END
for module in command-node query-node gateway-simulator; do
  mkdir -p "/out/$module/lib" "/out/$module/own/lib"
  cp "$module"/target/lib/*.jar "/out/$module/lib/"
  for pom in */pom.xml; do
    find "/out/$module/lib" -name "${pom%/pom.xml}-[0-9]*.jar" -exec mv -t "/out/$module/own/lib" {} +
  done
done
cp command-node/target/command-node.jar /out/command-node/app.jar
cp query-node/target/query-node.jar /out/query-node/app.jar
cp gateway-simulator/target/gateway-simulator-*.jar /out/gateway-simulator/app.jar
END

FROM eclipse-temurin:25.0.4_7-jre-noble AS base
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin firstcome && \
    install -d -o firstcome /var/lib/firstcome
COPY --chmod=755 compose/healthcheck.sh /usr/local/bin/healthcheck
WORKDIR /app
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=2m --retries=3 CMD ["healthcheck"]

FROM base AS simulator
COPY --from=build /out/gateway-simulator/lib lib/
COPY --from=build /out/gateway-simulator/app.jar app.jar
ENV HEALTH_PORT=8099 HEALTH_PATH=/simulator/captured
EXPOSE 8099
USER 10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
    "-cp", "/app/app.jar:/app/lib/*", "io.firstcome.gateway.GatewaySimulator", \
    "--host", "0.0.0.0", "--journal", "/var/lib/firstcome/journal.jsonl"]

FROM base AS node
# command or query
ARG SIDE=command
COPY --from=build /out/${SIDE}-node/lib lib/
COPY --from=build /out/${SIDE}-node/own/lib lib/
COPY --from=build /out/${SIDE}-node/app.jar app.jar
# Readiness: traffic is wanted. Compose does not restart a container that is unhealthy, so it may well say no.
ENV HEALTH_PORT=8080 HEALTH_PATH=/actuator/health/readiness
EXPOSE 8080 8081
USER 10001
# JDK_JAVA_OPTIONS has further options, such as -Xmx2g.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders", \
    "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
    "-Daxoniq.update-checker.disabled=true", "-Ddisable-axoniq-console-message=true", "-jar", "/app/app.jar"]
