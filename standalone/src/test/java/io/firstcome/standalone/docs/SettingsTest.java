package io.firstcome.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Every setting is in docs/operating.md with its default, and no other is. */
class SettingsTest {

    private static final String NONE = "–";

    @Test
    void givenSettingsOfTheCode_whenComparedWithThePage_thenTheyAreTheSame() {
        Map<String, String> code = new TreeMap<>();
        Docs.CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .forEach(type -> addAll(type.reflect(), code));
        Map<String, String> page = new TreeMap<>();
        Docs.tables("docs/operating.md", "| Property | Default | Meaning |")
                .getFirst()
                .forEach(row -> page.put(row.get(0), row.get(1)));

        assertThat(page).as("docs/operating.md").isEqualTo(code).isNotEmpty();
    }

    private static void addAll(Class<?> settings, Map<String, String> code) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        String[] names = Arrays.stream(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
        // The default is on the constructor's parameter, of which a record's component knows nothing.
        var parameters = settings.getDeclaredConstructors()[0].getParameters();
        for (int i = 0; i < names.length; i++) {
            DefaultValue given = parameters[i].getAnnotation(DefaultValue.class);
            String value = given == null || given.value().length == 0 ? NONE : given.value()[0];
            code.put(prefix + "." + kebab(names[i]), value);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
