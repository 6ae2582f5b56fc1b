package io.firstcome.standalone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links between the documents lead somewhere, headings too; and nobody left a merge half done. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern UNMERGED = Pattern.compile("^(<{7}|={7}|>{7})( |$)", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    @Test
    void givenAllPages_whenTheirLinksAreFollowed_thenNoneIsBroken() {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path page : Docs.pages()) {
            Matcher matcher = LINK.matcher(Docs.read(page.toString()));
            while (matcher.find()) {
                links++;
                if (!leadsSomewhere(page, matcher.group(1))) {
                    broken.add(Docs.ROOT.relativize(page) + " -> " + matcher.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(10);
    }

    @Test
    void givenAllPages_whenTheyAreRead_thenNoneHasTheMarksOfAnUnfinishedMerge() {
        assertThat("<<<<<<< ours\n=======\n>>>>>>> theirs\n").containsPattern(UNMERGED);
        assertThat(Docs.pages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(Docs.read(page.toString()))
                        .as(page.toString())
                        .doesNotContainPattern(UNMERGED));
    }

    private static boolean leadsSomewhere(Path page, String link) {
        if (link.contains("://")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
    }

    /** The names of the headings as Markdown viewers make them. */
    private static List<String> headings(Path page) {
        return HEADING.matcher(Docs.read(page.toString()))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }
}
