package io.firstcome.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** What the properties of every node make of a folder of secrets. */
class NodePropertiesTest {
    @TempDir
    private Path folder;

    static class Nothing {}

    private static ConfigurableApplicationContext start(Path secrets, String... more) {
        String[] always = {
            "--spring.config.location=classpath:io/firstcome/web/start/node.properties",
            "--FIRSTCOME_SECRETS=" + secrets + "/"
        };
        return new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(Stream.concat(Arrays.stream(always), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void givenFilesOfSecrets_whenStarted_thenEachIsThePropertyOfItsName() throws IOException {
        Files.writeString(folder.resolve("spring.datasource.password"), "db-pw\n");
        Files.writeString(folder.resolve("firstcome.security.jwt-secret"), "jwt");

        try (ConfigurableApplicationContext context = start(folder)) {
            Environment environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("db-pw");
            assertThat(environment.getProperty("firstcome.security.jwt-secret")).isEqualTo("jwt");
        }
    }

    @Test
    void givenSecretOnTheCommandLineToo_whenStarted_thenTheFileGoesBehindIt() throws IOException {
        Files.writeString(folder.resolve("spring.datasource.password"), "of-the-file");

        try (ConfigurableApplicationContext context = start(folder, "--spring.datasource.password=of-the-line")) {
            assertThat(context.getEnvironment().getProperty("spring.datasource.password"))
                    .isEqualTo("of-the-line");
        }
    }

    @Test
    void givenNoSuchFolder_whenStarted_thenItStartsWithout() {
        try (ConfigurableApplicationContext context = start(folder.resolve("none"))) {
            assertThat(context.getEnvironment().getProperty("spring.datasource.password"))
                    .isNull();
        }
    }
}
