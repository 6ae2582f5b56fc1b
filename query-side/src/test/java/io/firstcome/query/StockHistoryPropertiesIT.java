package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.querying.QueryClient;
import io.firstcome.query.stock.StockCounts;
import io.firstcome.query.stock.StockQuery.FindStock;
import io.firstcome.query.stock.StockState;
import io.firstcome.query.stock.StockState.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whatever happened to some stocks, in whatever batches: live, read anew and rebuilt, the view equals a count of it. */
class StockHistoryPropertiesIT {

    private static final QuerySide QUERY_SIDE = QuerySide.start(
            Map.of("firstcome.processor.batch-size", 7, "firstcome.redis.refill-ttl", Duration.ofMinutes(1)));

    @AfterContainer
    static void stop() {
        QUERY_SIDE.close();
    }

    enum Kind {
        RECEIVE,
        HOLD,
        RELEASE,
        SELL,
        RETURN,
        REFUSE
    }

    /** One step of a history; one that is not possible at its time is left out. */
    record Step(int product, int option, Kind kind, int quantity, boolean endsTransaction) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 5).map(n -> n == 1))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(120);
    }

    /** Counts of one option: received, held, sold. */
    private static final class Count {

        private int received = 3;
        private int held;
        private int sold;

        StockCounts pieces() {
            return new StockCounts(received, received - held - sold, held, sold);
        }
    }

    /** What the view should say: the count of one history. */
    private static final class Counts {

        private final String prefix = UUID.randomUUID().toString().substring(0, 8);
        private final Map<String, ProductTestData> goods = new HashMap<>();
        private final Map<String, List<Count>> counts = new HashMap<>();
        private final List<DomainEventMessage<?>> transaction = new ArrayList<>();

        void apply(Step step) {
            String id = prefix + "-" + step.product();
            ProductTestData some = goods.computeIfAbsent(id, absent -> {
                ProductTestData opened = new ProductTestData(absent, "a", "b");
                transaction.add(opened.opened(3));
                counts.put(absent, List.of(new Count(), new Count()));
                return opened;
            });
            add(step, some, Objects.requireNonNull(counts.get(id)).get(step.option()));
            if (step.endsTransaction()) {
                store();
            }
        }

        private void add(Step step, ProductTestData some, Count count) {
            int quantity = step.quantity();
            int option = step.option();
            switch (step.kind()) {
                case RECEIVE -> {
                    transaction.add(some.received(option, quantity));
                    count.received += quantity;
                }
                case HOLD -> {
                    if (count.received - count.held - count.sold >= quantity) {
                        transaction.add(some.held("h", option, quantity, false));
                        count.held += quantity;
                    }
                }
                case RELEASE -> {
                    if (count.held >= quantity) {
                        transaction.add(some.released("h", option, quantity, false));
                        count.held -= quantity;
                    }
                }
                case SELL -> {
                    if (count.held >= quantity) {
                        transaction.add(some.sold("h", option, quantity, false, ProductTestData.AT));
                        count.held -= quantity;
                        count.sold += quantity;
                    }
                }
                case RETURN -> {
                    if (count.sold >= quantity) {
                        transaction.add(some.returned("h", option, quantity, false, ProductTestData.AT));
                        count.sold -= quantity;
                    }
                }
                case REFUSE -> transaction.add(some.refused("h"));
            }
        }

        void store() {
            if (!transaction.isEmpty()) {
                QUERY_SIDE.store(transaction);
                transaction.clear();
            }
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void givenAnyHistory_whenTheViewIsRead_thenItEqualsItsCount(@ForAll("histories") List<Step> history) {
        Counts expected = new Counts();
        history.forEach(expected::apply);
        expected.store();
        QUERY_SIDE.awaitCaughtUp();

        expected.counts.forEach((productId, counts) -> {
            StockState redis = find(productId);
            QUERY_SIDE.bean(StringRedisTemplate.class).delete("firstcome:stock:" + productId);
            StockState mySql = find(productId);
            assertThat(redis).isEqualTo(mySql);
            assertThat(mySql.options().stream().map(Option::pieces))
                    .containsExactlyElementsOf(
                            counts.stream().map(Count::pieces).toList());
        });
    }

    private static StockState find(String productId) {
        return QUERY_SIDE
                .bean(QueryClient.class)
                .find(new FindStock(productId, null), StockState.class)
                .orElseThrow();
    }
}
