package io.firstcome.axon.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A lane finds all that others have appended, and not what its own node has. */
class ForeignWritesIT {

    private final EventStoreDatabase database = FreshDatabase.open(4);
    private final MySqlEventStorageEngine here = engine();
    private final MySqlEventStorageEngine there = engine();
    private final ForeignWrites lane = here.foreignWrites();

    private MySqlEventStorageEngine engine() {
        return MySqlEventStorageEngine.create(
                database,
                Serializers.forEvents(),
                Serializers.forSnapshots(List.of()),
                NoOpEventUpcaster.INSTANCE,
                SnapshotFilter.allowAll(),
                100);
    }

    @BeforeEach
    void migrate() {
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void givenTheFirstLook_whenOthersHaveWritten_thenThereIsNothingToForget() {
        append(there, "a", 0);

        assertThat(next()).isEqualTo(ForeignWrites.Found.NOTHING);
    }

    @Test
    void givenOwnEventsOnly_whenLooked_thenNothing() {
        next();
        append(here, "a", 0);
        append(here, "b", 0);

        assertThat(next()).isEqualTo(ForeignWrites.Found.NOTHING);
        assertThat(next()).isEqualTo(ForeignWrites.Found.NOTHING);
    }

    @Test
    void givenForeignEvents_whenLooked_thenTheirAggregatesOnce() {
        next();
        append(there, "a", 0);
        append(there, "b", 0);

        assertThat(next().aggregateIds()).containsExactlyInAnyOrder("coupon:a", "coupon:b");
        assertThat(next()).isEqualTo(ForeignWrites.Found.NOTHING);
    }

    @Test
    void givenAForeignEventBetweenOwnOnes_whenLooked_thenItIsFound() {
        append(here, "a", 0);
        next();
        append(here, "a", 1);
        append(there, "b", 0);
        append(here, "c", 0);

        assertThat(next().aggregateIds()).contains("coupon:b");
        assertThat(next()).isEqualTo(ForeignWrites.Found.NOTHING);
    }

    @Test
    void givenTheLanesOwnCommit_whenOthersWroteToo_thenItIsLeftOut() {
        next();
        append(here, "a", 0);
        lane.committed(1, 1);
        append(there, "b", 0);

        assertThat(next().aggregateIds()).containsExactly("coupon:b");
    }

    @Test
    void givenACommitOfUnknownFate_whenItComesLater_thenItIsFoundAsIfOthersHadMadeIt() {
        next();
        database.inTransaction(() -> {
            write(here, "a", 0);
            lane.unknownCommit();
            return 1;
        });
        assertThat(next().aggregateIds()).containsExactly("coupon:a");

        append(here, "b", 0);
        assertThat(next()).as("from here on it is this node again").isEqualTo(ForeignWrites.Found.NOTHING);
    }

    @Test
    void givenATransactionThatHasRead_whenOthersCommitMeanwhile_thenItsNextLookFindsIt() {
        database.inTransaction(() -> {
            lane.next(false);
            Thread other = Thread.ofPlatform().start(() -> append(there, "a", 0));
            joined(other);
            assertThat(lane.next(false).aggregateIds()).containsExactly("coupon:a");
            return 1;
        });
    }

    @Test
    void givenMoreThanIsListed_whenLooked_thenAnythingMayHaveChanged() {
        next();
        for (int part = 0; part < 6; part++) {
            int first = part * 1_000;
            database.inTransaction(() -> {
                there.appendEvents(IntStream.range(first, first + 1_000)
                        .mapToObj(number -> event("a", number))
                        .toList());
                return 1;
            });
        }

        assertThat(next().any()).isTrue();
    }

    /** A replica that lacks the newest events takes over: who appended last does not matter then. */
    @Test
    void givenAStoreThatHasLostOwnEvents_whenAnyLaneLooks_thenAllDoubtAllThatTheyHave() {
        ForeignWrites other = here.foreignWrites();
        append(here, "a", 0);
        append(here, "a", 1);
        next();
        database.inTransaction(() -> other.next(false));
        database.inTransaction(() -> {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            jdbc.update("DELETE FROM domain_event WHERE position = 2");
            return jdbc.update("UPDATE event_head SET position = 1 WHERE id = 1");
        });

        assertThat(next().any()).isTrue();
        append(here, "a", 1);
        append(here, "a", 2);
        assertThat(database.inTransaction(() -> other.next(false)).any())
                .as("its position bears another event by now")
                .isTrue();
        assertThat(next()).isEqualTo(ForeignWrites.Found.NOTHING);
    }

    @Test
    void givenAStoreThatDidNotAnswer_whenLookedAfterwards_thenAnythingMayHaveChanged() {
        next();
        lane.storeFailed();

        assertThat(next().any()).isTrue();
        assertThat(next()).isEqualTo(ForeignWrites.Found.NOTHING);
    }

    private ForeignWrites.Found next() {
        return database.inTransaction(() -> lane.next(false));
    }

    private void append(MySqlEventStorageEngine node, String coupon, long number) {
        database.inTransaction(() -> {
            write(node, coupon, number);
            return 1;
        });
    }

    private static void write(MySqlEventStorageEngine node, String coupon, long number) {
        node.appendEvents(List.of(event(coupon, number)));
    }

    private static GenericDomainEventMessage<CouponIssued> event(String coupon, long number) {
        CouponId id = new CouponId(coupon);
        return new GenericDomainEventMessage<>(
                CouponId.TYPE,
                id.toString(),
                number,
                new CouponIssued(id, new UserId("u"), (int) number + 1, Instant.EPOCH, Instant.EPOCH));
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
