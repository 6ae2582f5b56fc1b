package io.firstcome.standalone.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The text files of the project, found from wherever the tests run. */
public final class SourceTree {

    /** What tools write, and what a run of the system leaves. */
    private static final Set<String> NOT_OURS =
            Set.of("target", "data", "cluster-data", "node_modules", "bench-out", "out", "build");

    private static final Pattern TEXT = Pattern.compile(
            ".*\\.(java|xml|md|mmd|json|properties|yml|yaml|sql|lua|js|css|html|sh)|firstcome|cluster|run|config");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

    private SourceTree() {}

    /** The folder of the root pom: the first one upwards whose pom has modules. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path pom = folder.resolve("pom.xml");
            if (Files.exists(pom) && read(pom).contains("<modules>")) {
                return folder;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("The tests run outside of the project");
    }

    /** The modules that the root pom names. */
    static List<String> modules() {
        return MODULE.matcher(read(root().resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    /** Every text file, without what tools write. */
    static List<SourceFile> files() {
        Path root = root();
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !name.equals(".ci") && !name.equals(".mvn");
                    return !folder.equals(root) && (hidden || NOT_OURS.contains(name))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (TEXT.matcher(file.getFileName().toString()).matches()) {
                        files.add(
                                new SourceFile(root.relativize(file).toString().replace('\\', '/'), read(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
