package io.firstcome.standalone.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.firstcome.standalone.catalogue.MessageCatalogue.Command;
import io.firstcome.standalone.catalogue.MessageCatalogue.Consumer;
import io.firstcome.standalone.catalogue.MessageCatalogue.Kind;
import io.firstcome.standalone.catalogue.sample.TeaEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The negative control: a flow with one fault of each kind, and nothing else is told. */
class CatalogueCheckTest {

    private static final MessageCatalogue SAMPLE = new CatalogueReader(
                    new ClassFileImporter().importPackages("io.firstcome.standalone.catalogue.sample"),
                    List.of(TeaEvent.class))
            .read();

    @Test
    void givenFlowWithFaults_whenChecked_thenEachIsTold() {
        assertThat(CatalogueCheck.faults(SAMPLE))
                .containsExactlyInAnyOrder(
                        "Nobody handles DrinkTea",
                        "PourTea has 2 handlers: [Teapot, Waiter]",
                        "Nobody consumes TeaPoured: handle it in a projection or mark it @NotConsumed",
                        "TeaCooled is marked @NotConsumed, but it is consumed",
                        "Nobody emits TeaForgotten",
                        "TeaProjection handles events without a @ProcessingGroup");
    }

    @Test
    void givenEventMadeInAMethodOfTheAggregate_whenRead_thenItIsOfTheCommand() {
        assertThat(SAMPLE.commands())
                .contains(new Command("BrewTea", "sample", List.of("Teapot"), List.of("TeaBrewed"), List.of()));
    }

    @Test
    void givenConsumerOfEveryEvent_whenRead_thenItIsABridge() {
        assertThat(SAMPLE.consumers())
                .contains(new Consumer(
                        "TeaBridge",
                        Kind.BRIDGE,
                        "tea-bridge",
                        "sample",
                        List.of("TeaBrewed", "TeaCooled", "TeaForgotten", "TeaPoured", "TeaSpilled")));
    }

    @Test
    void givenAnotherFlow_whenDrawn_thenTheDiagramIsAnother() {
        MessageCatalogue less = new MessageCatalogue(
                SAMPLE.commands(), SAMPLE.events(), SAMPLE.consumers().subList(0, 1), SAMPLE.queries());

        assertThat(new FlowDiagrams(SAMPLE).all()).containsOnlyKeys("overview.mmd", "sample.mmd");
        assertThat(new FlowDiagrams(less).all().values())
                .doesNotContainAnyElementsOf(new FlowDiagrams(SAMPLE).all().values());
    }
}
