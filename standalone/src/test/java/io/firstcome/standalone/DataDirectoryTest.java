package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @Test
    void givenForeignFiles_whenOpened_thenItIsRefusedAndNothingIsDeleted(@TempDir Path dir) throws IOException {
        Path precious = Files.writeString(dir.resolve("precious.txt"), "mine");

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataDirectory.open(dir))
                .withMessageContaining("--data");
        assertThat(precious).exists();
    }

    @Test
    void givenOpenDirectory_whenOpenedAgain_thenItIsRefusedUntilItIsClosed(@TempDir Path dir) {
        DataDirectory first = DataDirectory.open(dir.resolve("data"));
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataDirectory.open(dir.resolve("data")))
                .withMessageContaining("already runs");
        first.close();

        try (DataDirectory second = DataDirectory.open(dir.resolve("data"))) {
            assertThat(second.log()).hasFileName("firstcome.log");
        }
    }

    @Test
    void givenDataOfAnEarlierRun_whenEmptied_thenOnlyOurFoldersAre(@TempDir Path dir) throws IOException {
        DataDirectory.open(dir).close();
        Files.createDirectories(dir.resolve("mariadb/data"));
        Files.writeString(dir.resolve("mariadb/data/ibdata1"), "old");
        Path added = Files.writeString(dir.resolve("notes.txt"), "added by the user");

        try (DataDirectory fresh = DataDirectory.open(dir)) {
            assertThat(fresh.mariaDb()).as("opened, not emptied").exists();
            fresh.empty();
            assertThat(fresh.mariaDb()).doesNotExist();
            assertThat(added).exists();
        }
    }
}
