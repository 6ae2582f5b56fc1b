package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.order.OrderDetails;
import io.firstcome.query.order.OrderQuery.FindOrder;
import io.firstcome.query.order.OrderView;
import io.firstcome.query.payment.PaymentDetails;
import io.firstcome.query.payment.PaymentQuery.FindPayment;
import io.firstcome.query.payment.PaymentView;
import io.firstcome.query.points.PointsQuery.FindPoints;
import io.firstcome.query.points.PointsView;
import io.firstcome.query.querying.QueryClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.axonframework.eventhandling.DomainEventMessage;

/** Whatever happened to some orders, payments and wallets at the same time, in whatever batches: the views tell it. */
class ShopPropertiesIT {

    private static final QuerySide QUERY_SIDE = QuerySide.start(Map.of("firstcome.processor.batch-size", 7));

    @AfterContainer
    static void stop() {
        QUERY_SIDE.close();
    }

    private static String tell(OrderDetails details) {
        OrderView view = details.order();
        return view.status() + " " + view.paid() + " " + view.refunded() + " "
                + details.history().stream().map(step -> step.status().name()).collect(Collectors.joining(" "));
    }

    private static String tell(PaymentDetails details) {
        PaymentView view = details.payment();
        return view.paymentId() + " " + view.status() + " " + view.amount() + " " + view.refunded() + " "
                + details.history().stream().map(step -> step.status().name()).collect(Collectors.joining(" "));
    }

    private static <R> R find(Object query, Class<R> answer) {
        return QUERY_SIDE.bean(QueryClient.class).find(query, answer).orElseThrow();
    }

    /** Stores what happens in the stories, each in its order, but mixed, some in one transaction. */
    private static void store(List<OrderScenario> stories, Random random) {
        List<Iterator<DomainEventMessage<?>>> open = new ArrayList<>();
        stories.forEach(story -> open.add(story.events().iterator()));
        List<DomainEventMessage<?>> transaction = new ArrayList<>();
        while (!open.isEmpty()) {
            int next = random.nextInt(open.size());
            transaction.add(open.get(next).next());
            if (!open.get(next).hasNext()) {
                open.remove(next);
            }
            if (open.isEmpty() || random.nextInt(4) == 0) {
                QUERY_SIDE.store(transaction);
                transaction.clear();
            }
        }
        QUERY_SIDE.awaitCaughtUp();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void givenAnyStories_whenTheViewsAreRead_thenTheyTellThem(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 10) Integer> picked, @ForAll Random random) {
        String prefix = UUID.randomUUID().toString().substring(0, 8);
        List<OrderScenario> stories = new ArrayList<>();
        for (int story : picked) {
            String id = prefix + "-" + stories.size();
            stories.add(OrderScenario.of(story, id, prefix + "-u"));
        }

        store(stories, random);

        for (OrderScenario story : stories) {
            OrderDetails order = find(new FindOrder(story.orderId(), null, null), OrderDetails.class);
            assertThat(tell(order)).isEqualTo(story.order());
            assertThat(order.order().items()).extracting("productId").containsExactly("2", "1");
            for (String payment : story.payments()) {
                String id = payment.substring(0, payment.indexOf(' '));
                assertThat(tell(find(new FindPayment(id, null, null), PaymentDetails.class)))
                        .isEqualTo(payment);
            }
        }
        assertThat(List.of("order", "payment", "points")).allMatch(group -> QUERY_SIDE.deadLetters(group) == 0);
    }

    /** One step of a wallet: points are charged, spent, refused or refunded, by what is there. */
    record Move(int user, int kind, int amount) {}

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Move> move = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 5_000))
                .as(Move::new);
        return move.list().ofMinSize(1).ofMaxSize(60);
    }

    /** What the history of each user must say, newest first. */
    private static Map<String, List<String>> store(
            String prefix, List<Move> moves, Map<String, WalletTestData> purses) {
        Map<String, List<String>> expected = new HashMap<>();
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (Move move : moves) {
            String user = prefix + "-u" + move.user();
            WalletTestData purse = purses.computeIfAbsent(user, WalletTestData::new);
            List<String> entries = expected.computeIfAbsent(user, id -> new ArrayList<>());
            if (move.kind() == 1) {
                events.add(purse.charged(move.amount()));
                entries.addFirst("CHARGED " + move.amount() + " " + purse.balance());
            } else if (move.kind() == 2) {
                events.add(purse.refunded(user, move.amount()));
                entries.addFirst("REFUNDED " + move.amount() + " " + purse.balance());
            } else if (move.amount() > purse.balance()) {
                events.add(purse.spendRefused(user, move.amount()));
            } else {
                events.add(purse.spent(user, move.amount()));
                entries.addFirst("SPENT " + move.amount() + " " + purse.balance());
            }
        }
        QUERY_SIDE.store(events);
        QUERY_SIDE.awaitCaughtUp();
        return expected;
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void givenAnyMovesOfPoints_whenReadInParts_thenBalanceAndHistoryAreWhole(@ForAll("moves") List<Move> moves) {
        Map<String, WalletTestData> purses = new HashMap<>();
        Map<String, List<String>> expected = store(UUID.randomUUID().toString().substring(0, 8), moves, purses);

        expected.forEach((user, entries) -> {
            List<String> found = new ArrayList<>();
            long before = Long.MAX_VALUE;
            boolean more = true;
            while (more) {
                PointsView part =
                        QUERY_SIDE.bean(QueryClient.class).ask(new FindPoints(user, before, 3, null), PointsView.class);
                assertThat(part.balance())
                        .isEqualTo(Objects.requireNonNull(purses.get(user)).balance());
                for (PointsView.Entry entry : part.history()) {
                    found.add(entry.type() + " " + entry.amount() + " " + entry.balance());
                    before = entry.position();
                }
                more = part.nextCursor() != null;
            }
            assertThat(found).isEqualTo(entries);
        });
    }
}
