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
    void givenForeignFiles_whenOpenedFresh_thenItIsRefusedAndNothingIsDeleted(@TempDir Path dir) throws IOException {
        Path precious = Files.writeString(dir.resolve("precious.txt"), "mine");

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataDirectory.open(dir, true))
                .withMessageContaining("--data");
        assertThat(precious).exists();
    }

    @Test
    void givenOpenDirectory_whenOpenedAgain_thenItIsRefusedUntilItIsClosed(@TempDir Path dir) {
        DataDirectory first = DataDirectory.open(dir.resolve("data"), false);
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> DataDirectory.open(dir.resolve("data"), false))
                .withMessageContaining("already runs");
        first.close();

        try (DataDirectory second = DataDirectory.open(dir.resolve("data"), false)) {
            assertThat(second.log().getParent()).isDirectory();
        }
    }

    @Test
    void givenDataOfAnEarlierRun_whenOpenedFresh_thenOnlyOurFoldersAreEmptied(@TempDir Path dir) throws IOException {
        DataDirectory.open(dir, false).close();
        Files.createDirectories(dir.resolve("mariadb/data"));
        Files.writeString(dir.resolve("mariadb/data/ibdata1"), "old");
        Path added = Files.writeString(dir.resolve("notes.txt"), "added by the user");

        try (DataDirectory fresh = DataDirectory.open(dir, true)) {
            assertThat(fresh.mariaDb()).doesNotExist();
            assertThat(added).exists();
        }
    }
}
