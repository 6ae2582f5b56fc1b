package io.firstcome.standalone.style;

/**
 * A text file of the project.
 *
 * @param path from the root, with slashes, for example {@code web/src/main/java/io/firstcome/web/page/Page.java}
 */
record SourceFile(String path, String text) {

    boolean isJava() {
        return path.endsWith(".java");
    }

    boolean isTest() {
        return path.contains("/src/test/");
    }

    String module() {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder below the source root, which names the package. */
    String packageFolder() {
        String folder = path.substring(0, path.lastIndexOf('/'));
        return folder.substring(folder.indexOf("/java/") + "/java/".length());
    }
}
