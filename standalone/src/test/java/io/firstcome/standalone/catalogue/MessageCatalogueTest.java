package io.firstcome.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.firstcome.events.EventFamilies;
import io.firstcome.standalone.style.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/flow to the code. */
class MessageCatalogueTest {

    private static final String HOW_TO_WRITE = "docs/flow is stale. Write it anew and commit it:\n"
            + "  mvn test -pl standalone -am -Dtest=MessageCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dfirstcome.flow.write=true";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.firstcome");

    private static final MessageCatalogue CATALOGUE = new CatalogueReader(CLASSES, EventFamilies.ALL).read();

    @Test
    void givenCode_whenItsFlowIsDrawn_thenTheFilesAreTheSame() throws IOException {
        Path folder = SourceTree.root().resolve("docs/flow");
        Map<String, String> drawn = new FlowDiagrams(CATALOGUE).all();
        if (Boolean.getBoolean("firstcome.flow.write")) {
            write(folder, drawn);
        }

        assertThat(filesOf(folder)).as(HOW_TO_WRITE).isEqualTo(drawn);
    }

    @Test
    void givenCode_whenItsFlowIsChecked_thenNothingIsWrong() {
        assertThat(CatalogueCheck.faults(CATALOGUE)).isEmpty();
    }

    @Test
    void givenCode_whenItsMessagesAreListed_thenNoneIsMissing() {
        assertThat(CATALOGUE.commands())
                .extracting(MessageCatalogue.Command::name)
                .contains("CreateCoupon", "IssueCoupon", "CloseCoupon");
        assertThat(CATALOGUE.events())
                .extracting(MessageCatalogue.Event::name)
                .containsExactlyInAnyOrderElementsOf(
                        EventFamilies.eventTypes().map(Class::getSimpleName).toList());
        assertThat(CATALOGUE.commands())
                .allSatisfy(command ->
                        assertThat(command.senders()).as(command.name()).isNotEmpty());
        // Those that ask an aggregate instead of changing it.
        assertThat(CATALOGUE.commands())
                .filteredOn(command -> command.emits().isEmpty())
                .extracting(MessageCatalogue.Command::name)
                .containsExactlyInAnyOrder("ChoosePiece", "CountPieces", "CountSeats", "CountStock");
        assertThat(CATALOGUE.queries()).isNotEmpty();
        assertThat(CATALOGUE.consumers())
                .extracting(MessageCatalogue.Consumer::kind)
                .contains(MessageCatalogue.Kind.values());
    }

    @Test
    void givenCommandsThatAreMadeForProcesses_whenListed_thenTheProcessesAreTheirSenders() {
        assertThat(CATALOGUE.commands())
                .filteredOn(command -> command.name().equals("HoldStock"))
                .singleElement()
                .extracting(MessageCatalogue.Command::senders)
                .isEqualTo(List.of("LatePaymentSaga", "OrderFulfilment"));
        assertThat(CATALOGUE.commands())
                .filteredOn(command -> command.name().equals("ApprovePayment"))
                .singleElement()
                .extracting(MessageCatalogue.Command::senders)
                .isEqualTo(List.of("CardWorker", "PaymentProcess"));
    }

    private static void write(Path folder, Map<String, String> drawn) throws IOException {
        for (String old : filesOf(folder).keySet()) {
            Files.delete(folder.resolve(old));
        }
        for (Map.Entry<String, String> file : drawn.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> filesOf(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file :
                    found.filter(path -> path.toString().endsWith(".mmd")).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
