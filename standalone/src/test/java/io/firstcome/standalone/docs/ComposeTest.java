package io.firstcome.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be seen of docker-compose.yml without a Docker engine. */
class ComposeTest {
    private static final String FILE = "docker-compose.yml";
    private static final Map<?, ?> COMPOSE =
            map(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(Docs.read(FILE)));
    private static final Map<?, ?> SERVICES = map(COMPOSE.get("services"));

    /** The images that are built here get their user from the Dockerfile. */
    private static final Pattern OURS = Pattern.compile("firstcome/.+");

    /** Made by others, and not looked at here. */
    private static final String OBSERVABILITY = "./docs/observability/";

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|secret|token|credential|_key).*");

    static List<String> services() {
        return SERVICES.keySet().stream().map(Object::toString).toList();
    }

    private static Map<?, ?> service(String name) {
        return map(SERVICES.get(name));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> found ? found : Map.of();
    }

    private static Stream<Object> list(@Nullable Object value) {
        return value instanceof Collection<?> found ? found.stream().map(each -> each) : Stream.of();
    }

    private static String image(String name) {
        return String.valueOf(service(name).get("image"));
    }

    @Test
    void givenTopology_whenRead_thenEveryMemberIsThere() {
        assertThat(services())
                .contains("haproxy", "command-1", "command-2", "query-1", "query-2", "gateway", "mysql")
                .contains("redis-1", "redis-2", "sentinel-1", "sentinel-2", "sentinel-3")
                .contains("kafka-1", "kafka-2", "kafka-3", "prometheus", "grafana");
    }

    @ParameterizedTest
    @MethodSource("services")
    void givenService_whenItsImageIsRead_thenItIsPinned(String name) {
        assertThat(image(name)).matches("[\\w./-]+:(\\$\\{FIRSTCOME_VERSION:-)?v?\\d+\\.\\d+\\.\\d+.*");
        assertThat(image(name)).doesNotContain("latest");
        assertThat(service(name).containsKey("build"))
                .as("is built here")
                .isEqualTo(OURS.matcher(image(name)).matches());
    }

    @Test
    void givenDockerfile_whenRead_thenItsImagesArePinnedAndNobodyIsRoot() {
        String dockerfile = Docs.read("Dockerfile");
        List<String> bases = Pattern.compile("(?m)^FROM (\\S+:\\S+) AS")
                .matcher(dockerfile)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(bases).hasSize(2).allMatch(base -> base.matches("\\w[\\w-]*:\\d+\\.\\d+.*-noble"));
        assertThat(dockerfile).contains("STOPSIGNAL", "HEALTHCHECK");
        assertThat(dockerfile.substring(dockerfile.indexOf("AS simulator")).split("\nFROM ", -1))
                .hasSize(2)
                .allMatch(stage -> stage.contains("\nUSER 10001\n"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void givenService_whenRead_thenItHasAHealthCheckAndLimitsAndNoMoreRightsThanItNeeds(String name) {
        Map<?, ?> service = service(name);

        assertThat(map(service.get("healthcheck")).get("test")).isNotNull();
        assertThat(service.get("mem_limit")).isNotNull();
        assertThat(service.get("cpus")).isNotNull();
        assertThat(list(service.get("cap_drop"))).contains("ALL");
        assertThat(list(service.get("security_opt"))).contains("no-new-privileges:true");
        assertThat(service.get("read_only")).isEqualTo(!name.startsWith("kafka-"));
        if (!OURS.matcher(image(name)).matches()) {
            assertThat(String.valueOf(service.get("user"))).isNotIn("null", "root", "0");
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void givenService_whenItWaitsForOthers_thenUntilTheyAreHealthy(String name) {
        Map<?, ?> others = map(service(name).get("depends_on"));

        assertThat(services())
                .containsAll(others.keySet().stream().map(Object::toString).toList());
        assertThat(others.values()).allMatch(how -> "service_healthy".equals(map(how).get("condition")));
    }

    @Test
    void givenPorts_whenRead_thenOnlyHaproxyAndGrafanaAreOpenAndToThisMachineAlone() {
        Set<String> open = services().stream()
                .filter(name -> service(name).containsKey("ports"))
                .collect(Collectors.toSet());

        assertThat(open).containsExactlyInAnyOrder("haproxy", "grafana");
        assertThat(open.stream().flatMap(name -> list(service(name).get("ports"))))
                .allMatch(port -> port.toString().startsWith("${FIRSTCOME_ADDRESS:-127.0.0.1}:"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void givenMounts_whenRead_thenTheirFilesExistAndAreReadOnly(String name) {
        List<String> mounts = list(service(name).get("volumes"))
                .map(Object::toString)
                .filter(mount -> mount.startsWith("."))
                .toList();

        assertThat(mounts).allMatch(mount -> mount.endsWith(":ro"));
        assertThat(mounts.stream()
                        .filter(mount -> !mount.startsWith(OBSERVABILITY))
                        .map(mount -> Docs.ROOT.resolve(mount.split(":", -1)[0])))
                .allMatch(Files::isRegularFile);
    }

    @Test
    void givenSecrets_whenRead_thenEachIsAFileThatTheScriptMakesAndGitIgnores() {
        Map<?, ?> secrets = map(COMPOSE.get("secrets"));
        String script = Docs.read("compose/secrets.sh");

        assertThat(secrets).isNotEmpty().allSatisfy((name, how) -> {
            assertThat(map(how).get("file")).isEqualTo("./compose/secrets/" + name);
            assertThat(script).containsPattern("(?m)^make " + name + "( |$)");
        });
        assertThat(Docs.read(".gitignore")).contains("\n/compose/secrets/\n");
        assertThat(Docs.read(".dockerignore"))
                .startsWith("# ")
                .contains("\n*\n")
                .doesNotContain("secrets");
        assertThat(services().stream()
                        .flatMap(name -> list(service(name).get("secrets")))
                        .map(used -> used instanceof Map<?, ?> detailed ? String.valueOf(detailed.get("source")) : used)
                        .map(Object::toString)
                        .collect(Collectors.toSet()))
                .isEqualTo(secrets.keySet());
    }

    @ParameterizedTest
    @MethodSource("services")
    void givenEnvironment_whenRead_thenItHasNoSecretButAtMostTheNameOfItsFile(String name) {
        map(service(name).get("environment")).forEach((variable, value) -> {
            if (SECRET_NAME.matcher(variable.toString()).matches()) {
                assertThat(variable.toString()).endsWith("_FILE");
                assertThat(String.valueOf(value)).startsWith("/run/secrets/");
            }
            assertThat(String.valueOf(value)).doesNotContainPattern("(?i)password=|://[^/]*@");
        });
    }

    @Test
    void givenNodes_whenTheirSecretsAreRead_thenTheFilesHaveNamesOfProperties() {
        for (String node : List.of("command-1", "command-2", "query-1", "query-2")) {
            assertThat(list(service(node).get("secrets"))
                            .map(secret -> String.valueOf(map(secret).get("target"))))
                    .contains("spring.datasource.password", "firstcome.security.jwt-secret")
                    .allMatch(target -> target.matches("(spring|firstcome)(\\.[a-z-]+)+"));
        }
    }

    @Test
    void givenCluster_whenCompared_thenAddressesAndVersionsAgree() {
        Map<?, ?> edge = map(map(service("haproxy").get("networks")).get("edge"));
        String proxy = Docs.read("compose/haproxy.cfg");

        for (String node : List.of("command-1", "command-2", "query-1", "query-2")) {
            assertThat(map(service(node).get("environment")).get("FIRSTCOME_PROXY_TRUSTED"))
                    .isEqualTo(edge.get("ipv4_address"));
            assertThat(proxy).contains("server " + node + " " + node + ":8080 ");
        }
        for (String node : List.of("command-1", "command-2")) {
            assertThat(map(service(node).get("environment")).get("FIRSTCOME_ROUTING_BINDADDRESS"))
                    .isEqualTo(map(map(service(node).get("networks")).get("servers"))
                            .get("ipv4_address"));
        }
        assertThat(Docs.read("pom.xml"))
                .contains("<kafka.version>" + image("kafka-1").replaceFirst(".*:", "") + "</kafka.version>");
    }
}
