package io.firstcome.standalone.docs;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The documents of the project, and the classes that they describe. */
final class Docs {

    static final Path ROOT = root();

    /** The classes of all modules, without tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.firstcome");

    private Docs() {}

    private static Path root() {
        Path dir = Path.of("").toAbsolutePath();
        while (!Files.exists(dir.resolve("CONTRIBUTING.md"))) {
            dir = dir.getParent();
            if (dir == null) {
                throw new IllegalStateException("Run this inside of the project");
            }
        }
        return dir;
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All Markdown files: those of the root, those below {@code docs}, and that of the load tests. */
    static List<Path> pages() {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> k6 = Files.list(ROOT.resolve("k6"))) {
            return Stream.of(root, docs, k6)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables with that head, each as its rows, each as its cells without backticks. */
    static List<List<List<String>>> tables(String file, String head) {
        List<String> lines = read(file).lines().toList();
        return IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).equals(head))
                .mapToObj(line -> rows(lines.subList(line + 2, lines.size())))
                .toList();
    }

    private static List<List<String>> rows(List<String> lines) {
        return lines.stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(Docs::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
