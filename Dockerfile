# The same program as skill/scripts/parallelize builds, with all that it needs to run programs.
#
#   docker build -t python-parallelization .
#   docker run -i --rm -v "$PWD:/work" -w /work python-parallelization stdio
#
# Programs run in a bubblewrap sandbox, which makes a user namespace: where Docker's default profile forbids that, verify
# answers sandbox-unavailable; --security-opt seccomp=unconfined --security-opt apparmor=unconfined allows it.
FROM debian:bookworm-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml SKILL.md ./
COPY skill skill
COPY src/main src/main
RUN mvn -B -q -DskipTests -Dspotless.check.skip package

FROM debian:bookworm-slim
# The MCP registry takes this as the proof that the image is the server that server.json names.
LABEL io.modelcontextprotocol.server.name="dev.parallelize/python-parallelization"
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jre-headless python3 bubblewrap \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home parallelize
COPY --from=build /build/target/python-parallelization.jar /opt/python-parallelization/
COPY skill/scripts/parallelize /opt/python-parallelization/
ENV PARALLELIZE_JAR=/opt/python-parallelization/python-parallelization.jar
# Makes the class archive, which the user below may not write.
RUN /opt/python-parallelization/parallelize --help >/dev/null
USER parallelize
ENTRYPOINT ["/opt/python-parallelization/parallelize"]
CMD ["stdio"]
