package io.firstcome.standalone.style;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at in a Java file, as the compiler parses it: so a word in a comment or a string is no call.
 *
 * @param methods all methods, those of nested classes too
 * @param selections every {@code a.b}, as it is written
 * @param annotations the simple name of every annotation
 * @param undocumented public top-level types without Javadoc
 */
record JavaSource(List<Method> methods, List<String> selections, List<String> annotations, List<String> undocumented) {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final Set<String> TEST_ANNOTATIONS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example");

    /** A method with its length in lines, the simple names of its annotations, and its text. */
    record Method(String name, long lines, List<String> annotations, String text) {

        /** What stands after its head. */
        String body() {
            return text.substring(text.indexOf('{') + 1);
        }
    }

    JavaSource() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static JavaSource parse(SourceFile file) {
        return Objects.requireNonNull(parse(List.of(file)).get(file));
    }

    /** Parses the Java files among {@code files}. */
    static Map<SourceFile, JavaSource> parse(List<SourceFile> files) {
        List<Text> texts =
                files.stream().filter(SourceFile::isJava).map(Text::new).toList();
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, diagnostic -> {}, null, null, texts);
        Map<URI, SourceFile> byUri = texts.stream().collect(Collectors.toMap(Text::toUri, text -> text.file));
        Map<SourceFile, JavaSource> sources = new HashMap<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                SourceFile file =
                        Objects.requireNonNull(byUri.get(unit.getSourceFile().toUri()));
                Collector collector = new Collector(DocTrees.instance(task), file.text());
                collector.scan(new TreePath(unit), null);
                sources.put(file, collector.found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** The test methods. */
    Stream<Method> tests() {
        return methods.stream().filter(method -> !Collections.disjoint(method.annotations(), TEST_ANNOTATIONS));
    }

    private static final class Text extends SimpleJavaFileObject {

        private final SourceFile file;

        Text(SourceFile file) {
            super(URI.create("string:///" + file.path()), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }

    private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final JavaSource found = new JavaSource();
        private final DocTrees trees;
        private final SourcePositions positions;
        private final String text;

        Collector(DocTrees trees, String text) {
            this.trees = trees;
            this.positions = trees.getSourcePositions();
            this.text = text;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            boolean topLevel = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
            boolean isPublic = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (topLevel && isPublic && trees.getDocComment(getCurrentPath()) == null) {
                found.undocumented.add(type.getSimpleName().toString());
            }
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            int start = within(positions.getStartPosition(unit(), method));
            int end = within(positions.getEndPosition(unit(), method));
            String body = text.substring(start, Math.max(start, end));
            List<String> annotations = method.getModifiers().getAnnotations().stream()
                    .map(annotation -> simpleName(annotation))
                    .toList();
            found.methods.add(
                    new Method(method.getName().toString(), body.lines().count(), annotations, body));
            return super.visitMethod(method, null);
        }

        /** A method that the compiler adds has no place in the text. */
        private int within(long position) {
            return Math.clamp(position, 0, text.length());
        }

        @Override
        public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void nothing) {
            found.selections.add(select.toString());
            return super.visitMemberSelect(select, null);
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void nothing) {
            found.annotations.add(simpleName(annotation));
            return super.visitAnnotation(annotation, null);
        }

        private CompilationUnitTree unit() {
            return getCurrentPath().getCompilationUnit();
        }

        private static String simpleName(AnnotationTree annotation) {
            String name = annotation.getAnnotationType().toString();
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }
}
