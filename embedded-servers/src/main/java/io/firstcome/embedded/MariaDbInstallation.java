package io.firstcome.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes a data directory: system tables, one user, one empty database.
 *
 * <p>It is what mariadb-install-db does, without its help texts and sys schema, which cost a second and are not used.
 */
final class MariaDbInstallation {
    private static final String ACCOUNTS = """
            FLUSH PRIVILEGES;
            CREATE DATABASE $database CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
            CREATE USER '$user'@'%' IDENTIFIED BY '$password';
            GRANT ALL PRIVILEGES ON *.* TO '$user'@'%' WITH GRANT OPTION;
            """.replace("$database", MariaDbServer.DATABASE);

    private MariaDbInstallation() {}

    /** Installs unless it is done already. An installation that was interrupted is begun again. */
    static void ensure(Path baseDir, Path dir, MariaDbSettings settings, MariaDbServer.Account account) {
        Path data = dir.resolve("data");
        Path done = dir.resolve("installed");
        try {
            if (Files.exists(done)) {
                return;
            }
            Directories.delete(data);
            Files.createDirectories(data);
            bootstrap(baseDir, dir, data, settings, account);
            Files.writeString(done, "11.4.5\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install MariaDB in " + dir, e);
        }
    }

    private static void bootstrap(
            Path baseDir, Path dir, Path data, MariaDbSettings settings, MariaDbServer.Account account)
            throws IOException {
        Path log = dir.resolve("mariadb-install.log");
        Process process = new ProcessBuilder(command(baseDir, data, settings))
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream sql = process.getOutputStream()) {
            sql.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (Path script : MariaDbBinaries.systemTables(baseDir)) {
                Files.copy(script, sql);
                sql.write('\n');
            }
            sql.write(ACCOUNTS.replace("$user", account.name())
                    .replace("$password", account.password())
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroyForcibly();
            throw new IOException("MariaDB's installation broke off, its log: " + log, e);
        }
        if (!succeeded(process)) {
            process.destroyForcibly();
            throw new EmbeddedServerException("MariaDB's installation failed: " + Files.readString(log));
        }
    }

    private static List<String> command(Path baseDir, Path data, MariaDbSettings settings) {
        List<String> command = new ArrayList<>(List.of(
                MariaDbBinaries.server(baseDir).toString(),
                "--no-defaults",
                "--bootstrap",
                "--basedir=" + baseDir,
                "--datadir=" + data,
                // A server removes what it finds in this directory when it starts, also another one's tables.
                "--tmpdir=" + data,
                "--log-warnings=0",
                "--enforce-storage-engine=",
                "--max-allowed-packet=8M",
                "--innodb-log-file-size=" + settings.redoLogMb() + "M"));
        command.addAll(MariaDbServer.asRoot());
        return command;
    }

    /** Where the libraries of the binaries are found. */
    static Map<String, String> environment(Path baseDir) {
        return Map.of("DYLD_FALLBACK_LIBRARY_PATH", baseDir.resolve("libs").toString());
    }

    private static boolean succeeded(Process process) {
        try {
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
