package io.firstcome.command.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes that the rules are checked on. */
final class CommandSide {

    static final String ROOT = "io.firstcome.command";

    /** The module's own classes. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Classes that break each rule on purpose. */
    static final JavaClasses WRONG = new ClassFileImporter().importPackages(ROOT + ".wrong");

    private CommandSide() {}

    /** The contexts among {@code classes}: what has a domain. */
    static List<String> contexts(JavaClasses classes) {
        return classes.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.matches(ROOT.replace(".", "\\.") + "\\.[a-z]+\\.domain"))
                .map(name -> name.split("\\.", -1)[3])
                .distinct()
                .sorted()
                .toList();
    }
}
